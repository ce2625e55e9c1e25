import type { Tx } from '../../platform/database/door.ts'
import type { PlaceTables } from '../tables.ts'
import type { Partner } from './partner.ts'

/** The partners of a stek, by name. */
export const partnersOf = (tx: Tx, stekId: string): Promise<Partner[]> =>
  tx
    .withTables<PlaceTables>()
    .selectFrom('partner')
    .select([
      'partner_id as partnerId',
      'slug',
      'name',
      'what',
      'how_to_reach as howToReach',
      'website',
      'phone',
      'email',
      'pictogram',
      'translations',
    ])
    .where('stek_id', '=', stekId)
    .orderBy('name')
    .execute()
