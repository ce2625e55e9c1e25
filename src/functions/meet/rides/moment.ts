import type { Stek } from '../../../place/stek/stek.ts'
import type { House } from '../../../platform/http/house.ts'
import type { Board } from '../../../programme/board/board.ts'
import { dayOf } from '../../../programme/board/clock.ts'
import { readBoard } from '../../../programme/board/queries.ts'
import type { Moment } from '../../../programme/moments/moment.ts'
import { momentOf } from '../../../programme/moments/moments.ts'
import { type Place, placesOf } from './places/queries.ts'

/** The moment that a ride goes to, with its stek and the rough places to leave from. */
export type RideMoment = { stek: Stek; board: Board; moment: Moment; places: readonly Place[] }

/** Whether a ride can still be arranged, and if not, why not. */
export type RideState = 'open' | 'cancelled' | 'over'

const isDate = (text: string): boolean => {
  try {
    return /^2\d{3}-\d{2}-\d{2}$/.test(text) && Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

/** The moment with this slot and planned date in a stek, as it stands now; undefined when there is none. */
export async function rideMoment(house: House, slug: string, slotId: string, date: string): Promise<RideMoment | undefined> {
  if (!isDate(date)) return undefined
  const today = dayOf(house.clock.now(), house.settings.timeZone)
  const window = date < today ? { from: date, until: today } : { from: today, until: date }
  const board = await readBoard(house.database, slug, window)
  const slot = board?.slots.find((one) => one.slotId === slotId)
  if (!board || !slot || !board.offers.some(({ offerId }) => offerId === slot.offerId)) return undefined
  const moment = momentOf(slot, date, board.exceptions, board.closures, house.settings.timeZone)
  if (!moment) return undefined
  const places = await house.database.reading(board.stek.stekId, (tx) => placesOf(tx, board.stek.stekId))
  return { stek: board.stek, board, moment, places }
}

/** Whether rides to a moment can still be asked. */
export const stateOf = ({ cancellation, endsAt }: Moment, now: Temporal.Instant): RideState =>
  cancellation ? 'cancelled' : Temporal.Instant.compare(endsAt, now) <= 0 ? 'over' : 'open'

/** The places where people can get in: all but those where a site stands. */
export const placesToLeave = (places: readonly Place[]): readonly Place[] => places.filter(({ siteId }) => siteId === null)
