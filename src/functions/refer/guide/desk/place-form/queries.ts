import { sql } from 'kysely'
import type { Tx } from '../../../../../platform/database/door.ts'
import type { GuideTables } from '../../tables.ts'
import type { PlaceRow } from '../queries.ts'
import type { placeColumns, Reach } from './form.ts'

const guide = (tx: Tx) => tx.withTables<GuideTables>()

/** The places of the guide, with how many services are given there; the first 300 by name. */
export const placesOf = (tx: Tx, stekId: string) =>
  guide(tx)
    .selectFrom('service_location as l')
    .select(['l.location_id as locationId', 'l.name', 'l.street', 'l.town'])
    .select(
      sql<number>`(select count(*)::int from service_at_location a where a.stek_id = l.stek_id and a.location_id = l.location_id)`.as(
        'services',
      ),
    )
    .where('l.stek_id', '=', stekId)
    .orderBy('l.name')
    .limit(300)
    .execute()

/** One place with the ways to it from the sites of the stek; undefined when this stek has none such. */
export async function placeRow(tx: Tx, stekId: string, id: string): Promise<{ row: PlaceRow; reach: Reach[] } | undefined> {
  const row = await guide(tx)
    .selectFrom('service_location')
    .selectAll()
    .where('stek_id', '=', stekId)
    .where('location_id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const reach = await guide(tx)
    .selectFrom('service_reach')
    .select(['site_id', 'by_means', 'minutes', 'weekdays', 'first_there', 'last_back', 'note'])
    .where('stek_id', '=', stekId)
    .where('location_id', '=', id)
    .execute()
  return { row, reach }
}

/** Adds a place, or saves one over what was; the ways to it are replaced. */
export async function keepPlace(
  tx: Tx,
  stekId: string,
  id: string,
  columns: ReturnType<typeof placeColumns>,
  reach: readonly Reach[],
): Promise<void> {
  const imported = { imported_from: null, imported_id: null }
  await guide(tx)
    .insertInto('service_location')
    .values({ stek_id: stekId, location_id: id, ...columns, ...imported })
    .onConflict((conflict) => conflict.columns(['stek_id', 'location_id']).doUpdateSet(columns))
    .execute()
  await guide(tx).deleteFrom('service_reach').where('stek_id', '=', stekId).where('location_id', '=', id).execute()
  if (reach.length > 0)
    await guide(tx)
      .insertInto('service_reach')
      .values(reach.map((one) => ({ stek_id: stekId, location_id: id, ...one })))
      .execute()
}

/** Takes a place away where no service is given; gives whether it went. */
export async function removePlace(tx: Tx, stekId: string, id: string): Promise<boolean> {
  const used = await guide(tx)
    .selectFrom('service_at_location')
    .select('service_id')
    .where('stek_id', '=', stekId)
    .where('location_id', '=', id)
    .executeTakeFirst()
  if (used) return false
  await guide(tx).deleteFrom('service_location').where('stek_id', '=', stekId).where('location_id', '=', id).execute()
  return true
}
