import type { HolidayCode } from '../../platform/calendar/holidays.ts'

/**
 * When an offer happens, as it is stored: a pattern in wall-clock time with a period.
 * Dates are `2026-11-24` and times `13:00`; weekday 1 is Monday and 7 is Sunday; `nth` is 1 to 5, or -1 for the last of the month.
 * `endsOn` is the last day that counts, null while there is no end; the reader of the database puts the end of the offer in it
 * when that comes first.
 */
export type Slot = {
  slotId: string
  offerId: string
  siteId: string
  roomId: string | null
  pattern: 'weekly' | 'monthly' | 'once'
  weekday: number | null
  everyWeeks: number | null
  nth: number | null
  startsOn: string
  endsOn: string | null
  startTime: string
  endTime: string
  needsRoomAlone: boolean
  pausesInSchoolHolidays: boolean
  pausesOnPublicHolidays: boolean
}

/** What is different about one planned date of a slot; null means "as planned". `reason` is for visitors to read. */
export type Exception = {
  slotId: string
  onDate: string
  cancelled: boolean
  movedTo: string | null
  startTime: string | null
  endTime: string | null
  siteId: string | null
  roomId: string | null
  reason: string
}

/** A site that is closed from one day until another, both included. */
export type Closure = { siteId: string; fromDate: string; untilDate: string; reason: string }

/** What an exception changed about a moment: another day, other hours, another site or room. */
export type Change = 'date' | 'hours' | 'place'

/**
 * One time that an offer happens, worked out and not stored. Its key is `slotId` + `plannedDate`, which never changes;
 * `date`, `startTime`, `siteId` say how it stands now, the `planned…` fields how the pattern had it.
 * A cancelled moment stays in every list, with its reason; a visitor who comes anyway must be able to read why.
 */
export type Moment = {
  slotId: string
  offerId: string
  siteId: string
  roomId: string | null
  /** The day it takes place now. */
  date: string
  /** The day of the pattern. */
  plannedDate: string
  startTime: string
  endTime: string
  startsAt: Temporal.Instant
  /** Always after `startsAt`, also when the clocks change in between. */
  endsAt: Temporal.Instant
  /** Who took it away and why (may be ''): a worker for this day, or the closure of the site. */
  cancellation: null | { because: 'worker' | 'closure'; reason: string }
  changes: readonly Change[]
  plannedStartTime: string
  plannedEndTime: string
  plannedSiteId: string
  plannedRoomId: string | null
  /** What the worker wrote with the exception, '' when nothing. */
  reason: string
}

/** That a moment left its planned day: what the page of that day says instead ("moved to …"). `moment` tells where it stands now. */
export type Departure = { date: string; moment: Moment }

/** A day on which a slot rests because of a holiday. */
export type Pause = { slotId: string; date: string; because: HolidayCode }

/** That a slot takes a room for some time. `onDate` is the planned date (the key), `date` the day it really takes the room. */
export type RoomClaim = {
  slotId: string
  onDate: string
  date: string
  roomId: string
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  alone: boolean
}
