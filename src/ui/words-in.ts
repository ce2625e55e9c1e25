import type { House } from '../platform/http/house.ts'
import type { Language } from '../platform/i18n/languages.ts'
import type { T } from './words.ts'

/** The translator of a language, with keys that the compiler knows. */
export const wordsIn = (house: House, language: Language): T => house.texts(language)
