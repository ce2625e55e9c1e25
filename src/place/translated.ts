import type { Language } from '../platform/i18n/languages.ts'
import { asDutch } from '../ui/dutch.ts'
import type { Translations } from './tables.ts'

const camel = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** In which language the words of a row really are: the one asked for, or Dutch when nobody translated them. */
export type Written = { written: Language }

/**
 * A row with its own words in `language`, where somebody wrote them; the others stay Dutch.
 * `leading` is the field that decides in which language the row counts as written. For a page, `heard` names the fields that are words: those
 * nobody translated are marked as Dutch.
 */
export function translated<Row extends { translations: Translations }, Field extends keyof Row & string>(
  row: Row,
  language: Language,
  leading: Field,
  heard: readonly Extract<keyof Row, string>[] = [],
): Omit<Row, 'translations'> & Written {
  const { translations, ...rest } = row
  const words = Object.entries(translations[language] ?? {}).filter(([, text]) => text !== '')
  const own = Object.fromEntries(
    words.map(([column, text]) => [camel(column), text]).filter(([field]) => field !== undefined && field in rest),
  )
  const dutch = Object.fromEntries(
    heard
      .filter((field) => !(field in own))
      .map((field) => [field, typeof row[field] === 'string' ? asDutch(language, row[field]) : row[field]]),
  )
  return { ...rest, ...dutch, ...own, written: language === 'nl' || leading in own ? language : 'nl' } as Omit<Row, 'translations'> &
    Written
}
