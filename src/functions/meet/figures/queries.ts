import type { Tx } from '../../../platform/database/door.ts'
import type { Release } from './release/release.ts'
import type { FiguresTables } from './tables.ts'

const figures = (tx: Tx) => tx.withTables<FiguresTables>()

/** The first and the last month that were told (`2026-10`); undefined while none was, or for who may not read. */
export async function toldMonths(tx: Tx, stekId: string): Promise<{ first: string; last: string } | undefined> {
  const row = await figures(tx)
    .selectFrom('figures_release')
    .select((of) => [of.fn.min('month').as('first'), of.fn.max('month').as('last')])
    .where('stek_id', '=', stekId)
    .executeTakeFirst()
  return row?.first && row.last ? { first: row.first.slice(0, 7), last: row.last.slice(0, 7) } : undefined
}

/** What was told of the months between two, both included, earliest first. */
export async function releasesBetween(tx: Tx, stekId: string, first: string, last: string): Promise<Release[]> {
  const rows = await figures(tx)
    .selectFrom('figures_release')
    .select('told')
    .where('stek_id', '=', stekId)
    .where('month', '>=', `${first}-01`)
    .where('month', '<=', `${last}-01`)
    .orderBy('month')
    .execute()
  return rows.map(({ told }) => told)
}
