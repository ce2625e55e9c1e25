import { dayNumber } from '../../platform/calendar/day-number.ts'
import { type Refusal, refuseIf } from '../forms/refusal.ts'
import { refusalsOfDate, refusalsOfHours, type TypedDate } from '../forms/when.ts'
import type { Slot } from '../moments/moment.ts'
import { plannedDates } from '../moments/pauses.ts'
import type { SlotDraft } from './form.ts'

/** A slot without what the database adds: which offer it belongs to, and so its site. */
export type NewSlot = Omit<Slot, 'slotId' | 'offerId' | 'siteId'>

/** The rhythms of the form: once, every so many weeks, on the same weekday of each month. */
export const rhythms = ['weeks-1', 'weeks-2', 'weeks-3', 'weeks-4', 'monthly', 'monthly-last', 'once'] as const

/** The rhythm of a slot as the form names it. */
export const rhythmOf = ({ pattern, everyWeeks, nth }: Pick<Slot, 'pattern' | 'everyWeeks' | 'nth'>): string =>
  pattern === 'once' ? 'once' : pattern === 'weekly' ? `weeks-${everyWeeks ?? 1}` : nth === -1 ? 'monthly-last' : 'monthly'

const weeksIn = (howOften: string): number | undefined => {
  const weeks = Number(/^weeks-(\d{1,2})$/.exec(howOften)?.[1] ?? 0)
  return weeks >= 1 && weeks <= 26 ? weeks : undefined
}

const LAST_OF_MONTH = -1

/** The pattern that a rhythm makes of its first day; undefined when there is no such rhythm. @source CONTEXT-3 */
export function patternFrom(howOften: string, first: string): Pick<Slot, 'pattern' | 'weekday' | 'everyWeeks' | 'nth'> | undefined {
  const { dayOfWeek, day } = Temporal.PlainDate.from(first)
  const weeks = weeksIn(howOften)
  if (weeks) return { pattern: 'weekly', weekday: dayOfWeek, everyWeeks: weeks, nth: null }
  if (howOften === 'monthly') return { pattern: 'monthly', weekday: dayOfWeek, everyWeeks: null, nth: Math.ceil(day / 7) }
  if (howOften === 'monthly-last') return { pattern: 'monthly', weekday: dayOfWeek, everyWeeks: null, nth: LAST_OF_MONTH }
  return howOften === 'once' ? { pattern: 'once', weekday: null, everyWeeks: null, nth: null } : undefined
}

const isLastOfMonth = (date: string): boolean => {
  const day = Temporal.PlainDate.from(date)
  return day.add({ weeks: 1 }).month !== day.month
}

/** The slot a draft describes; undefined as long as a day or an hour cannot be read. */
export function slotFrom(draft: SlotDraft): NewSlot | undefined {
  const { first, until, start, end } = draft
  const pattern = first.date && patternFrom(draft.howOften, first.date)
  if (!pattern || !first.date || !start.time || !end.time) return undefined
  return {
    ...pattern,
    startsOn: first.date,
    endsOn: pattern.pattern === 'once' ? null : (until.date ?? null),
    startTime: start.time,
    endTime: end.time,
    roomId: draft.room || null,
    needsRoomAlone: draft.alone,
    pausesInSchoolHolidays: draft.pausesSchool,
    pausesOnPublicHolidays: draft.pausesPublic,
  }
}

/** Where and when a slot is judged: the day it is, and the rooms of the site of its offer. */
export type SlotContext = { today: string; roomIds: readonly string[] }

/** What stands in the way of a slot, by field; an empty list when nothing does. Whether its room is free is judged elsewhere. */
export function refusalsOfSlot(draft: SlotDraft, { today, roomIds }: SlotContext): readonly Refusal[] {
  const { howOften, first, until, start, end, room, alone } = draft
  const known = first.date !== undefined && patternFrom(howOften, first.date) !== undefined
  return [
    ...refuseIf(!known && first.date !== undefined, { field: 'howOften', key: 'desk.wrong.choose' }),
    ...refusalsOfDate('first', first),
    ...refusalsOfPeriod(draft, today),
    ...refusalsOfHours(start, end),
    ...refuseIf(until.typed !== '' && until.date === undefined, { field: 'until', key: 'desk.wrong.date', values: { typed: until.typed } }),
    ...refuseIf(room !== '' && !roomIds.includes(room), { field: 'room', key: 'desk.slot.wrong.roomElsewhere' }),
    ...refuseIf(alone && room === '', { field: 'room', key: 'desk.slot.wrong.aloneWithoutRoom' }),
  ]
}

function refusalsOfPeriod(draft: SlotDraft, today: string): readonly Refusal[] {
  const { howOften, first, until } = draft
  if (!first.date) return []
  const slot = slotFrom({ ...draft, start: { typed: '', time: '00:00' }, end: { typed: '', time: '00:01' } })
  const endsOn = slot?.endsOn
  if (howOften === 'once')
    return refuseIf(first.date < today, { field: 'first', key: 'desk.slot.wrong.past', values: { date: { date: first.date } } })
  if (howOften === 'monthly-last' && !isLastOfMonth(first.date)) {
    const { dayOfWeek } = Temporal.PlainDate.from(first.date)
    return [{ field: 'first', key: 'desk.slot.wrong.notTheLast', values: { date: { date: first.date }, weekday: { weekday: dayOfWeek } } }]
  }
  if (!endsOn || !until.date) return []
  if (endsOn < first.date) return [{ field: 'until', key: 'desk.slot.wrong.periodOrder', values: { first: { date: first.date } } }]
  if (endsOn < today) return [{ field: 'until', key: 'desk.slot.wrong.past', values: { date: { date: endsOn } } }]
  return refuseIf(datesOf(slot, first.date, endsOn).length === 0, { field: 'until', key: 'desk.slot.wrong.nothingInPeriod' })
}

const datesOf = (slot: NewSlot, from: string, until: string): string[] =>
  plannedDates({ ...slot, slotId: '', offerId: '', siteId: '' }, dayNumber(from), dayNumber(until))

/** Whether a slot already had a day before another: then the past stays as it was, and the change begins on that day. */
export const hasHistoryBefore = (slot: Slot, day: string): boolean =>
  slot.startsOn < day && plannedDates(slot, dayNumber(slot.startsOn), dayNumber(day) - 1).length > 0

/** Whether two slots differ in their period only: then nothing but the end has to be written. */
export const isSameButItsEnd = (one: NewSlot, other: NewSlot): boolean =>
  one.pattern === other.pattern &&
  one.pattern !== 'once' &&
  one.weekday === other.weekday &&
  one.everyWeeks === other.everyWeeks &&
  one.nth === other.nth &&
  one.startTime === other.startTime &&
  one.endTime === other.endTime &&
  one.roomId === other.roomId &&
  one.needsRoomAlone === other.needsRoomAlone &&
  one.pausesInSchoolHolidays === other.pausesInSchoolHolidays &&
  one.pausesOnPublicHolidays === other.pausesOnPublicHolidays

/** A change of a slot begins today or later; a slot that has yet to begin may keep its first day. */
export const changeBeginsNow = (draft: Pick<SlotDraft, 'first'>, today: string): readonly Refusal[] =>
  refuseIf(draft.first.date !== undefined && draft.first.date < today, {
    field: 'first',
    key: 'desk.slot.wrong.fromInPast',
    values: { date: { date: draft.first.date ?? today } },
  })

/** The next day on which a slot is planned, today included, looking a year and a month ahead; undefined when there is none. */
export const nextPlanned = (slot: Slot, today: string): string | undefined => {
  const first = dayNumber(slot.startsOn > today ? slot.startsOn : today)
  return plannedDates(slot, first, first + 400)[0]
}

/** What stands in the way of stopping after a day: it must be a day, and not one that is over. */
export const refusalsOfLastDay = (last: TypedDate, today: string): readonly Refusal[] => [
  ...refusalsOfDate('last', last),
  ...refuseIf(last.date !== undefined && last.date < today, {
    field: 'last',
    key: 'desk.slot.wrong.past',
    values: { date: { date: last.date ?? today } },
  }),
]

/**
 * How a slot goes on when one of its days is changed for good: on the weekday of the new day, at the new hours, in the new room,
 * as often as before. Of a monthly slot the new day also tells which one of the month; "the last" stays the last where it can.
 */
export function slotForGood(slot: NewSlot, to: { date: string; start: string; end: string; roomId: string | null }): NewSlot {
  const rhythm = rhythmOf(slot) === 'monthly-last' && !isLastOfMonth(to.date) ? 'monthly' : rhythmOf(slot)
  const alone = slot.needsRoomAlone && to.roomId !== null
  return {
    ...slot,
    ...patternFrom(rhythm, to.date),
    startsOn: to.date,
    startTime: to.start,
    endTime: to.end,
    roomId: to.roomId,
    needsRoomAlone: alone,
  }
}
