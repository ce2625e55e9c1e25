import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInstance } from 'i18next'
import { isLanguage, type Language, languages } from './languages.ts'

type PluralEnding = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
type WithoutPlural<Key extends string> = Key extends `${infer Base}_${PluralEnding}` ? Base : Key

/** Every dotted key of a text file, plural endings left off: `{ a: { b_one: '…', b_other: '…' } }` gives `'a.b'`. */
export type KeysOf<Texts> = {
  [Key in keyof Texts & string]: Texts[Key] extends string ? WithoutPlural<Key> : `${Key}.${KeysOf<Texts[Key]>}`
}[keyof Texts & string]

/** Gives the text of a key in one language, with `{{name}}` filled in; `count` chooses the plural (Intl.PluralRules). */
export type Translate<Key extends string = string> = (key: Key, values?: Record<string, string | number>) => string

const folder = join(import.meta.dirname, '../../../data/texts')

/** The text files of a language, by name without `.json`; staff texts exist in Dutch only. */
export function readTexts(language: Language): Record<string, Record<string, unknown>> {
  const files = readdirSync(join(folder, language)).filter((file) => file.endsWith('.json'))
  return Object.fromEntries(files.map((file) => [file.slice(0, -5), JSON.parse(readFileSync(join(folder, language, file), 'utf8'))]))
}

/**
 * Reads all text files once and returns a translator per language. A key is `file.path.to.text`.
 * A text missing in a language falls back to Dutch; a key that exists nowhere throws, so that no page ever shows a raw key.
 */
export function openTexts(): (language: Language) => Translate {
  const i18n = createInstance()
  void i18n.init({
    lng: 'nl',
    fallbackLng: 'nl',
    initAsync: false,
    resources: Object.fromEntries(
      readdirSync(folder)
        .filter(isLanguage)
        .map((language) => [language, { translation: readTexts(language) }]),
    ),
    interpolation: { escapeValue: false },
    returnNull: false,
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key) => {
      throw new Error(`no text for the key ${key}`)
    },
  })
  const translators = new Map<Language, Translate>(
    languages.map((language) => {
      const t = i18n.getFixedT(language)
      return [language, (key, values) => t(key, values ?? {})]
    }),
  )
  return (language) => translators.get(language) as Translate
}
