import type { Typed } from '../../ui/fields.tsx'
import { type NewSlot, rhythmOf } from './rules.ts'

/** A date as people type it: 24/11/2026; nothing for none. */
export const typedDay = (date: string | null): string => (date ? date.split('-').reverse().join('/') : '')
/** A time as people type it: 13.00. */
export const typedHour = (time: string): string => time.slice(0, 5).replace(':', '.')

/** A slot as its form would be typed; `from` is the day on which a change begins, the first day when there is none yet. */
export const typedSlot = (slot: NewSlot, from = slot.startsOn): Typed => ({
  howOften: rhythmOf(slot),
  first: typedDay(from),
  until: typedDay(slot.endsOn),
  start: typedHour(slot.startTime),
  end: typedHour(slot.endTime),
  room: slot.roomId ?? '',
  alone: slot.needsRoomAlone ? 'yes' : '',
  pausesSchool: slot.pausesInSchoolHolidays ? 'yes' : '',
  pausesPublic: slot.pausesOnPublicHolidays ? 'yes' : '',
})

/** What a slot writes into its row. */
export const slotColumns = (slot: NewSlot): Record<string, unknown> => ({
  pattern: slot.pattern,
  weekday: slot.weekday,
  every_weeks: slot.everyWeeks,
  nth: slot.nth,
  starts_on: slot.startsOn,
  ends_on: slot.endsOn,
  start_time: slot.startTime,
  end_time: slot.endTime,
  room_id: slot.roomId,
  needs_room_alone: slot.needsRoomAlone,
  pauses_in_school_holidays: slot.pausesInSchoolHolidays,
  pauses_on_public_holidays: slot.pausesOnPublicHolidays,
})

/** The row of a slot, as PostgreSQL writes it in JSON. */
export const slotOfRow = (row: Record<string, unknown>): NewSlot =>
  ({
    pattern: row.pattern,
    weekday: row.weekday,
    everyWeeks: row.every_weeks,
    nth: row.nth,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    startTime: String(row.start_time).slice(0, 5),
    endTime: String(row.end_time).slice(0, 5),
    roomId: row.room_id,
    needsRoomAlone: row.needs_room_alone,
    pausesInSchoolHolidays: row.pauses_in_school_holidays,
    pausesOnPublicHolidays: row.pauses_on_public_holidays,
  }) as NewSlot
