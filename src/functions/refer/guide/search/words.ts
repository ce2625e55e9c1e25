import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/door.ts'

/** What to look up among the words of a guide. Everything is folded. */
export type Wanted = {
  /** Whether services have these very words; a word that begins with @ is a town. */
  exact: readonly string[]
  /** Longer words that begin or end with these. */
  within: readonly string[]
  /** Words that have one of these parts left when a letter falls away, as `withoutLetters` makes them. */
  near: readonly string[]
}

/** What the guide has of it: which words, the longer words per word, and the words near a part. */
export type WordsFound = { exact: Set<string>; within: Map<string, string[]>; near: Map<string, string[]> }

/** Longer words looked at on each side of a word, of which the shortest are kept. */
const LOOKED = 40
const KEPT = 12
/** Stands behind every letter in the order of bytes. */
const LAST = '\u{10FFFF}'

/** Which of these terms services of the stek have. */
export async function termsThere(tx: Tx, stekId: string, terms: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ term: string }>`select w as term from unnest(${[...new Set(terms)]}::text[]) w
    where exists (select from guide_posting p where p.stek_id = ${stekId} and p.term = w)`.execute(tx)
  return new Set(rows.map(({ term }) => term))
}

/** Looks up words of the guide of a stek, all in one question to the database and each in a bounded number of steps. */
export async function wordsOfGuide(tx: Tx, stekId: string, wanted: Wanted): Promise<WordsFound> {
  const once = (words: readonly string[]) => [...new Set(words)]
  const { rows } = await sql<{ kind: number; word: string; term: string }>`
    select 0 as kind, w as word, w as term from unnest(${once(wanted.exact)}::text[]) w
      where exists (select from guide_posting p where p.stek_id = ${stekId} and p.term = w)
    union all
    select 1, w, l.term from unnest(${once(wanted.within)}::text[]) w cross join lateral (
      select term from (
        (select term from guide_word where stek_id = ${stekId} and term > w and term < w || ${LAST} order by term limit ${LOOKED})
        union (select term from guide_word where stek_id = ${stekId} and turned > reverse(w) and turned < reverse(w) || ${LAST} order by turned limit ${LOOKED})) b
      order by length(term), term limit ${KEPT}) l
    union all
    select 2, w, l.term from unnest(${once(wanted.near)}::text[]) w cross join lateral (
      select term from guide_near where stek_id = ${stekId} and part = w order by term limit ${KEPT}) l`.execute(tx)
  const found: WordsFound = { exact: new Set(), within: new Map(), near: new Map() }
  for (const { kind, word, term } of rows) {
    if (kind === 0) found.exact.add(word)
    else {
      const into = kind === 1 ? found.within : found.near
      into.set(word, [...(into.get(word) ?? []), term])
    }
  }
  return found
}
