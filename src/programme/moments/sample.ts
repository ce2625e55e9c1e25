import fc from 'fast-check'
import { dateOfDay, dayNumber } from '../../platform/calendar/day-number.ts'
import type { Closure, Exception, Slot } from './moment.ts'

/** Where the clock of the examples hangs. */
export const brussels = 'Europe/Brussels'

/** A slot for an example: coffee every Tuesday from 13:00 to 16:00 in the big room, without end; say what is different. */
export const slotOf = (different: Partial<Slot> = {}): Slot => ({
  slotId: 'coffee',
  offerId: 'coffee',
  siteId: 'bezemheide',
  roomId: 'big-room',
  pattern: 'weekly',
  weekday: 2,
  everyWeeks: 1,
  nth: null,
  startsOn: '2026-09-01',
  endsOn: null,
  startTime: '13:00',
  endTime: '16:00',
  needsRoomAlone: false,
  pausesInSchoolHolidays: false,
  pausesOnPublicHolidays: false,
  ...different,
})

/** The nth weekday of every month; see {@link slotOf}. */
export const monthly = (nth: number, weekday: number, different: Partial<Slot> = {}): Slot =>
  slotOf({ pattern: 'monthly', nth, weekday, everyWeeks: null, startsOn: '2026-01-01', ...different })

/** One day only; see {@link slotOf}. */
export const once = (date: string, different: Partial<Slot> = {}): Slot =>
  slotOf({ pattern: 'once', weekday: null, everyWeeks: null, startsOn: date, ...different })

/** An exception of the coffee for an example: nothing is different yet. */
export const exceptionOn = (onDate: string, different: Partial<Exception> = {}): Exception => ({
  slotId: 'coffee',
  onDate,
  cancelled: false,
  movedTo: null,
  startTime: null,
  endTime: null,
  siteId: null,
  roomId: null,
  reason: '',
  ...different,
})

const startOfTimes = dayNumber('2022-01-01')
const endOfTimes = dayNumber('2030-12-31')

/** Any date of nine years, with two leap days, two years of 53 weeks and eighteen changes of the clocks. */
export const anyDate = fc.integer({ min: startOfTimes, max: endOfTimes }).map(dateOfDay)

const timeAt = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Any hours within a day, the end after the start; also in the hour of the night that can be skipped. */
export const anyHours = fc
  .tuple(fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 1, max: 600 }))
  .map(([start, length]) => ({ startTime: timeAt(start), endTime: timeAt(Math.min(start + length, 1439)) }))

const weekday = fc.integer({ min: 1, max: 7 })
const pattern = fc.oneof(
  fc.record({ pattern: fc.constant('weekly' as const), weekday, everyWeeks: fc.integer({ min: 1, max: 6 }), nth: fc.constant(null) }),
  fc.record({ pattern: fc.constant('monthly' as const), weekday, everyWeeks: fc.constant(null), nth: fc.constantFrom(1, 2, 3, 4, 5, -1) }),
  fc.record({ pattern: fc.constant('once' as const), weekday: fc.constant(null), everyWeeks: fc.constant(null), nth: fc.constant(null) }),
)

/** Any slot that the database would accept. */
export const anySlot: fc.Arbitrary<Slot> = fc
  .tuple(
    pattern,
    anyHours,
    anyDate,
    fc.option(fc.integer({ min: 0, max: 900 })),
    fc.record({
      slotId: fc.uuid({ version: 7 }),
      siteId: fc.constantFrom('bezemheide', 'kattegat'),
      roomId: fc.option(fc.constantFrom('big-room', 'kitchen')),
      pausesInSchoolHolidays: fc.boolean(),
      pausesOnPublicHolidays: fc.boolean(),
    }),
  )
  .map(([shape, hours, startsOn, length, rest]) => ({
    ...shape,
    ...hours,
    ...rest,
    offerId: `offer-${rest.slotId.slice(-1)}`,
    startsOn,
    endsOn: length === null ? null : dateOfDay(dayNumber(startsOn) + length),
    needsRoomAlone: false,
  }))

const anyExceptionOn = (slotId: string, onDate: string): fc.Arbitrary<Exception> =>
  fc
    .tuple(
      fc.boolean(),
      fc.option(fc.integer({ min: -40, max: 40 })),
      fc.option(anyHours),
      fc.option(fc.constantFrom('bezemheide', 'kattegat')),
    )
    .map(([cancelled, moved, hours, siteId]) => ({
      slotId,
      onDate,
      cancelled,
      movedTo: moved === null ? null : dateOfDay(dayNumber(onDate) + moved),
      startTime: hours?.startTime ?? null,
      endTime: hours?.endTime ?? null,
      siteId,
      roomId: null,
      reason: 'because',
    }))

const anyClosure: fc.Arbitrary<Closure> = fc
  .tuple(fc.constantFrom('bezemheide', 'kattegat'), anyDate, fc.integer({ min: 0, max: 30 }))
  .map(([siteId, fromDate, length]) => ({
    siteId,
    fromDate,
    untilDate: dateOfDay(dayNumber(fromDate) + length),
    reason: `closed from ${fromDate}`,
  }))

/** A whole programme: slots, exceptions on dates that are planned and on dates that are not, closures, and a window to look through. */
export const anyProgramme = fc
  .tuple(
    fc.uniqueArray(anySlot, { maxLength: 5, selector: ({ slotId }) => slotId }),
    fc.array(anyClosure, { maxLength: 3 }),
    anyDate,
    fc.integer({ min: 0, max: 120 }),
  )
  .chain(([slots, closures, from, length]) =>
    fc
      .uniqueArray(fc.tuple(fc.nat({ max: Math.max(slots.length - 1, 0) }), fc.integer({ min: -60, max: length + 60 })), {
        maxLength: slots.length === 0 ? 0 : 40,
        selector: ([slot, day]) => `${slot} ${day}`,
      })
      .chain((places) =>
        fc.tuple(...places.map(([slot, day]) => anyExceptionOn(slots[slot]?.slotId ?? '', dateOfDay(dayNumber(from) + day)))),
      )
      .map((exceptions) => ({ slots, exceptions: exceptions as Exception[], closures, from, until: dateOfDay(dayNumber(from) + length) })),
  )
