import { isId } from '../../../../../platform/clock/identifiers.ts'
import type { Asked } from './queries.ts'
import { TAXONOMY, themeOfTerm } from './themes.ts'

const MOST_PER_PAGE = 200
const PER_PAGE = 50
/** More pages than there can be. */
const LAST_PAGE = 10_000_000
const LONGEST_SEARCH = 200

/** What an address asks of a list. */
export type AskedList = { page: number; perPage: number; stek: string | undefined; what: Asked }

/** What is wrong with what was asked: a code and a sentence. */
export type Wrong = { error: string; message: string }

const wholeNumber = (text: string | undefined, otherwise: number, most: number): number | undefined => {
  if (text === undefined || text === '') return otherwise
  return /^0*[1-9]\d*$/.test(text) && text.length < 400 ? Math.min(Number(text), most) : undefined
}

function instant(text: string): Temporal.Instant | undefined {
  try {
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return Temporal.PlainDate.from(text).toZonedDateTime('Europe/Brussels').toInstant()
    return Temporal.Instant.from(/(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`)
  } catch {
    return undefined
  }
}

/** The themes that a term or a list of terms stands for: none when we have no such term. */
const themesIn = (term: string | undefined, taxonomy: string | undefined): readonly string[] | undefined => {
  if (term !== undefined) return themeOfTerm(term)
  if (taxonomy === undefined) return undefined
  return taxonomy === TAXONOMY.id ? TAXONOMY.themes : []
}

/**
 * What the query of an address asks of a list, or what is wrong with it. Pages run from 1; one far beyond the end is empty, and more than 200 on a page
 * are 200. Times without an offset are UTC, a date alone begins at midnight in Belgium. @source HSDS 3.0, API
 */
export function askedIn(query: (name: string) => string | undefined): AskedList | Wrong {
  const page = wholeNumber(query('page'), 1, LAST_PAGE)
  const perPage = wholeNumber(query('per_page'), PER_PAGE, MOST_PER_PAGE)
  if (page === undefined || perPage === undefined) return { error: 'wrong-page', message: 'page and per_page are whole numbers from 1.' }
  const ids = ['organization_id', 'taxonomy_term_id', 'taxonomy_id'] as const
  const wrongId = ids.find((name) => query(name) !== undefined && !isId(query(name) ?? ''))
  if (wrongId) return { error: 'wrong-id', message: `${wrongId} is a uuid.` }
  const since = query('modified_after')
  const modifiedAfter = since === undefined ? undefined : instant(since.trim().replace(/ (?=\d\d:?\d\d$)/, '+'))
  if (since !== undefined && !modifiedAfter)
    return { error: 'wrong-time', message: 'modified_after is a time such as 2026-11-24T09:00:00Z, or a date.' }
  if (!['json', '', undefined].includes(query('format'))) return { error: 'unknown-format', message: 'The only format is json.' }
  const search = query('search')?.replaceAll('\0', '').slice(0, LONGEST_SEARCH).trim()
  return {
    page,
    perPage,
    stek: query('stek'),
    what: {
      search: search === '' ? undefined : search,
      organisationId: query('organization_id'),
      themes: themesIn(query('taxonomy_term_id'), query('taxonomy_id')),
      modifiedAfter,
    },
  }
}
