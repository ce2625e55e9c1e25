import type { Moment } from '../moments/moment.ts'

/** What a visitor needs first: is it open, or when does it open. */
export type Opening =
  | { kind: 'open'; until: string; first: Moment; also: readonly Moment[] }
  | { kind: 'later-today'; first: Moment; also: readonly Moment[] }
  | { kind: 'next'; first: Moment; also: readonly Moment[] }
  | { kind: 'nothing' }

/**
 * Whether something goes on now, later today, or on which day next; a cancelled moment opens nothing.
 * `until` is the latest end of what is open now without a pause in between, as '16:00'.
 * @source MEET-1, PRACTICE-6
 */
export function openingAt(moments: readonly Moment[], now: Temporal.Instant, today: string): Opening {
  const on = moments.filter((moment) => !moment.cancellation && Temporal.Instant.compare(moment.endsAt, now) > 0)
  const [first, ...also] = on.filter((moment) => Temporal.Instant.compare(moment.startsAt, now) <= 0)
  if (first) {
    // What begins before the last of these ends keeps the door open.
    const last = on.reduce((open, next) => {
      const goesOn = Temporal.Instant.compare(next.startsAt, open.endsAt) <= 0 && Temporal.Instant.compare(next.endsAt, open.endsAt) > 0
      return goesOn ? next : open
    }, first)
    return { kind: 'open', until: last.endTime, first, also }
  }
  const next = on[0]
  if (!next) return { kind: 'nothing' }
  const together = on.slice(1).filter((moment) => moment.date === next.date && moment.startTime === next.startTime)
  return { kind: next.date === today ? 'later-today' : 'next', first: next, also: together }
}
