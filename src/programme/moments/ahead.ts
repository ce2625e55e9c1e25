import { dateOfDay, dayNumber } from '../../platform/calendar/day-number.ts'
import { wallClock } from '../../platform/calendar/zone.ts'
import type { Closure, Exception, Moment, Slot } from './moment.ts'
import { departuresBetween, momentsBetween } from './moments.ts'

// Nearly always the answer lies in the first stretch; looking a year ahead for everything would cost fifty times as much.
const STRETCHES_IN_DAYS = [
  [0, 13],
  [14, 69],
  [70, 400],
] as const

/**
 * The first moment of these slots that begins after an instant and is not cancelled, looking 400 days ahead; undefined when there is none.
 * A moment that has begun is not the next one (see {@link openNow}).
 */
export function nextMomentOf(
  slots: readonly Slot[],
  exceptions: readonly Exception[],
  closures: readonly Closure[],
  after: Temporal.Instant,
  zone: string,
): Moment | undefined {
  const today = dayNumber(wallClock(after, zone).date)
  for (const [first, last] of STRETCHES_IN_DAYS) {
    const moments = momentsBetween(slots, exceptions, closures, dateOfDay(today + first), dateOfDay(today + last), zone)
    const next = moments.find(({ startsAt, cancellation }) => !cancellation && Temporal.Instant.compare(startsAt, after) > 0)
    if (next) return next
  }
  return undefined
}

/** The moments that are going on at an instant: begun, not yet ended, not cancelled. */
export const openNow = (moments: readonly Moment[], instant: Temporal.Instant): Moment[] =>
  moments.filter(
    ({ startsAt, endsAt, cancellation }) =>
      !cancellation && Temporal.Instant.compare(startsAt, instant) <= 0 && Temporal.Instant.compare(instant, endsAt) < 0,
  )

/** An offer and the day it ended or will end; null while no end is known. */
export type OfferPeriod = { offerId: string; endedOn: string | null }

/**
 * The offers that visitors expect and will not find: no moment stands in the coming `days` (today included), although
 * moments were planned in them (cancelled, closed or moved further away), or nothing at all is planned for the coming 400 days.
 * An offer that rests in a holiday, comes less often than that or has yet to begin is no gap, nor is one that ends in those days.
 * @source COLLABORATE-2
 */
export function gapsAhead(
  offers: readonly OfferPeriod[],
  slots: readonly Slot[],
  exceptions: readonly Exception[],
  closures: readonly Closure[],
  today: string,
  zone: string,
  days = 14,
): string[] {
  const last = dateOfDay(dayNumber(today) + days - 1)
  const moments = momentsBetween(slots, exceptions, closures, today, last, zone)
  const standing = new Set(moments.filter(({ cancellation }) => !cancellation).map(({ offerId }) => offerId))
  const left = departuresBetween(slots, exceptions, closures, today, last, zone).map(({ moment }) => moment)
  const planned = new Set([...moments, ...left].map(({ offerId }) => offerId))
  const slotsOf = Map.groupBy(slots, ({ offerId }) => offerId)
  const later = (offerId: string) => {
    const far = momentsBetween(slotsOf.get(offerId) ?? [], exceptions, closures, last, dateOfDay(dayNumber(today) + 400), zone)
    return far.some(({ cancellation }) => !cancellation)
  }
  return offers
    .filter(({ endedOn }) => endedOn === null || endedOn > last)
    .filter(({ offerId }) => !standing.has(offerId) && (planned.has(offerId) || !later(offerId)))
    .map(({ offerId }) => offerId)
}
