import { partsOf, soundOf } from './fold.ts'
import type { Slot } from './question.ts'
import { distanceBetween, mayBeOff, withoutLetters } from './spelling.ts'
import type { Synonyms } from './synonyms.ts'
import type { Wanted, WordsFound } from './words.ts'

/** How much two words still say apart when together they are one word. */
const APART = 0.5
/** How sure a word with one letter wrong is. */
const CLOSE = 0.85

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

/**
 * The same words with what each may stand for in this guide: a town, a longer word, a word with a letter wrong, two words in one. Words typed one right after the
 * other that are one word on the list are one: "leef loon".
 */
export function guess(typed: readonly Slot[], guide: WordsFound, synonyms: Synonyms): Slot[] {
  const isKnown = (word: string) => guide.exact.has(word) || synonyms.spelling.has(word)
  for (const slot of typed) mean(slot, guide, synonyms, isKnown)
  const slots: Slot[] = []
  for (const next of typed) {
    const last = slots.at(-1)
    const whole = last && last.at + 1 === next.at ? synonyms.spelling.sounding(soundOf(last.plain + next.plain)) : undefined
    if (last && whole) {
      const apart = [...last.meant, ...next.meant].map(([word, sure]): [string, number] => [word, sure * APART])
      slots[slots.length - 1] = { ...next, aside: false, meant: new Map([...apart, [whole, 1]]) }
    } else slots.push(next)
  }
  return slots
}

function mean(slot: Slot, guide: WordsFound, synonyms: Synonyms, isKnown: (word: string) => boolean): void {
  const { plain, folded, meant } = slot
  if (guide.exact.has(townOf(folded))) meant.set(townOf(folded), 1)
  const known = guide.exact.has(folded)
  const longer = guide.within.get(folded) ?? []
  for (const term of longer) meant.set(term, longerSure(folded, term, known))
  if (known) return
  if (synonyms.spelling.has(folded)) {
    // People say it, this guide does not: it may say its two parts.
    const split = partsOf(plain).filter(
      ([one, other]) => one.length > 2 && other.length > 2 && guide.exact.has(one) && guide.exact.has(other),
    )
    if (meant.size === 1) for (const part of split.slice(-1).flat()) meant.set(part, 0.5)
    return
  }
  const near = nearOf(slot, guide, synonyms)
  for (const [term, sure] of near) meant.set(term, Math.max(sure, meant.get(term) ?? 0))
  if (near.length > 0 ? near.some(([, sure]) => sure >= CLOSE) : meant.size > 1) return
  // With two letters wrong it may as well be a compound of two words that people say: "vloerwerken" is no "verwerken".
  const split = partsOf(plain).filter(([one, other]) => one.length > 2 && other.length > 2 && isKnown(one) && isKnown(other))
  for (const part of split.slice(-1).flat()) meant.set(part, 0.7)
  if (meant.size > 1) return
  const held = inside(folded).find(isKnown)
  if (held) meant.set(held, 0.6)
}

/** A longer word says more of what was typed the less is added; what stands in the guide as typed needs no longer words. */
const longerSure = (folded: string, term: string, known: boolean): number =>
  (known ? 0.25 : 0.6) + (known ? 0 : 0.3 * (folded.length / term.length)) - (term.startsWith(folded) ? 0 : 0.1)

/** The words that are nearest to one nobody knows, in the guide and in the list of synonyms. */
function nearOf({ plain, folded }: Slot, guide: WordsFound, synonyms: Synonyms): [string, number][] {
  const most = mayBeOff(folded.length)
  const words = new Set(withoutLetters(folded).flatMap((part) => guide.near.get(part) ?? []))
  const near = new Map(synonyms.spelling.near(soundOf(plain)).map(({ word, distance }) => [word, distance]))
  for (const word of words) {
    const distance = distanceBetween(folded, word, most)
    // A town that was meant is a term of its own.
    if (distance <= mayBeOff(Math.min(folded.length, word.length))) for (const term of [word, townOf(word)]) near.set(term, distance)
  }
  const best = Math.min(...near.values())
  return [...near]
    .filter(([, distance]) => distance === best)
    .map(([word, distance]): [string, number] => [word, distance <= 1 ? CLOSE : 0.65])
    .slice(0, 10)
}
