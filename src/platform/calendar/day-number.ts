const KEEP = 20_000
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/
const epoch = Temporal.PlainDate.from('1970-01-01')
const numbers = new Map<string, number>()
const dates = new Map<number, string>()

/**
 * The number of days from 1 January 1970 to a date written as `2026-11-24`; earlier days are negative.
 * Adding and comparing these numbers is many times cheaper than Temporal and never touches a time zone.
 * Throws a RangeError on a date that is written otherwise or does not exist.
 */
export function dayNumber(date: string): number {
  const known = numbers.get(date)
  if (known !== undefined) return known
  if (!ISO_DATE.test(date)) throw new RangeError('a date is written as 2026-11-24')
  const day = epoch.until(Temporal.PlainDate.from(date)).days
  if (numbers.size >= KEEP) numbers.clear()
  numbers.set(date, day)
  return day
}

/** The date `2026-11-24` of a day number; the inverse of {@link dayNumber}, for the years 0 to 9999. */
export function dateOfDay(day: number): string {
  const known = dates.get(day)
  if (known !== undefined) return known
  const date = epoch.add({ days: day }).toString()
  if (dates.size >= KEEP) dates.clear()
  dates.set(day, date)
  return date
}

/** The weekday of a day number: 1 is Monday, 7 is Sunday (ISO 8601). */
export const weekdayOfDay = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

/** The day number of the Monday of the week in which a day lies. */
export const mondayOfDay = (day: number): number => day - weekdayOfDay(day) + 1

/** Months counted through the years: year x 12 + month - 1, so that the next month is always one more. */
export function monthOfDay(day: number): number {
  const date = dateOfDay(day)
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
}

/** The day number of the first day of a month counted as in {@link monthOfDay}. */
export const firstDayOfMonth = (month: number): number =>
  dayNumber(`${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`)

const minutes = new Map<string, number>()

/** Minutes since midnight of a time written as `13:00` or `13:00:00` (seconds are left off); a RangeError on anything else. */
export function minutesOf(time: string): number {
  const known = minutes.get(time)
  if (known !== undefined) return known
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)(?::\d\d)?$/.exec(time) ?? []
  if (hour === undefined) throw new RangeError('a time is written as 13:00')
  const counted = Number(hour) * 60 + Number(minute)
  if (minutes.size >= KEEP) minutes.clear()
  minutes.set(time, counted)
  return counted
}
