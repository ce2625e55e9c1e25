import { partnersOf } from '../../place/partner/queries.ts'
import { sitesOf } from '../../place/site/queries.ts'
import type { Site } from '../../place/site/site.ts'
import { stekById } from '../../place/stek/queries.ts'
import type { Stek } from '../../place/stek/stek.ts'
import type { Tx } from '../../platform/database/door.ts'
import { closuresOf } from '../board/queries.ts'
import { exceptionOn } from '../exception/queries.ts'
import type { Moment } from '../moments/moment.ts'
import { momentOf } from '../moments/moments.ts'
import type { Offer } from '../offer/offer.ts'
import { offersOf } from '../offer/queries.ts'
import type { Outing } from '../outing/outing.ts'
import { outingsOf } from '../outing/queries.ts'
import { slotById } from '../slot/queries.ts'
import { termsOf } from './queries.ts'
import type { Terms } from './rules.ts'

/** One moment that people sign up for, with all that its pages and mails say about it; no terms yet means that nobody set it up. */
export type Subject = {
  stek: Stek
  offer: Offer
  site: Site
  moment: Moment
  terms: Terms | undefined
  outing: Outing | undefined
  /** The partner who carries the rest of the price, if any. */
  carrier: string | undefined
}

/** A moment that its slot no longer has because it was stopped: who signed up before still has to read that it is off. */
const stopped = (moment: Moment | undefined): Moment | undefined => moment && { ...moment, cancellation: { because: 'worker', reason: '' } }

/** A moment by its slot and planned date, as it stands now; undefined when there is none or people just walk in. */
export async function subjectOf(tx: Tx, stekId: string, slotId: string, plannedDate: string, zone: string): Promise<Subject | undefined> {
  const stek = await stekById(tx, stekId)
  const own = await slotById(tx, stekId, slotId)
  if (!stek || !own) return undefined
  const ends = [own.endsOn, own.offerEndedOn].filter((date) => date !== null).sort()
  const exception = await exceptionOn(tx, stekId, slotId, plannedDate)
  const date = exception?.movedTo ?? plannedDate
  const closures = await closuresOf(tx, stekId, { from: date, until: date })
  const arranged = exception ? [exception] : []
  const moment =
    momentOf({ ...own, endsOn: ends[0] ?? null }, plannedDate, arranged, closures, zone) ??
    stopped(momentOf({ ...own, endsOn: null }, plannedDate, arranged, closures, zone))
  const offer = (await offersOf(tx, stekId)).find(({ offerId }) => offerId === own.offerId)
  const site = (await sitesOf(tx, stekId)).find(({ siteId }) => siteId === moment?.siteId)
  if (!moment || !offer || !site || offer.takingPart !== 'sign-up') return undefined
  const outing = (await outingsOf(tx, stekId)).find(({ offerId }) => offerId === offer.offerId)
  const carrier = (await partnersOf(tx, stekId)).find(({ partnerId }) => partnerId === offer.costCarrierId)?.name
  return { stek, offer, site, moment, terms: await termsOf(tx, stekId, offer.offerId), outing, carrier }
}
