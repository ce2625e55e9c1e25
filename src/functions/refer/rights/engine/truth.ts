/** No, not known, yes. Kleene's logic is then the smaller, the larger, and two minus. */
export const NO = 0
export const UNKNOWN = 1
export const YES = 2

/** What the known answers say about a rule. */
export type Truth = 0 | 1 | 2
