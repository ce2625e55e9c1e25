import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Condition } from '../engine/book.ts'
import { bookOn } from './on-day.ts'
import { filesOnDisk, readShelf } from './read.ts'
import { isOld } from './say.ts'

const shelf = readShelf(filesOnDisk())

function limitsIn(condition: Condition): number[] {
  if (condition.kind === 'income') return [condition.perMonth]
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.flatMap(limitsIn)
  return condition.kind === 'not' ? limitsIn(condition.of) : []
}
const limitsOf = (right: string, day: string): number[] => [
  ...new Set(bookOn(shelf, day).rights.flatMap(({ id, ways }) => (id === right ? ways.flatMap(({ when }) => limitsIn(when)) : []))),
]

test('on each day the amount of that day counts, and one that begins later with its first value', () => {
  assert.deepEqual(limitsOf('leefloon', '2025-01-31'), [858.97, 1288.46, 1741.29])
  assert.deepEqual(limitsOf('leefloon', '2025-02-01'), [876.13, 1314.2, 1776.07])
  assert.deepEqual(limitsOf('leefloon', '2027-01-01'), [876.13, 1314.2, 1776.07])
  // The limit for who is vulnerable begins in May 2024, the rule in January.
  assert.deepEqual(
    limitsOf('verhoogde-tegemoetkoming-inkomen', '2024-02-01').map((limit) => Math.round(limit * 12 * 100) / 100),
    [27550.86, 25630.67],
  )
})

test('a right that leans on another takes the rule of that other that is in force on the day', () => {
  const limits = (day: string) => limitsOf('zorgpremie', day).length
  const ways = (day: string) =>
    bookOn(shelf, day)
      .rights.filter(({ id }) => id === 'zorgpremie')
      .flatMap(({ ways: all }) =>
        all.map(
          ({ when }) =>
            JSON.stringify(when).includes('"situation.unemployed"') && JSON.stringify(when).split('"situation.unemployed"').length,
        ),
      )
  assert.ok(limits('2024-09-30') > 0)
  assert.notDeepEqual(ways('2024-09-30'), ways('2024-10-01'), 'alone and long without work opens it since 1 October 2024')
})

test('an amount is shown for twelve months after somebody looked at it, and not a day longer', () => {
  assert.equal(isOld('2025-11-25', '2026-11-25'), false)
  assert.equal(isOld('2025-11-24', '2026-11-25'), true)
})
