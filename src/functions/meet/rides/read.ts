import type { Context } from 'hono'
import { atWork, type Work } from '../../../place/person/at-work.ts'
import { notAllowed, notFoundAtWork } from '../../../place/person/pages.tsx'
import { leads } from '../../../place/person/rules.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import { type Minutes, minutesBetween } from './match/distances.ts'
import { type RideMoment, rideMoment } from './moment.ts'
import { givenMinutes } from './places/queries.ts'

/** Who asks, and whether the person arranges rides or only drives. */
export type RideWork = Work & { arranges: boolean }

/** Somebody who arranges rides or drives; or the page that says why not. */
export async function ridesAtWork(c: Context<Env>, house: House): Promise<RideWork | Response> {
  const work = await atWork(c, house, 'rides.see')
  return work instanceof Response ? work : { ...work, arranges: leads(work.signedIn, work.stek.stekId) }
}

/** Somebody who arranges rides: who leads the stek; or the page that says why not. */
export async function arrangerAtWork(c: Context<Env>, house: House): Promise<RideWork | Response> {
  const work = await ridesAtWork(c, house)
  if (work instanceof Response) return work
  return work.arranges ? work : notAllowed(c, house, work.stek.name)
}

/** The moment in the address, of the stek somebody works in; or the page that says there is none. */
export async function momentAt(c: Context<Env>, house: House, work: RideWork): Promise<RideMoment | Response> {
  const ride = await rideMoment(house, work.stek.slug, c.req.param('slot') ?? '', c.req.param('date') ?? '')
  return ride ?? notFoundAtWork(c, house)
}

/** The minutes between the places of a stek, and the place where a moment is held; null when nobody said where that is. */
export async function roadsTo(house: House, work: RideWork, ride: RideMoment): Promise<{ minutes: Minutes; to: string | null }> {
  const given = await house.database.inStek(work.actor, work.stek.stekId, (tx) => givenMinutes(tx, work.stek.stekId))
  return {
    minutes: minutesBetween(ride.places, given),
    to: ride.places.find(({ siteId }) => siteId === ride.moment.siteId)?.placeId ?? null,
  }
}
