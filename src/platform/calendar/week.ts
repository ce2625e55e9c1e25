/** A week of ISO 8601: it begins on Monday, and week 1 holds the first Thursday of its year. */
export type Week = { year: number; week: number; monday: Temporal.PlainDate }

/** The week in which a date lies. Its year can differ from the date's: 1 January 2027 lies in 2026-W53. */
export function weekOf(date: Temporal.PlainDate): Week {
  const monday = date.subtract({ days: date.dayOfWeek - 1 })
  const thursday = monday.add({ days: 3 })
  return { year: thursday.year, week: Math.ceil(thursday.dayOfYear / 7), monday }
}

/**
 * The week written as `2026-W48`, or undefined when there is no such week: junk, week 00 or 54, week 53 in a year of 52
 * weeks, and years outside 2000-2100, so that nobody walks a calendar without end.
 */
export function parseWeek(text: string): Week | undefined {
  const [, yearText, weekText] = /^(\d{4})-W(\d{2})$/.exec(text) ?? []
  const year = Number(yearText)
  const number = Number(weekText)
  if (!yearText || year < 2000 || year > 2100 || number < 1) return undefined
  // 4 January always lies in week 1.
  const monday = weekOf(Temporal.PlainDate.from({ year, month: 1, day: 4 })).monday.add({ weeks: number - 1 })
  const week = weekOf(monday)
  return week.year === year && week.week === number ? week : undefined
}

/** A week as `2026-W48`, the way it stands in an address. */
export const writeWeek = ({ year, week }: Week): string => `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`

/** The week after. */
export const nextWeek = ({ monday }: Week): Week => weekOf(monday.add({ weeks: 1 }))

/** The week before. */
export const previousWeek = ({ monday }: Week): Week => weekOf(monday.subtract({ weeks: 1 }))

/** The seven days of a week, Monday first. */
export const daysOf = ({ monday }: Week): Temporal.PlainDate[] => [0, 1, 2, 3, 4, 5, 6].map((days) => monday.add({ days }))
