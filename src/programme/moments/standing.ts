import { dayNumber, minutesOf } from '../../platform/calendar/day-number.ts'
import { instantFrom, millisecondsAt } from '../../platform/calendar/zone.ts'
import type { Change, Closure, Exception, Moment, Slot } from './moment.ts'

/** Exceptions by slot and planned date, closures by site: made once, asked for every moment. */
export type Notes = {
  exceptions: ReadonlyMap<string, ReadonlyMap<string, Exception>>
  closures: ReadonlyMap<string, readonly Closure[]>
}

/** Sorts exceptions and closures for quick asking. Of two exceptions for the same date the last one counts; closures go by first day. */
export function notesOf(exceptions: readonly Exception[], closures: readonly Closure[]): Notes {
  const bySlot = new Map<string, Map<string, Exception>>()
  for (const exception of exceptions) {
    const own = bySlot.get(exception.slotId)
    if (own) own.set(exception.onDate, exception)
    else bySlot.set(exception.slotId, new Map([[exception.onDate, exception]]))
  }
  const inOrder = [...closures].sort((a, b) => (a.fromDate < b.fromDate ? -1 : a.fromDate > b.fromDate ? 1 : 0))
  return { exceptions: bySlot, closures: Map.groupBy(inOrder, ({ siteId }) => siteId) }
}

/** Whether an exception takes its moment to another day. */
export const hasMoved = (exception: Exception): exception is Exception & { movedTo: string } =>
  exception.movedTo !== null && exception.movedTo !== exception.onDate

const NO_CHANGES: readonly Change[] = []

/** A moment with its begin and end in milliseconds since 1970, for sorting without asking each instant. */
export type Standing = { moment: Moment; starts: number; ends: number }

/**
 * How one planned date of a slot stands now. What a worker cancelled is cancelled for that reason; otherwise a closure of the
 * site where it really takes place, on the day it really takes place, cancels it.
 * A moment that begins and ends inside the hour that is skipped in spring keeps its length.
 */
export function standing(slot: Slot, plannedDate: string, notes: Notes, zone: string): Standing {
  const exception = notes.exceptions.get(slot.slotId)?.get(plannedDate)
  const date = exception?.movedTo ?? plannedDate
  const hours = exception?.startTime && exception.endTime ? { startTime: exception.startTime, endTime: exception.endTime } : slot
  const { startTime, endTime } = hours
  const siteId = exception?.siteId ?? slot.siteId
  // The room of the slot stays behind when the moment goes to another site.
  const roomId = exception?.roomId ?? (siteId === slot.siteId ? slot.roomId : null)
  const day = dayNumber(date)
  const startMinutes = minutesOf(startTime)
  const endMinutes = minutesOf(endTime)
  const starts = millisecondsAt(day, startMinutes, zone)
  const shown = millisecondsAt(day, endMinutes, zone)
  const ends = shown > starts ? shown : starts + (endMinutes - startMinutes) * 60_000
  const moment: Moment = {
    slotId: slot.slotId,
    offerId: slot.offerId,
    siteId,
    roomId,
    date,
    plannedDate,
    startTime,
    endTime,
    startsAt: instantFrom(starts),
    endsAt: instantFrom(ends),
    cancellation: exception?.cancelled ? { because: 'worker', reason: exception.reason } : closedBy(notes, siteId, date),
    changes: exception ? changesOf(slot, plannedDate, { date, startTime, endTime, siteId, roomId }) : NO_CHANGES,
    plannedStartTime: slot.startTime,
    plannedEndTime: slot.endTime,
    plannedSiteId: slot.siteId,
    plannedRoomId: slot.roomId,
    reason: exception?.reason ?? '',
  }
  return { moment, starts, ends }
}

function closedBy(notes: Notes, siteId: string, date: string): Moment['cancellation'] {
  const closure = notes.closures.get(siteId)?.find(({ fromDate, untilDate }) => fromDate <= date && date <= untilDate)
  return closure ? { because: 'closure', reason: closure.reason } : null
}

function changesOf(slot: Slot, plannedDate: string, now: Pick<Moment, 'date' | 'startTime' | 'endTime' | 'siteId' | 'roomId'>): Change[] {
  const changes: Change[] = []
  if (now.date !== plannedDate) changes.push('date')
  if (now.startTime !== slot.startTime || now.endTime !== slot.endTime) changes.push('hours')
  if (now.siteId !== slot.siteId || now.roomId !== slot.roomId) changes.push('place')
  return changes
}
