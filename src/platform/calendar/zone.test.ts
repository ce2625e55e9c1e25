import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { instantOf, wallClock } from './zone.ts'

const brussels = 'Europe/Brussels'

test('one o’clock in Brussels is one hour behind in winter and two in summer, as the world counts', () => {
  assert.equal(instantOf('2026-11-24', '13:00', brussels).toString(), '2026-11-24T12:00:00Z')
  assert.equal(instantOf('2026-07-24', '13:00', brussels).toString(), '2026-07-24T11:00:00Z')
})

test('on the night the clocks go forward, a time that is skipped counts one hour later', () => {
  for (const date of ['2024-03-31', '2027-03-28']) {
    assert.equal(instantOf(date, '01:59', brussels).toString(), `${date}T00:59:00Z`)
    assert.equal(instantOf(date, '02:30', brussels).toString(), `${date}T01:30:00Z`)
    assert.deepEqual(wallClock(instantOf(date, '02:30', brussels), brussels), { date, time: '03:30' })
    assert.equal(instantOf(date, '03:00', brussels).toString(), `${date}T01:00:00Z`)
    assert.equal(instantOf(date, '13:00', brussels).toString(), `${date}T11:00:00Z`)
  }
})

test('on the night the clocks go back, a time that comes twice is the first of the two', () => {
  assert.equal(instantOf('2024-10-27', '02:30', brussels).toString(), '2024-10-27T00:30:00Z')
  assert.equal(instantOf('2024-10-27', '03:00', brussels).toString(), '2024-10-27T02:00:00Z')
  assert.equal(instantOf('2024-10-27', '13:00', brussels).toString(), '2024-10-27T12:00:00Z')
})

test('a date, a time or a zone that does not exist throws', () => {
  assert.throws(() => instantOf('2027-02-29', '13:00', brussels), RangeError)
  assert.throws(() => instantOf('24/11/2026', '13:00', brussels), RangeError)
  assert.throws(() => instantOf('2026-11-24', '25:00', brussels), RangeError)
  assert.throws(() => instantOf('2026-11-24', '13u', brussels), RangeError)
  assert.throws(() => instantOf('2026-11-24', '13:00', 'Europe/Kalmthout'), RangeError)
})

test('the quick way says the same as Temporal, in every zone and on every day', () => {
  const zones = fc.constantFrom(
    brussels,
    'UTC',
    'America/New_York',
    'Pacific/Kiritimati',
    'Australia/Lord_Howe',
    'Asia/Beirut',
    'Pacific/Apia',
  )
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12_000 }), fc.integer({ min: 0, max: 1439 }), zones, (days, minutes, zone) => {
      const date = Temporal.PlainDate.from('2000-01-01').add({ days })
      const time = Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 })
      const expected = date.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()
      assert.equal(instantOf(date.toString(), time.toString().slice(0, 5), zone).toString(), expected.toString())
    }),
    { numRuns: 1000, examples: [[5566, 0, 'Asia/Beirut']] },
  )
})

test('what the wall shows leads back to the same minute', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30_000_000 }), (minutes) => {
      const instant = Temporal.Instant.fromEpochMilliseconds(Date.UTC(2000, 0, 1) + minutes * 60_000)
      const { date, time } = wallClock(instant, brussels)
      const back = instantOf(date, time, brussels)
      // In the hour that comes twice the first of the two comes back.
      assert.ok(back.equals(instant) || instant.since(back).total('minutes') === 60)
    }),
    { numRuns: 500 },
  )
})
