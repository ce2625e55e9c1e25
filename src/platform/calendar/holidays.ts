import { dateOfDay, dayNumber, mondayOfDay, weekdayOfDay } from './day-number.ts'
import { easterOf } from './easter.ts'

/** The ten legal public holidays of Belgium, as codes; their names stand in the texts. */
export type PublicHolidayCode =
  | 'new-year'
  | 'easter-monday'
  | 'labour-day'
  | 'ascension'
  | 'whit-monday'
  | 'national-day'
  | 'assumption'
  | 'all-saints'
  | 'armistice'
  | 'christmas-day'

/** The five holidays of Flemish schools, as codes; their names stand in the texts. */
export type SchoolHolidayCode = 'autumn' | 'christmas' | 'carnival' | 'easter' | 'summer'

/** Any reason why a day is no ordinary day. */
export type HolidayCode = PublicHolidayCode | SchoolHolidayCode

/** One holiday of the schools: first and last day, both included. */
export type SchoolHoliday = { code: SchoolHolidayCode; from: string; until: string }

/**
 * The ten legal public holidays of Belgium in a year, by date. The feast of the Flemish Community (11 July) and bridging days are not among them.
 * @source law of 4 January 1974 on public holidays; royal decree of 18 April 1974, article 1
 */
export function publicHolidays(year: number): { code: PublicHolidayCode; date: string }[] {
  const easter = easterOf(year)
  const dates: [PublicHolidayCode, string][] = [
    ['new-year', `${year}-01-01`],
    ['easter-monday', dateOfDay(easter + 1)],
    ['labour-day', `${year}-05-01`],
    ['ascension', dateOfDay(easter + 39)],
    ['whit-monday', dateOfDay(easter + 50)],
    ['national-day', `${year}-07-21`],
    ['assumption', `${year}-08-15`],
    ['all-saints', `${year}-11-01`],
    ['armistice', `${year}-11-11`],
    ['christmas-day', `${year}-12-25`],
  ]
  return dates.map(([code, date]) => ({ code, date })).sort((a, b) => a.date.localeCompare(b.date))
}

/** The first Monday on or after a day. */
const mondayFrom = (day: number): number => mondayOfDay(day + 6)

function easterHoliday(year: number, easter: number): { from: number; until: number } {
  if (easter < dayNumber(`${year}-04-01`)) return { from: easter + 1, until: easter + 14 }
  // A late Easter: the second Monday before it, and Easter Monday still belongs to the holiday.
  if (easter > dayNumber(`${year}-04-15`)) return { from: easter - 13, until: easter + 1 }
  const from = mondayFrom(dayNumber(`${year}-04-01`))
  return { from, until: from + 13 }
}

/**
 * The holidays of Flemish schools that begin in a year, by date; Christmas runs on into the next year.
 * The single days off around Armistice, Labour Day, Ascension and Whit Monday, and what one school decides for itself, are not in it.
 * @source decree of the Flemish Government of 17 April 1991 on the organisation of the school year
 */
export function schoolHolidays(year: number): SchoolHoliday[] {
  const easter = easterOf(year)
  const allSaints = dayNumber(`${year}-11-01`)
  const autumn = weekdayOfDay(allSaints) === 7 ? allSaints + 1 : mondayOfDay(allSaints)
  const christmasDay = dayNumber(`${year}-12-25`)
  const christmas = weekdayOfDay(christmasDay) >= 6 ? mondayFrom(christmasDay) : mondayOfDay(christmasDay)
  const { from, until } = easterHoliday(year, easter)
  const spans: [SchoolHolidayCode, number, number][] = [
    ['carnival', easter - 48, easter - 42],
    ['easter', from, until],
    ['summer', dayNumber(`${year}-07-01`), dayNumber(`${year}-08-31`)],
    ['autumn', autumn, autumn + 6],
    ['christmas', christmas, christmas + 13],
  ]
  return spans.map(([code, first, last]) => ({ code, from: dateOfDay(first), until: dateOfDay(last) }))
}

type Year = { publicDays: Map<string, PublicHolidayCode>; schoolDays: Map<string, SchoolHoliday> }
const years = new Map<string, Year>()

function yearOf(date: string): Year {
  const written = date.slice(0, 4)
  const known = years.get(written)
  if (known) return known
  const year = Number(written)
  const schoolDays = new Map<string, SchoolHoliday>()
  for (const holiday of [...schoolHolidays(year - 1), ...schoolHolidays(year)]) {
    for (let day = dayNumber(holiday.from); day <= dayNumber(holiday.until); day++) schoolDays.set(dateOfDay(day), holiday)
  }
  const made = { publicDays: new Map(publicHolidays(year).map(({ code, date: day }) => [day, code])), schoolDays }
  if (years.size >= 120) years.clear()
  years.set(written, made)
  return made
}

/** Which legal public holiday of Belgium falls on a date (`2026-11-11`), or undefined. */
export const publicHoliday = (date: string): PublicHolidayCode | undefined => yearOf(date).publicDays.get(date)

/** The holiday of Flemish schools in which a date lies, or undefined. */
export const schoolHoliday = (date: string): SchoolHoliday | undefined => yearOf(date).schoolDays.get(date)

/** Whether a date lies in a holiday of Flemish schools, weekends inside it included. */
export const isSchoolHoliday = (date: string): boolean => yearOf(date).schoolDays.has(date)
