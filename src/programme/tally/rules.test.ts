import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeTo, rowNameOf, shownCount, typedNumber, whyNotCounted, withChanges } from './rules.ts'

const moment = { date: '2026-11-24', cancellation: null }

test('the number people see never goes below zero', () => {
  assert.deepEqual([undefined, -3, 0, 17].map(shownCount), [0, 0, 0, 17])
})

test('what a phone has not sent yet stands on top of what the house knows', () => {
  const changes = [
    { counted: 'heads', change: 1 },
    { counted: 'heads', change: -2 },
    { counted: 'children', change: 4 },
  ]
  assert.deepEqual(withChanges({ heads: 10 }, changes), { heads: 9, children: 4 })
})

test('a moment that does not take place counts nothing, whoever took it away', () => {
  for (const because of ['worker', 'closure'] as const)
    assert.equal(whyNotCounted({ ...moment, cancellation: { because, reason: '' } }, '2026-11-24', false), 'cancelled')
  assert.equal(whyNotCounted(undefined, '2026-11-24', false), 'unknown-moment')
  assert.equal(whyNotCounted(moment, '2026-11-24', false), undefined)
})

test('a phone may be a month late without a word, afterwards a reason is asked, and nobody counts what is far ahead', () => {
  assert.equal(whyNotCounted(moment, '2026-11-22', false), 'too-early')
  assert.equal(whyNotCounted(moment, '2026-11-23', false), undefined, 'a phone that leaves the network the evening before')
  assert.equal(whyNotCounted(moment, '2026-12-29', false), undefined)
  assert.equal(whyNotCounted(moment, '2026-12-30', false), 'too-late')
  assert.equal(whyNotCounted(moment, '2026-12-30', true), undefined)
  assert.equal(whyNotCounted(moment, '2028-01-01', true), 'too-late')
})

test('a typed number is a whole number that can be true', () => {
  assert.deepEqual([' 17 ', '0', '2000', '2001', '100000', '-1', '3,5', 'veel', ''].map(typedNumber), [
    17,
    0,
    2000,
    'too-large',
    'too-large',
    'unreadable',
    'unreadable',
    'unreadable',
    'unreadable',
  ])
})

test('a typed number becomes the change that makes it so, and never a jump that is too large', () => {
  assert.deepEqual(
    [changeTo(17, undefined), changeTo(3, 5), changeTo(5, 5), changeTo(0, -2), changeTo(501, 0)],
    [17, -2, undefined, 2, 'too-large'],
  )
})

test('the name of a row is short and plain, and never that of a fixed one', () => {
  assert.equal(rowNameOf('Met de fiets'), 'met-de-fiets')
  assert.equal(rowNameOf('  Crèche & co. '), 'creche-co')
  assert.equal(rowNameOf('x'.repeat(60))?.length, 40)
  assert.deepEqual(['', '!?', 'Heads', 'first time', 'سلام'].map(rowNameOf), [undefined, undefined, undefined, undefined, undefined])
})
