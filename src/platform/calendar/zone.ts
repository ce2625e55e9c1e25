import { dateOfDay, dayNumber, minutesOf } from './day-number.ts'

const KEEP = 20_000
const MINUTE = 60_000
const DAY = 86_400_000
const steady = new Map<string, Map<number, number | null>>()
const instants = new Map<number, Temporal.Instant>()

/** Milliseconds the zone is ahead of UTC all day long, or null on a day when the clocks change. */
function offsetOn(day: number, zone: string): number | null {
  let ofZone = steady.get(zone)
  if (!ofZone) {
    if (steady.size >= 20) steady.clear()
    ofZone = new Map()
    steady.set(zone, ofZone)
  }
  const known = ofZone.get(day)
  if (known !== undefined) return known
  const date = Temporal.PlainDate.from(dateOfDay(day))
  const start = date.toZonedDateTime(zone)
  const after = date.add({ days: 1 }).toZonedDateTime(zone).offsetNanoseconds
  // Where the clocks skip midnight itself the day begins at one o'clock, and its offset never changes after that.
  const isWhole = start.hour === 0 && start.minute === 0 && start.offsetNanoseconds === after
  const offset = isWhole ? start.offsetNanoseconds / 1e6 : null
  if (ofZone.size >= KEEP) ofZone.clear()
  ofZone.set(day, offset)
  return offset
}

/** Milliseconds since 1970 of a wall-clock time (minutes since midnight) on a day number; see {@link instantOf}. */
export function millisecondsAt(day: number, minutes: number, zone: string): number {
  const offset = offsetOn(day, zone)
  if (offset !== null) return day * DAY + minutes * MINUTE - offset
  const wall = Temporal.PlainDate.from(dateOfDay(day)).toPlainDateTime({ hour: Math.floor(minutes / 60), minute: minutes % 60 })
  return wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds
}

/** The instant of a number of milliseconds since 1970; the same object again while it is remembered. */
export function instantFrom(milliseconds: number): Temporal.Instant {
  const known = instants.get(milliseconds)
  if (known) return known
  const instant = Temporal.Instant.fromEpochMilliseconds(milliseconds)
  if (instants.size >= KEEP) instants.clear()
  instants.set(milliseconds, instant)
  return instant
}

/**
 * The instant at which the clock on the wall shows `time` (`13:00`) on `date` (`2026-11-24`) in an IANA time zone.
 * When the clocks go forward, a time that is skipped counts as one hour later (02:30 becomes 03:30 in Brussels); when they
 * go back, a time that comes twice is the first of the two ("compatible", RFC 5545 section 3.3.5).
 * Throws a RangeError on a date or time that does not exist on any clock, or on an unknown zone.
 */
export const instantOf = (date: string, time: string, zone: string): Temporal.Instant =>
  instantFrom(millisecondsAt(dayNumber(date), minutesOf(time), zone))

/** What calendar and clock show at an instant in an IANA time zone: `{ date: '2026-11-24', time: '13:00' }`, seconds left off. */
export function wallClock(instant: Temporal.Instant, zone: string): { date: string; time: string } {
  const local = instant.toZonedDateTimeISO(zone)
  return { date: local.toPlainDate().toString(), time: local.toPlainTime().toString({ smallestUnit: 'minute' }) }
}
