import assert from 'node:assert/strict'
import { test } from 'node:test'
import { byBusNow, kilometresBetween, nearness, openState, stateHoldsUntil, wallClock } from './rules.ts'
import type { Hours, Notice, Place, Reach } from './service.ts'

const hours = (given: Partial<Hours>): Hours => ({
  locationId: null,
  weekday: 2,
  opens: '09:00',
  closes: '12:00',
  byAppointment: false,
  fromDate: null,
  untilDate: null,
  note: '',
  ...given,
})
const notice = (given: Partial<Notice>): Notice => ({
  locationId: null,
  kind: 'closure',
  fromDate: '2026-11-24',
  untilDate: '2026-11-27',
  opens: null,
  closes: null,
  message: '',
  ...given,
})
const tuesday = { date: '2026-11-24', weekday: 2, time: '10:00' }

test('a service is open within its hours, and says until when', () => {
  assert.deepEqual(openState({ hours: [hours({})], notices: [] }, tuesday), { kind: 'open', until: '12:00', byAppointment: false })
  assert.equal(openState({ hours: [hours({})], notices: [] }, { ...tuesday, time: '12:00' }).kind, 'opens')
})

test('outside its hours it says when it opens next, a week later when need be', () => {
  const state = openState({ hours: [hours({})], notices: [] }, { ...tuesday, time: '12:30' })
  assert.deepEqual(state, { kind: 'opens', date: '2026-12-01', time: '09:00', byAppointment: false })
  const sunday = openState({ hours: [hours({ weekday: 1 })], notices: [] }, { date: '2026-11-29', weekday: 7, time: '20:00' })
  assert.deepEqual(sunday, { kind: 'opens', date: '2026-11-30', time: '09:00', byAppointment: false })
})

test('hours of another period do not count, and without hours nobody knows', () => {
  assert.equal(openState({ hours: [hours({ fromDate: '2027-01-01' })], notices: [] }, tuesday).kind, 'unknown')
  assert.equal(openState({ hours: [], notices: [] }, tuesday).kind, 'unknown')
})

test('a closure wins from its first day to its last, changed hours take the place of the usual ones', () => {
  assert.equal(openState({ hours: [hours({})], notices: [notice({})] }, tuesday).kind, 'shut')
  assert.equal(
    openState({ hours: [hours({ weekday: 5 })], notices: [notice({})] }, { date: '2026-11-27', weekday: 5, time: '10:00' }).kind,
    'shut',
  )
  assert.equal(
    openState({ hours: [hours({ weekday: 6 })], notices: [notice({})] }, { date: '2026-11-28', weekday: 6, time: '10:00' }).kind,
    'open',
  )
  const changed = notice({ kind: 'hours', opens: '14:00', closes: '16:00' })
  assert.deepEqual(openState({ hours: [hours({})], notices: [changed] }, tuesday), {
    kind: 'opens',
    date: '2026-11-24',
    time: '14:00',
    byAppointment: false,
  })
})

test('on a public holiday nobody is sent to a shut door, unless somebody is there every day or said so', () => {
  const christmas = { date: '2026-12-25', weekday: 5, time: '10:00' }
  const usual = hours({ weekday: 5 })
  assert.deepEqual(openState({ hours: [usual], notices: [] }, christmas), {
    kind: 'opens',
    date: '2027-01-08',
    time: '09:00',
    byAppointment: false,
    holiday: true,
  })
  assert.equal(openState({ hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => hours({ weekday })), notices: [] }, christmas).kind, 'open')
  const said = notice({ kind: 'hours', fromDate: '2026-12-25', untilDate: '2026-12-25', opens: '09:30', closes: '11:00' })
  assert.deepEqual(openState({ hours: [usual], notices: [said] }, christmas), { kind: 'open', until: '11:00', byAppointment: false })
})

test('a closure of one of several places leaves the other one open', () => {
  const both = [hours({ locationId: 'here' }), hours({ locationId: 'there', opens: '10:30' })]
  const state = openState({ hours: both, notices: [notice({ locationId: 'here' })] }, { ...tuesday, time: '09:30' })
  assert.deepEqual(state, { kind: 'opens', date: '2026-11-24', time: '10:30', byAppointment: false })
  assert.equal(openState({ hours: both, notices: [notice({})] }, tuesday).kind, 'shut')
})

test('by bus now means that the first bus has run and the last one home has not', () => {
  const bus: Reach = {
    locationId: 'l',
    siteId: 's',
    byMeans: 'bus',
    minutes: 20,
    weekdays: [2],
    firstThere: '09:00',
    lastBack: '16:00',
    note: '',
  }
  assert.equal(byBusNow([bus], tuesday), true)
  assert.equal(byBusNow([bus], { ...tuesday, time: '16:00' }), false)
  assert.equal(byBusNow([bus], { ...tuesday, time: '08:59' }), false)
  assert.equal(byBusNow([bus], { ...tuesday, weekday: 3 }), false)
  assert.equal(byBusNow([{ ...bus, byMeans: 'car' }], tuesday), false)
  const holiday = { date: '2027-11-01', weekday: 1, time: '10:00' }
  assert.equal(byBusNow([{ ...bus, weekdays: [1, 2, 3, 4, 5] }], holiday), false)
  assert.equal(byBusNow([{ ...bus, weekdays: [7] }], holiday), true)
})

test('a distance is as the crow flies, and nobody makes one up', () => {
  const [kalmthout, wuustwezel] = [
    { latitude: 51.384, longitude: 4.475 },
    { latitude: 51.391, longitude: 4.596 },
  ]
  assert.ok(Math.abs(kilometresBetween(kalmthout, wuustwezel) - 8.4) < 0.2)
  const place: Place = {
    locationId: 'l',
    name: '',
    street: '',
    postcode: null,
    town: '',
    ...wuustwezel,
    siteId: null,
    bus: '',
    directions: '',
    stepFree: 'unknown',
    translations: {},
  }
  const sites = [{ siteId: 's', name: 'Kantine', ...kalmthout }]
  assert.ok('kilometres' in (nearness([place], sites) ?? {}))
  assert.deepEqual(nearness([{ ...place, siteId: 's' }], sites), { atSite: 'Kantine' })
  assert.equal(nearness([{ ...place, latitude: null, longitude: null }], sites), undefined)
  assert.equal(nearness([place], [{ siteId: 's', name: 'Kantine', latitude: null, longitude: null }]), undefined)
})

test('a page about a service is true until the next hour that opens or closes, at most until midnight', () => {
  const at = Temporal.ZonedDateTime.from('2026-11-24T10:00[Europe/Brussels]')
  assert.equal(stateHoldsUntil({ hours: [hours({})], notices: [] }, at), Temporal.Instant.from('2026-11-24T12:00+01:00').epochMilliseconds)
  assert.equal(stateHoldsUntil({ hours: [], notices: [] }, at), Temporal.Instant.from('2026-11-25T00:00+01:00').epochMilliseconds)
  assert.deepEqual(wallClock(at), { date: '2026-11-24', weekday: 2, time: '10:00' })
})
