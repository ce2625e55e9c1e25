import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { claimsOf, clashes, isClash } from './claims.ts'
import type { Closure, Exception, Slot } from './moment.ts'
import { anyDate, anyHours, brussels, exceptionOn, once, slotOf } from './sample.ts'

const claims = (slot: Slot, exceptions: Exception[] = [], closures: Closure[] = []) =>
  claimsOf(slot, exceptions, closures, '2026-11-23', '2026-12-20', brussels)

test('CONTEXT-3 a slot takes its room for each of its moments', () => {
  const [first, ...rest] = claims(slotOf({ needsRoomAlone: true }))
  assert.equal(rest.length, 3)
  assert.deepEqual(
    { ...first, startsAt: first?.startsAt.toString(), endsAt: first?.endsAt.toString() },
    {
      slotId: 'coffee',
      onDate: '2026-11-24',
      date: '2026-11-24',
      roomId: 'big-room',
      startsAt: '2026-11-24T12:00:00Z',
      endsAt: '2026-11-24T15:00:00Z',
      alone: true,
    },
  )
})

test('CONTEXT-3 what is cancelled, closed or without a room takes no room', () => {
  assert.equal(claims(slotOf(), [exceptionOn('2026-11-24', { cancelled: true })]).length, 3)
  assert.equal(claims(slotOf(), [], [{ siteId: 'bezemheide', fromDate: '2026-11-23', untilDate: '2026-12-02', reason: '' }]).length, 2)
  assert.equal(claims(slotOf({ roomId: null })).length, 0)
  assert.equal(claims(slotOf(), [exceptionOn('2026-11-24', { siteId: 'kattegat' })]).length, 3)
})

test('CONTEXT-3 a moved moment takes the room on its new day, under its planned day', () => {
  const moved = claims(slotOf(), [exceptionOn('2026-11-24', { movedTo: '2026-11-26' })]).find(({ onDate }) => onDate === '2026-11-24')
  assert.equal(moved?.date, '2026-11-26')
  assert.equal(moved?.startsAt.toString(), '2026-11-26T12:00:00Z')
})

const coffee = slotOf()
const consultation = slotOf({ slotId: 'consultation', needsRoomAlone: true, startTime: '14:00', endTime: '15:00' })

test('CONTEXT-3 help with forms beside the coffee is no clash: sharing a room is normal', () => {
  assert.deepEqual(clashes(claims(coffee), claims({ ...consultation, needsRoomAlone: false })), [])
})

test('CONTEXT-3 a consultation that needs the room alone clashes with the coffee, on every day they meet', () => {
  const everyOther = claims({ ...consultation, everyWeeks: 2, startsOn: '2026-11-24' })
  assert.deepEqual(clashes(everyOther, claims(coffee)), ['2026-11-24', '2026-12-08'])
  assert.deepEqual(clashes(claims(coffee), everyOther), ['2026-11-24', '2026-12-08'])
})

test('CONTEXT-3 one after the other, in another room or on another day is no clash', () => {
  assert.deepEqual(clashes(claims({ ...consultation, startTime: '16:00', endTime: '17:00' }), claims(coffee)), [])
  assert.deepEqual(clashes(claims({ ...consultation, startTime: '12:00', endTime: '13:00' }), claims(coffee)), [])
  assert.deepEqual(clashes(claims({ ...consultation, roomId: 'kitchen' }), claims(coffee)), [])
  assert.deepEqual(clashes(claims({ ...consultation, weekday: 3 }), claims(coffee)), [])
})

test('CONTEXT-3 a moment that moves onto the day of another clashes there', () => {
  const visit = once('2026-11-26', { slotId: 'visit', needsRoomAlone: true })
  assert.deepEqual(clashes(claims(coffee, [exceptionOn('2026-12-01', { movedTo: '2026-11-26' })]), claims(visit)), ['2026-11-26'])
})

test('CONTEXT-3 a slot does not clash with itself, but two of its moments at the same time do', () => {
  const alone = { ...coffee, needsRoomAlone: true }
  assert.deepEqual(clashes(claims(alone), claims(alone)), [])
  const doubled = claims(coffee, [exceptionOn('2026-12-01', { movedTo: '2026-11-24' })])
  assert.deepEqual(clashes(doubled, doubled), ['2026-11-24'])
})

test('CONTEXT-3 a clash is mutual, and needs the same room, the same time and one who wants to be alone', () => {
  const anyClaim = fc
    .tuple(fc.constantFrom('a', 'b', 'c'), anyDate, anyHours, fc.boolean(), fc.constantFrom('big-room', 'kitchen'))
    .map(
      ([slotId, date, hours, alone, roomId]) =>
        claimsOf(once('2026-11-24', { slotId, roomId, ...hours, needsRoomAlone: alone }), [], [], '2026-11-24', '2026-11-24', brussels).map(
          (claim) => ({ ...claim, onDate: date }),
        )[0],
    )
  fc.assert(
    fc.property(anyClaim, anyClaim, (a, b) => {
      assert.ok(a && b)
      assert.equal(isClash(a, b), isClash(b, a))
      assert.equal(isClash(a, a), false)
      const overlap =
        Math.min(a.endsAt.epochMilliseconds, b.endsAt.epochMilliseconds) >
        Math.max(a.startsAt.epochMilliseconds, b.startsAt.epochMilliseconds)
      if (a.slotId !== b.slotId) assert.equal(isClash(a, b), a.roomId === b.roomId && overlap && (a.alone || b.alone))
    }),
    { numRuns: 300 },
  )
})
