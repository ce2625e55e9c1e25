import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { languages } from '../../../../platform/i18n/languages.ts'
import { foldOf, partsOf, soundOf, wordsOf } from './fold.ts'
import { type Spelling, spellingOf } from './spelling.ts'

const said = z.partialRecord(z.enum(languages), z.string())
const shape = z.strictObject({
  noise: said,
  aside: said,
  concepts: z.record(
    z.string(),
    z.strictObject({
      finds: z.string().min(1),
      calm: z.enum(['suicide', 'violence', 'missing', 'danger']).optional(),
      ...Object.fromEntries(languages.map((language) => [language, z.string().optional()])),
    }),
  ),
})

/** What calls for a calm box with a number on top of the page. */
export type Calm = 'suicide' | 'violence' | 'missing' | 'danger'

/**
 * Something people ask for: the folded words of services it leads to, best first, and what it calls for. `said` are the single words people say for it,
 * `begins` what its longer words begin with: where a guide has none of the services, these may still lead somewhere.
 */
export type Concept = {
  name: string
  finds: readonly (readonly string[])[]
  calm: Calm | undefined
  said: readonly string[]
  begins: readonly string[]
}

/** One thing people say, as folded words without noise; `beside` are its words that are noise elsewhere, as in "geen huis"; `plain` its words as written. */
export type Phrase = {
  concept: Concept
  words: readonly string[]
  /** How much of the phrase each of its words is: shares of 1. */
  weights: readonly number[]
  beside: readonly string[]
  plain: readonly string[]
}

/** The list of `data/synonyms.yaml`, ready for looking up. */
export type Synonyms = {
  isNoise(plain: string): boolean
  /** Words that tell who it is about, hardly what: "mijn dochter" in a question about dyslexia. */
  isAside(plain: string): boolean
  phrasesWith(folded: string): readonly Phrase[]
  /** How much a word says about what is asked: a word of many concepts says little. */
  weightOf(folded: string): number
  /** How far a word leans to which concepts: 1 when all that people say with it is about one, more together when it is about several. */
  leansOf(folded: string): ReadonlyMap<Concept, number>
  /** Which words of the list somebody may have meant. */
  spelling: Spelling
}

/** What a word that only tells who it is about says at most. */
const ASIDE = 0.9

/** A word of several concepts leans to each further than its share: in a story many such words together tell which one. */
const SHARED = 0.6

/** Where the list is written. */
const file = join(import.meta.dirname, '../../../../../data/synonyms.yaml')

const folds = new Map<string, string>()
/** `foldOf`, each word once: the list says the same words over and over. */
function fold(plain: string): string {
  const there = folds.get(plain)
  if (there !== undefined) return there
  const folded = foldOf(plain)
  folds.set(plain, folded)
  return folded
}

const finds = (written: string): string[][] =>
  written.split('|').map((service) => [...new Set(wordsOf(service).map(fold))].filter((word) => word !== ''))

/** What compounds begin with, where that is a word or two of them begin so: "voedsel" of "voedselbank". The most frequent first, at most eight. */
function beginsOf(words: readonly string[], isWord: (folded: string) => boolean): string[] {
  const ends = new Map<string, Set<string>>()
  for (const word of new Set(words))
    for (const [begin, end] of partsOf(word))
      if (begin.length >= 4 && end.length >= 3 && isWord(end)) ends.set(begin, (ends.get(begin) ?? new Set()).add(end))
  return [...ends]
    .filter(([begin, after]) => isWord(begin) || after.size > 1)
    .toSorted(([, one], [, other]) => other.size - one.size)
    .slice(0, 8)
    .map(([begin]) => begin)
}

/** Reads the list. Throws when it is not written well. */
export function readSynonyms(path = file): Synonyms {
  const { noise, aside, concepts } = shape.parse(parse(readFileSync(path, 'utf8')))
  const noisy = new Set(Object.values(noise).flatMap((words) => wordsOf(words ?? '')))
  const beside = new Set(Object.values(aside).flatMap((words) => wordsOf(words ?? '')))
  const asides = new Set([...beside].map(fold))
  const listed = Object.entries(concepts).map(([name, written]) => ({
    name,
    written,
    phrases: languages
      .flatMap((language) => ((written as Record<string, string | undefined>)[language] ?? '').split(';'))
      .map(wordsOf)
      .filter((words) => words.length > 0),
  }))
  const everyWord = new Set(listed.flatMap(({ written, phrases }) => [...wordsOf(written.finds), ...phrases.flat()].map(fold)))
  const spoken = listed.flatMap(({ name, written, phrases }) => {
    const single = phrases.flatMap((words) => (words.length === 1 ? words : []))
    const concept: Concept = {
      name,
      finds: finds(written.finds),
      calm: written.calm,
      said: [...new Set(single.map(fold))].filter((word) => word.length > 2).slice(0, 60),
      begins: beginsOf([...wordsOf(written.finds), ...single], (word) => everyWord.has(word)),
    }
    return phrases.flatMap((words) => {
      const telling = words.filter((word) => !noisy.has(word))
      const folded = [...new Set((telling.length > 0 ? telling : words).map(fold))].filter((word) => word !== '')
      return folded.length > 0
        ? [{ concept, words: folded, plain: words, beside: telling.length > 0 ? words.filter((word) => noisy.has(word)) : [] }]
        : []
    })
  })
  const conceptsOf = new Map<string, Set<Concept>>()
  for (const { concept, words } of spoken) for (const word of words) conceptsOf.set(word, (conceptsOf.get(word) ?? new Set()).add(concept))
  const count = Object.keys(concepts).length
  const rareOf = (word: string): number => Math.log(1 + count / (conceptsOf.get(word)?.size ?? count))
  const weightOf = (word: string): number => (asides.has(word) ? Math.min(ASIDE, rareOf(word)) : rareOf(word))
  const byWord = new Map<string, Phrase[]>()
  for (const { concept, words, plain, beside } of spoken) {
    const weight = words.reduce((sum, word) => sum + rareOf(word), 0)
    const phrase = { concept, words, plain, beside, weights: words.map((word) => rareOf(word) / weight) }
    for (const word of words) {
      const there = byWord.get(word)
      if (there) there.push(phrase)
      else byWord.set(word, [phrase])
    }
  }
  const leans = new Map<string, ReadonlyMap<Concept, number>>()
  for (const [word, phrases] of byWord) {
    const shares = new Map<Concept, number>()
    for (const { concept, words } of phrases) shares.set(concept, (shares.get(concept) ?? 0) + 1 / words.length)
    const all = [...shares.values()].reduce((sum, share) => sum + share, 0)
    leans.set(word, new Map([...shares].map(([concept, share]) => [concept, (share / all) ** SHARED])))
  }
  return {
    isNoise: (plain) => noisy.has(plain),
    isAside: (plain) => beside.has(plain),
    phrasesWith: (word) => byWord.get(word) ?? [],
    weightOf,
    leansOf: (word) => leans.get(word) ?? new Map(),
    spelling: spellingOf(
      [...new Set(spoken.flatMap(({ plain }) => plain))]
        .filter((word) => !noisy.has(word))
        .map((word): [string, string] => [soundOf(word), fold(word)]),
    ),
  }
}
