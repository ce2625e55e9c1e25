import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { languages } from '../../../../platform/i18n/languages.ts'
import { foldOf, wordsOf } from './fold.ts'
import { type Spelling, spellingOf } from './spelling.ts'

const said = z.partialRecord(z.enum(languages), z.string())
const shape = z.strictObject({
  noise: said,
  concepts: z.record(
    z.string(),
    z.strictObject({
      finds: z.string().min(1),
      calm: z.enum(['suicide', 'violence', 'danger']).optional(),
      ...Object.fromEntries(languages.map((language) => [language, z.string().optional()])),
    }),
  ),
})

/** What calls for a calm box with a number on top of the page. */
export type Calm = 'suicide' | 'violence' | 'danger'

/** Something people ask for: the folded words of services it leads to, best first, and what it calls for. */
export type Concept = { name: string; finds: readonly (readonly string[])[]; calm: Calm | undefined }

/** One thing people say, as folded words without noise; `beside` are its words that are noise elsewhere, as in "geen huis"; `plain` its words as written. */
export type Phrase = { concept: Concept; words: readonly string[]; beside: readonly string[]; plain: readonly string[]; weight: number }

/** The list of `data/synonyms.yaml`, ready for looking up. */
export type Synonyms = {
  isNoise(plain: string): boolean
  phrasesWith(folded: string): readonly Phrase[]
  /** How much a word says about what is asked: a word of many concepts says little. */
  weightOf(folded: string): number
  /** Which words of the list somebody may have meant. */
  spelling: Spelling
}

/** Where the list is written. */
const file = join(import.meta.dirname, '../../../../../data/synonyms.yaml')

const finds = (written: string): string[][] =>
  written.split('|').map((service) => [...new Set(wordsOf(service).map(foldOf))].filter((word) => word !== ''))

/** Reads the list. Throws when it is not written well. */
export function readSynonyms(path = file): Synonyms {
  const { noise, concepts } = shape.parse(parse(readFileSync(path, 'utf8')))
  const noisy = new Set(Object.values(noise).flatMap((words) => wordsOf(words ?? '')))
  const spoken = Object.entries(concepts).flatMap(([name, written]) => {
    const concept: Concept = { name, finds: finds(written.finds), calm: written.calm }
    const texts = languages.map((language) => (written as Record<string, string | undefined>)[language] ?? '')
    return texts
      .flatMap((text) => text.split(';'))
      .flatMap((phrase) => {
        const words = wordsOf(phrase)
        const telling = words.filter((word) => !noisy.has(word))
        const folded = [...new Set((telling.length > 0 ? telling : words).map(foldOf))]
        return folded.length > 0
          ? [{ concept, words: folded, plain: words, beside: telling.length > 0 ? words.filter((word) => noisy.has(word)) : [] }]
          : []
      })
  })
  const conceptsOf = new Map<string, Set<Concept>>()
  for (const { concept, words } of spoken) for (const word of words) conceptsOf.set(word, (conceptsOf.get(word) ?? new Set()).add(concept))
  const count = Object.keys(concepts).length
  const weightOf = (word: string): number => Math.log(1 + count / (conceptsOf.get(word)?.size ?? count))
  const byWord = new Map<string, Phrase[]>()
  for (const { concept, words, plain, beside } of spoken) {
    const phrase = { concept, words, plain, beside, weight: words.reduce((sum, word) => sum + weightOf(word), 0) }
    for (const word of words) {
      const there = byWord.get(word)
      if (there) there.push(phrase)
      else byWord.set(word, [phrase])
    }
  }
  return {
    isNoise: (plain) => noisy.has(plain),
    phrasesWith: (word) => byWord.get(word) ?? [],
    weightOf,
    spelling: spellingOf(byWord.keys()),
  }
}
