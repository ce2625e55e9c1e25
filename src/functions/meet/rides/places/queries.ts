import type { Tx } from '../../../../platform/database/door.ts'
import type { GivenMinutes, Point } from '../match/distances.ts'
import type { RideTables } from '../tables.ts'

/** A rough place of a stek: a neighbourhood, a stop, or where a site stands. */
export type Place = Point & { name: string; siteId: string | null }

/** The rough places of a stek that are in use, by name. */
export async function placesOf(tx: Tx, stekId: string): Promise<Place[]> {
  const rows = await tx
    .withTables<RideTables>()
    .selectFrom('ride_place')
    .select(['place_id as placeId', 'name', 'latitude', 'longitude', 'site_id as siteId'])
    .where('stek_id', '=', stekId)
    .where('ended_at', 'is', null)
    .orderBy('name')
    .orderBy('place_id')
    .execute()
  const number = (text: string | null) => (text === null ? null : Number(text))
  return rows.map(({ latitude, longitude, ...row }) => ({ ...row, latitude: number(latitude), longitude: number(longitude) }))
}

/** Adds a rough place. */
export async function addPlace(tx: Tx, stekId: string, { placeId, name, latitude, longitude, siteId }: Place): Promise<void> {
  const row = { stek_id: stekId, place_id: placeId, name, latitude, longitude, site_id: siteId, ended_at: null }
  await tx.withTables<RideTables>().insertInto('ride_place').values(row).execute()
}

/** Takes a place off the list; rides that leave from it stay. */
export async function endPlace(tx: Tx, stekId: string, placeId: string, now: Temporal.Instant): Promise<void> {
  await tx
    .withTables<RideTables>()
    .updateTable('ride_place')
    .set({ ended_at: now.toString() })
    .where('stek_id', '=', stekId)
    .where('place_id', '=', placeId)
    .execute()
}

/** The minutes that the coordinator gave between places. */
export const givenMinutes = (tx: Tx, stekId: string): Promise<GivenMinutes[]> =>
  tx
    .withTables<RideTables>()
    .selectFrom('ride_minutes')
    .select(['from_place_id as fromPlaceId', 'to_place_id as toPlaceId', 'minutes'])
    .where('stek_id', '=', stekId)
    .orderBy('from_place_id')
    .orderBy('to_place_id')
    .execute()

/** Keeps how long it is between two places, in both directions. */
export async function giveMinutes(tx: Tx, stekId: string, { fromPlaceId, toPlaceId, minutes }: GivenMinutes): Promise<void> {
  const [from, to] = fromPlaceId < toPlaceId ? [fromPlaceId, toPlaceId] : [toPlaceId, fromPlaceId]
  await tx
    .withTables<RideTables>()
    .insertInto('ride_minutes')
    .values({ stek_id: stekId, from_place_id: from, to_place_id: to, minutes })
    .onConflict((conflict) => conflict.columns(['stek_id', 'from_place_id', 'to_place_id']).doUpdateSet({ minutes }))
    .execute()
}
