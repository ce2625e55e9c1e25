import type { Board } from '../../board/board.ts'
import { plusDays } from '../../board/clock.ts'
import { gapsAhead } from '../../moments/ahead.ts'
import type { Offer } from '../../offer/offer.ts'
import { allClaims, clashesIn } from '../../rooms/rules.ts'
import { dueForConfirmation } from '../confirm/rules.ts'

/** How many days ahead the desk looks for trouble, today included. */
export const LOOKED_AHEAD = 14

/** Two offers that want the same room at the same time. */
export type ClashAhead = { date: string; room: string; titles: readonly string[] }

/** What asks something of the people who work here. */
export type Needs = { gaps: readonly Offer[]; clashes: readonly ClashAhead[]; due: readonly Offer[] }

/** What needs somebody in the coming two weeks, of the offers that are `theirs`. @source MEET-2, COLLABORATE-2, PRACTICE-10 */
export function needsOf(board: Board, theirs: (offer: Offer) => boolean, today: string, zone: string): Needs {
  const own = board.offers.filter((offer) => theirs(offer))
  const gaps = new Set(gapsAhead(own, board.slots, board.exceptions, board.closures, today, zone, LOOKED_AHEAD))
  return {
    gaps: own.filter(({ offerId }) => gaps.has(offerId)),
    clashes: clashesAhead(board, today, zone),
    due: dueForConfirmation(own, today, zone),
  }
}

function clashesAhead(board: Board, today: string, zone: string): ClashAhead[] {
  const offerOf = new Map(board.slots.map(({ slotId, offerId }) => [slotId, offerId]))
  const title = (slotId: string) => board.offers.find(({ offerId }) => offerId === offerOf.get(slotId))?.title ?? ''
  const room = (roomId: string) => board.rooms.find((one) => one.roomId === roomId)?.name ?? ''
  return clashesIn(allClaims(board, today, plusDays(today, LOOKED_AHEAD - 1), zone)).map(({ date, roomId, slotIds }) => ({
    date,
    room: room(roomId),
    titles: slotIds.map(title),
  }))
}
