import type { Language } from '../i18n/languages.ts'
import { dayNumber, minutesOf } from './day-number.ts'
import { spokenTime } from './spoken.ts'

// Belgium where the language is spoken here; Arabic with the digits and month names of signs and phones in Belgium.
const LOCALE: Record<Language, string> = { nl: 'nl-BE', en: 'en-GB', fr: 'fr-BE', ar: 'ar-u-nu-latn-ca-gregory', uk: 'uk' }
const MONEY_LOCALE: Record<Language, string> = { ...LOCALE, en: 'en-IE', ar: 'ar-MA-u-nu-latn' }
const DAY = 86_400_000
const LEFT_TO_RIGHT = '\u2066'
const RIGHT_TO_LEFT = '\u2067'
const END = '\u2069'

/** One maker per language, made at first use: an Intl formatter costs far more to make than to use. */
function perLanguage<Words>(make: (language: Language) => Words): (language: Language) => Words {
  const made = new Map<Language, Words>()
  return (language) => {
    const known = made.get(language)
    if (known) return known
    const words = make(language)
    made.set(language, words)
    return words
  }
}

// No-break spaces would push a text message out of the 7-bit alphabet (3GPP TS 23.038) and halve what fits in it.
const withPlainSpaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

/** In Arabic, keeps a piece that starts with digits from sticking to a Latin word beside it (Unicode UAX #9, isolates). */
const isolated = (language: Language, mark: string, text: string): string => (language === 'ar' ? `${mark}${text}${END}` : text)

/** Dates in words; every date goes in as `2026-11-24`. */
export type DateWords = {
  /** "dinsdag 24 november". */
  long(date: string): string
  /** "dinsdag 24 november 2026". */
  longWithYear(date: string): string
  /** "di 24 nov"; Arabic has no shorter form. */
  short(date: string): string
  /** "dinsdag". */
  weekday(date: string): string
  /** "dinsdag" for 2: 1 is Monday, 7 is Sunday. */
  weekdayNumbered(weekday: number): string
  /** "23–29 november", from and until included. */
  period(from: string, until: string): string
}

/** Ukrainian shortens "year" to a letter and a full stop, which stands double at the end of a sentence; the word itself reads better aloud, too. */
export const yearInFull = (date: string): string => date.replace(/\sр\.$/, ' року')

/** Dates in the words of a language. The same whatever the time zone of the process. */
export const dateWords: (language: Language) => DateWords = perLanguage((language) => {
  const formatter = (shape: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(LOCALE[language], { ...shape, timeZone: 'UTC' })
    return (date: string) => yearInFull(withPlainSpaces(format.format(dayNumber(date) * DAY)))
  }
  const weekday = formatter({ weekday: 'long' })
  const range = new Intl.DateTimeFormat(LOCALE[language], { day: 'numeric', month: 'long', timeZone: 'UTC' })
  return {
    long: formatter({ weekday: 'long', day: 'numeric', month: 'long' }),
    longWithYear: formatter({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    short: formatter({ weekday: 'short', day: 'numeric', month: 'short' }),
    weekday,
    // 1 January 2024 was a Monday.
    weekdayNumbered: (number) => weekday(`2024-01-0${number}`),
    period: (from, until) =>
      isolated(
        language,
        RIGHT_TO_LEFT,
        withPlainSpaces(range.formatRange(dayNumber(from) * DAY, dayNumber(until) * DAY).replace(/\u2009/g, ' ')),
      ),
  }
})

/** Times in words; every time goes in as `13:00`. */
export type TimeWords = {
  /** As on a sign: nl "13.00", fr "13h00", others "13:00". */
  clock(time: string): string
  /** nl "13.00 – 16.00"; Arabic says "from 13:00 to 16:00", because a dash between numbers can be read both ways there. */
  range(start: string, end: string): string
  /** The same with a hyphen and no spaces, "13.00-16.00", for text messages of 7-bit letters. */
  shortRange(start: string, end: string): string
  /** For a voice: "13 uur 30", never "half twee". */
  spoken(time: string): string
}

const MARK: Record<Language, string> = { nl: '.', en: ':', fr: 'h', ar: ':', uk: ':' }

/**
 * Times in the words of a language, on the 24-hour clock that signs here use, with Latin digits everywhere.
 * In Arabic each result stands between Unicode isolates, so that it keeps its place beside a Latin name; in HTML that needs no
 * further `<bdi>`, but keep the pieces on one line with `white-space: nowrap`.
 */
export const timeWords: (language: Language) => TimeWords = perLanguage((language) => {
  const digits = (time: string) => {
    const minutes = minutesOf(time)
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}${MARK[language]}${String(minutes % 60).padStart(2, '0')}`
  }
  const clock = (time: string) => isolated(language, LEFT_TO_RIGHT, digits(time))
  const fromTo = (start: string, end: string) => isolated('ar', RIGHT_TO_LEFT, `من ${clock(start)} إلى ${clock(end)}`)
  return {
    clock,
    range: (start, end) => (language === 'ar' ? fromTo(start, end) : `${digits(start)} – ${digits(end)}`),
    shortRange: (start, end) => (language === 'ar' ? fromTo(start, end) : `${digits(start)}-${digits(end)}`),
    spoken: (time) => spokenTime(language, minutesOf(time)),
  }
})

/** Amounts of money in words. */
export type MoneyWords = {
  /** "€ 2,50"; a round amount has no decimals: "€ 2". The amount goes in as cents. */
  amount(cents: number): string
}

/** Money in the words of a language, with the sign € everywhere and the place and the comma of that language. */
export const moneyWords: (language: Language) => MoneyWords = perLanguage((language) => {
  const format = new Intl.NumberFormat(MONEY_LOCALE[language], {
    style: 'currency',
    currency: 'EUR',
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  })
  return { amount: (cents) => isolated(language, RIGHT_TO_LEFT, withPlainSpaces(format.format(cents / 100)).replace('\u200f', '')) }
})

/** Whether a date is today or tomorrow as seen on `today`; undefined for any other day. Both as `2026-11-24`. */
export function relativeDay(date: string, today: string): 'today' | 'tomorrow' | undefined {
  const away = dayNumber(date) - dayNumber(today)
  return away === 0 ? 'today' : away === 1 ? 'tomorrow' : undefined
}
