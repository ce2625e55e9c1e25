import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Per, type Period, parsePeriod } from '../../../platform/calendar/whole-weeks.ts'
import { earlierThan, figuresOf, laterThan, shownPeriods, together } from './figures.ts'
import type { Cell, Release } from './release/release.ts'
import { perMoment, trendOf, usualOf } from './trend.ts'

const cell = (heads: number | null, moments = 1, uncounted = 0): Cell => ({ heads, moments, uncounted })
const nothing = cell(null, 0)
const period = (per: Per, key: string) => parsePeriod(per, key) as Period

/** A month with one site and one offer, of which each week is told. */
const release = (month: string, heads: number | null): Release => ({
  ...cell(heads, heads === 0 ? 0 : 4),
  month,
  loose: [{ counted: 'children', label: null, count: heads === null ? null : 6 }],
  sites: [{ ...cell(heads, 4), siteId: 's', name: 'Zaal', offers: [{ ...cell(heads, 4), offerId: 'a', dayparts: [0, 4, 0], weeks: [] }] }],
  offers: { a: { title: 'Koffie', functions: ['meet'], themes: [], partner: 'CAW', priceInCents: 0 } },
  example: false,
})

test('a sum is told only when each part where people were counted is told', () => {
  assert.deepEqual(together([cell(8), cell(9, 2)]), cell(17, 3))
  assert.deepEqual(together([cell(8), cell(null)]), cell(null, 2))
  assert.deepEqual(together([cell(8), nothing]), cell(8, 1))
  assert.deepEqual(together([cell(8), cell(null, 2, 2)]), cell(8, 3, 2))
  assert.deepEqual(together([]), nothing)
})

test('a quarter is told when its three months are, and hidden when one of them is', () => {
  const whole = (numbers: (number | null)[]) =>
    figuresOf(
      numbers.map((heads, nth) => release(`2026-0${7 + nth}`, heads)),
      [period('quarter', '2026-Q3')],
    )
  const { whole: row, sites, loose } = whole([10, 20, 30])
  assert.deepEqual([row.figures[0], sites[0]?.offers[0]?.figures[0]?.heads, loose[0]?.counts], [cell(60, 12), 60, [18]])
  assert.equal(whole([10, null, 30]).whole.figures[0]?.heads, null)
  assert.deepEqual(whole([10, null, 30]).loose[0]?.counts, [null])
})

test('periods that are shown end where telling ended, never show half a quarter, and can be walked back and forth', () => {
  const keys = (per: Per, asked?: string, first = '2024-03', last = '2026-10') =>
    shownPeriods(per, asked ? period(per, asked) : undefined, first, last)?.map(({ key }) => key)
  assert.deepEqual(keys('quarter')?.at(-1), '2026-Q3', 'October alone is no quarter')
  assert.deepEqual(keys('quarter', undefined, '2026-02'), ['2026-Q2', '2026-Q3'], 'nor are February and March')
  assert.deepEqual([keys('month')?.length, keys('month')?.at(-1)], [13, '2026-10'])
  assert.equal(keys('month', '2025-01')?.at(-1), '2025-01')
  assert.equal(keys('month', '2030-01')?.at(-1), '2026-10')
  assert.equal(keys('month', '2020-01'), undefined)
  assert.equal(keys('quarter', undefined, '2026-09', '2026-10'), undefined)
  assert.deepEqual([keys('week')?.length, keys('week')?.at(-1)], [13, '2026-W44'])
  const shown = shownPeriods('month', period('month', '2025-06'), '2024-03', '2026-10') ?? []
  assert.equal(earlierThan(shown, '2024-03')?.key, '2024-05')
  assert.equal(laterThan(shown, '2026-10')?.key, '2026-07')
  const latest = shownPeriods('month', undefined, '2024-03', '2026-10') ?? []
  assert.equal(laterThan(latest, '2026-10'), undefined)
  assert.equal(earlierThan(shownPeriods('month', period('month', '2024-04'), '2024-03', '2026-10') ?? [], '2024-03'), undefined)
})

test('the trend is against the last time people were counted, and says nothing that is hidden', () => {
  assert.deepEqual(trendOf([cell(10), cell(14)]), { kind: 'more', by: 4, before: 0 })
  assert.deepEqual(trendOf([cell(10), nothing, cell(6)]), { kind: 'less', by: 4, before: 0 })
  assert.deepEqual(trendOf([cell(6), cell(6)]), { kind: 'same', before: 0 })
  assert.deepEqual(
    [[cell(6)], [cell(null), cell(6)], [cell(6), cell(null)], [cell(6), nothing], []].map((row) => trendOf(row).kind),
    ['first', 'not-before', 'hidden', 'nothing-held', 'nothing-held'],
  )
  assert.equal(usualOf([cell(10), cell(null), cell(20), cell(99)]), undefined, 'two are not usual')
  assert.equal(usualOf([cell(10), cell(15), cell(20), cell(99)]), 15)
  assert.deepEqual(
    [perMoment(cell(45, 4)), perMoment(cell(45, 4, 1)), perMoment(cell(null, 4)), perMoment(nothing)],
    [11, 15, undefined, undefined],
  )
})
