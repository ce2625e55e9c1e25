import type { Context } from 'hono'
import { atWork, type Work } from '../../place/person/at-work.ts'
import { notFoundAtWork } from '../../place/person/pages.tsx'
import { mayDo } from '../../place/person/rules.ts'
import type { Env, House } from '../../platform/http/house.ts'
import type { Board } from '../board/board.ts'
import { plusDays } from '../board/clock.ts'
import { isDate } from '../desk/moment-change/subject.ts'
import { readDesk, todayIn } from '../desk/read.ts'
import type { Moment } from '../moments/moment.ts'
import { momentOf } from '../moments/moments.ts'
import type { Offer } from '../offer/offer.ts'
import { PROMISED_DAYS } from '../rooms/rules.ts'
import { hostsIn } from './queries.ts'
import { type Colleague, type Hosts, hostsAt, type MomentHosts } from './rules.ts'

/** The moment a page about hosts is about, with all that is around it. */
export type HostSubject = { work: Work; board: Board; offer: Offer; moment: Moment; all: Hosts; at: MomentHosts; me: Colleague }

/** Who hosts what in the stek somebody works in. */
const readHosts = (house: House, { actor, stek }: Work): Promise<Hosts> =>
  house.database.inStek(actor, stek.stekId, (tx) => hostsIn(tx, stek.stekId, house.clock.now()))

/** The same for a page that everybody at work may see; undefined for who may not see hosts. */
export const hostsToSee = async (house: House, work: Work): Promise<Hosts | undefined> =>
  mayDo(work.signedIn, work.stek.stekId, 'hosts.see') ? readHosts(house, work) : undefined

/** The moment in the address, for somebody who may see hosts; or the page that says why not. */
export async function hostsOfAddress(c: Context<Env>, house: House): Promise<HostSubject | Response> {
  const work = await atWork(c, house, 'hosts.see')
  if (work instanceof Response) return work
  return (await hostsOfMoment(house, work, c.req.param('slot') ?? '', c.req.param('date') ?? '')) ?? notFoundAtWork(c, house)
}

/** A moment by its key, as it stands now; undefined when there is none. */
export async function hostsOfMoment(house: House, work: Work, slotId: string, date: string): Promise<HostSubject | undefined> {
  if (!isDate(date)) return undefined
  const today = todayIn(house)
  const board = await readDesk(house, work, {
    from: date < today ? date : today,
    until: plusDays(today > date ? today : date, PROMISED_DAYS),
  })
  const slot = board.slots.find((one) => one.slotId === slotId)
  const offer = slot && board.offers.find(({ offerId }) => offerId === slot.offerId)
  const moment = slot && momentOf(slot, date, board.exceptions, board.closures, house.settings.timeZone)
  const all = await readHosts(house, work)
  const me = all.colleagues.find(({ personId }) => personId === work.signedIn.personId)
  return offer && moment && me ? { work, board, offer, moment, all, at: hostsAt(moment, offer, all), me } : undefined
}
