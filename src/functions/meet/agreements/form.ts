import { z } from 'zod'
import { type Language, languages } from '../../../platform/i18n/languages.ts'
import { line, lines } from '../../../programme/forms/typed.ts'
import type { TypedDate } from '../../../programme/forms/when.ts'
import { pastDay } from '../past-day.ts'

/** The languages beside Dutch in which agreements can be written. */
export const otherLanguages = languages.filter((language) => language !== 'nl')

/** Sentences as typed, one a line; empty lines and the marks of a list in front are left out. */
const sentences = lines.transform((text) =>
  text
    .split('\n')
    .map((one) => one.replace(/^(?:[-*•·]|\d{1,2}[.)])\s+/, '').trim())
    .filter((one) => one !== ''),
)

/** What came in with the form of the agreements of a site. */
export type AgreementsDraft = { sentences: string[]; on: TypedDate; where: string; others: Partial<Record<Language, string[]>> }

/** Reads the form; a day without a year is the last one that was. */
export function readAgreements(typed: unknown, today: string): AgreementsDraft {
  const read = z.object({ afspraken: sentences, op: pastDay(today), waar: line }).parse(typed)
  const others = z.object(Object.fromEntries(otherLanguages.map((language) => [`in-${language}`, sentences]))).parse(typed)
  const written = otherLanguages.map((language) => [language, others[`in-${language}`] ?? []] as const).filter(([, own]) => own.length > 0)
  return { sentences: read.afspraken, on: read.op, where: read.waar, others: Object.fromEntries(written) }
}
