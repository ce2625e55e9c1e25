import type { Tx } from '../../platform/database/door.ts'
import type { SignUpTables } from '../sign-up/tables.ts'
import type { Outing, OutingChoice } from './outing.ts'

type OutingTables = {
  outing: { stek_id: string; offer_id: string; wheelchair: Outing['wheelchair']; weather_decided_by: string | null }
}

const tables = (tx: Tx) => tx.withTables<SignUpTables & OutingTables>()

/** The outings of a stek. */
export const outingsOf = (tx: Tx, stekId: string): Promise<Outing[]> =>
  tables(tx)
    .selectFrom('outing')
    .innerJoin('sign_up_terms as terms', (join) =>
      join.onRef('terms.stek_id', '=', 'outing.stek_id').onRef('terms.offer_id', '=', 'outing.offer_id'),
    )
    .select([
      'outing.offer_id as offerId',
      'terms.meeting_point as meetingPoint',
      'terms.what_to_bring as whatToBring',
      'terms.seats',
      'outing.wheelchair',
      'outing.weather_decided_by as weatherDecidedBy',
    ])
    .where('outing.stek_id', '=', stekId)
    .execute()

/** Keeps that an offer is an outing, or with null that it is none; its terms must be there. */
export async function keepOuting(tx: Tx, stekId: string, offerId: string, outing: OutingChoice | null): Promise<void> {
  if (!outing) {
    await tables(tx).deleteFrom('outing').where('stek_id', '=', stekId).where('offer_id', '=', offerId).execute()
    return
  }
  const values = { wheelchair: outing.wheelchair, weather_decided_by: outing.weatherDecidedBy }
  await tables(tx)
    .insertInto('outing')
    .values({ stek_id: stekId, offer_id: offerId, ...values })
    .onConflict((on) => on.columns(['stek_id', 'offer_id']).doUpdateSet(values))
    .execute()
}
