import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  mondaysOf,
  monthPeriod,
  monthsAfter,
  type Per,
  parsePeriod,
  periodAfter,
  periodOf,
  periodsUntil,
  wholeMonthOf,
} from './whole-weeks.ts'

test('a week belongs to the month of its Thursday, and a month has four or five whole weeks', () => {
  assert.equal(wholeMonthOf('2026-11-01'), '2026-10', 'a Sunday')
  assert.equal(wholeMonthOf('2026-09-28'), '2026-10', 'a Monday')
  assert.equal(wholeMonthOf('2026-12-31'), '2026-12')
  assert.equal(wholeMonthOf('2027-01-03'), '2026-12')
  assert.deepEqual(mondaysOf('2026-10'), ['2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26'])
  assert.deepEqual(monthPeriod('2026-11'), { per: 'month', key: '2026-11', from: '2026-11-02', until: '2026-11-29', months: ['2026-11'] })
  assert.equal(monthsAfter('2026-11', 3), '2027-02')
})

for (const per of ['week', 'month', 'quarter'] satisfies Per[])
  test(`every day of ten years stands in one ${per}, and a ${per} fits in its months`, () => {
    let period = periodOf(per, '2020-01-01')
    while (period.until < '2030-01-01') {
      assert.deepEqual(parsePeriod(per, period.key), period)
      for (const day of [period.from, period.until]) {
        assert.deepEqual(periodOf(per, day), period)
        assert.ok(period.months.includes(wholeMonthOf(day)))
      }
      const next = periodAfter(period)
      assert.equal(Temporal.PlainDate.from(period.until).add({ days: 1 }).toString(), next.from)
      period = next
    }
  })

test('a quarter is three months of whole weeks, thirteen weeks or fourteen', () => {
  const quarter = parsePeriod('quarter', '2026-Q4')
  assert.deepEqual(quarter, {
    per: 'quarter',
    key: '2026-Q4',
    from: '2026-09-28',
    until: '2027-01-03',
    months: ['2026-10', '2026-11', '2026-12'],
  })
  assert.deepEqual(
    periodsUntil(quarter ?? periodOf('quarter', '2026-10-01'), 3).map(({ key }) => key),
    ['2026-Q2', '2026-Q3', '2026-Q4'],
  )
})

test('a period that does not exist is none', () => {
  for (const [per, key] of [
    ['week', '2026-W54'],
    ['month', '2026-13'],
    ['month', '2026-1'],
    ['month', '1999-12'],
    ['quarter', '2026-Q5'],
    ['quarter', '2026-10'],
    ['week', ''],
  ] as const)
    assert.equal(parsePeriod(per, key), undefined, key)
})
