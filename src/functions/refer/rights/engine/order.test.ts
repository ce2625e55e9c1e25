import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bookOn } from '../book/on-day.ts'
import { filesOnDisk, readShelf } from '../book/read.ts'
import type { Condition, Right } from './book.ts'
import { compile } from './compile.ts'
import { type Chosen, stateOf } from './facts.ts'
import { simulatedHouseholds } from './households.ts'
import { nextScreen, QUESTIONS_BEFORE_RESULT } from './order.ts'
import { UNKNOWN } from './truth.ts'

const compiled = compile(bookOn(readShelf(filesOnDisk()), '2026-11-25'))
const { book, facts, rights } = compiled

/** What a made-up household says on a screen. */
function answerOf(state: Uint8Array, screen: string): Chosen {
  const index = book.screens.findIndex(({ id }) => id === screen)
  const asked = book.screens[index]
  const own = facts.ofScreen[index] ?? []
  const options =
    asked?.kind === 'many'
      ? asked.options.filter((_, n) => state[own[n] ?? 0] === 2)
      : [asked?.options[(state[own[0] ?? 0] ?? 1) - 1] ?? '']
  return { screen, options }
}

/** How many rights are decided for a household after the first sheet’s questions, asked in the order of the check or of the file. */
function decidedAfter(state: Uint8Array, order: 'check' | 'file'): number {
  const answers: Chosen[] = []
  for (let n = 0; n < QUESTIONS_BEFORE_RESULT; n += 1) {
    const screen = order === 'check' ? nextScreen(compiled, answers) : book.screens.at(-1 - n)?.id
    if (screen === undefined) break
    answers.push(answerOf(state, screen))
  }
  const known = stateOf(book, facts, answers)
  return rights.filter(({ truth }) => truth(known) !== UNKNOWN).length
}

test('what decides most is asked first: after eight questions most rights are decided for most households', () => {
  const fill = simulatedHouseholds(compiled, 7)
  const state = new Uint8Array(facts.all.length)
  let [check, file] = [0, 0]
  for (let n = 0; n < 200; n += 1) {
    fill(state)
    check += decidedAfter(state, 'check') / 200
    file += decidedAfter(state, 'file') / 200
  }
  assert.ok(check >= 15, `${check} of ${rights.length} decided`)
  assert.ok(check > file * 1.5, `${check} decided, and ${file} in an order of the file`)
})

test('what people stop at, such as their income, is never the first question', () => {
  const first = nextScreen(compiled, [])
  assert.ok(first && !book.screens.find(({ id }) => id === first)?.delicate, `${first} is asked first`)
  assert.ok(book.screens.filter(({ delicate }) => delicate).length >= 2)
})

test('a question that settles two rights comes before one that touches three and mostly leaves them open', () => {
  const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
  const right = (id: string, when: Condition): Right => ({ id, automatic: 'must-ask', weight: 1, have: null, ways: [{ id: 'way', when }] })
  const small = compile({
    screens: [
      { id: 'touches', kind: 'one', options: letters },
      { id: 'settles', kind: 'one', options: ['yes', 'no'] },
      { id: 'other', kind: 'one', options: letters },
    ],
    rights: [
      ...['one', 'two'].map((id) => right(id, { kind: 'is', fact: 'settles', among: ['yes'] })),
      ...['three', 'four', 'five'].map((id) =>
        right(id, {
          kind: 'all',
          of: ['touches', 'other'].map((fact): Condition => ({ kind: 'is', fact, among: letters.slice(1) })),
        }),
      ),
    ],
  })
  assert.equal(nextScreen(small, []), 'settles')
})
