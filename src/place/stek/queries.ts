import type { Database, Tx } from '../../platform/database/door.ts'
import type { PlaceTables } from '../tables.ts'
import type { Stek } from './stek.ts'

const steks = (tx: Tx) =>
  tx
    .withTables<PlaceTables>()
    .selectFrom('stek')
    .innerJoin('network', 'network.network_id', 'stek.network_id')
    .select([
      'stek.stek_id as stekId',
      'stek.slug',
      'stek.name',
      'stek.municipality',
      'stek.nis_code as nisCode',
      'stek.welcome',
      'stek.phone',
      'stek.price_limit_in_cents as priceLimitInCents',
      'stek.translations',
      'network.name as networkName',
    ])

/** All steks, by name; which exist is public. */
export const allSteks = (tx: Tx): Promise<Stek[]> => steks(tx).orderBy('stek.name').execute()

/** The stek with this address, or undefined. */
export const stekBySlug = (tx: Tx, slug: string): Promise<Stek | undefined> => steks(tx).where('stek.slug', '=', slug).executeTakeFirst()

/** The stek with this id, or undefined. */
export const stekById = (tx: Tx, stekId: string): Promise<Stek | undefined> =>
  steks(tx).where('stek.stek_id', '=', stekId).executeTakeFirst()

/** The number of a stek that grows with every change visitors can see, and when the last one was. Throws when the stek is gone. */
export async function versionOf(tx: Tx, stekId: string): Promise<{ version: number; changedAt: Temporal.Instant }> {
  return tx
    .withTables<PlaceTables>()
    .selectFrom('stek_version')
    .select(['version', 'changed_at as changedAt'])
    .where('stek_id', '=', stekId)
    .executeTakeFirstOrThrow()
}

/** Reads the present numbers of many steks at once, for `Versions`. */
export const readVersions =
  (database: Database) =>
  async (stekIds: readonly string[]): Promise<Map<string, number>> => {
    const rows = await database.reading(null, (tx) =>
      tx
        .withTables<PlaceTables>()
        .selectFrom('stek_version')
        .select(['stek_id', 'version'])
        .where('stek_id', 'in', [...stekIds])
        .execute(),
    )
    return new Map(rows.map((row) => [row.stek_id, row.version]))
  }
