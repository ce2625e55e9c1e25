import type { Language } from '../../platform/i18n/languages.ts'
import { saidIn } from '../../platform/i18n/said.ts'
import type { T } from '../../ui/words.ts'
import type { Slot } from '../moments/moment.ts'

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
