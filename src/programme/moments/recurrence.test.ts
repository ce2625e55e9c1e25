import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Slot } from './moment.ts'
import { momentsBetween } from './moments.ts'
import { brussels, monthly, once, slotOf } from './sample.ts'

const datesOf = (slot: Slot, from: string, until: string): string[] =>
  momentsBetween([slot], [], [], from, until, brussels).map(({ date }) => date)

test('CONTEXT-3 a fixed weekly offer comes back on its weekday, at its hours, at its site', () => {
  const moments = momentsBetween([slotOf()], [], [], '2026-11-23', '2026-12-06', brussels)
  assert.deepEqual(
    moments.map(({ date, startTime, endTime, siteId, startsAt }) => [date, startTime, endTime, siteId, startsAt.toString()]),
    [
      ['2026-11-24', '13:00', '16:00', 'bezemheide', '2026-11-24T12:00:00Z'],
      ['2026-12-01', '13:00', '16:00', 'bezemheide', '2026-12-01T12:00:00Z'],
    ],
  )
})

test('CONTEXT-3 an offer has no moment before its first day or after its last', () => {
  const autumn = slotOf({ startsOn: '2026-10-06', endsOn: '2026-10-20' })
  assert.deepEqual(datesOf(autumn, '2026-01-01', '2026-12-31'), ['2026-10-06', '2026-10-13', '2026-10-20'])
  assert.deepEqual(datesOf(autumn, '2026-10-07', '2026-10-19'), ['2026-10-13'])
})

test('CONTEXT-3 when the first day is not the weekday, the offer begins on the next one', () => {
  assert.equal(datesOf(slotOf({ startsOn: '2026-09-03' }), '2026-09-01', '2026-09-30')[0], '2026-09-08')
})

test('CONTEXT-3 every other week counts from the week in which the offer starts', () => {
  const fortnight = slotOf({ everyWeeks: 2, startsOn: '2026-11-24' })
  assert.deepEqual(datesOf(fortnight, '2026-11-01', '2027-01-10'), ['2026-11-24', '2026-12-08', '2026-12-22', '2027-01-05'])
  // Started on a Thursday: the Tuesday of that week had gone by, so the first Tuesday is in the second week after it.
  assert.deepEqual(datesOf({ ...fortnight, startsOn: '2026-11-26' }, '2026-11-01', '2026-12-31'), ['2026-12-08', '2026-12-22'])
})

test('CONTEXT-3 every other week goes on right through week 53', () => {
  const fortnight = slotOf({ weekday: 4, everyWeeks: 2, startsOn: '2026-12-17' })
  assert.deepEqual(datesOf(fortnight, '2026-12-14', '2027-01-31'), ['2026-12-17', '2026-12-31', '2027-01-14', '2027-01-28'])
})

test('CONTEXT-3 the third Thursday of the month is found in every month', () => {
  assert.deepEqual(datesOf(monthly(3, 4), '2026-09-01', '2026-12-31'), ['2026-09-17', '2026-10-15', '2026-11-19', '2026-12-17'])
})

test('CONTEXT-3 a month without a fifth Monday is skipped', () => {
  assert.deepEqual(datesOf(monthly(5, 1), '2026-01-01', '2026-12-31'), ['2026-03-30', '2026-06-29', '2026-08-31', '2026-11-30'])
})

test('CONTEXT-3 the last Friday of the month is the fourth or the fifth', () => {
  assert.deepEqual(datesOf(monthly(-1, 5), '2026-09-01', '2026-12-31'), ['2026-09-25', '2026-10-30', '2026-11-27', '2026-12-25'])
})

test('CONTEXT-3 a monthly offer that starts in the middle of a month waits for its next turn', () => {
  assert.deepEqual(datesOf(monthly(1, 2, { startsOn: '2026-10-15', endsOn: '2026-12-01' }), '2026-01-01', '2027-12-31'), [
    '2026-11-03',
    '2026-12-01',
  ])
})

test('CONTEXT-3 29 February is a day like another', () => {
  assert.deepEqual(datesOf(once('2028-02-29'), '2028-02-01', '2028-03-31'), ['2028-02-29'])
  assert.deepEqual(datesOf(slotOf(), '2028-02-28', '2028-03-08'), ['2028-02-29', '2028-03-07'])
  assert.deepEqual(datesOf(monthly(5, 2), '2028-02-01', '2028-02-29'), ['2028-02-29'])
})

test('CONTEXT-3 something that happens once happens once', () => {
  assert.deepEqual(datesOf(once('2026-12-05'), '2020-01-01', '2030-12-31'), ['2026-12-05'])
  assert.deepEqual(datesOf(once('2026-12-05'), '2026-12-06', '2030-12-31'), [])
  assert.deepEqual(datesOf(once('2026-12-05'), '2026-12-01', '2026-12-04'), [])
})

test('CONTEXT-3 the clock on the wall stays the same when the clocks change', () => {
  const [before, after] = momentsBetween([slotOf({ weekday: 7 })], [], [], '2027-03-21', '2027-03-28', brussels)
  assert.deepEqual([before?.startTime, after?.startTime], ['13:00', '13:00'])
  assert.equal(before?.startsAt.toString(), '2027-03-21T12:00:00Z')
  assert.equal(after?.startsAt.toString(), '2027-03-28T11:00:00Z')
  const [autumn] = momentsBetween([once('2024-10-27')], [], [], '2024-10-27', '2024-10-27', brussels)
  assert.equal(autumn?.startsAt.toString(), '2024-10-27T12:00:00Z')
})

test('CONTEXT-3 a night walk in the hour that the clocks skip begins an hour later and keeps its length', () => {
  for (const date of ['2024-03-31', '2027-03-28']) {
    const [walk] = momentsBetween([once(date, { startTime: '02:30', endTime: '03:00' })], [], [], date, date, brussels)
    assert.equal(walk?.startTime, '02:30')
    assert.equal(walk?.startsAt.toString(), `${date}T01:30:00Z`)
    assert.equal(walk?.endsAt.toString(), `${date}T02:00:00Z`)
  }
})

test('CONTEXT-3 a night walk in the hour that comes twice begins in the first of the two', () => {
  const [walk] = momentsBetween(
    [once('2024-10-27', { startTime: '02:30', endTime: '03:30' })],
    [],
    [],
    '2024-10-27',
    '2024-10-27',
    brussels,
  )
  assert.equal(walk?.startsAt.toString(), '2024-10-27T00:30:00Z')
  assert.equal(walk?.endsAt.toString(), '2024-10-27T02:30:00Z')
})

test('CONTEXT-3 a pattern that misses its weekday gives nothing instead of something wrong', () => {
  assert.deepEqual(datesOf(slotOf({ weekday: null }), '2026-01-01', '2027-01-01'), [])
  assert.deepEqual(datesOf(monthly(1, 2, { nth: null }), '2026-01-01', '2027-01-01'), [])
})

test('CONTEXT-3 a window that ends before it begins shows nothing', () => {
  assert.deepEqual(datesOf(slotOf(), '2026-12-31', '2026-12-01'), [])
  assert.deepEqual(datesOf(monthly(1, 2), '2026-12-31', '2026-12-01'), [])
})
