import type { amountKinds, households, papers, places } from '../book/shape.ts'
import type { Automatic } from '../engine/book.ts'

/** What a screen says in one language. */
export type ScreenSays = { short: string; ask: string; hint: string | undefined; options: Readonly<Record<string, string>> }

/** What is said of a right in one language, on one day; amounts only when they were checked less than a year ago. */
export type RightSays = {
  name: string
  what: string
  who: string
  when: string | undefined
  why: string
  trap: string | undefined
  automatic: Automatic
  household: (typeof households)[number]
  at: readonly (typeof places)[number][]
  bring: readonly (typeof papers)[number][]
  ways: Readonly<Record<string, string>>
  related: readonly string[]
  /** The right that comes first, when this one follows from it. */
  after: string | undefined
  search: string
  amounts: readonly { kind: (typeof amountKinds)[number]; amount: string; date: string }[]
  /** There are amounts, but too old to show. */
  staleAmounts: boolean
  source: string
  /** The date of the source; undefined when it says none. */
  date: string | undefined
  old: boolean
}

/** Everything the check says in one language. */
export type Sayings = { screens: Readonly<Record<string, ScreenSays>>; rights: Readonly<Record<string, RightSays>> }
