import { dateOfDay, dayNumber } from '../../platform/calendar/day-number.ts'
import { type HolidayCode, publicHoliday, schoolHoliday } from '../../platform/calendar/holidays.ts'
import type { Pause, Slot } from './moment.ts'
import { patternDays } from './recurrence.ts'

/**
 * The holiday in which a slot rests on a date, or undefined. The school holiday is named first: it tells more than the one day.
 * A slot for one date never rests: somebody chose that very day.
 */
export function pauseOn(slot: Slot, date: string): HolidayCode | undefined {
  if (slot.pattern === 'once') return undefined
  const school = slot.pausesInSchoolHolidays ? schoolHoliday(date)?.code : undefined
  return school ?? (slot.pausesOnPublicHolidays ? publicHoliday(date) : undefined)
}

/** The dates between two day numbers, both included, on which a slot is planned: its pattern without the holidays it rests in. */
export const plannedDates = (slot: Slot, from: number, until: number): string[] =>
  patternDays(slot, from, until)
    .map(dateOfDay)
    .filter((date) => pauseOn(slot, date) === undefined)

/** Whether a slot is planned on a date: only then an exception for that date means something. */
export function isPlannedOn(slot: Slot, date: string): boolean {
  const day = dayNumber(date)
  return plannedDates(slot, day, day).length === 1
}

const byDateThenSlot = (a: Pause, b: Pause): number => (`${a.date} ${a.slotId}` < `${b.date} ${b.slotId}` ? -1 : 1)

/** The dates between two dates, both included, on which slots rest, each with the holiday that is the reason; by date. */
export function pausesBetween(slots: readonly Slot[], from: string, until: string): Pause[] {
  const pauses: Pause[] = []
  for (const slot of slots) {
    for (const date of patternDays(slot, dayNumber(from), dayNumber(until)).map(dateOfDay)) {
      const because = pauseOn(slot, date)
      if (because) pauses.push({ slotId: slot.slotId, date, because })
    }
  }
  return pauses.sort(byDateThenSlot)
}
