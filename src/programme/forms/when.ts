import { weekdayNumber } from '../../platform/calendar/month-words.ts'
import { typedDate, typedTime } from '../../platform/calendar/typed.ts'
import { type Refusal, refuseIf } from './refusal.ts'
import { line } from './typed.ts'

const SHOWN = 30
const shown = (typed: string) => (typed.length > SHOWN ? `${typed.slice(0, SHOWN)}…` : typed)

/** A time as typed and as read: `time` is `13:00`, undefined when nothing or no time was typed. */
export type TypedTime = { typed: string; time: string | undefined }

/** A date as typed and as read: `date` is `2026-11-24`, undefined when nothing or no date was typed. */
export type TypedDate = { typed: string; date: string | undefined }

/** Reads a time. */
export const timeField = line.transform((typed): TypedTime => ({ typed: shown(typed), time: typedTime(typed) }))

/** Reads a date; without a year it is the next such day, and the name of a weekday is the next one, today included. */
export const dateField = (today: string) =>
  line.transform((typed): TypedDate => ({ typed: shown(typed), date: typedDate(typed, today) ?? weekdayFrom(typed, today) }))

function weekdayFrom(typed: string, today: string): string | undefined {
  const weekday = /^\p{L}{2,12}$/u.test(typed) ? weekdayNumber(typed) : undefined
  if (!weekday) return undefined
  const start = Temporal.PlainDate.from(today)
  return start.add({ days: (weekday - start.dayOfWeek + 7) % 7 }).toString()
}

/** What stands in the way of a pair of hours: each must be a time, and the end comes after the begin. */
export function refusalsOfHours(start: TypedTime, end: TypedTime): readonly Refusal[] {
  const unreadable = (field: string, { typed, time }: TypedTime) => [
    ...refuseIf(typed === '', { field, key: 'desk.wrong.timeMissing' }),
    ...refuseIf(typed !== '' && time === undefined, { field, key: 'desk.wrong.time', values: { typed } }),
  ]
  return [
    ...unreadable('start', start),
    ...unreadable('end', end),
    ...refuseIf(start.time !== undefined && end.time !== undefined && end.time <= start.time, {
      field: 'end',
      key: 'desk.wrong.endBeforeStart',
      values: { start: start.time?.replace(':', '.') ?? '', end: end.time?.replace(':', '.') ?? '' },
    }),
  ]
}

/** What stands in the way of a date: something must be typed, and it must be a day that exists. */
export const refusalsOfDate = (field: string, { typed, date }: TypedDate): readonly Refusal[] => [
  ...refuseIf(typed === '', { field, key: 'desk.wrong.dateMissing' }),
  ...refuseIf(typed !== '' && date === undefined, { field, key: 'desk.wrong.date', values: { typed } }),
]
