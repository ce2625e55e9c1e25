import type { NewId } from '../../../platform/clock/identifiers.ts'
import { plusDays } from '../../board/clock.ts'
import { exceptionOn, exceptionsFrom } from '../../exception/queries.ts'
import { carryHosts } from '../../hosts/queries.ts'
import type { Slot } from '../../moments/moment.ts'
import { isPlannedOn } from '../../moments/pauses.ts'
import { daysWithPeople, peopleGoAlong } from '../../sign-up/along.ts'
import { slotColumns } from '../../slot/columns.ts'
import { hasHistoryBefore, isSameButItsEnd, type NewSlot } from '../../slot/rules.ts'
import { type Bench, Refused } from '../changing/carry-out.ts'
import type { Writer } from '../changing/images.ts'

type Where = { stekId: string; newId: NewId }

/**
 * Lets a slot go on differently from a day on. What was stays as it was: the old slot ends the day before and a new one
 * begins, taking along what was arranged for days it still has. A slot without a past is simply changed.
 * `settled` is a planned day whose exception is over, because the new slot says it all.
 */
export async function replaceSlot(
  { tx, write }: Bench,
  { stekId, newId }: Where,
  old: Slot,
  next: NewSlot,
  from: string,
  settled?: string,
): Promise<void> {
  const key = { slot_id: old.slotId }
  if (isSameButItsEnd(old, next) && isPlannedOn(old, next.startsOn)) return write.set('slot', key, { ends_on: next.endsOn })
  if (!hasHistoryBefore(old, from)) {
    if (settled && (await exceptionOn(tx, stekId, old.slotId, settled))) await write.remove('exception', { ...key, on_date: settled })
    return write.set('slot', key, slotColumns(next))
  }
  const slotId = newId()
  await write.set('slot', key, { ends_on: plusDays(from, -1) })
  await write.add('slot', { slot_id: slotId, offer_id: old.offerId, ...slotColumns(next) })
  await carryHosts(tx, old.slotId, slotId)
  const days = await daysWithPeople(tx, old.slotId, from)
  const kept = days.filter((day) => day !== settled && isPlannedOn({ ...old, ...next }, day))
  await peopleGoAlong(tx, old.slotId, slotId, kept)
  for (const arranged of await exceptionsFrom(tx, stekId, old.slotId, from)) {
    if (arranged.onDate === settled || !isPlannedOn({ ...old, ...next }, arranged.onDate)) continue
    await write.remove('exception', { ...key, on_date: arranged.onDate })
    await write.add('exception', {
      slot_id: slotId,
      on_date: arranged.onDate,
      cancelled_at: arranged.cancelledAt?.toString() ?? null,
      moved_to: arranged.movedTo,
      start_time: arranged.startTime,
      end_time: arranged.endTime,
      site_id: arranged.siteId,
      room_id: arranged.roomId,
      reason: arranged.reason,
    })
  }
}

/** Ends a slot after a day; one that has no moment until then goes away altogether, with what was arranged for it. */
export async function endSlot({ tx, write }: Bench, stekId: string, slot: Slot, lastDay: string): Promise<void> {
  const key = { slot_id: slot.slotId }
  if (hasHistoryBefore(slot, plusDays(lastDay, 1))) return write.set('slot', key, { ends_on: lastDay })
  const [signedUp] = await daysWithPeople(tx, slot.slotId, slot.startsOn)
  if (signedUp) throw new Refused([{ field: 'last', key: 'desk.slot.wrong.signedUp', values: { date: { date: signedUp } } }])
  await removeArranged(tx, write, stekId, slot.slotId)
  await write.remove('slot', key)
}

async function removeArranged(tx: Bench['tx'], write: Writer, stekId: string, slotId: string): Promise<void> {
  for (const { onDate } of await exceptionsFrom(tx, stekId, slotId, '0001-01-01'))
    await write.remove('exception', { slot_id: slotId, on_date: onDate })
}
