import { type Refusal, refuseIf, tooLong } from '../forms/refusal.ts'
import { refusalsOfDate, refusalsOfHours } from '../forms/when.ts'
import type { Closure, Exception, Moment, Slot } from '../moments/moment.ts'
import { type MomentDraft, placeIn } from './form.ts'

/** The longest a reason can be: two lines on a phone. */
export const LONGEST_REASON = 160

/** What is different about a date, without its key; null when the date is again as planned. */
export type Difference = Omit<Exception, 'slotId' | 'onDate' | 'cancelled'> | null

/** The difference a draft makes with the plan of its slot on one date; undefined as long as a day or an hour cannot be read. */
export function differenceFrom(draft: MomentDraft, slot: Slot, onDate: string): Difference | undefined {
  const { date, start, end, reason } = draft
  if (!date.date || !start.time || !end.time) return undefined
  const { siteId, roomId } = placeIn(draft.place)
  const sameHours = start.time === slot.startTime && end.time === slot.endTime
  const sameSite = siteId === slot.siteId
  const difference = {
    movedTo: date.date === onDate ? null : date.date,
    startTime: sameHours ? null : start.time,
    endTime: sameHours ? null : end.time,
    siteId: sameSite ? null : siteId,
    roomId: sameSite && (roomId === null || roomId === slot.roomId) ? null : roomId,
    reason,
  }
  return difference.movedTo || difference.startTime || difference.siteId || difference.roomId ? difference : null
}

/** Where and when a changed moment is judged. */
export type MomentContext = {
  today: string
  now: Temporal.Instant
  slot: Slot
  moment: Moment
  /** The choices of place, as the form names them. */
  places: readonly string[]
  closures: readonly Closure[]
}

/** A moment that is over cannot change any more: people came, or stood before the door. */
export const notOver = (moment: Moment, now: Temporal.Instant): readonly Refusal[] =>
  refuseIf(Temporal.Instant.compare(moment.endsAt, now) <= 0, { field: 'date', key: 'desk.moment.wrong.over' })

/** What stands in the way of cancelling a moment. */
export const refusalsOfCancelling = (reason: string, moment: Moment, now: Temporal.Instant): readonly Refusal[] => [
  ...notOver(moment, now),
  ...tooLong('reason', reason, LONGEST_REASON),
]

/** What stands in the way of changing a moment, by field; an empty list when nothing does. */
export function refusalsOfChange(draft: MomentDraft, context: MomentContext): readonly Refusal[] {
  const { today, now, slot, moment, places, closures } = context
  const { date, start, end, place, reason, howLong } = draft
  const always = howLong === 'always'
  const { siteId } = placeIn(place)
  const closed = closures.find(
    ({ siteId: site, fromDate, untilDate }) => site === siteId && date.date && fromDate <= date.date && date.date <= untilDate,
  )
  return [
    ...notOver(moment, now),
    ...refusalsOfDate('date', date),
    ...refuseIf(date.date !== undefined && date.date < today && date.date !== moment.date, {
      field: 'date',
      key: 'desk.moment.wrong.past',
      values: { date: { date: date.date ?? today } },
    }),
    ...refusalsOfHours(start, end),
    ...refuseIf(!places.includes(place), { field: 'place', key: 'desk.wrong.choose' }),
    ...refuseIf(!always && closed !== undefined, {
      field: 'date',
      key: 'desk.moment.wrong.closed',
      values: { from: { date: closed?.fromDate ?? today }, until: { date: closed?.untilDate ?? today } },
    }),
    ...refuseIf(always && places.includes(place) && siteId !== slot.siteId, { field: 'place', key: 'desk.moment.wrong.siteForGood' }),
    ...refuseIf(always && slot.pattern === 'once', { field: 'howLong', key: 'desk.moment.wrong.onceForGood' }),
    ...tooLong('reason', reason, LONGEST_REASON),
    ...refuseIf(isAsItStands(draft, moment), { field: 'date', key: 'desk.moment.wrong.nothing' }),
  ]
}

const isAsItStands = ({ date, start, end, place, reason, howLong }: MomentDraft, moment: Moment): boolean => {
  const { siteId, roomId } = placeIn(place)
  const sameWords = reason === moment.reason || moment.changes.length === 0
  const same = date.date === moment.date && start.time === moment.startTime && end.time === moment.endTime
  const samePlace = siteId === moment.siteId && (roomId === moment.roomId || roomId === null)
  return same && samePlace && sameWords && (howLong === 'once' || moment.changes.length === 0)
}
