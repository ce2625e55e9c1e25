import { dayNumber } from '../../../platform/calendar/day-number.ts'
import type { Language } from '../../../platform/i18n/languages.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import type { T } from '../../../ui/words.ts'
import { plusDays } from '../../board/clock.ts'
import { plannedDates } from '../../moments/pauses.ts'
import type { StandingLine } from './standing.ts'

const nthKeys = { 1: '1', 2: '2', 3: '3', 4: '4', 5: '5', [-1]: 'last' } as const
/** An end further away than this many days is not worth a line on paper. */
const FAR = 300

/** When a line is not every week: "om de 2 weken, zoals op 24 november"; null when it is. */
export function rhythmOnPaper(t: T, language: Language, { slot, onlyOn, weekday }: StandingLine, today: string): string | null {
  const words = saidIn(language)
  if (onlyOn !== null) return t('channels.paper.onlyOn', { date: words.period(onlyOn, onlyOn) })
  if (slot.pattern === 'monthly') {
    return t(`channels.paper.monthly.${nthKeys[(slot.nth ?? 1) as keyof typeof nthKeys]}`, { day: words.weekdayNumbered(weekday) })
  }
  const count = slot.everyWeeks ?? 1
  if (count === 1) return null
  const next = plannedDates(slot, dayNumber(today), dayNumber(today) + 70 * count)[0] ?? slot.startsOn
  return t('channels.paper.everyWeeks', { count, date: words.period(next, next) })
}

/** From when, until when and not in which weeks, as sentences; null when there is nothing to say. */
export function notesOnPaper(t: T, language: Language, { slot, onlyOn }: StandingLine, today: string): string | null {
  if (onlyOn !== null) return null
  const words = saidIn(language)
  const notes = [
    slot.startsOn > today && t('channels.paper.from', { date: words.period(slot.startsOn, slot.startsOn) }),
    slot.endsOn !== null &&
      slot.endsOn <= plusDays(today, FAR) &&
      t('channels.paper.until', { date: words.period(slot.endsOn, slot.endsOn) }),
    slot.pausesInSchoolHolidays && t('programme.rhythm.notInSchoolHolidays'),
  ].filter((note) => note !== false)
  return notes.length === 0 ? null : notes.join(' ')
}
