import { monthNumber, weekdayNumber } from './month-words.ts'

const LONGEST = 80

/** What was typed, with digits of any script as 0-9, no invisible direction marks, single spaces, small letters; '' when far too long. */
function plain(typed: string): string {
  if (typed.length > 1000 || typed.trim().length > LONGEST) return ''
  return typed
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0x0f))
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\u066b/g, ',')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

const TIME_SHAPES = [
  /^(\d{1,2})(?: ?[:.,] ?| )([0-5]\d)(?: ?(?:uur|u\.?|h\.?))?$/,
  /^(\d{1,2}) ?(?:uur|u\.?|heures?|h\.?) ?(?:([0-5]\d)(?: ?min\.?)?)?$/,
  // A time field of a browser may add seconds.
  /^(\d{1,2}):([0-5]\d):00$/,
  /^(\d{1,2})$/,
  /^(\d{1,2})([0-5]\d)$/,
]

/**
 * The time of day as `13:00` from what people type on a phone: `13.00`, `13u`, `9u30`, `930`, `13 uur`, `9h`, `٩:٣٠`.
 * A single number up to 23 is an hour. Undefined when it is no time of a 24-hour clock: `25:00`, `9:75`, `24:00`, `half twee`.
 */
export function typedTime(typed: string): string | undefined {
  const text = plain(typed)
  for (const shape of TIME_SHAPES) {
    const [, hour, minute = '00'] = shape.exec(text) ?? []
    if (hour !== undefined) return Number(hour) < 24 ? `${hour.padStart(2, '0')}:${minute}` : undefined
  }
  return undefined
}

const YEAR_FIRST = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/
const DAY_FIRST = /^(\d{1,2}) ?[-/. ] ?(\d{1,2})(?: ?[-/. ] ?(\d{4}|\d{2}))?$/
const DAY_AND_MONTH_NAME = /^(?:(\p{L}+)[.,،]? )?(\d{1,2})(?:er)?\.? ?(\p{L}+)\.?,?(?: ?(\d{4}))?(?: р\.?)?$/u

/** The first existing day with this month and day on or after a date; 29 February can be eight years away. */
function nextSuch(month: number, day: number, from: string): Temporal.PlainDate | undefined {
  const start = Temporal.PlainDate.from(from)
  for (let year = start.year; year <= start.year + 8; year++) {
    const found = existing(year, month, day)
    if (found && Temporal.PlainDate.compare(found, start) >= 0) return found
  }
  return undefined
}

function existing(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  if (year < 2000 || year > 2100) return undefined
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

/** Weekday (if named), day, month and year (if given) as numbers, or undefined when the text has none of the known shapes. */
function dateParts(text: string): { weekday?: number; day: number; month: number; year?: number } | undefined {
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst) return { year: Number(yearFirst[1]), month: Number(yearFirst[2]), day: Number(yearFirst[3]) }
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst) {
    const year = dayFirst[3] ? Number(dayFirst[3].padStart(4, '20')) : undefined
    return { year, month: Number(dayFirst[2]), day: Number(dayFirst[1]) }
  }
  const [, weekdayWord, day, monthWord, year] = DAY_AND_MONTH_NAME.exec(text) ?? []
  const month = monthWord && monthNumber(monthWord)
  const weekday = weekdayWord ? weekdayNumber(weekdayWord) : undefined
  if (!month || (weekdayWord && !weekday)) return undefined
  return { weekday, day: Number(day), month, year: year ? Number(year) : undefined }
}

/**
 * The date as `2026-11-24` from what people type: `24/11/2026`, `24-11-2026`, `24.11.26`, `24 november 2026`, `di 24 nov`,
 * day before month. Without a year it is the next such day from `today` on; without `today` it is undefined.
 * Also undefined: days that do not exist (29/02/2027), a weekday that does not fit its date, years outside 2000-2100.
 */
export function typedDate(typed: string, today?: string): string | undefined {
  const parts = dateParts(plain(typed))
  if (!parts) return undefined
  const { weekday, day, month, year } = parts
  const date = year !== undefined ? existing(year, month, day) : today && nextSuch(month, day, today)
  if (!date || (weekday && date.dayOfWeek !== weekday)) return undefined
  return date.toString()
}

const MONEY = /^(?:€|eur|euro)? ?(?:(\d{1,4})(?:[,.](?:(\d{1,2})|[-–—]))?|[,.](\d{1,2})) ?(?:€|eur|euro)?$/

/**
 * An amount in cents from what people type: `12,50`, `€ 12.50`, `2`, `2,5`, `2,-`. Between 0 and 1000 euro;
 * undefined for anything else: negative, three decimals, more than 1000 euro, words.
 */
export function typedMoney(typed: string): number | undefined {
  const [whole, euros = '0', decimals, onlyDecimals] = MONEY.exec(plain(typed)) ?? []
  if (whole === undefined) return undefined
  const cents = Number(euros) * 100 + Number((decimals ?? onlyDecimals ?? '').padEnd(2, '0'))
  return cents <= 100_000 ? cents : undefined
}
