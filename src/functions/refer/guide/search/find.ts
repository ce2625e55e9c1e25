import type { Tx } from '../../../../platform/database/door.ts'
import { guess, wantedFor } from './guess.ts'
import { insteadOf, termsToFind, wantedInstead } from './instead.ts'
import { candidatesFor, type Found } from './queries.ts'
import { meaningsOf, type Question, slotsOf } from './question.ts'
import { asking, type Scored, weigh } from './rules.ts'
import { type Calm, readSynonyms, type Synonyms } from './synonyms.ts'
import { termsThere, wordsOfGuide } from './words.ts'

/** How sure a meaning that calls for a calm box must be, against the surest one. */
const CALM = 0.6

/** What was found: services, best first, and whether what was typed calls for a calm box. */
export type Answer = { scored: Scored[]; calm: Calm | undefined; understood: boolean }

let list: Synonyms | undefined
const synonyms = (): Synonyms => {
  list ??= readSynonyms()
  return list
}

/** Reads the list of synonyms beforehand, so that the first visitor does not wait for it. */
export const warmSearch = (): void => void synonyms()

/** Takes a question apart with what the guide of the stek knows: spelling, towns, longer words, meanings, and what may lead there where the guide lacks what a meaning names. */
async function understand(tx: Tx, stekId: string, typed: string): Promise<Question> {
  const words = slotsOf(typed, synonyms())
  if (words.length === 0) return { slots: words, meanings: [] }
  const slots = guess(words, await wordsOfGuide(tx, stekId, wantedFor(words, synonyms())), synonyms())
  const meanings = meaningsOf(typed, slots, synonyms())
  if (meanings.length === 0) return { slots, meanings }
  const there = await termsThere(tx, stekId, termsToFind(meanings))
  const wanted = wantedInstead(meanings, there)
  if (!wanted) return { slots, meanings }
  return { slots, meanings: insteadOf(meanings, there, await wordsOfGuide(tx, stekId, wanted)) }
}

/** Without words: what says most about the marks first, which are the nearest levels of government. */
const listed = ({ candidates }: Found): Scored[] =>
  candidates
    .map(({ serviceId, has }) => ({ serviceId, score: Math.max(...has.map(([, impact]) => impact), 1) / 100 }))
    .toSorted((one, other) => other.score - one.score || (one.serviceId < other.serviceId ? -1 : 1))

/**
 * Searches the guide of a stek with what a visitor typed, in any language of the product. `marks` are terms that must be there: `#t:mobility`, `#l:fr`.
 * With nothing typed it lists, the nearest levels first. Nothing of what was typed is kept.
 * @source REFER-3
 */
export async function findServices(tx: Tx, stekId: string, typed: string, marks: readonly string[] = []): Promise<Answer> {
  const question = await understand(tx, stekId, typed)
  // Something was typed, but no word: a letter, a smile. That is no reason to show just anything.
  if (question.slots.length === 0 && typed.trim() !== '') return { scored: [], calm: undefined, understood: false }
  const asked = asking(question, marks)
  const found = await candidatesFor(tx, stekId, asked)
  const scored = question.slots.length === 0 ? listed(found) : weigh(question, asked, found)
  const surest = question.meanings[0]?.sure ?? 0
  const calm = question.meanings.slice(0, 2).find(({ concept, whole, sure }) => concept.calm && whole && sure >= surest * CALM)
    ?.concept.calm
  const best = scored[0]?.score ?? 0
  const understood = question.meanings.length > 0 || best > 0.3
  return {
    // What has hardly anything to do with the question is left out, so that the page does not drown it; so is what only shares the number of a house.
    scored: scored.filter(({ score }) => score > 0 && score >= best * 0.12 && (understood || score > 0.2)),
    calm,
    understood,
  }
}
