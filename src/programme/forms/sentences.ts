import { saidIn } from '../../platform/i18n/said.ts'
import type { Refusals } from '../../ui/fields.tsx'
import type { T } from '../../ui/words.ts'
import type { Refusal, Value } from './refusal.ts'

const DATES_SHOWN = 5

/** Dates in words: the first five, and how many more there are. */
export function datesInWords(t: T, dates: readonly string[]): string {
  const words = saidIn('nl')
  const shown = dates.slice(0, DATES_SHOWN).map((date) => words.long(date))
  const more = dates.length - shown.length
  return words.list(more > 0 ? [...shown, t('desk.moreDates', { count: more })] : shown)
}

function inWords(t: T, value: Value): string | number {
  const words = saidIn('nl')
  if (typeof value !== 'object') return value
  if ('date' in value) return words.longWithYear(value.date)
  if ('dates' in value) return datesInWords(t, value.dates)
  if ('cents' in value) return words.money(value.cents)
  if ('weekday' in value) return words.weekdayNumbered(value.weekday)
  return words.list(value.names)
}

/** One refusal as a Dutch sentence for staff. */
export const sentenceOf = (t: T, { key, values = {} }: Refusal): string =>
  t(key, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inWords(t, value)])))

/** Refusals about a room, at the field where this form asks for the place. */
export const roomAskedAs = (field: string, refusals: readonly Refusal[]): readonly Refusal[] =>
  refusals.map((refusal) => (refusal.field === 'room' ? { ...refusal, field } : refusal))

/** The first refusal of each field as a sentence, in the order in which the fields were looked at. */
export function sentencesOf(t: T, refusals: readonly Refusal[]): Refusals {
  const sentences: Record<string, string> = {}
  for (const refusal of refusals) sentences[refusal.field] ??= sentenceOf(t, refusal)
  return sentences
}
