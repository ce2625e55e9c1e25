import type { Actor } from '../../platform/database/door.ts'
import type { House } from '../../platform/http/house.ts'
import { dayOf } from '../board/clock.ts'
import { addEntries, type Kept, Outdated } from './adding.ts'
import { type Calendar, readCalendar } from './calendar.ts'
import { type Entry, whyNotCounted } from './rules.ts'

/** Keeps entries of somebody who counts in a stek; answers only after they are safe on disk. */
export type Keep = (actor: Actor, stekId: string, entries: readonly Entry[]) => Promise<Kept>

const TRIES = 4

/**
 * Makes the one way in which counts come in. The programme of each stek is remembered as long as its version lasts, so that a tap costs
 * one statement; a moment that was cancelled meanwhile is seen, because the statement itself looks whether the version still holds.
 * Of entries with one id in a batch the first counts; the others are refused when they differ.
 */
export function openKeep(house: House): Keep {
  const calendars = new Map<string, Calendar>()

  const calendarOf = async (actor: Actor, stekId: string, today: string): Promise<Calendar> => {
    const known = calendars.get(stekId)
    if (known?.today === today) return known
    const read = await house.database.inStek(actor, stekId, (tx) => readCalendar(tx, stekId, today, house.settings.timeZone))
    calendars.set(stekId, read)
    return read
  }

  return async (actor, stekId, entries) => {
    const first = new Map<string, Entry>()
    const clashing: string[] = []
    for (const entry of entries) {
      const there = first.get(entry.entry)
      if (!there) first.set(entry.entry, entry)
      else if (JSON.stringify(there) !== JSON.stringify(entry)) clashing.push(entry.entry)
    }
    const now = house.clock.now()
    const today = dayOf(now, house.settings.timeZone)
    for (let tried = 1; ; tried += 1) {
      const calendar = await calendarOf(actor, stekId, today)
      const judged = [...first.values()].map((entry) => ({
        ...entry,
        why: whyNotCounted(calendar.moment(entry.slot, entry.date), today, entry.reason !== ''),
      }))
      try {
        const kept = await house.database.inStek(actor, stekId, (tx) => addEntries(tx, stekId, judged, calendar.version, now))
        for (const entry of clashing) kept.refused.push({ entry, why: 'other-content' })
        return kept
      } catch (thrown) {
        if (!(thrown instanceof Outdated) || tried === TRIES) throw thrown
        calendars.delete(stekId)
      }
    }
  }
}
