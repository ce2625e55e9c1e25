import { dateOfDay, dayNumber } from '../../../../platform/calendar/day-number.ts'

/** From a day, until the first day it no longer holds; without end it goes on. */
export type Period = { from: string; until?: string | undefined }

/** What is wrong between two periods: days without, or days with two. */
export type Seam = { index: number; why: string }

const dayBefore = (date: string): string => dateOfDay(dayNumber(date) - 1)

/** Looks at periods in the order they are written: each begins where the one before ends, and only the last goes on. */
export function seamsOf(periods: readonly Period[]): Seam[] {
  return periods.flatMap(({ from, until }, index): Seam[] => {
    const before = periods[index - 1]
    const seams: Seam[] = []
    if (until !== undefined && until <= from) seams.push({ index, why: `this period ends (${until}) before it begins (${from})` })
    if (!before) return seams
    if (before.until === undefined || before.until > from)
      seams.push({
        index,
        why: `two are in force from ${from}: the one before goes on ${before.until ? `until ${before.until}` : 'without end'}`,
      })
    else if (before.until < from) seams.push({ index, why: `nothing is in force from ${before.until} until ${dayBefore(from)}: a gap` })
    return seams
  })
}

/** The one period in force on a day, or undefined. */
export const inForce = <One extends Period>(periods: readonly One[], day: string): One | undefined =>
  periods.find(({ from, until }) => from <= day && (until === undefined || day < until))
