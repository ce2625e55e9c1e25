import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dateOfDay, dayNumber } from '../../platform/calendar/day-number.ts'
import { isSchoolHoliday, publicHoliday } from '../../platform/calendar/holidays.ts'
import { departuresBetween, momentsBetween } from './moments.ts'
import { pausesBetween } from './pauses.ts'
import { anyProgramme, anySlot, brussels } from './sample.ts'

const key = ({ slotId, plannedDate }: { slotId: string; plannedDate: string }) => `${slotId} ${plannedDate}`

test('CONTEXT-3 whatever the pattern, each moment falls on its weekday, in its period, and never in a holiday it rests in', () => {
  fc.assert(
    fc.property(anySlot, fc.integer({ min: -30, max: 400 }), (slot, ahead) => {
      const from = dateOfDay(dayNumber(slot.startsOn) + ahead - 60)
      const until = dateOfDay(dayNumber(slot.startsOn) + ahead + 60)
      for (const { date } of momentsBetween([slot], [], [], from, until, brussels)) {
        const day = Temporal.PlainDate.from(date)
        assert.ok(date >= from && date <= until && date >= slot.startsOn && (slot.endsOn === null || date <= slot.endsOn))
        if (slot.pattern === 'once') assert.equal(date, slot.startsOn)
        else {
          assert.equal(day.dayOfWeek, slot.weekday)
          if (slot.pausesInSchoolHolidays) assert.equal(isSchoolHoliday(date), false)
          if (slot.pausesOnPublicHolidays) assert.equal(publicHoliday(date), undefined)
        }
        if (slot.pattern === 'monthly') {
          const nth = Math.ceil(day.day / 7)
          assert.ok(slot.nth === -1 ? day.day + 7 > day.daysInMonth : nth === slot.nth)
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('CONTEXT-3 every n weeks gives exactly as many moments as fit, n weeks apart', () => {
  fc.assert(
    fc.property(anySlot, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 60 }), (any, everyWeeks, turns) => {
      const rest = { pausesInSchoolHolidays: false, pausesOnPublicHolidays: false, endsOn: null, nth: null }
      const slot = { ...any, ...rest, pattern: 'weekly' as const, weekday: Temporal.PlainDate.from(any.startsOn).dayOfWeek, everyWeeks }
      const last = dateOfDay(dayNumber(slot.startsOn) + turns * everyWeeks * 7)
      const dates = momentsBetween([slot], [], [], slot.startsOn, last, brussels).map(({ date }) => date)
      assert.equal(dates.length, turns + 1)
      for (const [turn, date] of dates.entries()) assert.equal(dayNumber(date), dayNumber(slot.startsOn) + turn * everyWeeks * 7)
    }),
    { numRuns: 100 },
  )
})

test('CONTEXT-3 moments and pauses together are the whole pattern, and no day is both', () => {
  fc.assert(
    fc.property(anySlot, fc.integer({ min: 0, max: 300 }), (slot, length) => {
      const until = dateOfDay(dayNumber(slot.startsOn) + length)
      const tireless = { ...slot, pausesInSchoolHolidays: false, pausesOnPublicHolidays: false }
      const moments = momentsBetween([slot], [], [], slot.startsOn, until, brussels).map(({ date }) => date)
      const pauses = pausesBetween([slot], slot.startsOn, until).map(({ date }) => date)
      assert.deepEqual(
        [...moments, ...pauses].sort(),
        momentsBetween([tireless], [], [], slot.startsOn, until, brussels).map(({ date }) => date),
      )
    }),
    { numRuns: 200 },
  )
})

test('CONTEXT-3 looking through two windows shows the same as looking through one: no moment changes, doubles or gets lost', () => {
  fc.assert(
    fc.property(anyProgramme, fc.nat({ max: 100 }), ({ slots, exceptions, closures, from, until }, share) => {
      const whole = momentsBetween(slots, exceptions, closures, from, until, brussels)
      const cut = dayNumber(from) + Math.floor(((dayNumber(until) - dayNumber(from)) * share) / 100)
      const first = momentsBetween(slots, exceptions, closures, from, dateOfDay(cut), brussels)
      const second = momentsBetween(slots, exceptions, closures, dateOfDay(cut + 1), until, brussels)
      const told = (moments: typeof whole) => moments.map((moment) => JSON.stringify(moment)).sort()
      assert.deepEqual(told([...first, ...second]), told(whole))
    }),
    { numRuns: 200 },
  )
})

test('CONTEXT-3 the key of a moment is unique, and everything is in order and in the window', () => {
  fc.assert(
    fc.property(anyProgramme, ({ slots, exceptions, closures, from, until }) => {
      const moments = momentsBetween(slots, exceptions, closures, from, until, brussels)
      assert.equal(new Set(moments.map(key)).size, moments.length)
      for (const [index, moment] of moments.entries()) {
        assert.ok(moment.date >= from && moment.date <= until)
        assert.ok(Temporal.Instant.compare(moment.startsAt, moment.endsAt) < 0)
        assert.equal(moment.changes.includes('date'), moment.date !== moment.plannedDate)
        const before = moments[index - 1]
        if (before) assert.ok(Temporal.Instant.compare(before.startsAt, moment.startsAt) <= 0)
      }
    }),
    { numRuns: 200 },
  )
})

test('CONTEXT-3 the order in which rows come from the database does not matter', () => {
  fc.assert(
    fc.property(anyProgramme, ({ slots, exceptions, closures, from, until }) => {
      const oneWay = momentsBetween(slots, exceptions, closures, from, until, brussels)
      const otherWay = momentsBetween(slots.toReversed(), exceptions.toReversed(), closures.toReversed(), from, until, brussels)
      // Two closures that begin on the same day may each give the reason.
      const told = (moments: typeof oneWay) =>
        moments.map((moment) => JSON.stringify({ ...moment, cancellation: moment.cancellation?.because }))
      assert.deepEqual(told(oneWay), told(otherWay))
    }),
    { numRuns: 100 },
  )
})

test('CONTEXT-3 every planned day is accounted for: the moment stands there, or the day tells where it went', () => {
  fc.assert(
    fc.property(anyProgramme, ({ slots, exceptions, closures, from, until }) => {
      const pattern = momentsBetween(slots, [], [], from, until, brussels).map(key)
      const stayed = momentsBetween(slots, exceptions, closures, from, until, brussels).filter(
        ({ date, plannedDate }) => date === plannedDate,
      )
      const left = departuresBetween(slots, exceptions, closures, from, until, brussels)
      for (const { date, moment } of left) assert.ok(date === moment.plannedDate && moment.date !== date)
      assert.deepEqual([...stayed.map(key), ...left.map(({ moment }) => key(moment))].sort(), pattern.sort())
      // And each of them can be met on its new day.
      for (const { moment } of left) {
        const there = momentsBetween(slots, exceptions, closures, moment.date, moment.date, brussels)
        assert.equal(there.filter((other) => key(other) === key(moment)).length, 1)
      }
    }),
    { numRuns: 200 },
  )
})
