import type { Meaning } from './question.ts'
import type { Wanted, WordsFound } from './words.ts'

/** How many meanings are looked after when the guide has not what they name. */
const MOST = 3

/** The words of the service that each meaning names first. */
export const termsToFind = (meanings: readonly Meaning[]): string[] => meanings.flatMap(({ concept }) => concept.finds[0] ?? [])

const lacks = ({ concept }: Meaning, there: ReadonlySet<string>): boolean => (concept.finds[0] ?? []).some((word) => !there.has(word))

/** What else to look up for meanings whose first service this guide has not; undefined when it has them all. `there` are the words of the guide. */
export function wantedInstead(meanings: readonly Meaning[], there: ReadonlySet<string>): Wanted | undefined {
  const lacking = meanings.filter((meaning) => lacks(meaning, there)).slice(0, MOST)
  if (lacking.length === 0) return undefined
  return {
    exact: lacking.flatMap(({ concept }) => [...concept.finds.flat(), ...concept.said]),
    within: lacking.flatMap(({ concept }) => [...(concept.finds[0] ?? []), ...concept.begins].filter((word) => word.length > 3)),
    near: [],
  }
}

/** Gives meanings whose first service this guide has not the words of the guide that may lead there: the list was written for guides with other names. */
export function insteadOf(meanings: readonly Meaning[], there: ReadonlySet<string>, found: WordsFound): Meaning[] {
  return meanings.map((meaning) => {
    if (!lacks(meaning, there)) return meaning
    const { concept } = meaning
    const instead = new Map<string, number>()
    const add = (term: string, sure: number) => instead.set(term, Math.max(sure, instead.get(term) ?? 0))
    for (const word of concept.said) if (found.exact.has(word)) add(word, 0.8)
    for (const [at, words] of concept.finds.entries()) for (const word of words) if (found.exact.has(word)) add(word, at === 0 ? 0.9 : 0.3)
    for (const word of [...(concept.finds[0] ?? []), ...concept.begins]) for (const term of found.within.get(word) ?? []) add(term, 0.6)
    return { ...meaning, instead: new Map([...instead].toSorted((one, other) => other[1] - one[1]).slice(0, 12)) }
  })
}
