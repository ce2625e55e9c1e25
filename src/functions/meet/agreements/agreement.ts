import type { Language } from '../../../platform/i18n/languages.ts'

/** The agreements of one site, as they hang on the wall: short sentences in order, and when and at which table they were made. */
export type Agreements = {
  siteId: string
  sentences: readonly string[]
  agreedOn: string | null
  agreedWhere: string
  translations: Readonly<Partial<Record<Language, readonly string[]>>>
}

/** The sentences in a language, and in which language they really are: Dutch unless there are exactly as many in that language. */
export function sentencesIn(agreements: Agreements, language: Language): { written: Language; sentences: readonly string[] } {
  const own = agreements.translations[language]
  return language !== 'nl' && own && own.length === agreements.sentences.length
    ? { written: language, sentences: own }
    : { written: 'nl', sentences: agreements.sentences }
}
