import { foldOf, wordsOf } from './fold.ts'
import { leanings } from './leaning.ts'
import type { Concept, Phrase, Synonyms } from './synonyms.ts'

/** More than a visitor needs; what comes behind is not read. */
const LONGEST_QUESTION = 400
const MOST_WORDS = 24

const NUMBER = /^[0-9]+$/

/** A word somebody typed, with everything it may stand for and how sure that is (0 to 1); `at` is its place among all words, `aside` when it tells who it is about rather than what. */
export type Slot = { plain: string; folded: string; at: number; aside: boolean; meant: Map<string, number> }

/**
 * What people ask for, and how sure that is (above 0, mostly below 1.5). `instead` are words of this guide that may lead there, and how sure they are,
 * when it has nothing of what the list names first.
 */
export type Meaning = { concept: Concept; sure: number; whole: boolean; instead?: ReadonlyMap<string, number> }

/** What a visitor typed, taken apart: the words that say something, and what is asked for. */
export type Question = { slots: readonly Slot[]; meanings: readonly Meaning[] }

/** The words of a question that say something; all of them when none does. Each once, the first ones only. */
export function slotsOf(typed: string, synonyms: Synonyms): Slot[] {
  const words = wordsOf(typed.slice(0, LONGEST_QUESTION)).slice(0, MOST_WORDS * 2)
  const anyTelling = words.some((word) => !synonyms.isNoise(word))
  const slots = new Map<string, Slot>()
  for (const [at, plain] of words.entries()) {
    const folded = foldOf(plain)
    if (anyTelling && synonyms.isNoise(plain)) continue
    if (folded !== '' && !slots.has(folded))
      slots.set(folded, { plain, folded, at, aside: synonyms.isAside(plain), meant: new Map([[folded, 1]]) })
  }
  return [...slots.values()].slice(0, MOST_WORDS)
}

/**
 * "Geen huis" is about something else than "huis": one word that only tells with its small words counts for less without them, and a number ("ik ben 14") for nothing.
 */
function besides(beside: readonly string[], words: readonly string[], said: ReadonlySet<string>): number {
  if (words.length > 1 || beside.length === 0 || beside.filter((word) => said.has(word)).length * 2 >= beside.length) return 1
  return NUMBER.test(words[0] ?? '') ? 0 : 0.6
}

/** A short word alone is easily another word: "rap" is no "rape". It counts when it was typed as it stands in the list. */
const short = (plain: readonly string[], words: readonly string[], said: ReadonlySet<string>): number =>
  words.length > 1 || (words[0]?.length ?? 0) > 3 || plain.some((word) => said.has(word) && foldOf(word) === words[0]) ? 1 : 0.35

/**
 * Whether a phrase was really said, for what must not be claimed lightly: its small words too ("onder de trein" is not "op de trein"), all of them when it has one telling
 * word, half of them when it has more; and its short words as they stand in the list.
 */
function isSaid(words: readonly string[], plain: readonly string[], beside: readonly string[], said: ReadonlySet<string>): boolean {
  const small = beside.filter((word) => said.has(word)).length
  if (words.length > 1 ? small * 2 < beside.length : small < beside.length) return false
  return words.every((word) => word.length > 3 || plain.some((one) => said.has(one) && foldOf(one) === word))
}

/** How much of a phrase must be there. Against half of it, two fifths find a few short questions more when many phrases are left out; with all phrases, and for stories, nothing was gained. */
const PART = 0.4

/** How much faster a phrase counts for less than the part of it that is there. */
const PARTLY = 1.3

/** How much of what a phrase counts is for how much of the question it explains: in a story, much is explained by nothing that counts. */
const EXPLAINS = 0.8

/** How much it counts where single words lean to, beside the best phrase. */
const LEAN = 0.4

/** What is asked for, the surest first: the concepts of which a good part of a phrase is there, and those the words lean to. */
export function meaningsOf(typed: string, slots: readonly Slot[], synonyms: Synonyms): Meaning[] {
  const said = new Set(wordsOf(typed.slice(0, LONGEST_QUESTION)))
  const sure = new Map<string, number>()
  for (const { meant } of slots) for (const [word, how] of meant) sure.set(word, Math.max(how, sure.get(word) ?? 0))
  const phrases = new Set<Phrase>([...sure.keys()].flatMap((word) => synonyms.phrasesWith(word)))
  const all = slots.reduce((sum, { folded }) => sum + Math.min(4, synonyms.weightOf(folded) || 3), 0)
  const best = new Map<Concept, Meaning>()
  for (const { concept, words, weights, plain, beside } of phrases) {
    const there = words.reduce((sum, word) => sum + synonyms.weightOf(word) * (sure.get(word) ?? 0), 0)
    const share = words.reduce((sum, word, at) => sum + (weights[at] ?? 0) * (sure.get(word) ?? 0), 0)
    if (share < PART) continue
    // The number of a house is no age: a number alone says nothing of a phrase with other words.
    if (words.length > 1 && words.every((word) => NUMBER.test(word) || !sure.has(word))) continue
    const alone = besides(beside, words, said)
    // A phrase counts for how much of it is there, and for how much of the question it explains.
    const explains = 1 - EXPLAINS + EXPLAINS * Math.min(1, there / all)
    const how = share ** PARTLY * explains * Math.min(1, 0.4 + there / 6) * alone * short(plain, words, said)
    const wholly = share > 0.8 && how > 0.25 && isSaid(words, plain, beside, said)
    const before = best.get(concept)
    best.set(concept, { concept, sure: Math.max(how, before?.sure ?? 0), whole: wholly || (before?.whole ?? false) })
  }
  for (const [concept, how] of leanings(slots, synonyms)) {
    const there = best.get(concept)
    best.set(concept, { concept, sure: (there?.sure ?? 0) + LEAN * how, whole: there?.whole ?? false })
  }
  const sorted = [...best.values()].toSorted((one, other) => other.sure - one.sure || (one.concept.name < other.concept.name ? -1 : 1))
  const top = sorted[0]?.sure ?? 0
  return sorted.filter(({ sure: how }) => how > 0.12 && how >= top * 0.4).slice(0, 6)
}
