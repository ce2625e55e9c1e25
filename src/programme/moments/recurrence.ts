import { dayNumber, firstDayOfMonth, mondayOfDay, monthOfDay, weekdayOfDay } from '../../platform/calendar/day-number.ts'
import type { Slot } from './moment.ts'

/** The day in a month (counted as in monthOfDay) that is its nth weekday, or undefined when the month has no fifth one. */
function nthWeekdayOf(month: number, weekday: number, nth: number): number | undefined {
  const first = firstDayOfMonth(month)
  const next = firstDayOfMonth(month + 1)
  if (nth === -1) return next - 7 + ((weekday - weekdayOfDay(next) + 7) % 7)
  const day = first + ((weekday - weekdayOfDay(first) + 7) % 7) + 7 * (nth - 1)
  return day < next ? day : undefined
}

function weeklyDays(weekday: number, everyWeeks: number, startsOn: number, from: number, until: number): number[] {
  const step = 7 * everyWeeks
  // Counted from the week in which the slot starts, even when its weekday had already gone by in that week.
  const anchor = mondayOfDay(startsOn) + weekday - 1
  const days: number[] = []
  for (let day = anchor + Math.ceil((from - anchor) / step) * step; day <= until; day += step) days.push(day)
  return days
}

function monthlyDays(weekday: number, nth: number, from: number, until: number): number[] {
  const days: number[] = []
  for (let month = monthOfDay(from); month <= monthOfDay(until); month++) {
    const day = nthWeekdayOf(month, weekday, nth)
    if (day !== undefined && day >= from && day <= until) days.push(day)
  }
  return days
}

/**
 * The days (numbers, in order) that the pattern of a slot gives between two days, both included: within the period of the
 * slot, holidays not yet taken out. A slot whose pattern misses its weekday gives none.
 * @source RFC 5545, section 3.3.10: every n weeks counts weeks from Monday; a month without a fifth weekday is skipped
 */
export function patternDays(slot: Slot, from: number, until: number): number[] {
  const startsOn = dayNumber(slot.startsOn)
  const first = Math.max(from, startsOn)
  const last = slot.endsOn === null ? until : Math.min(until, dayNumber(slot.endsOn))
  if (first > last) return []
  if (slot.pattern === 'once') return startsOn >= from ? [startsOn] : []
  if (slot.weekday === null) return []
  if (slot.pattern === 'weekly') return weeklyDays(slot.weekday, slot.everyWeeks ?? 1, startsOn, first, last)
  return slot.nth === null ? [] : monthlyDays(slot.weekday, slot.nth, first, last)
}
