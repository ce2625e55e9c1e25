import type { Candidate, Found } from './queries.ts'
import type { Question } from './question.ts'

/** The terms to look up for a question, with how much each counts for choosing what to weigh. */
export type Asked = { terms: string[]; weights: number[]; marks: string[] }

/** How much the second, third, … service of a concept counts against the first. */
const NEXT = [1, 0.7, 0.52, 0.42, 0.36]
/** What a word that tells who it is about counts against one that tells what. */
const ASIDE = 0.3
/** An impact from which a word counts as wholly said by a service. */
const WHOLE = 34

/** How many terms are looked up. */
const MOST_TERMS = 40

/** Which terms to look up. Marks (a theme, a language) are terms that must be there; without words the marks themselves are looked up. */
export function asking(question: Question, marks: readonly string[]): Asked {
  const weights = new Map<string, number>()
  const add = (term: string, weight: number) => weights.set(term, Math.max(weight, weights.get(term) ?? 0))
  for (const { meant } of question.slots) for (const [term, sure] of meant) add(term, sure)
  for (const { concept, sure, instead } of question.meanings) {
    concept.finds.forEach((words, at) => {
      for (const word of words) add(word, (sure * (NEXT[at] ?? 0.4) * 1.5) / Math.sqrt(words.length))
    })
    for (const [term, how] of instead ?? []) add(term, sure * how)
  }
  const sorted = [...weights].toSorted((one, other) => other[1] - one[1]).slice(0, MOST_TERMS)
  const chosen: [string, number][] = sorted.length > 0 ? sorted : [[marks[0] ?? '#', 1]]
  return { terms: chosen.map(([term]) => term), weights: chosen.map(([, weight]) => weight), marks: [...marks] }
}

/** A service and how well it answers; nothing is asked for is 0. */
export type Scored = { serviceId: string; score: number }

/**
 * Weighs each candidate: how much of what was typed it says itself, and whether it is what people who say this are looking for.
 * Best first; at the same score in the order of the ids, so that the same question always gives the same list.
 */
export function weigh(question: Question, asked: Asked, found: Found): Scored[] {
  const place = new Map(asked.terms.map((term, at) => [term, at]))
  const rare = found.services.map((services) => Math.log(1 + Math.max(1, found.all) / Math.max(1, services)))
  const rareOf = (term: string) => rare[place.get(term) ?? -1] ?? 0
  const isThere = (term: string) => (found.services[place.get(term) ?? -1] ?? 0) > 0
  const unknown = Math.log(1 + Math.max(1, found.all))
  const slots = question.slots.map(({ meant, aside }) => {
    const there = [...meant].filter(([term]) => isThere(term))
    const weight = there.length === 0 ? unknown : Math.max(...there.map(([term, sure]) => sure * rareOf(term)))
    return { meant: there, weight: aside ? weight * ASIDE : weight }
  })
  const typed = slots.reduce((sum, { weight }) => sum + weight, 0) || 1
  const concepts = question.meanings.map(({ concept, sure, instead }) => ({
    sure: sure * (concept.calm ? 1.35 : 1),
    instead: [...(instead ?? [])].filter(([term]) => isThere(term)),
    finds: concept.finds.map((words, at) => ({ words, next: NEXT[at] ?? 0.4, weight: words.reduce((sum, word) => sum + rareOf(word), 0) })),
  }))

  const score = ({ has }: Candidate): number => {
    const impacts = new Map(has.map(([at, impact]) => [asked.terms[at] ?? '', impact]))
    const own = slots.reduce((sum, { meant, weight }) => {
      const best = Math.max(...meant.map(([term, sure]) => (sure * (impacts.get(term) ?? 0)) / 100), 0)
      return sum + weight * Math.min(1, best)
    }, 0)
    const meant = concepts.map(({ sure, finds, instead }) =>
      Math.max(
        ...instead.map(([term, how]) => sure * how * Math.min(1, (impacts.get(term) ?? 0) / WHOLE)),
        ...finds.map(({ words, next, weight }) => {
          const said = words.reduce((sum, word) => sum + rareOf(word) * Math.min(1, (impacts.get(word) ?? 0) / WHOLE), 0)
          return weight === 0 ? 0 : sure * next * (said / weight) ** 3
        }),
        0,
      ),
    )
    const first = Math.max(...meant, 0)
    return own / typed + 1.6 * (first + 0.25 * (meant.reduce((sum, one) => sum + one, 0) - first))
  }
  return found.candidates
    .map((candidate) => ({ serviceId: candidate.serviceId, score: score(candidate) }))
    .toSorted((one, other) => other.score - one.score || (one.serviceId < other.serviceId ? -1 : 1))
}
