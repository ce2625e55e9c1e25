import type { NewId } from '../../../platform/clock/identifiers.ts'
import { type MomentDraft, placeIn } from '../../exception/form.ts'
import type { Difference } from '../../exception/rules.ts'
import type { Slot } from '../../moments/moment.ts'
import { slotOfRow } from '../../slot/columns.ts'
import { slotForGood } from '../../slot/rules.ts'
import { type Bench, Refused } from '../changing/carry-out.ts'
import { NotThere } from '../changing/images.ts'
import { holdException, holdRow } from '../changing/meanwhile.ts'
import { replaceSlot } from '../slot-form/save.ts'

/** One planned date of a slot, and how often its exception had been saved when the form was made. */
type Which = { stekId: string; slot: Slot; date: string; revision: number }

const keyOf = ({ slot, date }: Which) => ({ slot_id: slot.slotId, on_date: date })

/** Cancels a moment, with a reason that visitors may read. */
export const cancelMoment =
  (which: Which, reason: string) =>
  async ({ tx, write, now }: Bench): Promise<void> => {
    const held = await holdException(tx, which.stekId, which.slot.slotId, which.date, which.revision)
    const values = { cancelled_at: now.toString(), reason }
    if (held) await write.set('exception', keyOf(which), values)
    else await write.add('exception', { ...keyOf(which), ...values })
  }

/** Makes a moment go on again, or stand again as its slot says. A moment that was moved before it was cancelled stays moved. */
export const restoreMoment =
  (which: Which) =>
  async ({ tx, write }: Bench): Promise<void> => {
    const held = await holdException(tx, which.stekId, which.slot.slotId, which.date, which.revision)
    if (!held) return
    const differs = held.movedTo ?? held.startTime ?? held.siteId ?? held.roomId
    if (held.cancelled && differs) await write.set('exception', keyOf(which), { cancelled_at: null, reason: '' })
    else await write.remove('exception', keyOf(which))
  }

/** Changes a moment for this one time; null puts it back as planned. */
export const changeMoment =
  (which: Which, difference: Difference) =>
  async ({ tx, write }: Bench): Promise<void> => {
    const held = await holdException(tx, which.stekId, which.slot.slotId, which.date, which.revision)
    if (!difference) {
      if (held) await write.remove('exception', keyOf(which))
      return
    }
    const values = {
      cancelled_at: null,
      moved_to: difference.movedTo,
      start_time: difference.startTime,
      end_time: difference.endTime,
      site_id: difference.siteId,
      room_id: difference.roomId,
      reason: difference.reason,
    }
    if (held) await write.set('exception', keyOf(which), values)
    else await write.add('exception', { ...keyOf(which), ...values })
  }

/** Changes a slot for good, from this moment on: what was stays, and the next times follow the new day and hours. */
export const changeForGood =
  (which: Which, draft: MomentDraft, newId: NewId) =>
  async (bench: Bench): Promise<void> => {
    const { stekId, slot, date, revision } = which
    const [day, start, end] = [draft.date.date, draft.start.time, draft.end.time]
    if (!day || !start || !end) throw new NotThere()
    await holdException(bench.tx, stekId, slot.slotId, date, revision)
    const own = slotOfRow(await holdRow(bench.tx, stekId, 'slot', { slot_id: slot.slotId }))
    const next = slotForGood(own, { date: day, start, end, roomId: placeIn(draft.place).roomId })
    if (next.endsOn && next.endsOn < day)
      throw new Refused([{ field: 'date', key: 'desk.slot.wrong.afterItsEnd', values: { date: { date: next.endsOn } } }])
    await replaceSlot(bench, { stekId, newId }, { ...slot, ...own }, next, date < day ? date : day, date)
  }
