import type { Translations } from '../../../../place/tables.ts'
import type { Typed } from '../../../../ui/fields.tsx'
import { type Refusal, tooLong } from '../../../forms/refusal.ts'
import { lines } from '../../../forms/typed.ts'
import { otherLanguages } from '../../../offer/form.ts'

/** The columns of a row that can be told in other languages, each with how many characters it holds. */
export type ToldColumns = Readonly<Record<string, number>>

/** The field in which a column is told in another language. */
export const fieldOf = (column: string, language: string): string => `${column}.${language}`

const fieldsWith = (told: ToldColumns) =>
  otherLanguages.flatMap((language) => Object.keys(told).map((column) => ({ language, column, field: fieldOf(column, language) })))

/** The fields of all other languages, language by language. */
export const toldFields = (told: ToldColumns): readonly string[] => fieldsWith(told).map(({ field }) => field)

/** What a row says in other languages, as its form would be typed. */
export const typedTold = (told: ToldColumns, translations: Translations): Typed =>
  Object.fromEntries(fieldsWith(told).map(({ language, column, field }) => [field, translations[language]?.[column] ?? '']))

/** What was typed in other languages; a field left empty is an empty text. */
export function readTold(told: ToldColumns, typed: Record<string, unknown>): Translations {
  const said: Translations = {}
  for (const { language, column, field } of fieldsWith(told)) said[language] = { ...said[language], [column]: lines.parse(typed[field]) }
  return said
}

/** The words of a row with what was typed on top: an emptied field goes, what the form does not ask stays. */
export function toldOver(known: Translations, said: Translations): Translations {
  const all = Object.keys({ ...known, ...said }).map((language) => {
    const words = Object.entries({ ...known[language], ...said[language] }).filter(([, text]) => text !== '')
    return [language, Object.fromEntries(words)] as const
  })
  return Object.fromEntries(all.filter(([, words]) => Object.keys(words).length > 0))
}

/** What is too long in another language. */
export const toldTooLong = (told: ToldColumns, said: Translations): readonly Refusal[] =>
  fieldsWith(told).flatMap(({ language, column, field }) => tooLong(field, said[language]?.[column] ?? '', told[column] ?? 0))
