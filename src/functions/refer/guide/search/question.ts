import { foldOf, partsOf, wordsOf } from './fold.ts'
import { distanceBetween, mayBeOff, withoutLetters } from './spelling.ts'
import { leanings } from './leaning.ts'
import type { Concept, Phrase, Synonyms } from './synonyms.ts'
import type { Wanted, WordsFound } from './words.ts'

/** More than a visitor needs; what comes behind is not read. */
const LONGEST_QUESTION = 400
const MOST_WORDS = 24

/** A word somebody typed, with everything it may stand for and how sure that is (0 to 1); `aside` when it tells who it is about rather than what. */
export type Slot = { plain: string; folded: string; aside: boolean; meant: Map<string, number> }

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
  const telling = words.filter((word) => !synonyms.isNoise(word))
  const slots = new Map<string, Slot>()
  for (const plain of telling.length > 0 ? telling : words) {
    const folded = foldOf(plain)
    if (folded !== '' && !slots.has(folded)) slots.set(folded, { plain, folded, aside: synonyms.isAside(plain), meant: new Map([[folded, 1]]) })
  }
  return [...slots.values()].slice(0, MOST_WORDS)
}

/** Parts of at least five letters with which a word begins or ends, the longest first. */
const inside = (word: string): string[] =>
  Array.from({ length: Math.max(0, Math.min(word.length - 1, 24) - 4) }, (_, at) => Math.min(word.length - 1, 24) - at).flatMap(
    (length) => [word.slice(0, length), word.slice(-length)],
  )

const townOf = (folded: string): string => `@${folded}`
/** Whether longer words that begin or end with a word are looked for: two letters lead everywhere. */
const leadsOn = ({ plain, folded }: Slot): boolean => plain.length >= 4 && folded.length >= 3

/** What to look up in the guide for these words: the words themselves, as towns, within longer words, and, for those nobody says, their parts and what is near. */
export function wantedFor(slots: readonly Slot[], synonyms: Synonyms): Wanted {
  const strange = slots.filter(({ folded }) => !synonyms.spelling.has(folded))
  return {
    exact: [
      ...slots.flatMap(({ folded }) => [folded, townOf(folded)]),
      ...slots.slice(0, 12).flatMap(({ plain }) => partsOf(plain).flat()),
      ...strange.flatMap(({ folded }) => inside(folded)),
    ],
    within: slots.slice(0, 12).flatMap((slot) => (leadsOn(slot) ? [slot.folded] : [])),
    near: strange.slice(0, 6).flatMap(({ folded }) => withoutLetters(folded)),
  }
}

/** Adds to each word what it may stand for in this guide: a town, a longer word, a word with a letter wrong, two words in one. */
export function guess(slots: readonly Slot[], guide: WordsFound, synonyms: Synonyms): void {
  const isKnown = (word: string) => guide.exact.has(word) || synonyms.spelling.has(word)
  for (const slot of slots) {
    const { plain, folded, meant } = slot
    if (guide.exact.has(townOf(folded))) meant.set(townOf(folded), 1)
    const known = guide.exact.has(folded)
    const longer = guide.within.get(folded) ?? []
    for (const term of longer) meant.set(term, longerSure(folded, term, known))
    if (known) continue
    if (synonyms.spelling.has(folded)) {
      // People say it, this guide does not: it may say its two parts.
      const split = partsOf(plain).filter(
        ([one, other]) => one.length > 2 && other.length > 2 && guide.exact.has(one) && guide.exact.has(other),
      )
      if (meant.size === 1) for (const part of split.slice(-1).flat()) meant.set(part, 0.5)
      continue
    }
    for (const [term, sure] of nearOf(folded, guide, synonyms)) meant.set(term, Math.max(sure, meant.get(term) ?? 0))
    if (meant.size > 1) continue
    const split = partsOf(plain).filter(([one, other]) => one.length > 2 && other.length > 2 && isKnown(one) && isKnown(other))
    for (const part of split.slice(-1).flat()) meant.set(part, 0.7)
    if (meant.size > 1) continue
    const held = inside(folded).find(isKnown)
    if (held) meant.set(held, 0.6)
  }
}

/** A longer word says more of what was typed the less is added; what stands in the guide as typed needs no longer words. */
const longerSure = (folded: string, term: string, known: boolean): number =>
  (known ? 0.25 : 0.6) + (known ? 0 : 0.3 * (folded.length / term.length)) - (term.startsWith(folded) ? 0 : 0.1)

/** The words that are nearest to one nobody knows, in the guide and in the list of synonyms. */
function nearOf(folded: string, guide: WordsFound, synonyms: Synonyms): [string, number][] {
  const most = mayBeOff(folded.length)
  const words = new Set(withoutLetters(folded).flatMap((part) => guide.near.get(part) ?? []))
  const near = new Map(synonyms.spelling.near(folded).map(({ word, distance }) => [word, distance]))
  for (const word of words) {
    const distance = distanceBetween(folded, word, most)
    // A town that was meant is a term of its own.
    if (distance <= mayBeOff(Math.min(folded.length, word.length))) for (const term of [word, townOf(word)]) near.set(term, distance)
  }
  const best = Math.min(...near.values())
  return [...near]
    .filter(([, distance]) => distance === best)
    .map(([word, distance]): [string, number] => [word, distance <= 1 ? 0.85 : 0.65])
    .slice(0, 10)
}

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
  for (const { concept, words, weights, plain, beside } of phrases) {
    const there = words.reduce((sum, word) => sum + synonyms.weightOf(word) * (sure.get(word) ?? 0), 0)
    const share = words.reduce((sum, word, at) => sum + (weights[at] ?? 0) * (sure.get(word) ?? 0), 0)
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
  const LEAN = Number(process.env.BAG ?? 0.5)
  for (const [concept, how] of leanings(slots, synonyms)) {
    const there = best.get(concept)
    best.set(concept, { concept, sure: (there?.sure ?? 0) + LEAN * how, whole: there?.whole ?? false })
  }
  const sorted = [...best.values()].toSorted((one, other) => other.sure - one.sure || (one.concept.name < other.concept.name ? -1 : 1))
  const top = sorted[0]?.sure ?? 0
  return sorted.filter(({ sure: how }) => how > 0.12 && how >= top * 0.4).slice(0, 6)
}
