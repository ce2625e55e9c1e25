import type { Closure, Exception, RoomClaim, Slot } from './moment.ts'
import { momentsBetween } from './moments.ts'

/**
 * The room a slot takes, moment by moment, for the moments that really take place between two dates, both included.
 * What is cancelled or closed takes no room, nor does a moment without a room, nor one that went to another site without naming a room there.
 */
export function claimsOf(
  slot: Slot,
  exceptions: readonly Exception[],
  closures: readonly Closure[],
  from: string,
  until: string,
  zone: string,
): RoomClaim[] {
  return momentsBetween([slot], exceptions, closures, from, until, zone).flatMap(
    ({ cancellation, roomId, plannedDate, date, startsAt, endsAt }) =>
      cancellation || roomId === null
        ? []
        : [{ slotId: slot.slotId, onDate: plannedDate, date, roomId, startsAt, endsAt, alone: slot.needsRoomAlone }],
  )
}

/**
 * Whether two claims cannot both be kept: the same room at the same time, and at least one needs it alone.
 * Two moments of one slot at the same time never go together; a claim never clashes with itself. Back to back is no clash.
 */
export function isClash(a: RoomClaim, b: RoomClaim): boolean {
  if (a.roomId !== b.roomId) return false
  const sameSlot = a.slotId === b.slotId
  if (sameSlot ? a.onDate === b.onDate : !a.alone && !b.alone) return false
  return Temporal.Instant.compare(a.startsAt, b.endsAt) < 0 && Temporal.Instant.compare(b.startsAt, a.endsAt) < 0
}

/**
 * The dates on which claims of one list clash with claims of another, in order, each once.
 * Moments end on the day they begin, so only claims of the same day are compared. All in one time zone.
 */
export function clashes(claimsA: readonly RoomClaim[], claimsB: readonly RoomClaim[]): string[] {
  const byDate = Map.groupBy(claimsB, ({ date }) => date)
  const dates = claimsA.filter((a) => byDate.get(a.date)?.some((b) => isClash(a, b))).map(({ date }) => date)
  return [...new Set(dates)].sort()
}
