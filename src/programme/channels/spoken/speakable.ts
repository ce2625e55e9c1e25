import type { Language } from '../../../platform/i18n/languages.ts'
import { isDutch } from '../../../ui/dutch.ts'
import type { T } from '../../../ui/words.ts'
import { oneLine } from '../one-line.ts'

/** Pictures, arrows, brackets and other signs of which a voice makes noise. */
const SIGNS = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|[<>{}[\]|\\^~`_*#=$§°•·"“”«»]/gu
/** What holds a picture of several parts together. */
const GLUE = /\u200d|\ufe0f/g

/** What somebody typed, for a voice: "&" and "+" become a word of its own language, other signs fall out, on one line. */
export const speakable = (t: T, text: string): string =>
  oneLine(
    oneLine(text)
      .replace(/\s*[&+]\s*/g, ` ${t('channels.spoken.and', isDutch(text) ? { lng: 'nl' } : {})} `)
      .replace(/\s*\/\s*/g, ', ')
      .replace(GLUE, '')
      .replace(SIGNS, ' '),
  )

const LOCALE: Record<Language, string> = { nl: 'nl-BE', en: 'en-IE', fr: 'fr-BE', ar: 'ar-u-nu-latn', uk: 'uk' }
const formats = new Map<Language, Intl.NumberFormat>()

/** An amount of money with the word for the coin: "2,50 euro", "2 euro". From cents. */
export function spokenMoney(language: Language, cents: number): string {
  const format =
    formats.get(language) ??
    new Intl.NumberFormat(LOCALE[language], {
      style: 'currency',
      currency: 'EUR',
      currencyDisplay: 'name',
      trailingZeroDisplay: 'stripIfInteger',
    })
  formats.set(language, format)
  return format.format(cents / 100).replace(/[\u00a0\u202f]/g, ' ')
}
