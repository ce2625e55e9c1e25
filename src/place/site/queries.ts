import type { Tx } from '../../platform/database/door.ts'
import type { PlaceTables } from '../tables.ts'
import type { Room, Site } from './site.ts'

/** The sites of a stek, by name. */
export const sitesOf = (tx: Tx, stekId: string): Promise<Site[]> =>
  tx
    .withTables<PlaceTables>()
    .selectFrom('site')
    .select([
      'site_id as siteId',
      'slug',
      'name',
      'street',
      'postcode',
      'town',
      'directions',
      'bus',
      'bike',
      'parking',
      'step_free as stepFree',
      'toilet',
      'translations',
    ])
    .where('stek_id', '=', stekId)
    .orderBy('name')
    .execute()

/** The rooms of all sites of a stek, by name. */
export const roomsOf = (tx: Tx, stekId: string): Promise<Room[]> =>
  tx
    .withTables<PlaceTables>()
    .selectFrom('room')
    .select(['room_id as roomId', 'site_id as siteId', 'name'])
    .where('stek_id', '=', stekId)
    .orderBy('name')
    .execute()
