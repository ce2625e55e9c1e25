import assert from 'node:assert/strict'
import { test } from 'node:test'
import { because } from './because.ts'
import type { Book, Counted } from './book.ts'
import { compile, outcomeOf } from './compile.ts'
import { type Chosen, stateOf } from './facts.ts'

// A small book with one right, whose limit is 1 000 a month and 100 for each further person; clearly above is a fifth more.
const book = (counts: Counted): Book => ({
  screens: [
    {
      id: 'income',
      kind: 'one',
      options: ['0-1000', '1000-1100', '1100-1200', '1200-1300', '1300-1400', '1400-1700', '1700-up'],
      bands: [
        [0, 1000],
        [1000, 1100],
        [1100, 1200],
        [1200, 1300],
        [1300, 1400],
        [1400, 1700],
        [1700, null],
      ],
    },
    { id: 'living', kind: 'one', options: ['alone', 'partner', 'others'] },
    { id: 'children', kind: 'one', options: ['0', '1', '4-up'] },
  ],
  rights: [
    {
      id: 'help',
      automatic: 'must-ask',
      weight: 1,
      have: null,
      ways: [{ id: 'income', when: { kind: 'income', perMonth: 1000, extraPerMonth: 100, counts, clearly: 1.2 } }],
    },
  ],
})

function said(counts: Counted, answers: Record<string, string>): string {
  const compiled = compile(book(counts))
  const [right] = compiled.rights
  if (!right) return assert.fail('there is no right')
  const chosen = Object.entries(answers).map(([screen, option]): Chosen => ({ screen, options: [option] }))
  const state = stateOf(compiled.book, compiled.facts, chosen)
  const { near } = because(right, state, compiled.facts)
  return `${outcomeOf(right, state)}${near ? ', near' : ''}`
}

test('POLITICISE-3 an income under the limit is worth asking, one that may lie above it is near, and only one clearly above is not now', () => {
  const alone = (income: string) => said('nobody', { income })
  assert.equal(alone('0-1000'), 'worth')
  assert.equal(alone('1000-1100'), 'worth, near')
  assert.equal(alone('1200-1300'), 'worth, near', 'begins at the margin, not above it')
  assert.equal(alone('1300-1400'), 'not-now')
  assert.equal(alone('1700-up'), 'not-now')
})

test('a partner and each child lift the limit as far as the rule counts them, and people in the house who are neither do not', () => {
  const couple = { living: 'partner', children: '0', income: '1000-1100' }
  assert.equal(said('partner-and-children', couple), 'worth')
  assert.equal(said('children', couple), 'worth, near')
  assert.equal(said('partner-and-children', { ...couple, living: 'others' }), 'worth, near')
  assert.equal(said('children', { living: 'alone', children: '1', income: '1000-1100' }), 'worth')
  assert.equal(said('partner-and-children', { living: 'partner', children: '1', income: '1100-1200' }), 'worth')
})

test('four children or more may be many: yes only for four, no only for eight', () => {
  const many = (income: string) => said('children', { living: 'alone', children: '4-up', income })
  assert.equal(many('1300-1400'), 'worth')
  assert.equal(many('1400-1700'), 'worth, near', 'under the limit for eight is not yet under that for four')
  assert.equal(many('1700-up'), 'worth, near', 'clearly above that for four, not for eight')
})

test('who says an income and not how many children is told no only when no number of children could change it', () => {
  assert.equal(said('children', { income: '1700-up' }), 'unknown')
  assert.equal(said('children', { income: '0-1000' }), 'worth')
  assert.equal(said('nobody', { income: '1700-up' }), 'not-now')
})
