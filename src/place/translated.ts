import type { Language } from '../platform/i18n/languages.ts'
import type { Translations } from './tables.ts'

const camel = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** In which language the words of a row really are: the one asked for, or Dutch when nobody translated them. */
export type Written = { written: Language }

/**
 * A row with its own words in `language`, where somebody wrote them; the others stay Dutch.
 * `leading` is the field that decides in which language the row counts as written.
 */
export function translated<Row extends { translations: Translations }, Field extends keyof Row & string>(
  row: Row,
  language: Language,
  leading: Field,
): Omit<Row, 'translations'> & Written {
  const { translations, ...rest } = row
  const words = Object.entries(translations[language] ?? {}).filter(([, text]) => text !== '')
  const own = Object.fromEntries(
    words.map(([column, text]) => [camel(column), text]).filter(([field]) => field !== undefined && field in rest),
  )
  return { ...rest, ...own, written: language === 'nl' || leading in own ? language : 'nl' } as Omit<Row, 'translations'> & Written
}
