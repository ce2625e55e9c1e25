/** A tap as the phone keeps it until the house has it; `n` is its place in the row. */
export type Tap = { n?: number; entry: string; stek: string; slot: string; date: string; counted: string; change: number }

/** The sums of a moment as the house last told them, by row. */
export type Sums = Record<string, number>

/** What the house could not keep, with a word that says why; told until somebody read it. */
export type RefusedTap = { n?: number; entry: string; stek: string; why: string }

/** The key under which the sums of a moment are kept. */
export const keyOf = ({ stek, slot, date }: Pick<Tap, 'stek' | 'slot' | 'date'>): string => `${stek}/${slot}/${date}`

/** Milliseconds to wait before the next try, after so many that failed in a row: 2 s at first, 60 s at most. */
export const pauseAfter = (failed: number): number => Math.min(60_000, 2000 * 2 ** Math.min(failed, 5))
