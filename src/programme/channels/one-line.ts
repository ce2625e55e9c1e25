import { directionOf, type Language } from '../../platform/i18n/languages.ts'

/** What can turn a line around or hide in it: controls, direction marks and overrides, line separators. */
const HIDDEN = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+/gu
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u
const LEFT_TO_RIGHT = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u

/** What somebody typed, on one line: no controls, no direction overrides, single spaces. */
export const oneLine = (text: string): string => text.replace(HIDDEN, ' ').replace(/\s+/gu, ' ').trim()

/**
 * The same for in the middle of a plain sentence: a piece that reads in the other direction than the sentence stands between
 * isolates, so that times and brackets beside it stay in their place (Unicode UAX #9).
 */
export function inSentence(text: string, language: Language): string {
  const line = oneLine(text)
  const turns = directionOf(language) === 'rtl' ? LEFT_TO_RIGHT.test(line) : RIGHT_TO_LEFT.test(line)
  return turns ? `\u2068${line}\u2069` : line
}
