import type { Language } from '../../../platform/i18n/languages.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import type { T } from '../../../ui/words.ts'
import type { Handover, Place } from './handover.ts'

/** A place on one line. */
export const placeWords = ({ name, street, town }: Place): string => [name, street, town].filter(Boolean).join(', ')

/** Where a place is, without its name, which tells whose house it is: all of it that others may see. @source REFER-4 */
export const addressWords = ({ street, town }: Place): string => [street, town].filter(Boolean).join(', ')

/** When it is, in words: a day and an hour, a day, or that one calls first. */
export function whenWords(t: T, language: Language, { onDate, atTime }: Pick<Handover, 'onDate' | 'atTime'>): string {
  const said = saidIn(language)
  if (onDate === null) return t('handover.slip.callFirst')
  return atTime === null ? said.long(onDate) : t('handover.slip.dayAndTime', { day: said.long(onDate), time: said.clock(atTime) })
}

/** The day until which something works, in words: without weekday and year, which no language has to bend then. */
export function lastDayWords(language: Language, endsAt: Temporal.Instant, zone: string): string {
  const day = endsAt.toZonedDateTimeISO(zone).toPlainDate().toString()
  return saidIn(language).period(day, day)
}
