import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/door.ts'
import type { MonthTold, ToldOutcome } from './rules.ts'

/** Adds one to the numbers of a month; at the door. */
export async function tell(tx: Tx, told: { rightId: string; outcome: ToldOutcome; month: string }): Promise<void> {
  await sql`select tell_rights(${told.rightId}, ${told.outcome}, ${`${told.month}-01`}::date)`.execute(tx)
}

type Row = { what: string; month: string; outcome: ToldOutcome; count: number }

function byMonth(rows: readonly Row[]): Map<string, MonthTold[]> {
  const found = new Map<string, Map<string, MonthTold>>()
  for (const { what, month, outcome, count } of rows) {
    const months = found.get(what) ?? new Map<string, MonthTold>()
    found.set(what, months)
    const row = months.get(month) ?? { month, counts: {} }
    row.counts[outcome] = count
    months.set(month, row)
  }
  return new Map([...found].map(([what, months]) => [what, [...months.values()]]))
}

/** How it went per right, in the whole house; for `toldOfRights`, never shown as it is; nothing for who leads no stek. */
export async function toldPerRight(tx: Tx): Promise<Map<string, MonthTold[]>> {
  const { rows } = await sql<Row>`select * from told_per_right()`.execute(tx)
  return byMonth(rows)
}
