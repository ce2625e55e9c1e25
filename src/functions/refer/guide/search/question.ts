import { foldOf, wordsOf } from './fold.ts'
import { mayBeOff } from './spelling.ts'
import type { Concept, Phrase, Synonyms } from './synonyms.ts'

/** More than a visitor needs; what comes behind is not read. */
const LONGEST_QUESTION = 400
const MOST_WORDS = 24

/** A word somebody typed, with everything it may stand for and how sure that is (0 to 1). */
export type Slot = { plain: string; folded: string; meant: Map<string, number> }

/** What people ask for, and how sure that is (above 0, mostly below 1.5). */
export type Meaning = { concept: Concept; sure: number; whole: boolean }

/** What a visitor typed, taken apart: the words that say something, and what is asked for. */
export type Question = { slots: readonly Slot[]; meanings: readonly Meaning[] }

/** The words of a question that say something; all of them when none does. Each once, the first ones only. */
export function slotsOf(typed: string, synonyms: Synonyms): Slot[] {
  const words = wordsOf(typed.slice(0, LONGEST_QUESTION)).slice(0, MOST_WORDS * 2)
  const telling = words.filter((word) => !synonyms.isNoise(word))
  const slots = new Map<string, Slot>()
  for (const plain of telling.length > 0 ? telling : words) {
    const folded = foldOf(plain)
    if (folded !== '' && !slots.has(folded)) slots.set(folded, { plain, folded, meant: new Map([[folded, 1]]) })
  }
  return [...slots.values()].slice(0, MOST_WORDS)
}

/** The two words a compound may be made of, as Dutch makes them: each of at least three letters. */
export function partsOf(plain: string): [string, string][] {
  if (plain.length < 7 || plain.length > 30) return []
  return Array.from({ length: plain.length - 5 }, (_, at) => [foldOf(plain.slice(0, at + 3)), foldOf(plain.slice(at + 3))])
}

/** The longest known word of at least five letters with which a word begins or ends; undefined when there is none. */
function longestInside(word: string, isKnown: (part: string) => boolean): string | undefined {
  for (let length = Math.min(word.length - 1, 24); length >= 5; length -= 1)
    for (const part of [word.slice(0, length), word.slice(-length)]) if (isKnown(part)) return part
  return undefined
}

/**
 * Adds to the words nobody knows what they may be: a known word with a letter wrong, or two known words in one.
 * `known` are the words of the guide of this stek.
 */
export function guess(slots: readonly Slot[], known: ReadonlySet<string>, synonyms: Synonyms): void {
  const isKnown = (word: string) => known.has(word) || synonyms.spelling.has(word)
  for (const { plain, folded, meant } of slots) {
    if (isKnown(folded)) continue
    for (const { word, distance } of synonyms.spelling.near(folded)) meant.set(word, distance === 1 ? 0.85 : 0.65)
    if (meant.size > 1) continue
    const split = partsOf(plain).filter(([one, other]) => one.length > 2 && other.length > 2 && isKnown(one) && isKnown(other))
    for (const part of split.slice(-1).flat()) meant.set(part, 0.7)
    if (meant.size > 1) continue
    const inside = longestInside(folded, isKnown)
    if (inside) meant.set(inside, 0.6)
  }
}

/** Whether a word of the guide may be what was meant, and how sure that is; undefined when it is too far off. */
export const sureOf = (distance: number, length: number): number | undefined =>
  distance > mayBeOff(length) ? undefined : distance === 0 ? 1 : distance === 1 ? 0.8 : 0.55

/** "Geen huis" is about something else than "huis": one word that only tells with its small words counts for less without them. */
const besides = (beside: readonly string[], words: number, said: ReadonlySet<string>): number =>
  words > 1 || beside.length === 0 || beside.some((word) => said.has(word)) ? 1 : 0.6

/** A short word alone is easily another word: "rap" is no "rape". It counts when it was typed as it stands in the list. */
const short = (plain: readonly string[], words: readonly string[], said: ReadonlySet<string>): number =>
  words.length > 1 || (words[0]?.length ?? 0) > 3 || plain.some((word) => said.has(word) && foldOf(word) === words[0]) ? 1 : 0.35

/** What is asked for, the surest first: the concepts of which a phrase is for the greater part there. */
export function meaningsOf(typed: string, slots: readonly Slot[], synonyms: Synonyms): Meaning[] {
  const said = new Set(wordsOf(typed.slice(0, LONGEST_QUESTION)))
  const sure = new Map<string, number>()
  for (const { meant } of slots) for (const [word, how] of meant) sure.set(word, Math.max(how, sure.get(word) ?? 0))
  const phrases = new Set<Phrase>([...sure.keys()].flatMap((word) => synonyms.phrasesWith(word)))
  const all = slots.reduce((sum, { folded }) => sum + Math.min(4, synonyms.weightOf(folded) || 3), 0)
  const best = new Map<Concept, Meaning>()
  for (const { concept, words, plain, beside, weight } of phrases) {
    const there = words.reduce((sum, word) => sum + synonyms.weightOf(word) * (sure.get(word) ?? 0), 0)
    const share = there / weight
    if (share < 0.5) continue
    // A phrase counts for how much of it is there, and for how much of the question it explains.
    const how =
      share ** 1.5 *
      (0.35 + 0.65 * Math.min(1, there / all)) *
      Math.min(1, 0.4 + there / 6) *
      besides(beside, words.length, said) *
      short(plain, words, said)
    const before = best.get(concept)
    if (!before || before.sure < how)
      best.set(concept, { concept, sure: how, whole: (share > 0.8 && how > 0.25) || (before?.whole ?? false) })
  }
  const sorted = [...best.values()].toSorted((one, other) => other.sure - one.sure || (one.concept.name < other.concept.name ? -1 : 1))
  const top = sorted[0]?.sure ?? 0
  return sorted.filter(({ sure: how }) => how > 0.12 && how >= top * 0.4).slice(0, 6)
}
