import { versionOf } from '../../place/stek/queries.ts'
import type { Tx } from '../../platform/database/door.ts'
import { plusDays } from '../board/clock.ts'
import { closuresOf, exceptionsOf, slotsOf } from '../board/queries.ts'
import type { Moment } from '../moments/moment.ts'
import { momentOf } from '../moments/moments.ts'
import { CORRECTED_IN_DAYS } from './rules.ts'

/** Which moments there are, as the programme of a stek stood at a version and seen from a day. */
export type Calendar = {
  version: number
  today: string
  /** The moment of a slot and its planned date as it stands; undefined when there is none. The date must be a day that exists. */
  moment(slotId: string, plannedDate: string): Moment | undefined
}

const MOST_REMEMBERED = 5000

/** Reads what is needed to know every moment that can still be counted or put right; inside a transaction in the stek. */
export async function readCalendar(tx: Tx, stekId: string, today: string, zone: string): Promise<Calendar> {
  const window = { from: plusDays(today, -CORRECTED_IN_DAYS), until: plusDays(today, 1) }
  // The number first: what changes while the rest is read makes the calendar outdated, not wrong.
  const { version } = await versionOf(tx, stekId)
  const slots = new Map((await slotsOf(tx, stekId, window)).map((slot) => [slot.slotId, slot]))
  const exceptions = await exceptionsOf(tx, stekId, window)
  const closures = await closuresOf(tx, stekId, window)
  const known = new Map<string, Moment | undefined>()
  return {
    version,
    today,
    moment(slotId, plannedDate) {
      const slot = slots.get(slotId)
      if (!slot) return undefined
      const key = `${slotId}/${plannedDate}`
      if (known.has(key)) return known.get(key)
      const moment = momentOf(slot, plannedDate, exceptions, closures, zone)
      if (known.size < MOST_REMEMBERED) known.set(key, moment)
      return moment
    },
  }
}
