import { yearInFull } from '../../../../platform/calendar/words.ts'
import type { Language } from '../../../../platform/i18n/languages.ts'
import { saidIn } from '../../../../platform/i18n/said.ts'
import type { T } from '../../../../ui/words.ts'
import type { RightSays, Sayings, ScreenSays } from '../ask/sayings.ts'
import { bandsOf, optionsOf, type Shelf } from './meaning.ts'
import { inForce } from './periods.ts'
import type { RightFile, ScreenFile } from './shape.ts'

/** After so many months without a check an amount is not shown any more; the right still is. */
const SHOWN_FOR_MONTHS = 12

/** Whether something was checked so long ago that its amounts are not shown. */
export const isOld = (checked: string, day: string): boolean =>
  Temporal.PlainDate.compare(Temporal.PlainDate.from(checked).add({ months: SHOWN_FOR_MONTHS }), day) < 0

const LOCALE: Record<Language, string> = { nl: 'nl-BE', en: 'en-GB', fr: 'fr-BE', ar: 'ar-u-nu-latn', uk: 'uk' }

/** An income band in words, a month and a year both; whole euros. */
function bandWords(t: T, language: Language, [from, below]: readonly [number, number | null]): string {
  // Held together, and apart from the direction of the words around it (U+2066, U+2069).
  const number = (euros: number) => `\u2066€\u00a0${new Intl.NumberFormat(LOCALE[language]).format(euros)}\u2069`
  const values = { from: number(from), fromYear: number(from * 12), below: number(below ?? 0), belowYear: number((below ?? 0) * 12) }
  return t(below === null ? 'rights.band.up' : from === 0 ? 'rights.band.under' : 'rights.band.between', values)
}

function screenSays(screen: ScreenFile, language: Language, t: T): ScreenSays {
  const { short, ask, hint, options } = screen.texts[language]
  const bands = bandsOf(screen.bands ?? [])
  const words = optionsOf(screen).map((option, n) => [option, bands[n] ? bandWords(t, language, bands[n]) : (options?.[option] ?? option)])
  return { short, ask, hint, options: Object.fromEntries(words) }
}

/** A day without its weekday: "1 maart 2026". */
export const dayWords = (language: Language, date: string): string =>
  yearInFull(Temporal.PlainDate.from(date).toLocaleString(LOCALE[language], { day: 'numeric', month: 'long', year: 'numeric' }))

/** A date as far as a source says it: a year, a month or a day. */
function dateWords(language: Language, on: string): string {
  if (on.length === 4) return on
  if (on.length === 7) {
    const month = Temporal.PlainDate.from(`${on}-01`)
    return yearInFull(month.toLocaleString(LOCALE[language], { month: 'long', year: 'numeric' }))
  }
  return dayWords(language, on)
}

function rightSays(right: RightFile, day: string, language: Language): RightSays {
  const { name, what, who, when, why, trap } = right.texts[language]
  const rule = inForce(right.rules, day) ?? right.rules.at(-1)
  const amounts = Object.values(right.amounts ?? {}).flatMap(({ kind, steps }) => {
    const step = inForce(steps, day)
    return step ? [{ kind, step }] : []
  })
  const fresh = amounts.filter(({ step }) => !isOld(step.checked, day))
  const said = saidIn(language)
  const { automatic, household, at, bring, related, after, search } = right
  return {
    ...{ name, what, who, when, why, trap, automatic, household, at, bring, related, after, search },
    ways: Object.fromEntries((rule?.ways ?? []).flatMap(({ id, says }) => (says ? [[id, says[language]]] : []))),
    amounts: fresh.map(({ kind, step }) => ({
      kind,
      amount: said.money(Math.round(step.value * 100)),
      date: dayWords(language, step.from),
    })),
    staleAmounts: fresh.length < amounts.length,
    // One run of Latin letters, also between Arabic words (U+2066, U+2069).
    source: `\u2066${[rule?.source.where, rule?.source.second].join(', ')}\u2069`,
    date: rule && rule.source.on !== 'undated' ? dateWords(language, rule.source.on) : undefined,
    old: isOld(rule?.checked ?? day, day),
  }
}

/** Everything the check says in a language, on a day. */
export const sayingsOn = (shelf: Shelf, day: string, language: Language, t: T): Sayings => ({
  screens: Object.fromEntries(shelf.screens.map((screen) => [screen.id, screenSays(screen, language, t)])),
  rights: Object.fromEntries(shelf.rights.map((right) => [right.id, rightSays(right, day, language)])),
})
