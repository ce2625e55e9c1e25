import type { Moment } from '../moments/moment.ts'

/** A day plus some days, as '2026-11-24'. */
export const plusDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString()

/** The day it is in a zone. */
export const dayOf = (now: Temporal.Instant, zone: string): string => now.toZonedDateTimeISO(zone).toPlainDate().toString()

/** Until when a page that shows "now" and "today" is true: the next start or end of a moment, or midnight. Milliseconds since 1970. */
export function trueUntil(now: Temporal.Instant, zone: string, moments: readonly Moment[]): number {
  const midnight = now.toZonedDateTimeISO(zone).add({ days: 1 }).startOfDay().epochMilliseconds
  const at = now.epochMilliseconds
  const edges = moments.flatMap(({ startsAt, endsAt }) => [startsAt.epochMilliseconds, endsAt.epochMilliseconds])
  return Math.min(midnight, ...edges.filter((edge) => edge > at))
}
