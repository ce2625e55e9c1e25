import { weekdayNumber } from '../../../../../platform/calendar/month-words.ts'
import { typedDate, typedTime } from '../../../../../platform/calendar/typed.ts'

/** When a service is open on one weekday: wall-clock times, perhaps only within a period. */
export type Hours = {
  weekday: number
  opens: string
  closes: string
  byAppointment: boolean
  fromDate: string | null
  untilDate: string | null
  note: string
}

/** Hours as read from what was typed, or the first line that could not be read. */
export type ReadHours = { hours: readonly Hours[] } | { wrongLine: string; why: 'days' | 'times' | 'order' | 'overlap' | 'period' | 'note' }

const WEEKDAYS = [1, 2, 3, 4, 5]
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const MOST_IN_NOTE = 200
const EVERY: Readonly<Record<string, readonly number[]>> = {
  ...{ dagelijks: EVERY_DAY, 'elke dag': EVERY_DAY, 'alle dagen': EVERY_DAY, 'every day': EVERY_DAY, daily: EVERY_DAY },
  ...{ weekdagen: WEEKDAYS, werkdagen: WEEKDAYS, 'op weekdagen': WEEKDAYS, weekdays: WEEKDAYS, weekend: [6, 7] },
}

/** "ma", "ma-vr", "ma, wo en vr", "elke dag" as numbers of weekdays; undefined when one of the words is no day. */
function typedDays(typed: string): readonly number[] | undefined {
  const text = typed
    .replace(/[:.]+\s*$/, '')
    .trim()
    .toLowerCase()
  const every = EVERY[text]
  if (every) return every
  const days = new Set<number>()
  const plain = text.replace(/\s*(?:-|–|—|t\/m|t\.e\.m\.|\btem\b|\btot en met\b|\btot\b|\bto\b)\s*/gu, '-')
  for (const part of plain.split(/[\s,;/&+]+/u).filter((word) => word && word !== 'en' && word !== 'and')) {
    const [from, until, more] = part.split('-').map((word) => weekdayNumber(word))
    if (!from || more !== undefined || (part.includes('-') && !until)) return undefined
    for (let day = from; ; day = (day % 7) + 1) {
      days.add(day)
      if (day === (until ?? from)) break
    }
  }
  return days.size > 0 ? [...days].sort() : undefined
}

const closing = (typed: string): string | undefined => (/^24(?:[:.u]?(?:00)?| uur)$/i.test(typed) ? '23:59' : typedTime(typed))

/** "9-12, 13u30 tot 16" as pairs of times. */
function typedRanges(typed: string): readonly { opens: string; closes: string }[] | undefined {
  const ranges: { opens: string; closes: string }[] = []
  for (const part of typed.split(/\s*(?:[,;/&+]|\ben\b|\band\b)\s*/u).filter(Boolean)) {
    const [from = '', until = '', more] = part.replace(/^van\s+/i, '').split(/\s*(?:-|–|—|\btot\b|\buntil\b|\bto\b)\s*/u)
    const [opens, closes] = [typedTime(from), closing(until)]
    if (!opens || !closes || more !== undefined) return undefined
    ranges.push({ opens, closes })
  }
  return ranges.length > 0 ? ranges : undefined
}

const overlaps = (one: Hours, other: Hours): boolean =>
  one.weekday === other.weekday &&
  one.opens < other.closes &&
  other.opens < one.closes &&
  (one.fromDate ?? '') <= (other.untilDate ?? '9') &&
  (other.fromDate ?? '') <= (one.untilDate ?? '9')

/** One line: days, times, perhaps "op afspraak", a note in round brackets and a period in square ones. */
function readLine(line: string): ReadHours {
  const wrong = (why: 'days' | 'times' | 'order' | 'period' | 'note') => ({ wrongLine: line, why })
  const note = /\(([^)]*)\)/.exec(line)?.[1]?.trim() ?? ''
  if ([...note].length > MOST_IN_NOTE) return wrong('note')
  const period = /\[([^\]]*)\]/.exec(line)?.[1]
  const [from, until] = period === undefined ? [] : period.split(/\s*(?:\.\.|–|\btot\b|(?<=\d)\s*-\s*(?=\d{1,2}[/ ])|\s-\s)\s*/u)
  const [fromDate, untilDate] = [from ? typedDate(from) : undefined, until ? typedDate(until) : undefined]
  if (period !== undefined && ((!fromDate && !untilDate) || (from && !fromDate) || (until && !untilDate))) return wrong('period')
  if (fromDate && untilDate && untilDate < fromDate) return wrong('period')
  const bare = line.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
  const APPOINTMENT = /\b(?:enkel |alleen )?(?:op|na|by) (?:afspraak|appointment)\b/i
  const text = bare.replace(APPOINTMENT, ' ').replace(/\s+/g, ' ').trim()
  const [, dayWords = '', timeWords = ''] = /^(\D*?)(?:\s+van)?\s*(\d.*)?$/.exec(text) ?? []
  const days = typedDays(dayWords)
  if (!days) return wrong('days')
  const ranges = typedRanges(timeWords.replace(/[.,;]\s*$/, ''))
  if (!ranges) return wrong('times')
  if (ranges.some(({ opens, closes }) => closes <= opens)) return wrong('order')
  const rest = { byAppointment: APPOINTMENT.test(bare), fromDate: fromDate ?? null, untilDate: untilDate ?? null, note }
  return { hours: days.flatMap((weekday) => ranges.map((range) => ({ weekday, ...range, ...rest }))) }
}

/** "ma 9-12, wo 13-15": the parts of a line that begin with days of their own; days before the first hour stay with the next part. */
function partsOf(line: string): readonly string[] {
  const parts: string[] = []
  let before = ''
  for (const part of line.split(/\s*[,;]\s*(?=\p{L})/u)) {
    const whole = before ? `${before}, ${part}` : part
    before = /\d/.test(whole) ? '' : whole
    if (before === '') parts.push(whole)
  }
  return before ? [...parts, before] : parts
}

/** A line as a whole, or else each of its parts; what is wrong is said of the whole line. */
function readWhole(line: string): ReadHours {
  const whole = readLine(line)
  if ('hours' in whole || whole.why !== 'times') return whole
  const read = partsOf(line).map(readLine)
  return read.length > 1 && read.every((part) => 'hours' in part)
    ? { hours: read.flatMap((part) => ('hours' in part ? part.hours : [])) }
    : whole
}

/**
 * Hours as people type them, one line for the days that are alike: `ma 9-12, 13u30-16`, `di en do 13-16 op afspraak`, `za 10-12 (alleen in de zomer)`,
 * `wo 9-12 [1/7/2026 - 31/8/2026]`, or several on one line: `ma 9-12, wo 13-15`. Nothing typed is no hours. The first line that cannot be read is given back as it was typed.
 */
export function typedHours(typed: string): ReadHours {
  const all: Hours[] = []
  for (const line of typed
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)) {
    const read = readWhole(line)
    if (!('hours' in read)) return read
    for (const hours of read.hours) {
      if (all.some((other) => overlaps(hours, other))) return { wrongLine: line, why: 'overlap' }
      all.push(hours)
    }
  }
  return { hours: all }
}

const time = (text: string): string =>
  text.startsWith('23:59') ? '24' : text.slice(0, 5).replace(/^0/, '').replace(/:00$/, '').replace(':', 'u')
const DAYS = ['', 'ma', 'di', 'wo', 'do', 'vr', 'za', 'zo']

/** Hours as they would be typed: days that are alike on one line. Reading it back gives the same hours. */
export function hoursAsTyped(hours: readonly Hours[]): string {
  const tail = ({ byAppointment, note, fromDate, untilDate }: Hours) =>
    [byAppointment ? 'op afspraak' : '', note ? `(${note})` : '', fromDate || untilDate ? `[${fromDate ?? ''}..${untilDate ?? ''}]` : '']
      .filter(Boolean)
      .map((part) => ` ${part}`)
      .join('')
  const perDay = new Map<string, { weekday: number; ranges: string[]; tail: string }>()
  for (const one of [...hours].sort((a, b) => a.weekday - b.weekday || a.opens.localeCompare(b.opens))) {
    const key = `${one.weekday}${tail(one)}`
    const day = perDay.get(key) ?? { weekday: one.weekday, ranges: [], tail: tail(one) }
    day.ranges.push(`${time(one.opens)}-${time(one.closes)}`)
    perDay.set(key, day)
  }
  const alike = new Map<string, number[]>()
  for (const { weekday, ranges, tail: end } of perDay.values()) {
    const key = `${ranges.join(', ')}${end}`
    alike.set(key, [...(alike.get(key) ?? []), weekday])
  }
  return [...alike].map(([words, days]) => `${days.map((day) => DAYS[day]).join(', ')} ${words}`).join('\n')
}
