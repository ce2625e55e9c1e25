import type { Slot } from './question.ts'
import type { Concept, Synonyms } from './synonyms.ts'

/** A number leans nowhere: it may be an age, a house or a telephone. */
const NUMBER = /^[0-9]+$/
/** How much a word nobody says counts when it is asked how much of a question leans somewhere. */
const UNKNOWN = 3
/** How much a word says at most. */
const MOST = 4

/**
 * How far the words of a question lean to each concept, each word on its own, whatever phrases it stands in: 0 (not at all) to 1 (all of them, and to nothing else).
 * A long story rarely holds a whole phrase, but its words point the same way.
 */
export function leanings(slots: readonly Slot[], synonyms: Synonyms): Map<Concept, number> {
  const leans = new Map<Concept, number>()
  let all = 0
  for (const { folded, meant } of slots) {
    all += Math.min(MOST, synonyms.weightOf(folded) || UNKNOWN)
    const one = new Map<Concept, number>()
    for (const [word, sure] of NUMBER.test(folded) ? [] : meant)
      for (const [concept, share] of synonyms.leansOf(word))
        one.set(concept, Math.max(one.get(concept) ?? 0, sure * Math.min(MOST, synonyms.weightOf(word)) * share))
    for (const [concept, how] of one) leans.set(concept, (leans.get(concept) ?? 0) + how)
  }
  return new Map([...leans].map(([concept, how]) => [concept, how / (all || 1)]))
}
