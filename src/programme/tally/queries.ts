import { sql } from 'kysely'
import type { Tx } from '../../platform/database/door.ts'
import type { Counts } from './rules.ts'
import type { TallyTables } from './tables.ts'

/** A coarse row that a stek chose to count. */
export type OwnRow = { counted: string; label: string }

const tallies = (tx: Tx) => tx.withTables<TallyTables>()

/** The rows a stek counts besides the fixed ones, in their order. */
export const ownRowsOf = (tx: Tx, stekId: string): Promise<OwnRow[]> =>
  tallies(tx)
    .selectFrom('tally_row')
    .select(['counted', 'label'])
    .where('stek_id', '=', stekId)
    .where('ended_at', 'is', null)
    .orderBy('position')
    .orderBy('counted')
    .execute()

/** Adds a row, or takes one up again that was ended. */
export async function addOwnRow(tx: Tx, stekId: string, row: OwnRow, position: number): Promise<void> {
  await tallies(tx)
    .insertInto('tally_row')
    .values({ stek_id: stekId, ...row, position, ended_at: null })
    .onConflict((conflict) => conflict.columns(['stek_id', 'counted']).doUpdateSet({ label: row.label, position, ended_at: null }))
    .execute()
}

/** Ends a row from now on; what was counted stays. */
export async function endOwnRow(tx: Tx, stekId: string, counted: string, now: Temporal.Instant): Promise<void> {
  await tallies(tx)
    .updateTable('tally_row')
    .set({ ended_at: now.toString() })
    .where('stek_id', '=', stekId)
    .where('counted', '=', counted)
    .where('ended_at', 'is', null)
    .execute()
}

/** The sums of the moments planned between two dates, both included, by `slotId/plannedDate`. */
export async function countsBetween(tx: Tx, stekId: string, from: string, until: string): Promise<Map<string, Counts>> {
  const rows = await tallies(tx)
    .selectFrom('tally_entry')
    .select(['slot_id as slotId', 'on_date as date', 'counted', sql<number>`sum(change)::int`.as('sum')])
    .where('stek_id', '=', stekId)
    .where('on_date', '>=', from)
    .where('on_date', '<=', until)
    .groupBy(['slot_id', 'on_date', 'counted'])
    .execute()
  const counts = new Map<string, Record<string, number>>()
  for (const { slotId, date, counted, sum } of rows) {
    const key = `${slotId}/${date}`
    counts.set(key, { ...counts.get(key), [counted]: sum })
  }
  return counts
}

/** The sums of one moment. */
export async function countsOf(tx: Tx, stekId: string, slotId: string, date: string): Promise<Counts> {
  const rows = await tallies(tx)
    .selectFrom('tally_entry')
    .select(['counted', sql<number>`sum(change)::int`.as('sum')])
    .where('stek_id', '=', stekId)
    .where('slot_id', '=', slotId)
    .where('on_date', '=', date)
    .groupBy('counted')
    .execute()
  return Object.fromEntries(rows.map(({ counted, sum }) => [counted, sum]))
}
