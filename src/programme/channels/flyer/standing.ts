import { dayNumber, weekdayOfDay } from '../../../platform/calendar/day-number.ts'
import type { Board } from '../../board/board.ts'
import { plusDays } from '../../board/clock.ts'
import type { Window } from '../../board/queries.ts'
import { comesBackFrom } from '../../board/rhythm.ts'
import type { Slot } from '../../moments/moment.ts'
import { momentsBetween } from '../../moments/moments.ts'
import type { Offer } from '../../offer/offer.ts'

/** A slot that begins within so many days already stands on the paper, with its first day. */
const BEGINS_SOON = 28
/** Something for one date stands on the paper from so many days before. */
const ONCE_AHEAD = 60
/** How old paper may be and still be recognised, in days. */
export const REMEMBERED = 180

/** One line of the standing programme: a slot that comes back, or one date. */
export type StandingLine = {
  slot: Slot
  offer: Offer
  /** 1 is Monday. */
  weekday: number
  startTime: string
  endTime: string
  siteId: string
  /** The one date it is for; null when it comes back. */
  onlyOn: string | null
}

/** The days of which the board must be read to know what stands on paper today, and what stood on it before. */
export const paperWindow = (today: string): Window => ({ from: plusDays(today, -REMEMBERED), until: plusDays(today, ONCE_AHEAD) })

/**
 * Tells what stands on the paper of a day in {@link paperWindow}: by weekday, time and title.
 * That a weekly moment is off on one date changes nothing here, because paper tells how it usually is; a single date that is off is left out.
 * @source CONTEXT-3, CONTEXT-5
 */
export function standingLinesOf(board: Board, today: string, zone: string): (day: string) => StandingLine[] {
  const offers = new Map(board.offers.map((offer) => [offer.offerId, offer]))
  const lines = board.slots.flatMap((slot) => lineOf(slot, offers.get(slot.offerId))).sort(inOrder)
  const dated = datedLines(board, offers, today, zone)
  return (day) => {
    const soon = plusDays(day, BEGINS_SOON)
    const far = plusDays(day, ONCE_AHEAD)
    const near = dated.filter(({ onlyOn }) => onlyOn !== null && day <= onlyOn && onlyOn <= far)
    const coming = lines.filter(({ slot }) => slot.startsOn <= soon && comesBackFrom(slot, day))
    return near.length === 0 ? coming : [...coming, ...near].sort(inOrder)
  }
}

const inOrder = (one: StandingLine, other: StandingLine): number =>
  one.weekday - other.weekday ||
  one.startTime.localeCompare(other.startTime) ||
  one.offer.title.localeCompare(other.offer.title) ||
  one.slot.slotId.localeCompare(other.slot.slotId)

function lineOf(slot: Slot, offer: Offer | undefined): StandingLine[] {
  if (!offer || slot.pattern === 'once' || slot.weekday === null) return []
  return [{ slot, offer, weekday: slot.weekday, startTime: slot.startTime, endTime: slot.endTime, siteId: slot.siteId, onlyOn: null }]
}

function datedLines(board: Board, offers: ReadonlyMap<string, Offer>, today: string, zone: string): StandingLine[] {
  const { from, until } = paperWindow(today)
  const once = new Map(board.slots.filter(({ pattern }) => pattern === 'once').map((slot) => [slot.slotId, slot]))
  return momentsBetween([...once.values()], board.exceptions, board.closures, from, until, zone).flatMap(
    ({ slotId, offerId, date, startTime, endTime, siteId, cancellation }) => {
      const [slot, offer] = [once.get(slotId), offers.get(offerId)]
      if (!slot || !offer || cancellation) return []
      return [{ slot, offer, weekday: weekdayOfDay(dayNumber(date)), startTime, endTime, siteId, onlyOn: date }]
    },
  )
}
