import { sql } from 'kysely'
import type { Database, Tx } from '../database/door.ts'
import type { House } from '../http/house.ts'
import type { JobKind } from '../jobs/jobs.ts'
import { type Term, termsAt } from './register.ts'

/** What one line of the register erased; only counted when something was. */
export type Erased = { table: string; column: string; rows: number }

const AT_ONCE = 5000

/**
 * Erases everything whose term in the register is over at `now`, and tells how many rows of what.
 * A date is over at the end of that day in `timeZone`. Works in portions of 5 000 rows, each a transaction of its own,
 * so that a long absence is made good without holding anybody up; may be broken off and begun again at any point.
 */
export async function erase(database: Database, now: Temporal.Instant, timeZone: string): Promise<Erased[]> {
  const erased: Erased[] = []
  for (const term of await database.asKeeper((tx) => termsAt(tx, now))) {
    let rows = 0
    for (;;) {
      const portion = await database.asKeeper((tx) => eraseSome(tx, term, timeZone))
      rows += portion
      if (portion < AT_ONCE) break
    }
    if (rows > 0) erased.push({ table: term.table, column: term.column, rows })
  }
  return erased
}

async function eraseSome(tx: Tx, term: Term, timeZone: string): Promise<number> {
  const table = sql.id(term.table)
  const column = sql.id(term.column)
  const over = term.over.toString()
  const isOver = term.countedFromIsDate
    ? sql`(${sql.id(term.countedFrom)} + 1)::timestamp <= ${over}::timestamptz at time zone ${timeZone}`
    : sql`${sql.id(term.countedFrom)} <= ${over}::timestamptz`
  if (term.how === 'row') {
    const gone = await sql`delete from ${table} where ctid in (select ctid from ${table} where ${isOver} limit ${AT_ONCE})`.execute(tx)
    return Number(gone.numAffectedRows ?? 0)
  }
  const empty = { null: sql`null`, text: sql`''`, object: sql`'{}'`, list: sql`'{}'` }[term.emptied]
  const full = term.emptied === 'null' ? sql`${column} is not null` : sql`${column} <> ${empty}`
  const blanked = await sql`update ${table} set ${column} = ${empty}
    where ctid in (select ctid from ${table} where ${isOver} and ${full} limit ${AT_ONCE})`.execute(tx)
  return Number(blanked.numAffectedRows ?? 0)
}

/** The kind of job that erases once a day what the register says is over. */
export const eraseKind = ({ database, clock, settings, log }: Pick<House, 'database' | 'clock' | 'settings' | 'log'>): JobKind => ({
  everyMinutes: 24 * 60,
  async run() {
    for (const { table, column, rows } of await erase(database, clock.now(), settings.timeZone))
      log.info({ table, column, rows }, 'erased what was over')
  },
})
