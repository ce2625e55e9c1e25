import { monthsBetween } from '../../../../platform/calendar/whole-weeks.ts'
import { type Shown, stretches, suppress } from '../../../../platform/suppression/suppress.ts'

/** How it went, out of four: had it already, asked, tried and failed, did nothing. */
export const toldOutcomes = ['had', 'asked', 'failed', 'nothing'] as const

export type ToldOutcome = (typeof toldOutcomes)[number]

/** `2026-11` of a day. */
export const monthOf = (date: string): string => date.slice(0, 7)

/** How often each outcome was told in one month. */
export type MonthTold = { month: string; counts: Partial<Record<ToldOutcome, number>> }

/** What is told to staff of one month, or of several that were too small alone. */
export type ToldPeriod = { from: string; until: string; shown: Shown<ToldOutcome> }

// What tells least is hidden along first.
const hiddenAlong: readonly ToldOutcome[] = ['nothing', 'had', 'asked', 'failed']

/**
 * What staff may see of a right, newest first: months that are over only, each as soon as five people told and one number can be shown; a month
 * that is too small is told together with the next. What is told never changes later, so that two looks cannot be subtracted. The months begin with
 * `since`, the first one in which anybody told of any right, and none is left out: that nobody told in a month is a small number too.
 */
function toldPeriods(rows: readonly MonthTold[], today: string, since: string): ToldPeriod[] {
  const byMonth = new Map(rows.map((row) => [row.month, row]))
  const last = rows
    .map(({ month }) => month)
    .filter((month) => month < monthOf(today))
    .toSorted()
    .at(-1)
  const over = last === undefined ? [] : monthsBetween(since, last).map((month) => byMonth.get(month) ?? { month, counts: {} })
  const together = (some: readonly MonthTold[]) =>
    suppress(
      Object.fromEntries(
        toldOutcomes.map((outcome) => [outcome, some.reduce((so, { counts }) => so + (counts[outcome] ?? 0), 0)]),
      ) as Record<ToldOutcome, number>,
      hiddenAlong,
    )
  return stretches(over, (some) => Object.values(together(some).parts).some((count) => count !== null))
    .map(({ rows: some }) => ({ from: some[0]?.month ?? '', until: some.at(-1)?.month ?? '', shown: together(some) }))
    .toReversed()
}

/** What staff may see of all rights, by right. */
export function toldOfRights(perRight: ReadonlyMap<string, readonly MonthTold[]>, today: string): Map<string, ToldPeriod[]> {
  const since = [...perRight.values()].flatMap((rows) => rows.map(({ month }) => month)).toSorted()[0] ?? ''
  return new Map([...perRight].map(([right, rows]) => [right, toldPeriods(rows, today, since)]))
}
