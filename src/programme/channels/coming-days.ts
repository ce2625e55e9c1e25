import type { Language } from '../../platform/i18n/languages.ts'
import { type Board, type BoardInWords, boardIn } from '../board/board.ts'
import { dayOf, plusDays, trueUntil } from '../board/clock.ts'
import type { Window } from '../board/queries.ts'
import { type ShownDay, type ShownMoment, shownDays } from '../board/shown.ts'
import { departuresBetween, momentsBetween } from '../moments/moments.ts'

/** How many days a message, a read-aloud text or a phone script tells about, today included. */
const TOLD = 7
/** How far ahead the next chance is looked for, in days; the same as the page of the stek. */
const AHEAD = 70

/** The coming seven days of a stek in one language, as every spoken or sent channel tells them. */
export type ComingDays = {
  board: BoardInWords
  today: string
  /** What still comes or goes on, what is off and what moved away; what is over is left out. */
  days: readonly ShownDay[]
  /** The first moment that goes on after these days; undefined when there is none in sight. */
  next: ShownMoment | undefined
  /** Until when this is true, in milliseconds since 1970. */
  trueUntil: number
}

/** The days of which the board must be read for {@link comingDays}. */
export function comingWindow(now: Temporal.Instant, zone: string): Window {
  const today = dayOf(now, zone)
  return { from: today, until: plusDays(today, AHEAD) }
}

/** What the coming seven days bring, today first; `putIn` is `boardForPage` where a page is made of it. */
export function comingDays(read: Board, language: Language, now: Temporal.Instant, zone: string, putIn = boardIn): ComingDays {
  const board = putIn(read, language)
  const { from: today, until: last } = comingWindow(now, zone)
  const until = plusDays(today, TOLD - 1)
  const ahead = momentsBetween(board.slots, board.exceptions, board.closures, today, last, zone)
  const near = ahead.filter(({ date }) => date <= until)
  const departures = departuresBetween(board.slots, board.exceptions, board.closures, today, until, zone)
  const days = shownDays(board, near, departures, ahead, now)
    .map(({ date, moments }) => ({ date, moments: moments.filter(({ state }) => state !== 'done') }))
    .filter(({ moments }) => moments.length > 0)
  const later = ahead.find(({ date, cancellation }) => date > until && !cancellation)
  const next = later && shownDays(board, [later], [], [], now)[0]?.moments[0]
  return { board, today, days, next, trueUntil: trueUntil(now, zone, near) }
}
