import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Exception, Slot } from '../moments/moment.ts'
import { momentOf } from '../moments/moments.ts'
import { momentForm, placeIn, placeValue } from './form.ts'
import { differenceFrom, type MomentContext, refusalsOfCancelling, refusalsOfChange } from './rules.ts'

const zone = 'Europe/Brussels'
const today = '2026-11-24'
const slot: Slot = {
  slotId: 's',
  offerId: 'o',
  siteId: 'kattegat',
  roomId: 'zaal',
  pattern: 'weekly',
  weekday: 1,
  everyWeeks: 1,
  nth: null,
  startsOn: '2026-09-07',
  endsOn: null,
  startTime: '13:00',
  endTime: '16:00',
  needsRoomAlone: false,
  pausesInSchoolHolidays: false,
  pausesOnPublicHolidays: false,
}
const monday = '2026-11-30'
const as = { date: '30/11/2026', start: '13.00', end: '16.00', place: 'kattegat.zaal', reason: '', howLong: 'once' }
const places = ['kattegat.zaal', 'kattegat.keuken', 'kerk', 'kerk.kerkzaal']

function contextOf(more: Partial<MomentContext> = {}, exceptions: Exception[] = [], date = monday): MomentContext {
  const moment = momentOf(slot, date, exceptions, [], zone)
  assert.ok(moment)
  return { today, now: Temporal.Instant.from('2026-11-24T09:00:00+01:00'), slot, moment, places, closures: [], ...more }
}
const drafted = (typed: object) => momentForm(today).parse({ ...as, ...typed })
const refused = (typed: object, context = contextOf()) =>
  refusalsOfChange(drafted(typed), context).map(({ field, key }) => `${field} ${key}`)
const differs = (typed: object) => differenceFrom(drafted(typed), slot, monday)

test('only what differs from the plan is kept with a moment', () => {
  assert.deepEqual(differs({ date: '3/12' }), {
    movedTo: '2026-12-03',
    startTime: null,
    endTime: null,
    siteId: null,
    roomId: null,
    reason: '',
  })
  assert.deepEqual(differs({ end: '17u', reason: 'feest' }), {
    movedTo: null,
    startTime: '13:00',
    endTime: '17:00',
    siteId: null,
    roomId: null,
    reason: 'feest',
  })
  assert.deepEqual(differs({ place: 'kattegat.keuken' })?.roomId, 'keuken')
  assert.deepEqual(differs({ place: 'kerk.kerkzaal' }), {
    movedTo: null,
    startTime: null,
    endTime: null,
    siteId: 'kerk',
    roomId: 'kerkzaal',
    reason: '',
  })
  assert.equal(differs({}), null)
})

test('a place is a site, or a room of it', () => {
  assert.deepEqual(placeIn(placeValue('kerk', null)), { siteId: 'kerk', roomId: null })
  assert.deepEqual(placeIn(placeValue('kerk', 'kerkzaal')), { siteId: 'kerk', roomId: 'kerkzaal' })
})

test('a change that changes nothing is told so', () => {
  assert.deepEqual(refused({}), ['date desk.moment.wrong.nothing'])
  assert.deepEqual(refused({ howLong: 'always' }), ['date desk.moment.wrong.nothing'])
})

test('what was moved once can become so for good, without typing it again', () => {
  const moved: Exception = {
    slotId: 's',
    onDate: monday,
    cancelled: false,
    movedTo: '2026-12-03',
    startTime: null,
    endTime: null,
    siteId: null,
    roomId: null,
    reason: '',
  }
  const context = contextOf({}, [moved])
  assert.deepEqual(refused({ date: '3/12/2026', howLong: 'always' }, context), [])
  assert.deepEqual(refused({ date: '3/12/2026' }, context), ['date desk.moment.wrong.nothing'])
  assert.deepEqual(refused({ date: '3/12/2026', reason: 'markt' }, context), [])
})

test('nothing moves to the past, and what is over does not change any more', () => {
  assert.deepEqual(refused({ date: '23/11/2026' }), ['date desk.moment.wrong.past'])
  const over = contextOf({ now: Temporal.Instant.from('2026-11-30T16:00:00+01:00'), today: monday })
  assert.deepEqual(refused({ end: '17.00' }, over), ['date desk.moment.wrong.over'])
})

test('a moment does not move to a day on which the site is closed; for good it may', () => {
  const closures = [{ siteId: 'kattegat', fromDate: '2026-12-01', untilDate: '2026-12-04', reason: '' }]
  assert.deepEqual(refused({ date: '3/12' }, contextOf({ closures })), ['date desk.moment.wrong.closed'])
  assert.deepEqual(refused({ date: '3/12', place: 'kerk' }, contextOf({ closures })), [])
  assert.deepEqual(refused({ date: '3/12', howLong: 'always' }, contextOf({ closures })), [])
})

test('to another site for good goes by way of the offer, and a moment for one date has no "always"', () => {
  assert.deepEqual(refused({ place: 'kerk', howLong: 'always' }), ['place desk.moment.wrong.siteForGood'])
  const once = { ...slot, pattern: 'once' as const, weekday: null, everyWeeks: null, startsOn: monday }
  assert.deepEqual(refused({ end: '17.00', howLong: 'always' }, contextOf({ slot: once })), ['howLong desk.moment.wrong.onceForGood'])
})

test('a reason fits on two lines of a phone', () => {
  const { moment, now } = contextOf()
  assert.deepEqual(refusalsOfCancelling('x'.repeat(160), moment, now), [])
  assert.deepEqual(
    refusalsOfCancelling('x'.repeat(161), moment, now).map(({ key }) => key),
    ['desk.wrong.tooLong'],
  )
})
