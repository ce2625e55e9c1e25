import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Slot } from '../moments/moment.ts'
import { allClaims, clashesIn, roomRefusals } from './rules.ts'

const zone = 'Europe/Brussels'
const slot = (slotId: string, more: Partial<Slot> = {}): Slot => ({
  slotId,
  offerId: slotId,
  siteId: 'kattegat',
  roomId: 'zaal',
  pattern: 'weekly',
  weekday: 4,
  everyWeeks: 1,
  nth: null,
  startsOn: '2026-11-05',
  endsOn: null,
  startTime: '13:00',
  endTime: '16:00',
  needsRoomAlone: false,
  pausesInSchoolHolidays: false,
  pausesOnPublicHolidays: false,
  ...more,
})
const claims = (...slots: Slot[]) => allClaims({ slots, exceptions: [], closures: [] }, '2026-11-24', '2026-12-31', zone)
const dates = (...slots: Slot[]) => clashesIn(claims(...slots)).map(({ date }) => date)

test('CONTEXT-3 help with forms beside the coffee: moments that share a room never clash', () => {
  assert.deepEqual(dates(slot('koffie'), slot('formulieren')), [])
})

test('a moment that needs its room alone clashes on each date that somebody else is there', () => {
  assert.deepEqual(dates(slot('koffie'), slot('gesprek', { needsRoomAlone: true, everyWeeks: 2 })), [
    '2026-12-03',
    '2026-12-17',
    '2026-12-31',
  ])
})

test('another room, another hour, back to back: no clash', () => {
  const alone = slot('gesprek', { needsRoomAlone: true })
  assert.deepEqual(dates(slot('koffie', { roomId: 'keuken' }), alone), [])
  assert.deepEqual(dates(slot('koffie', { startTime: '16:00', endTime: '17:00' }), alone), [])
  assert.deepEqual(dates(slot('koffie', { roomId: null }), alone), [])
})

test('a refusal names the room, every date once, and who is there already', () => {
  const found = clashesIn(
    claims(slot('koffie'), slot('dans'), slot('gesprek', { needsRoomAlone: true, everyWeeks: 4 })),
    new Set(['gesprek']),
  )
  const [refusal] = roomRefusals(found, { roomName: () => 'Zaal', title: (id) => id }, new Set(['gesprek']))
  assert.deepEqual(refusal, {
    field: 'room',
    key: 'desk.rooms.taken',
    values: { room: 'Zaal', dates: { dates: ['2026-12-03', '2026-12-31'] }, others: { names: ['dans', 'koffie'] } },
  })
})

test('only clashes with a slot that was asked about are named', () => {
  const slots = [slot('koffie'), slot('gesprek', { needsRoomAlone: true }), slot('dans', { roomId: 'keuken' })]
  assert.deepEqual(clashesIn(claims(...slots), new Set(['dans'])), [])
})
