import { saidIn } from '../../../platform/i18n/said.ts'
import type { T } from '../../../ui/words.ts'
import { rhythmWords } from '../../board/rhythm.ts'
import type { Slot } from '../../moments/moment.ts'
import { nextPlanned } from '../../slot/rules.ts'

/** The slots that still have a moment to come. */
export const stillComing = <Some extends Slot>(slots: readonly Some[], today: string): Some[] =>
  slots.filter((slot) => nextPlanned(slot, today) !== undefined)

/** How a slot comes back, with the day it begins when that lies ahead, and the day it ends when it does. */
export function rhythmWithPeriod(t: T, slot: Slot, today: string): string {
  const words = saidIn('nl')
  const begins = slot.pattern !== 'once' && slot.startsOn > today ? t('desk.slot.since', { date: words.longWithYear(slot.startsOn) }) : ''
  const ends = slot.pattern !== 'once' && slot.endsOn ? t('desk.slot.till', { date: words.longWithYear(slot.endsOn) }) : ''
  return [rhythmWords(t, 'nl', slot), begins, ends].filter(Boolean).join(', ')
}
