import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { daysOf, nextWeek, parseWeek, previousWeek, weekOf, writeWeek } from './week.ts'

const anyDay = fc.integer({ min: 0, max: 36_500 }).map((days) => Temporal.PlainDate.from('2000-06-01').add({ days }))

test('week 48 of 2026 begins on Monday 23 November', () => {
  const week = parseWeek('2026-W48')
  assert.equal(week?.monday.toString(), '2026-11-23')
  assert.deepEqual([week?.year, week?.week], [2026, 48])
})

test('a year has week 53 only when its calendar has one', () => {
  assert.equal(parseWeek('2026-W53')?.monday.toString(), '2026-12-28')
  assert.equal(parseWeek('2020-W53')?.monday.toString(), '2020-12-28')
  assert.equal(parseWeek('2027-W53'), undefined)
  assert.equal(parseWeek('2025-W53'), undefined)
})

test('a week that does not exist is not a week', () => {
  for (const typed of [
    '2026-W54',
    '2026-W00',
    '2026-W99',
    '1999-W50',
    '2101-W01',
    '2026-48',
    '2026W48',
    '2026-W4',
    ' 2026-W48',
    '2026-W48x',
    'W48',
    '',
    '２０２６-W48',
  ]) {
    assert.equal(parseWeek(typed), undefined, typed)
  }
})

test('1 January can lie in the last week of the year before', () => {
  assert.equal(writeWeek(weekOf(Temporal.PlainDate.from('2027-01-01'))), '2026-W53')
  assert.equal(writeWeek(weekOf(Temporal.PlainDate.from('2024-12-31'))), '2025-W01')
})

test('earlier and later lead through the turn of the year', () => {
  const last = parseWeek('2026-W53')
  assert.ok(last)
  assert.equal(writeWeek(nextWeek(last)), '2027-W01')
  assert.equal(writeWeek(previousWeek(nextWeek(last))), '2026-W53')
})

test('the days of a week run from Monday to Sunday, also over a change of the clocks', () => {
  const week = parseWeek('2027-W12')
  assert.ok(week)
  assert.deepEqual(daysOf(week).map(String), [
    '2027-03-22',
    '2027-03-23',
    '2027-03-24',
    '2027-03-25',
    '2027-03-26',
    '2027-03-27',
    '2027-03-28',
  ])
})

test('every day lies in its own week, and Temporal agrees on the number', () => {
  fc.assert(
    fc.property(anyDay, (date) => {
      const week = weekOf(date)
      assert.ok(daysOf(week).some((day) => day.equals(date)))
      assert.deepEqual([week.year, week.week], [date.yearOfWeek, date.weekOfYear])
      assert.deepEqual(parseWeek(writeWeek(week)), week)
      assert.deepEqual(previousWeek(nextWeek(week)), week)
    }),
    { numRuns: 300 },
  )
})
