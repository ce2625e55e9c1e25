import { z } from 'zod'
import { typedMoney } from '../../platform/calendar/typed.ts'
import { type Language, languages } from '../../platform/i18n/languages.ts'
import { line, lines, several, ticked, whole } from '../forms/typed.ts'

/** The languages beside Dutch in which an offer can be told. */
export const otherLanguages: readonly Exclude<Language, 'nl'>[] = languages.filter((language) => language !== 'nl')

/** The columns of an offer that can be told in other languages, as they stand in `translations`. */
export const translatedColumns = ['title', 'summary', 'who_you_meet'] as const

/** The name of the field in which one column of an offer is told in another language. */
export const translationField = (language: Language, column: (typeof translatedColumns)[number]): string => `${column}.${language}`

/** An amount in cents as typed; nothing typed is free, undefined when it is no amount. */
const money = line.transform((text) => (text === '' ? 0 : typedMoney(text)))

/** What the form of an offer asks, read from what was typed; whether it may be so is for the rules. */
export const offerForm = z
  .looseObject({
    title: line,
    summary: line,
    description: lines,
    partner: line,
    site: line,
    functions: several,
    themes: several,
    audience: line,
    price: money,
    /** Ticked for a shop: people pay what they buy. */
    whatYouBuy: ticked,
    carrier: line,
    takingPart: line,
    languages: several,
    pictogram: line,
    whoYouMeet: line,
    professionalsOnly: ticked,
    confidential: ticked,
    confirmEvery: whole,
  })
  .transform((typed) => ({ ...typed, translations: translationsIn(typed) }))

/** An offer as it came in with a form. */
export type OfferDraft = z.output<typeof offerForm>

function translationsIn(typed: Record<string, unknown>): Record<string, Record<string, string>> {
  const ofLanguage = (language: Language) =>
    Object.fromEntries(translatedColumns.map((column) => [column, line.parse(typed[translationField(language, column)])]))
  return Object.fromEntries(otherLanguages.map((language) => [language, ofLanguage(language)]))
}
