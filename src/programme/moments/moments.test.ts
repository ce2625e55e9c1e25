import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Closure, Exception, Moment } from './moment.ts'
import { departuresBetween, momentOf, momentsBetween } from './moments.ts'
import { brussels, exceptionOn, slotOf } from './sample.ts'

const tuesday = '2026-11-24'
const inWeek = (exceptions: Exception[], closures: Closure[] = [], slots = [slotOf()]): Moment[] =>
  momentsBetween(slots, exceptions, closures, '2026-11-23', '2026-11-29', brussels)

test('CONTEXT-3 a cancelled moment stays to be seen, with the reason', () => {
  const [moment] = inWeek([exceptionOn(tuesday, { cancelled: true, reason: 'the heating is broken' })])
  assert.deepEqual(moment?.cancellation, { because: 'worker', reason: 'the heating is broken' })
  assert.equal(moment?.date, tuesday)
  assert.deepEqual(moment?.changes, [])
})

test('CONTEXT-3 a moved moment stands on its new day and no longer on the old one', () => {
  const moments = inWeek([exceptionOn(tuesday, { movedTo: '2026-11-26' })])
  assert.deepEqual(
    moments.map(({ date, plannedDate, changes, cancellation }) => ({ date, plannedDate, changes, cancellation })),
    [{ date: '2026-11-26', plannedDate: tuesday, changes: ['date'], cancellation: null }],
  )
})

test('CONTEXT-3 a moment that is moved into the week from outside is there, and one that is moved out is gone', () => {
  assert.deepEqual(
    inWeek([exceptionOn('2026-12-15', { movedTo: '2026-11-27' })]).map(({ date, plannedDate }) => [date, plannedDate]),
    [
      ['2026-11-24', '2026-11-24'],
      ['2026-11-27', '2026-12-15'],
    ],
  )
  assert.deepEqual(inWeek([exceptionOn(tuesday, { movedTo: '2026-12-03' })]), [])
})

test('CONTEXT-3 the old day can say to which day a moment was moved', () => {
  const exceptions = [exceptionOn(tuesday, { movedTo: '2026-12-03', reason: 'the room is painted' })]
  const departures = departuresBetween([slotOf()], exceptions, [], '2026-11-23', '2026-11-29', brussels)
  assert.deepEqual(
    departures.map(({ date, moment }) => [date, moment.date, moment.reason]),
    [[tuesday, '2026-12-03', 'the room is painted']],
  )
  assert.deepEqual(departuresBetween([slotOf()], exceptions, [], '2026-11-30', '2026-12-06', brussels), [])
})

test('CONTEXT-3 what was first moved and then cancelled is cancelled on the new day, and the old day knows', () => {
  const exceptions = [exceptionOn(tuesday, { movedTo: '2026-11-26', cancelled: true, reason: 'ill' })]
  assert.deepEqual(
    inWeek(exceptions).map(({ date, cancellation }) => [date, cancellation?.because]),
    [['2026-11-26', 'worker']],
  )
  const [left] = departuresBetween([slotOf()], exceptions, [], tuesday, tuesday, brussels)
  assert.equal(left?.moment.cancellation?.reason, 'ill')
})

test('CONTEXT-3 other hours are told apart from the planned ones', () => {
  const [moment] = inWeek([exceptionOn(tuesday, { startTime: '14:00', endTime: '15:30' })])
  assert.deepEqual(
    [moment?.startTime, moment?.endTime, moment?.plannedStartTime, moment?.plannedEndTime],
    ['14:00', '15:30', '13:00', '16:00'],
  )
  assert.equal(moment?.endsAt.toString(), '2026-11-24T14:30:00Z')
  assert.deepEqual(moment?.changes, ['hours'])
})

test('CONTEXT-3 an exception that repeats what was planned is no change', () => {
  const same = exceptionOn(tuesday, { movedTo: tuesday, startTime: '13:00', endTime: '16:00', siteId: 'bezemheide', roomId: 'big-room' })
  const [moment] = inWeek([same])
  assert.deepEqual(moment?.changes, [])
  assert.deepEqual(departuresBetween([slotOf()], [same], [], tuesday, tuesday, brussels), [])
})

test('CONTEXT-3 at another site a moment leaves its room behind, unless a room there is named', () => {
  const [elsewhere] = inWeek([exceptionOn(tuesday, { siteId: 'kattegat' })])
  assert.deepEqual(
    [elsewhere?.siteId, elsewhere?.roomId, elsewhere?.plannedSiteId, elsewhere?.plannedRoomId],
    ['kattegat', null, 'bezemheide', 'big-room'],
  )
  assert.deepEqual(elsewhere?.changes, ['place'])
  const [named] = inWeek([exceptionOn(tuesday, { siteId: 'kattegat', roomId: 'kitchen' })])
  assert.equal(named?.roomId, 'kitchen')
  const [nextDoor] = inWeek([exceptionOn(tuesday, { roomId: 'small-room' })])
  assert.deepEqual([nextDoor?.siteId, nextDoor?.roomId, nextDoor?.changes], ['bezemheide', 'small-room', ['place']])
})

const works: Closure = { siteId: 'bezemheide', fromDate: '2026-11-23', untilDate: '2026-11-25', reason: 'works in the street' }

test('CONTEXT-3 a closed site cancels what would take place there, on its first and last day too', () => {
  const daily = [1, 2, 3, 4].map((weekday) => slotOf({ slotId: `day-${weekday}`, weekday }))
  assert.deepEqual(
    inWeek([], [works], daily).map(({ cancellation }) => cancellation?.because),
    ['closure', 'closure', 'closure', undefined],
  )
  assert.deepEqual(inWeek([], [works])[0]?.cancellation, { because: 'closure', reason: 'works in the street' })
})

test('CONTEXT-3 a moment that was brought to another site in time is not closed', () => {
  assert.equal(inWeek([exceptionOn(tuesday, { siteId: 'kattegat' })], [works])[0]?.cancellation, null)
})

test('CONTEXT-3 a moment that was moved to a day after the closure is not closed, and one moved into it is', () => {
  assert.equal(inWeek([exceptionOn(tuesday, { movedTo: '2026-11-26' })], [works])[0]?.cancellation, null)
  assert.equal(inWeek([exceptionOn('2026-12-01', { movedTo: '2026-11-25' })], [works]).at(-1)?.cancellation?.because, 'closure')
})

test('CONTEXT-3 a moment that was brought to a site that closes is closed there', () => {
  const [moment] = inWeek([exceptionOn(tuesday, { siteId: 'kattegat' })], [{ ...works, siteId: 'kattegat' }])
  assert.equal(moment?.cancellation?.because, 'closure')
})

test('CONTEXT-3 what a worker wrote goes before the text of the closure', () => {
  const [moment] = inWeek([exceptionOn(tuesday, { cancelled: true, reason: 'come to the bingo instead' })], [works])
  assert.deepEqual(moment?.cancellation, { because: 'worker', reason: 'come to the bingo instead' })
})

test('CONTEXT-3 the closure that began first gives the reason when two overlap', () => {
  const later = { ...works, fromDate: '2026-11-24', reason: 'flood' }
  assert.equal(inWeek([], [later, works])[0]?.cancellation?.reason, 'works in the street')
})

test('CONTEXT-3 an exception for a day that is no longer in the pattern is passed over', () => {
  const exceptions = [exceptionOn('2026-11-25', { movedTo: '2026-11-27' }), exceptionOn('2026-11-26', { cancelled: true })]
  assert.deepEqual(
    inWeek(exceptions).map(({ date }) => date),
    [tuesday],
  )
  assert.deepEqual(departuresBetween([slotOf()], exceptions, [], '2026-11-23', '2026-11-29', brussels), [])
})

test('CONTEXT-3 exceptions of one offer leave the others alone', () => {
  const slots = [slotOf(), slotOf({ slotId: 'forms', offerId: 'forms' })]
  assert.deepEqual(
    inWeek([exceptionOn(tuesday, { cancelled: true })], [], slots).map(({ slotId, cancellation }) => [slotId, cancellation?.because]),
    [
      ['coffee', 'worker'],
      ['forms', undefined],
    ],
  )
})

test('CONTEXT-3 moments come earliest first, and those that begin together end earliest first, whatever the input', () => {
  const slots = [
    slotOf({ slotId: 'd', startTime: '13:00', endTime: '16:00' }),
    slotOf({ slotId: 'c', startTime: '13:00', endTime: '16:00' }),
    slotOf({ slotId: 'e', startTime: '13:00', endTime: '14:00' }),
    slotOf({ slotId: 'b', startTime: '09:00', endTime: '17:00' }),
    slotOf({ slotId: 'a', weekday: 3, startTime: '08:00', endTime: '09:00' }),
  ]
  assert.deepEqual(
    inWeek([], [], slots).map(({ slotId }) => slotId),
    ['b', 'e', 'c', 'd', 'a'],
  )
})

test('CONTEXT-3 one moment can be found by its planned day, wherever it stands now', () => {
  const exceptions = [exceptionOn(tuesday, { movedTo: '2027-02-04' })]
  assert.equal(momentOf(slotOf(), tuesday, exceptions, [], brussels)?.date, '2027-02-04')
  assert.equal(momentOf(slotOf(), '2026-11-25', exceptions, [], brussels), undefined)
  assert.equal(momentOf(slotOf(), '2027-02-04', exceptions, [], brussels), undefined)
})
