import type { PlaceTables } from '../../place/tables.ts'
import type { Database } from '../../platform/database/door.ts'

/** When something that visitors can see of a stek last changed. Throws when the stek is gone. */
export async function changedAtOf(database: Database, stekId: string): Promise<Temporal.Instant> {
  const row = await database.reading(stekId, (tx) =>
    tx.withTables<PlaceTables>().selectFrom('stek_version').select('changed_at').where('stek_id', '=', stekId).executeTakeFirstOrThrow(),
  )
  return row.changed_at
}
