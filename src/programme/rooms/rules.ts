import type { Refusal } from '../forms/refusal.ts'
import { claimsOf, isClash } from '../moments/claims.ts'
import type { Closure, Exception, RoomClaim, Slot } from '../moments/moment.ts'

/** How far ahead rooms are promised, in days: the coming year and a month. */
export const PROMISED_DAYS = 400

/** What of a board decides who has which room when. */
export type Taken = { slots: readonly Slot[]; exceptions: readonly Exception[]; closures: readonly Closure[] }

/** The claims of every slot that ever uses a room, between two dates, both included. */
export function allClaims({ slots, exceptions, closures }: Taken, from: string, until: string, zone: string): RoomClaim[] {
  const bySlot = Map.groupBy(exceptions, ({ slotId }) => slotId)
  return slots.flatMap((slot) => {
    const own = bySlot.get(slot.slotId) ?? []
    const hasRoom = slot.roomId !== null || own.some(({ roomId }) => roomId !== null)
    return hasRoom ? claimsOf(slot, own, closures, from, until, zone) : []
  })
}

/** Two claims that cannot both be kept. */
export type Clash = { date: string; roomId: string; slotIds: readonly [string, string] }

/** Every pair of claims that cannot both be kept, by date; a pair is named once. `of` leaves out pairs without a slot among them. */
export function clashesIn(claims: readonly RoomClaim[], of?: ReadonlySet<string>): Clash[] {
  const together = Map.groupBy(claims, ({ roomId, date }) => `${roomId} ${date}`)
  const found: Clash[] = []
  for (const group of together.values()) {
    group.forEach((one, index) => {
      for (const other of group.slice(index + 1)) {
        const wanted = !of || of.has(one.slotId) || of.has(other.slotId)
        if (wanted && isClash(one, other)) found.push({ date: one.date, roomId: one.roomId, slotIds: [one.slotId, other.slotId] })
      }
    })
  }
  return found.sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))
}

/** Why slots cannot have their rooms: the room, the dates, and what is there already; nothing when they can. */
export function roomRefusals(
  clashes: readonly Clash[],
  words: { roomName(roomId: string): string; title(slotId: string): string },
  changed: ReadonlySet<string>,
): readonly Refusal[] {
  const first = clashes[0]
  if (!first) return []
  const others = clashes.flatMap(({ slotIds }) => slotIds.filter((slotId) => !changed.has(slotId)))
  const titles = [...new Set((others.length > 0 ? others : first.slotIds).map((slotId) => words.title(slotId)))].sort()
  const dates = [...new Set(clashes.map(({ date }) => date))]
  return [
    { field: 'room', key: 'desk.rooms.taken', values: { room: words.roomName(first.roomId), dates: { dates }, others: { names: titles } } },
  ]
}
