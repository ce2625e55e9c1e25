import { parseWeek, weekOf, writeWeek } from './week.ts'

/**
 * Months and quarters made of whole weeks, so that weeks, months and quarters fit into each other and no day stands in two of one
 * kind. A week belongs to the month in which its Thursday lies (as ISO 8601 gives a week to a year); a month has four or five weeks.
 */
export type Per = 'week' | 'month' | 'quarter'

/** One period: its key as it stands in an address (`2026-W44`, `2026-10`, `2026-Q4`), its days, both included, and its months. */
export type Period = { per: Per; key: string; from: string; until: string; months: readonly string[] }

const date = (text: string) => Temporal.PlainDate.from(text)

/** The month (`2026-10`) to which a day belongs. */
export const wholeMonthOf = (day: string): string => weekOf(date(day)).monday.add({ days: 3 }).toString().slice(0, 7)

/** The month that lies so many months after another. */
export const monthsAfter = (month: string, months: number): string => date(`${month}-01`).add({ months }).toString().slice(0, 7)

/** The months (`2026-10`) from one until another, both included, earliest first; none when the other one lies before it. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = []
  for (let month = first; month <= last; month = monthsAfter(month, 1)) months.push(month)
  return months
}

/** The Mondays of the weeks of a month, earliest first. */
export function mondaysOf(month: string): string[] {
  const first = weekOf(date(`${month}-01`)).monday
  return [0, 1, 2, 3, 4, 5].map((weeks) => first.add({ weeks }).toString()).filter((monday) => wholeMonthOf(monday) === month)
}

const lastDayOf = (monday: string): string => date(monday).add({ days: 6 }).toString()

/** A month of whole weeks. */
export function monthPeriod(month: string): Period {
  const mondays = mondaysOf(month)
  return { per: 'month', key: month, from: mondays[0] ?? '', until: lastDayOf(mondays.at(-1) ?? ''), months: [month] }
}

const weekPeriod = (monday: string): Period => ({
  per: 'week',
  key: writeWeek(weekOf(date(monday))),
  from: monday,
  until: lastDayOf(monday),
  months: [wholeMonthOf(monday)],
})

function quarterPeriod(year: number, quarter: number): Period {
  const months = [1, 2, 3].map((nth) => `${year}-${String((quarter - 1) * 3 + nth).padStart(2, '0')}`)
  const [first = '', , last = ''] = months
  return { per: 'quarter', key: `${year}-Q${quarter}`, from: monthPeriod(first).from, until: monthPeriod(last).until, months }
}

/** The period of a kind that a key names; undefined when there is no such period, or it lies outside 2000-2100. */
export function parsePeriod(per: Per, key: string): Period | undefined {
  if (per === 'week') {
    const week = parseWeek(key)
    return week && weekPeriod(week.monday.toString())
  }
  const [, year = '', quarter] = (per === 'month' ? /^(20\d\d)-(?:0[1-9]|1[0-2])$/ : /^(20\d\d)-Q([1-4])$/).exec(key) ?? []
  if (!year) return undefined
  return per === 'month' ? monthPeriod(key) : quarterPeriod(Number(year), Number(quarter))
}

/** The period of a kind in which a day lies. */
export function periodOf(per: Per, day: string): Period {
  if (per === 'week') return weekPeriod(weekOf(date(day)).monday.toString())
  const month = wholeMonthOf(day)
  if (per === 'month') return monthPeriod(month)
  return quarterPeriod(Number(month.slice(0, 4)), Math.ceil(Number(month.slice(5)) / 3))
}

/** So many periods of a kind, earliest first, of which the last one is given. */
export function periodsUntil(last: Period, count: number): Period[] {
  const found: Period[] = [last]
  while (found.length < count) {
    const before = date(found[0]?.from ?? last.from).subtract({ days: 1 })
    found.unshift(periodOf(last.per, before.toString()))
  }
  return found
}

/** The period right after another. */
export const periodAfter = (period: Period): Period => periodOf(period.per, date(period.until).add({ days: 1 }).toString())
