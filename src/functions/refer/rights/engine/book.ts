/** A condition over facts, as it stands in a rule that is in force; amounts are filled in. */
export type Condition =
  | { kind: 'all'; of: readonly Condition[] }
  | { kind: 'any'; of: readonly Condition[] }
  | { kind: 'not'; of: Condition }
  | { kind: 'is'; fact: string; among: readonly string[] }
  | { kind: 'income'; perMonth: number; extraPerMonth: number; counts: Counted; clearly: number }
  | { kind: 'unsure' }

/** Who is added to the limit of an income: each notion of a household is of one rule, never one number for all. */
export type Counted = 'nobody' | 'children' | 'partner-and-children'

/** A screen asks one thing: one answer out of several, or everything that fits. */
export type Screen = {
  id: string
  kind: 'one' | 'many'
  options: readonly string[]
  /** For the income: from and below how much a month each option goes; the last has no end. */
  bands?: readonly (readonly [number, number | null])[]
  /** People stop at this question when it comes too soon: it must decide twice as much to be asked. */
  delicate?: boolean
}

/** How much somebody must do: nothing, mostly nothing, send a letter back, or ask. */
export type Automatic = 'automatic' | 'mostly' | 'letter' | 'must-ask'

/** One way to a right, with its own rule. */
export type Way = { id: string; when: Condition }

/** One right with the rule that is in force on a day. */
export type Right = {
  id: string
  automatic: Automatic
  /** 1 for what changes most in somebody's life, 3 for what follows from something else. */
  weight: number
  /** Somebody who says this has it already. */
  have: Condition | null
  ways: readonly Way[]
}

/** What the check asks and decides with on one day; plain data, the same in the browser and on the server. */
export type Book = { screens: readonly Screen[]; rights: readonly Right[] }
