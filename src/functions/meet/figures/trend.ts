import type { Figure } from './figures.ts'

/** How the last period stands against the one before it. */
export type Trend = { kind: 'nothing-held' | 'hidden' | 'first' | 'not-before' | 'same' } | { kind: 'more' | 'less'; by: number }

/** The trend at the end of a row, out of what is told only; 'not-before' when the period before is hidden or nothing took place in it. */
export function trendOf(figures: readonly Figure[]): Trend {
  const last = figures.at(-1)
  if (!last || last.moments === 0) return { kind: 'nothing-held' }
  if (last.heads === null) return { kind: 'hidden' }
  const before = figures.at(-2)
  if (!before) return { kind: 'first' }
  if (before.moments === 0 || before.heads === null) return { kind: 'not-before' }
  const by = last.heads - before.heads
  return by === 0 ? { kind: 'same' } : { kind: by > 0 ? 'more' : 'less', by: Math.abs(by) }
}

/** How many people came per moment, rounded to a whole; undefined when hidden or when nothing took place. */
export const perMoment = ({ heads, moments }: Figure): number | undefined =>
  heads === null || moments === 0 ? undefined : Math.round(heads / moments)

/** The same over the told periods of a row together, the last one left out: what is usual; undefined below three of them. */
export function usualOf(figures: readonly Figure[]): number | undefined {
  const told = figures.slice(0, -1).filter(({ heads, moments }) => heads !== null && moments > 0)
  if (told.length < 3) return undefined
  return Math.round(told.reduce((so, { heads }) => so + (heads ?? 0), 0) / told.length)
}
