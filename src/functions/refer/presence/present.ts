import type { Work } from '../../../place/person/at-work.ts'
import type { House } from '../../../platform/http/house.ts'
import { plusDays } from '../../../programme/board/clock.ts'
import { readDesk, todayIn } from '../../../programme/desk/read.ts'
import { momentsBetween } from '../../../programme/moments/moments.ts'

/** A moment at which workers of a partner are in the stek. */
export type PresentMoment = { date: string; startTime: string; endTime: string; site: string }

const DAYS_AHEAD = 13
const MOST_SHOWN = 4

/**
 * The first moments of the coming two weeks at which a partner is in the stek, by the programme; none without a partner.
 * @source REFER-1 the same faces, visible ahead
 */
export async function presentOf(house: House, work: Work, partnerId: string | null): Promise<PresentMoment[]> {
  if (partnerId === null) return []
  const from = todayIn(house)
  const until = plusDays(from, DAYS_AHEAD)
  const board = await readDesk(house, work, { from, until })
  const offers = new Set(board.offers.filter((offer) => offer.partnerId === partnerId).map(({ offerId }) => offerId))
  return momentsBetween(board.slots, board.exceptions, board.closures, from, until, house.settings.timeZone)
    .filter(({ offerId, cancellation }) => offers.has(offerId) && !cancellation)
    .slice(0, MOST_SHOWN)
    .map(({ date, startTime, endTime, siteId }) => ({
      date,
      startTime,
      endTime,
      site: board.sites.find((site) => site.siteId === siteId)?.name ?? '',
    }))
}
