import type { Figure } from './figures.ts'

/** Whether anything took place where people are counted. */
export const isCounted = ({ moments, uncounted }: Figure): boolean => moments > uncounted

/** How the last period stands against an earlier one; `before` is the place of that one in the row. */
export type Trend =
  | { kind: 'nothing-held' | 'hidden' | 'first' | 'not-before' }
  | { kind: 'same'; before: number }
  | { kind: 'more' | 'less'; by: number; before: number }

/**
 * The trend at the end of a row, out of what is told only: against the last period before it in which people were counted; 'first' when
 * there is none, 'not-before' when that one is hidden.
 */
export function trendOf(figures: readonly Figure[]): Trend {
  const last = figures.at(-1)
  if (!last || !isCounted(last)) return { kind: 'nothing-held' }
  if (last.heads === null) return { kind: 'hidden' }
  const before = figures.slice(0, -1).findLastIndex(isCounted)
  if (before === -1) return { kind: 'first' }
  const earlier = figures[before]?.heads ?? null
  if (earlier === null) return { kind: 'not-before' }
  const by = last.heads - earlier
  return by === 0 ? { kind: 'same', before } : { kind: by > 0 ? 'more' : 'less', by: Math.abs(by), before }
}

/** How many people came per counted moment, rounded to a whole; undefined when hidden or when nothing took place. */
export const perMoment = ({ heads, moments, uncounted }: Figure): number | undefined =>
  heads === null || moments === uncounted ? undefined : Math.round(heads / (moments - uncounted))

/** The same over the told periods of a row together, the last one left out: what is usual; undefined below three of them. */
export function usualOf(figures: readonly Figure[]): number | undefined {
  const told = figures.slice(0, -1).filter(({ heads }) => heads !== null)
  if (told.length < 3) return undefined
  return Math.round(told.reduce((so, { heads }) => so + (heads ?? 0), 0) / told.length)
}
