import { roomsOf } from '../../../place/site/queries.ts'
import type { Tx } from '../../../platform/database/door.ts'
import type { House } from '../../../platform/http/house.ts'
import { dayOf, plusDays } from '../../board/clock.ts'
import { closuresOf, exceptionsOf, slotsOf } from '../../board/queries.ts'
import type { Refusal } from '../../forms/refusal.ts'
import type { Exception, Slot } from '../../moments/moment.ts'
import { offersOf } from '../../offer/queries.ts'
import { keepClaims } from '../../rooms/queries.ts'
import { allClaims, clashesIn, PROMISED_DAYS, roomRefusals } from '../../rooms/rules.ts'
import type { Image } from './images.ts'

/** Thrown when a change would take a room that was promised to somebody else alone. */
export class RoomTaken extends Error {
  readonly refusals: readonly Refusal[]

  constructor(refusals: readonly Refusal[]) {
    super()
    this.refusals = refusals
  }
}

/** The slots of which a change may have moved the rooms: changed themselves, by an exception, with their offer, or by a closure of a site. */
function slotsTouched(images: readonly Image[], slots: readonly Slot[], exceptions: readonly Exception[]): Set<string> {
  const touched = new Set<string>()
  for (const { table, key, before, after } of images) {
    if (table === 'slot' || table === 'exception') touched.add(String(key.slot_id))
    if (table === 'offer' && (!before || !after || 'site_id' in after || 'ended_on' in after))
      for (const { offerId, slotId } of slots) if (offerId === key.offer_id) touched.add(slotId)
    if (table === 'closure') {
      const siteId = (after ?? before)?.site_id
      for (const slot of slots) if (slot.siteId === siteId) touched.add(slot.slotId)
      for (const exception of exceptions) if (exception.siteId === siteId) touched.add(exception.slotId)
    }
  }
  return touched
}

const later = (one: string, other: string) => (one > other ? one : other)

/**
 * Keeps the promises of rooms in step with what a change did to slots, exceptions, closures and offers. Throws RoomTaken,
 * with the dates, when a room is promised already; whoever saves in the same second is stopped by the constraint.
 */
export async function settleRooms(
  tx: Tx,
  house: House,
  change: { stekId: string; frees?: boolean },
  images: readonly Image[],
): Promise<void> {
  if (!images.some(({ table }) => ['slot', 'exception', 'closure', 'offer'].includes(table))) return
  const { stekId, frees = false } = change
  const zone = house.settings.timeZone
  const today = dayOf(house.clock.now(), zone)
  const starts = images.map(({ table, after }) => (table === 'slot' && typeof after?.starts_on === 'string' ? after.starts_on : today))
  // A slot that begins far ahead is held against a year from its beginning.
  const until = plusDays(starts.reduce(later, today), PROMISED_DAYS)
  const window = { from: today, until }
  const slots = await slotsOf(tx, stekId, window)
  const exceptions = await exceptionsOf(tx, stekId, window)
  const touched = slotsTouched(images, slots, exceptions)
  if (touched.size === 0) return
  const claims = allClaims({ slots, exceptions, closures: await closuresOf(tx, stekId, window) }, today, until, zone)
  const clashes = frees ? [] : clashesIn(claims, touched)
  if (clashes.length > 0) throw new RoomTaken(await inWords(tx, stekId, slots, clashes, touched))
  const promised = plusDays(today, PROMISED_DAYS)
  const own = claims.filter(({ slotId, date }) => touched.has(slotId) && date <= promised)
  await keepClaims(tx, stekId, [...touched], own, { yielding: frees })
}

async function inWords(
  tx: Tx,
  stekId: string,
  slots: readonly Slot[],
  clashes: ReturnType<typeof clashesIn>,
  touched: ReadonlySet<string>,
) {
  const rooms = await roomsOf(tx, stekId)
  const offers = await offersOf(tx, stekId)
  const offerOf = new Map(slots.map(({ slotId, offerId }) => [slotId, offerId]))
  const words = {
    roomName: (roomId: string) => rooms.find((room) => room.roomId === roomId)?.name ?? '',
    title: (slotId: string) => offers.find(({ offerId }) => offerId === offerOf.get(slotId))?.title ?? '',
  }
  return roomRefusals(clashes, words, touched)
}
