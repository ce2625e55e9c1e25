import type { PlaceTables } from '../../place/tables.ts'
import type { Tx } from '../../platform/database/door.ts'
import type { ProgrammeTables } from '../tables.ts'

/** The addresses in a stek that are taken already, by offers, sites or partners; those of what ended too. */
export async function takenSlugs(tx: Tx, stekId: string, table: 'offer' | 'site' | 'partner'): Promise<ReadonlySet<string>> {
  const db = tx.withTables<PlaceTables & Pick<ProgrammeTables, 'offer'>>()
  const rows = await db.selectFrom(table).select('slug').where('stek_id', '=', stekId).execute()
  return new Set(rows.map(({ slug }) => slug))
}
