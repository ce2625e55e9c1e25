import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bookOn } from '../book/on-day.ts'
import { filesOnDisk, readShelf } from '../book/read.ts'
import { compile } from '../engine/compile.ts'
import type { Chosen } from '../engine/facts.ts'
import { judgedBy } from './judged.ts'
import { answersIn, written } from './move.ts'

const compiled = compile(bookOn(readShelf(filesOnDisk()), '2026-11-25'))
const answers = (...texts: string[]): Chosen[] => answersIn(compiled, texts)
const screenNames = (screens: readonly number[]) => screens.map((screen) => compiled.book.screens[screen]?.id).sort()

test('the sheet begins with what changes most and does not come by itself', () => {
  const { worth } = judgedBy(
    compiled,
    answers(
      'vt:no',
      'living:alone',
      'children:2',
      'income:900-1300',
      'waiting:long',
      'home:private',
      'situation:',
      'school:yes',
      'registered:yes',
    ),
  )
  const ids = worth.map(({ id }) => id)
  const before = (one: string, other: string) =>
    assert.ok(ids.indexOf(one) >= 0 && ids.indexOf(one) < ids.indexOf(other), `${one} before ${other}: ${ids}`)
  before('huurpremie', 'leefloon')
  before('leefloon', 'sociale-toeslag')
  before('sociale-toeslag', 'schooltoeslag')
  before('schooltoeslag', 'trein-en-bus')
})

test('why something is worth asking names the answers that settled it, and no others', () => {
  const { worth } = judgedBy(compiled, answers('situation:leefloon', 'registered:yes', 'vt:no', 'heating:gas', 'living:alone', 'moved:no'))
  const internet = worth.find(({ id }) => id === 'sociaal-internet')
  assert.deepEqual(screenNames(internet?.because.screens ?? []), ['registered', 'situation'])
  assert.equal(internet?.because.near, false)
})

test('an income close to a limit is told as close; of what is not known only the questions that could tell are named', () => {
  const { worth, unknown } = judgedBy(compiled, answers('children:1', 'income:3050-3700'))
  assert.equal(worth.find(({ id }) => id === 'sociale-toeslag')?.because.near, true)
  const school = unknown.find(({ id }) => id === 'schooltoeslag')
  assert.deepEqual(screenNames(school?.because.open ?? []), ['school'])
  const few = judgedBy(compiled, answers('income:4700-5700')).unknown.find(({ id }) => id === 'sociale-toeslag')
  assert.deepEqual(few?.because.screens, [], 'nothing is settled, so no answer is blamed')
})

test('of two answers to one question the last counts, at the place of the last', () => {
  assert.deepEqual(answers('vt:yes', 'age:66', 'vt:no').map(written), ['age:66', 'vt:no'])
  assert.deepEqual(answers('vt:perhaps', 'age:66', 'nothing', 'situation:leefloon,gold', 'income:-').map(written), ['age:66', 'income:-'])
})
