import { dayNumber } from '../../platform/calendar/day-number.ts'
import type { Language } from '../../platform/i18n/languages.ts'
import { saidIn } from '../../platform/i18n/said.ts'
import type { T } from '../../ui/words.ts'
import type { Slot } from '../moments/moment.ts'
import { patternDays } from '../moments/recurrence.ts'

const nthKeys = { 1: '1', 2: '2', 3: '3', 4: '4', 5: '5', [-1]: 'last' } as const

/** How a slot comes back, in words: "Elke dinsdag, 13.00 – 16.00". @source CONTEXT-3 */
export function rhythmWords(
  t: T,
  language: Language,
  slot: Pick<Slot, 'pattern' | 'weekday' | 'everyWeeks' | 'nth' | 'startsOn' | 'startTime' | 'endTime'>,
): string {
  const words = saidIn(language)
  const time = words.range(slot.startTime, slot.endTime)
  if (slot.pattern === 'once') return t('programme.rhythm.once', { date: words.long(slot.startsOn), time })
  const day = words.weekdayNumbered(slot.weekday ?? 1)
  if (slot.pattern === 'monthly') return t(`programme.rhythm.monthly.${nthKeys[(slot.nth ?? 1) as keyof typeof nthKeys]}`, { day, time })
  return slot.everyWeeks === 1
    ? t('programme.rhythm.weekly', { day, time })
    : t('programme.rhythm.everyWeeks', { count: slot.everyWeeks ?? 1, day, time })
}

/** Whether a slot still gives a day on or after `day`: one that ended, or whose last week holds no such weekday, does not. */
export const comesBackFrom = (slot: Slot, day: string): boolean =>
  slot.pattern === 'once'
    ? slot.startsOn >= day
    : slot.endsOn === null || (slot.endsOn >= day && patternDays(slot, dayNumber(day), dayNumber(slot.endsOn)).length > 0)

/** The rhythm of a slot as sentences, with from when, until when and not in which weeks. */
export function rhythmSentences(t: T, language: Language, slot: Slot, today: string): string {
  const words = saidIn(language)
  const isOnce = slot.pattern === 'once'
  return [
    `${rhythmWords(t, language, slot)}.`,
    !isOnce && slot.startsOn > today && t('channels.paper.from', { date: words.period(slot.startsOn, slot.startsOn) }),
    !isOnce && slot.endsOn !== null && t('channels.paper.until', { date: words.period(slot.endsOn, slot.endsOn) }),
    !isOnce && slot.pausesInSchoolHolidays && t('programme.rhythm.notInSchoolHolidays'),
  ]
    .filter(Boolean)
    .join(' ')
}
