import { dayNumber } from '../../platform/calendar/day-number.ts'
import type { Closure, Departure, Exception, Moment, Slot } from './moment.ts'
import { isPlannedOn, plannedDates } from './pauses.ts'
import { hasMoved, type Notes, notesOf, type Standing, standing } from './standing.ts'

/** Earliest first; what begins together goes by its end, then by key, so that the order never depends on the input. */
const inOrder = (found: Standing[]): Moment[] =>
  found.sort((a, b) => a.starts - b.starts || a.ends - b.ends || byKey(a.moment, b.moment)).map(({ moment }) => moment)

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const byKey = (a: Moment, b: Moment): number => byText(a.slotId, b.slotId) || byText(a.plannedDate, b.plannedDate)

/** The moments of a slot that were moved to another day, as far as their exception is `wanted`. */
function movedAway(slot: Slot, notes: Notes, zone: string, wanted: (exception: Exception & { movedTo: string }) => boolean): Standing[] {
  const own = notes.exceptions.get(slot.slotId)
  if (!own) return []
  const moved = [...own.values()].filter(hasMoved).filter((exception) => wanted(exception) && isPlannedOn(slot, exception.onDate))
  return moved.map(({ onDate }) => standing(slot, onDate, notes, zone))
}

/**
 * All moments that take place, or were to take place and are cancelled, between two dates, both included; earliest first.
 * A moved moment stands on its new day only (see {@link departuresBetween}); a slot that rests in a holiday gives none
 * (see `pausesBetween`); an exception for a date on which the slot is not planned is passed over.
 * Moments that cross midnight do not exist. `zone` is the IANA time zone of the wall clock.
 * @source CONTEXT-3
 */
export function momentsBetween(
  slots: readonly Slot[],
  exceptions: readonly Exception[],
  closures: readonly Closure[],
  from: string,
  until: string,
  zone: string,
): Moment[] {
  const first = dayNumber(from)
  const last = dayNumber(until)
  const notes = notesOf(exceptions, closures)
  const found: Standing[] = []
  for (const slot of slots) {
    const own = notes.exceptions.get(slot.slotId)
    for (const date of plannedDates(slot, first, last)) {
      const exception = own?.get(date)
      if (!exception || !hasMoved(exception)) found.push(standing(slot, date, notes, zone))
    }
    if (own) found.push(...movedAway(slot, notes, zone, ({ movedTo }) => from <= movedTo && movedTo <= until))
  }
  return inOrder(found)
}

/**
 * The moments that left their planned day between two dates, both included, by that day: so that a page can say "moved to …" there.
 * `moment.cancellation` tells when it was cancelled after it was moved.
 */
export function departuresBetween(
  slots: readonly Slot[],
  exceptions: readonly Exception[],
  closures: readonly Closure[],
  from: string,
  until: string,
  zone: string,
): Departure[] {
  const notes = notesOf(exceptions, closures)
  const left = slots
    .flatMap((slot) => movedAway(slot, notes, zone, ({ onDate }) => from <= onDate && onDate <= until))
    .map(({ moment }) => ({ date: moment.plannedDate, moment }))
  return left.sort(
    (a, b) => byText(a.date, b.date) || byText(a.moment.plannedStartTime, b.moment.plannedStartTime) || byKey(a.moment, b.moment),
  )
}

/** The moment of a slot that was planned on a date, as it stands now; undefined when the slot is not planned then. */
export const momentOf = (
  slot: Slot,
  plannedDate: string,
  exceptions: readonly Exception[],
  closures: readonly Closure[],
  zone: string,
): Moment | undefined =>
  isPlannedOn(slot, plannedDate) ? standing(slot, plannedDate, notesOf(exceptions, closures), zone).moment : undefined
