import assert from 'node:assert/strict'
import { test } from 'node:test'
import { momentsBetween } from './moments.ts'
import { pausesBetween } from './pauses.ts'
import { brussels, exceptionOn, once, slotOf } from './sample.ts'

const datesOf = (slot: ReturnType<typeof slotOf>, from: string, until: string) =>
  momentsBetween([slot], [], [], from, until, brussels).map(({ date }) => date)

test('CONTEXT-3 an offer that rests in school holidays gives no moment in the autumn holiday, and says why', () => {
  const slot = slotOf({ pausesInSchoolHolidays: true })
  assert.deepEqual(datesOf(slot, '2026-10-26', '2026-11-15'), ['2026-10-27', '2026-11-10'])
  assert.deepEqual(pausesBetween([slot], '2026-10-26', '2026-11-15'), [{ slotId: 'coffee', date: '2026-11-03', because: 'autumn' }])
})

test('CONTEXT-3 an offer that rests on public holidays skips 11 November only', () => {
  const slot = slotOf({ weekday: 3, pausesOnPublicHolidays: true })
  assert.deepEqual(datesOf(slot, '2026-11-02', '2026-11-22'), ['2026-11-04', '2026-11-18'])
  assert.deepEqual(pausesBetween([slot], '2026-11-02', '2026-11-22'), [{ slotId: 'coffee', date: '2026-11-11', because: 'armistice' }])
})

test('CONTEXT-3 an offer that rests in neither goes on, also on Christmas Day', () => {
  assert.deepEqual(datesOf(slotOf({ weekday: 5 }), '2026-12-21', '2027-01-03'), ['2026-12-25', '2027-01-01'])
  assert.deepEqual(pausesBetween([slotOf({ weekday: 5 })], '2026-12-21', '2027-01-03'), [])
})

test('CONTEXT-3 when a public holiday lies in a school holiday, the school holiday is named', () => {
  const slot = slotOf({ weekday: 5, pausesInSchoolHolidays: true, pausesOnPublicHolidays: true })
  assert.deepEqual(
    pausesBetween([slot], '2026-12-21', '2027-01-03').map(({ because }) => because),
    ['christmas', 'christmas'],
  )
  assert.deepEqual(
    pausesBetween([{ ...slot, pausesInSchoolHolidays: false }], '2026-12-21', '2027-01-03').map(({ because }) => because),
    ['christmas-day', 'new-year'],
  )
})

test('CONTEXT-3 a day that somebody chose by hand is not taken away by a holiday', () => {
  const feast = once('2027-07-21', { pausesInSchoolHolidays: true, pausesOnPublicHolidays: true })
  assert.deepEqual(datesOf(feast, '2027-07-01', '2027-07-31'), ['2027-07-21'])
  assert.deepEqual(pausesBetween([feast], '2027-07-01', '2027-07-31'), [])
})

test('CONTEXT-3 every other week keeps its turn through a holiday', () => {
  const slot = slotOf({ everyWeeks: 2, startsOn: '2026-10-20', pausesInSchoolHolidays: true })
  assert.deepEqual(datesOf(slot, '2026-10-01', '2026-12-10'), ['2026-10-20', '2026-11-17', '2026-12-01'])
})

test('CONTEXT-3 an exception for a day on which the offer rests changes nothing', () => {
  const slot = slotOf({ pausesInSchoolHolidays: true })
  const moved = exceptionOn('2026-11-03', { movedTo: '2026-11-12' })
  assert.deepEqual(
    momentsBetween([slot], [moved], [], '2026-11-02', '2026-11-15', brussels).map(({ date }) => date),
    ['2026-11-10'],
  )
})

test('CONTEXT-3 a moment may be moved into a holiday: somebody chose that day', () => {
  const slot = slotOf({ pausesInSchoolHolidays: true })
  const moved = exceptionOn('2026-11-10', { movedTo: '2026-11-05' })
  assert.deepEqual(
    momentsBetween([slot], [moved], [], '2026-11-02', '2026-11-15', brussels).map(({ date }) => date),
    ['2026-11-05'],
  )
})
