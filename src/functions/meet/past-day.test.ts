import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pastDay, pastDayOrToday } from './past-day.ts'

test('a day without a year is the last one that was, and the name of a weekday too', () => {
  const read = (typed: string) => pastDay('2026-11-24').parse(typed).date
  assert.equal(read('24/11'), '2026-11-24')
  assert.equal(read('25/11'), '2025-11-25')
  assert.equal(read('1 jan'), '2026-01-01')
  assert.equal(read('dinsdag'), '2026-11-24')
  assert.equal(read('woensdag'), '2026-11-18')
  assert.equal(read('31/12/2026'), '2026-12-31')
  assert.equal(read(''), undefined)
  assert.equal(read('ooit'), undefined)
  assert.equal(pastDayOrToday('2026-11-24').parse('').date, '2026-11-24')
  assert.equal(pastDayOrToday('2026-11-24').parse('maandag').date, '2026-11-23')
})
