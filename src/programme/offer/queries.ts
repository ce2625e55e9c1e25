import type { Tx } from '../../platform/database/door.ts'
import type { ProgrammeTables } from '../tables.ts'
import type { FunctionCode, Offer } from './offer.ts'

/** The offers of a stek, by title; `endedSince` leaves out those that ended before that day. */
export async function offersOf(tx: Tx, stekId: string, endedSince?: string): Promise<Offer[]> {
  let rows = tx
    .withTables<ProgrammeTables>()
    .selectFrom('offer')
    .select([
      'offer_id as offerId',
      'partner_id as partnerId',
      'site_id as siteId',
      'slug',
      'title',
      'summary',
      'description',
      'functions',
      'themes',
      'audience',
      'price_in_cents as priceInCents',
      'pays',
      'cost_carrier_id as costCarrierId',
      'taking_part as takingPart',
      'spoken_languages as spokenLanguages',
      'pictogram',
      'who_you_meet as whoYouMeet',
      'professionals_only as professionalsOnly',
      'confidential',
      'confirm_every_days as confirmEveryDays',
      'confirmed_at as confirmedAt',
      'ended_on as endedOn',
      'revision',
      'translations',
    ])
    .where('stek_id', '=', stekId)
    .orderBy('title')
    .orderBy('offer_id')
  if (endedSince) rows = rows.where((of) => of.or([of('ended_on', 'is', null), of('ended_on', '>=', endedSince)]))
  return (await rows.execute()).map((row) => ({ ...row, functions: row.functions as FunctionCode[] }))
}
