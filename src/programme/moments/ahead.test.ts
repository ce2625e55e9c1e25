import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gapsAhead, nextMomentOf, openNow } from './ahead.ts'
import type { Closure, Exception, Slot } from './moment.ts'
import { momentsBetween } from './moments.ts'
import { brussels, exceptionOn, monthly, once, slotOf } from './sample.ts'

const at = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime(brussels).toInstant()
const next = (wall: string, slots = [slotOf()], exceptions: Exception[] = [], closures: Closure[] = []) =>
  nextMomentOf(slots, exceptions, closures, at(wall), brussels)?.date

test('CONTEXT-3 the next moment is later today, or the first day after', () => {
  assert.equal(next('2026-11-24T12:59'), '2026-11-24')
  assert.equal(next('2026-11-24T13:00'), '2026-12-01', 'what has begun is not next')
  assert.equal(next('2026-11-24T18:00'), '2026-12-01')
})

test('CONTEXT-3 the next moment is one that goes on: cancelled and closed ones are passed over', () => {
  assert.equal(next('2026-11-24T08:00', [slotOf()], [exceptionOn('2026-11-24', { cancelled: true })]), '2026-12-01')
  assert.equal(
    next('2026-11-24T08:00', [slotOf()], [], [{ siteId: 'bezemheide', fromDate: '2026-11-20', untilDate: '2027-01-31', reason: '' }]),
    '2027-02-02',
  )
})

test('CONTEXT-3 a moment that was moved forward is next on its new day', () => {
  assert.equal(next('2026-11-24T18:00', [slotOf()], [exceptionOn('2026-12-08', { movedTo: '2026-11-27' })]), '2026-11-27')
})

test('CONTEXT-3 of several slots the earliest comes next', () => {
  assert.equal(next('2026-11-24T18:00', [slotOf(), slotOf({ slotId: 'friday', weekday: 5 })]), '2026-11-27')
})

test('CONTEXT-3 the next moment is found up to 400 days ahead, and not further', () => {
  assert.equal(next('2026-11-24T08:00', [once('2027-12-29')]), '2027-12-29')
  assert.equal(next('2026-11-24T08:00', [once('2027-12-30')]), undefined)
  assert.equal(next('2026-11-24T08:00', []), undefined)
})

test('CONTEXT-3 open now is what has begun, has not ended and is not cancelled', () => {
  const slots = [slotOf(), slotOf({ slotId: 'forms', startTime: '14:00', endTime: '15:00' })]
  const moments = momentsBetween(slots, [], [], '2026-11-23', '2026-11-29', brussels)
  const open = (wall: string) => openNow(moments, at(wall)).map(({ slotId }) => slotId)
  assert.deepEqual(open('2026-11-24T12:59:59'), [])
  assert.deepEqual(open('2026-11-24T13:00'), ['coffee'])
  assert.deepEqual(open('2026-11-24T14:30'), ['coffee', 'forms'])
  assert.deepEqual(open('2026-11-24T15:00'), ['coffee'])
  assert.deepEqual(open('2026-11-24T16:00'), [])
  const cancelled = momentsBetween(slots, [exceptionOn('2026-11-24', { cancelled: true })], [], '2026-11-24', '2026-11-24', brussels)
  assert.deepEqual(openNow(cancelled, at('2026-11-24T13:30')), [])
})

const gaps = (slots: Slot[], exceptions: Exception[] = [], closures: Closure[] = [], endedOn: string | null = null, today = '2026-11-23') =>
  gapsAhead([{ offerId: 'coffee', endedOn }], slots, exceptions, closures, today, brussels)

test('COLLABORATE-2 an offer that goes on in the coming two weeks is no gap', () => {
  assert.deepEqual(gaps([slotOf()]), [])
  assert.deepEqual(gaps([slotOf()], [exceptionOn('2026-11-24', { cancelled: true })]), [], 'one of the two still stands')
})

test('COLLABORATE-2 an offer of which all moments in the coming two weeks fall out is a gap', () => {
  const both = ['2026-11-24', '2026-12-01'].map((date) => exceptionOn(date, { cancelled: true }))
  assert.deepEqual(gaps([slotOf()], both), ['coffee'])
  assert.deepEqual(gaps([slotOf()], [], [{ siteId: 'bezemheide', fromDate: '2026-11-20', untilDate: '2026-12-31', reason: '' }]), [
    'coffee',
  ])
  const farAway = ['2026-11-24', '2026-12-01'].map((date) => exceptionOn(date, { movedTo: '2027-01-15' }))
  assert.deepEqual(gaps([slotOf()], farAway), ['coffee'])
})

test('COLLABORATE-2 an offer for which nothing is planned any more is a gap, until somebody ends it', () => {
  assert.deepEqual(gaps([slotOf({ endsOn: '2026-11-17' })]), ['coffee'])
  assert.deepEqual(gaps([]), ['coffee'])
  assert.deepEqual(gaps([slotOf({ endsOn: '2026-11-17' })], [], [], '2026-11-17'), [])
  assert.deepEqual(gaps([slotOf({ endsOn: '2026-11-17' })], [], [], '2026-12-01'), [], 'it ends within these days anyway')
})

test('COLLABORATE-2 an offer that rests in a holiday, comes seldom or has yet to begin is no gap', () => {
  assert.deepEqual(gaps([slotOf({ pausesInSchoolHolidays: true })], [], [], null, '2027-07-05'), [])
  assert.deepEqual(gaps([monthly(2, 2)]), [])
  assert.deepEqual(gaps([slotOf({ startsOn: '2027-02-01' })]), [])
  assert.deepEqual(gaps([once('2027-05-01')]), [])
})
