import { type DateWords, dateWords, moneyWords, relativeDay, type TimeWords, timeWords } from '../calendar/words.ts'
import type { Language } from './languages.ts'

/** Dates, times, money and lists, the way a language says them. */
export type Said = DateWords &
  TimeWords & {
    /** "€ 2,50", from cents. */
    money(cents: number): string
    /** A time inside a sentence on a page: "16 uur"; Ukrainian keeps to "16:00", which needs no case ending. */
    inSentence(time: string): string
    /** "koffie, soep en brood". */
    list(parts: readonly string[]): string
    relative: typeof relativeDay
  }

const LIST_LOCALE: Record<Language, string> = { nl: 'nl-BE', en: 'en-GB', fr: 'fr-BE', ar: 'ar', uk: 'uk' }
const made = new Map<Language, Said>()

/** The words of a language in one place; made once per language. */
export function saidIn(language: Language): Said {
  const known = made.get(language)
  if (known) return known
  const format = new Intl.ListFormat(LIST_LOCALE[language], { type: 'conjunction' })
  const said: Said = {
    ...dateWords(language),
    ...timeWords(language),
    money: (cents) => moneyWords(language).amount(cents),
    inSentence: (time) => (language === 'uk' ? timeWords(language).clock(time) : timeWords(language).spoken(time)),
    list: (parts) => format.format(parts),
    relative: relativeDay,
  }
  made.set(language, said)
  return said
}
