import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Slot } from '../moments/moment.ts'
import { typedSlot } from './columns.ts'
import { slotForm } from './form.ts'
import {
  changeBeginsNow,
  hasHistoryBefore,
  isSameButItsEnd,
  nextPlanned,
  refusalsOfSlot,
  rhythmOf,
  slotForGood,
  slotFrom,
} from './rules.ts'

const today = '2026-11-24'
const context = { today, roomIds: ['zaal'] }
const thursdays = { howOften: 'weeks-1', first: '26/11/2026', start: '13.00', end: '16u' }
const drafted = (typed: object) => slotForm(today).parse({ ...thursdays, ...typed })
const refused = (typed: object) => refusalsOfSlot(drafted(typed), context).map(({ field, key }) => `${field} ${key}`)
const slotOf = (typed: object) => {
  const slot = slotFrom(drafted(typed))
  assert.ok(slot)
  return slot
}
const kept = (typed: object): Slot => ({ ...slotOf(typed), slotId: 's', offerId: 'o', siteId: 'kattegat' })

test('CONTEXT-3 the weekday of a fixed moment is that of its first day', () => {
  assert.deepEqual(refused({}), [])
  const { pattern, weekday, everyWeeks, startsOn, startTime, endTime } = slotOf({})
  assert.deepEqual(
    { pattern, weekday, everyWeeks, startsOn, startTime, endTime },
    {
      pattern: 'weekly',
      weekday: 4,
      everyWeeks: 1,
      startsOn: '2026-11-26',
      startTime: '13:00',
      endTime: '16:00',
    },
  )
})

test('CONTEXT-3 a monthly moment takes from its first day which one of the month it is', () => {
  assert.deepEqual([slotOf({ howOften: 'monthly', first: '3/12' }).nth, slotOf({ howOften: 'monthly', first: '31/12' }).nth], [1, 5])
  assert.equal(slotOf({ howOften: 'monthly-last', first: '31/12' }).nth, -1)
  assert.deepEqual(refused({ howOften: 'monthly-last', first: '24/12' }), ['first desk.slot.wrong.notTheLast'])
})

test('times are read as people type them, and "25:00" is no time', () => {
  for (const start of ['9u', '9.00', '9h', '0900', '9:00']) assert.equal(slotOf({ start }).startTime, '09:00')
  assert.equal(slotOf({ start: '13.00' }).startTime, '13:00')
  assert.deepEqual(refused({ start: '25:00' }), ['start desk.wrong.time'])
  assert.deepEqual(refused({ start: '', end: 'laat' }), ['start desk.wrong.timeMissing', 'end desk.wrong.time'])
})

test('what ends before it starts, or as it starts, is refused', () => {
  assert.deepEqual(refused({ start: '16.00', end: '13.00' }), ['end desk.wrong.endBeforeStart'])
  assert.deepEqual(refused({ start: '13.00', end: '13u' }), ['end desk.wrong.endBeforeStart'])
})

test('a day can be typed as a weekday: the next one, today included', () => {
  assert.equal(slotOf({ first: 'donderdag' }).startsOn, '2026-11-26')
  assert.equal(slotOf({ first: 'dinsdag' }).startsOn, today)
})

test('days that do not exist are refused, and the last day comes after the first', () => {
  assert.deepEqual(refused({ first: '29/02/2027' }), ['first desk.wrong.date'])
  assert.deepEqual(refused({ first: '' }), ['first desk.wrong.dateMissing'])
  assert.deepEqual(refused({ until: 'ooit' }), ['until desk.wrong.date'])
  assert.deepEqual(refused({ until: '25/11/2026' }), ['until desk.slot.wrong.periodOrder'])
})

test('a period that is over altogether is refused; one that began earlier and goes on is not', () => {
  assert.deepEqual(refused({ first: '1/9/2026', until: '30/10/2026' }), ['until desk.slot.wrong.past'])
  assert.deepEqual(refused({ first: '1/9/2026' }), [])
  assert.deepEqual(refused({ howOften: 'once', first: '23/11/2026' }), ['first desk.slot.wrong.past'])
  assert.deepEqual(refused({ howOften: 'once', first: today }), [])
})

test('a period in which it never happens is refused, because of the holidays it rests in', () => {
  const christmas = { first: '22/12/2026', until: '2/1/2027', pausesSchool: 'yes' }
  assert.deepEqual(refused(christmas), ['until desk.slot.wrong.nothingInPeriod'])
  assert.deepEqual(refused({ ...christmas, pausesSchool: '' }), [])
})

test('the room belongs to the site of the offer, and a moment that needs a room alone names it', () => {
  assert.deepEqual(refused({ room: 'elders' }), ['room desk.slot.wrong.roomElsewhere'])
  assert.deepEqual(refused({ alone: 'yes' }), ['room desk.slot.wrong.aloneWithoutRoom'])
  assert.deepEqual(refused({ alone: 'yes', room: 'zaal' }), [])
})

test('a rhythm that nobody offered is refused', () => {
  assert.deepEqual(refused({ howOften: 'weeks-27' }), ['howOften desk.wrong.choose'])
  assert.deepEqual(refused({ howOften: '' }), ['howOften desk.wrong.choose'])
  assert.deepEqual(refused({ howOften: 'weeks-5' }), [])
})

test('a slot comes back on the form as it would be typed', () => {
  for (const howOften of ['weeks-1', 'weeks-3', 'monthly', 'once']) {
    const slot = slotOf({ howOften, room: 'zaal', alone: 'yes', pausesSchool: 'yes' })
    assert.equal(rhythmOf(slot), howOften)
    assert.deepEqual(slotFrom(slotForm(today).parse(typedSlot(slot))), slot)
  }
})

test('a change begins today or later: what was stays as it was', () => {
  assert.deepEqual(
    changeBeginsNow(drafted({ first: '23/11/2026' }), today).map(({ key }) => key),
    ['desk.slot.wrong.fromInPast'],
  )
  assert.deepEqual(changeBeginsNow(drafted({ first: today }), today), [])
})

test('a slot has a past as soon as it was planned once, holidays left out', () => {
  const slot = kept({ first: '1/10/2026' })
  assert.equal(hasHistoryBefore(slot, '2026-10-01'), false)
  assert.equal(hasHistoryBefore(slot, '2026-10-02'), true)
  assert.equal(hasHistoryBefore(kept({ first: '5/11/2026', pausesSchool: 'yes' }), '2026-11-12'), false)
})

test('only another end is no other slot', () => {
  assert.equal(isSameButItsEnd(slotOf({}), slotOf({ until: '17/12/2026' })), true)
  assert.equal(isSameButItsEnd(slotOf({}), slotOf({ end: '16.30' })), false)
})

test('the next planned day skips what has passed and what it rests in', () => {
  assert.equal(nextPlanned(kept({ first: '3/9/2026' }), today), '2026-11-26')
  assert.equal(nextPlanned(kept({ first: '3/9/2026', pausesSchool: 'yes' }), '2026-12-18'), '2027-01-07')
  assert.equal(nextPlanned(kept({ first: '3/9/2026', until: '20/11/2026' }), today), undefined)
})

test('CONTEXT-3 moved for good, a weekly slot takes the weekday of the new day and comes as often as before', () => {
  const mondays = slotOf({ howOften: 'weeks-2', first: '30/11/2026', room: 'zaal', alone: 'yes' })
  const to = { date: '2026-12-03', start: '13:30', end: '16:30', roomId: 'zaal' }
  const next = slotForGood(mondays, to)
  assert.deepEqual([next.weekday, next.everyWeeks, next.startsOn, next.startTime, next.needsRoomAlone], [4, 2, '2026-12-03', '13:30', true])
  assert.equal(slotForGood(mondays, { ...to, roomId: null }).needsRoomAlone, false)
})

test('CONTEXT-3 "the last Thursday" stays the last when it moves to another last day, else it becomes the third, the fourth …', () => {
  const last = slotOf({ howOften: 'monthly-last', first: '26/11/2026' })
  const to = { start: '13:00', end: '16:00', roomId: null }
  assert.equal(slotForGood(last, { ...to, date: '2026-11-30' }).nth, -1)
  assert.equal(slotForGood(last, { ...to, date: '2026-12-17' }).nth, 3)
})
