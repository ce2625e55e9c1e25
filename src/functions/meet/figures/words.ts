import type { Period } from '../../../platform/calendar/whole-weeks.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import type { T, TextKey } from '../../../ui/words.ts'
import type { Figure, LooseRow } from './figures.ts'
import { isCounted, perMoment, type Trend } from './trend.ts'

const monthOf = (month: string, shape: Intl.DateTimeFormatOptions) => Temporal.PlainDate.from(`${month}-01`).toLocaleString('nl-BE', shape)

/** The days of a period: "28 september – 1 november". */
export const daysWords = ({ from, until }: Period): string => saidIn('nl').period(from, until)

/** A day in full with its year, as for the edge of a table: "1 november 2026". */
export const dayWords = (day: string): string =>
  Temporal.PlainDate.from(day).toLocaleString('nl-BE', { day: 'numeric', month: 'long', year: 'numeric' })

/** What a period is called: "week 44", "oktober 2026", "4de kwartaal 2026". */
export function periodWords(t: T, { per, key }: Period): string {
  if (per === 'week') return t('figures.period.week', { week: Number(key.slice(6)) })
  if (per === 'month') return monthOf(key, { month: 'long', year: 'numeric' })
  return t('figures.period.quarter', { count: Number(key.slice(6)), year: key.slice(0, 4) })
}

/** The same where there is little room: "W44", "okt ’26", "K4 ’26". */
export function shortPeriod(t: T, { per, key }: Period): string {
  const year = key.slice(2, 4)
  if (per === 'week') return t('figures.period.shortWeek', { week: Number(key.slice(6)) })
  if (per === 'month') return `${monthOf(key, { month: 'short' }).replace('.', '')} ’${year}`
  return t('figures.period.shortQuarter', { quarter: key.slice(6), year })
}

const notThere = (t: T, { moments, heads }: Figure): string =>
  moments === 0 ? t('figures.nothing') : heads === null ? t('figures.hidden') : ''

/** A number of people as it is told: the number, the one word for what is hidden, that nobody counts there, or a dash when nothing took place. */
export const peopleWords = (t: T, figure: Figure): string =>
  figure.moments > 0 && !isCounted(figure) ? t('figures.uncounted') : notThere(t, figure) || String(figure.heads)

/** How many came per moment, in words; hidden when their number is. */
export const perMomentWords = (t: T, figure: Figure): string =>
  figure.moments > 0 && !isCounted(figure) ? t('figures.uncounted') : notThere(t, figure) || String(perMoment(figure))

/** What is told of a loose number. */
export const looseWords = (t: T, count: number | null): string => (count === null ? t('figures.hidden') : String(count))

/** What a loose row is called. */
export const looseName = (t: T, { counted, label }: LooseRow): string => label ?? t(`figures.loose.${counted}` as TextKey)

const inPeriod = (t: T, period: Period): string =>
  period.per === 'quarter'
    ? t('figures.period.inQuarter', { quarter: periodWords(t, period) })
    : t('figures.period.in', { period: periodWords(t, period) })

/** The trend in words, with a small first letter: "12 meer dan in augustus 2026". */
export function trendWords(t: T, trend: Trend, periods: readonly Period[]): string {
  if (!('before' in trend)) return t(`figures.trend.${trend.kind}`)
  const period = periods[trend.before]
  const before = period ? inPeriod(t, period) : ''
  return trend.kind === 'same' ? t('figures.trend.same', { before }) : t(`figures.trend.${trend.kind}`, { by: trend.by, before })
}

/** What a kind of a spread is called. */
export function kindName(t: T, kind: 'functions' | 'themes' | 'dayparts' | 'partners', key: string): string {
  if (kind === 'partners') return key
  if (kind === 'functions') return t(`programme.functions.${key}.name` as TextKey)
  return kind === 'themes' ? t(`programme.themes.${key}` as TextKey) : t(`figures.spread.${key}` as TextKey)
}
