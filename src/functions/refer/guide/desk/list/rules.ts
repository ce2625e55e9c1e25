import { scoreOf, type Want } from '../../../freshness/score.ts'
import type { Entry } from '../queries.ts'

/** An entry with its score and what to mend. */
export type ScoredEntry = Entry & { score: number; wants: readonly Want[] }

/** Entries with the poorest first, and by name where they are alike. @source REFER-3 */
export const mendFirst = (entries: readonly Entry[], today: string): readonly ScoredEntry[] =>
  entries
    .map((entry) => ({ ...entry, ...scoreOf(entry, today) }))
    .sort((one, other) => one.score - other.score || one.name.localeCompare(other.name, 'nl'))

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The entries in whose name or organisation every word that was typed occurs, accents and capitals aside. */
export function foundIn<Row extends { name: string; organisation: string }>(entries: readonly Row[], typed: string): readonly Row[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return entries
  return entries.filter(({ name, organisation }) => {
    const text = plain(`${name} ${organisation}`)
    return words.every((word) => text.includes(word))
  })
}
