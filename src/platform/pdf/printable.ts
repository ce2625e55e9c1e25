import { type Coverage, covers } from './coverage.ts'

/** What stands where nothing of a text could be printed. */
const NOTHING_LEFT = '…'

/** Invisible characters that Persian, Urdu and Ukrainian words need: joiners and the soft hyphen. */
const KEPT = new Set([0x200c, 0x200d, 0xad])

/** Where a long word may break although it has no hyphen (zero width space). */
const BREAK = '\u200b'
const LONGEST_RUN = 24

/**
 * A text as the fonts can print it: composed (NFC), on one line, without controls, direction overrides, emoji and other characters no
 * font has. A run without a space longer than 24 characters may break, so that it never runs off the paper.
 * A text of which nothing is left becomes "…"; an empty text stays empty.
 */
export function printable(text: string, coverage: Coverage): string {
  const spaced = text
    .normalize('NFC')
    .replace(/[\t-\r\u0085\u2028\u2029]/gu, ' ')
    .replace(/\p{Zs}/gu, (space) => (printsSpace(space, coverage) ? space : ' '))
  const kept = [...spaced].filter((character) => canPrint(character, coverage)).join('')
  const tidy = kept
    .replace(/(?<![\p{L}\p{M}])(?:\u200c|\u200d|\u00ad)+|(?:\u200c|\u200d|\u00ad)+(?![\p{L}\p{M}])/gu, '')
    .replace(/ +/g, ' ')
    .trim()
  if (tidy === '') return text.trim() === '' ? '' : NOTHING_LEFT
  return tidy.replace(/\S{25,}/gu, (run) => run.replace(new RegExp(`(\\S{${LONGEST_RUN}})(?=[^\\s\\p{M}])`, 'gu'), `$1${BREAK}`))
}

const printsSpace = (space: string, coverage: Coverage): boolean =>
  (space === ' ' || space === '\u00a0' || space === '\u202f') && canPrint(space, coverage)

function canPrint(character: string, coverage: Coverage): boolean {
  const codePoint = character.codePointAt(0) ?? 0
  if (KEPT.has(codePoint)) return true
  return !/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/u.test(character) && covers(coverage, codePoint)
}

/** Whatever JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** The same data with every text changed; the names of fields stay. */
export function mapTexts(data: Json, change: (text: string) => string): Json {
  if (typeof data === 'string') return change(data)
  if (data === null || typeof data !== 'object') return data
  if (Array.isArray(data)) return data.map((one) => mapTexts(one, change))
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, mapTexts(value, change)]))
}
