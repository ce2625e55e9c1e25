import type { TextKey } from '../../ui/words.ts'

/** A value for a sentence: as it is, or still to be put in words of a language. */
export type Value =
  | string
  | number
  | { date: string }
  | { dates: readonly string[] }
  | { cents: number }
  | { weekday: number }
  | { names: readonly string[] }

/** What a rule says instead of yes: at which field, which sentence, and what goes into it. Never a sentence itself. */
export type Refusal = { field: string; key: TextKey; values?: Record<string, Value> }

/** A refusal when `wrong`, else nothing; for lists of rules. */
export const refuseIf = (wrong: boolean, refusal: Refusal): readonly Refusal[] => (wrong ? [refusal] : [])

/** How many characters a text has for somebody who counts them, and for PostgreSQL: code points. */
export const lengthOf = (text: string): number => [...text].length

/** A refusal when a text is longer than its column; says how long it is. */
export const tooLong = (field: string, text: string, most: number): readonly Refusal[] => {
  const count = lengthOf(text)
  return refuseIf(count > most, { field, key: 'desk.wrong.tooLong', values: { count, most } })
}
