import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bookOn } from '../book/on-day.ts'
import { filesOnDisk, readShelf } from '../book/read.ts'
import { compile } from '../engine/compile.ts'
import { judgedBy } from './judged.ts'
import { move, type Shown, written } from './move.ts'

const compiled = compile(bookOn(readShelf(filesOnDisk()), '2026-11-25'))
const { screens } = compiled.book

type Press = { doing: string; pick: number }

/** What the form of a step sends when this button is pressed; `pick` says which answer is chosen, or which is changed. */
function pressed(shown: Shown, { doing, pick }: Press): Shown {
  const screen = shown.kind === 'step' ? shown.screen : ''
  const asked = screens.find(({ id }) => id === screen)
  const options = asked ? [asked.options[pick % asked.options.length] ?? ''] : []
  const change = shown.answers[pick % Math.max(1, shown.answers.length)]
  return move(compiled, {
    answers: shown.answers.map(written),
    screen,
    options: asked?.kind === 'many' && pick % 3 > 0 ? [] : options,
    doing: doing === 'wijzig' ? `wijzig:${change?.screen}` : doing,
  })
}

const presses = (...buttons: string[]) =>
  fc.array(fc.record({ doing: fc.constantFrom(...buttons), pick: fc.nat({ max: 1000 }) }), { minLength: 60, maxLength: 60 })

test('POLITICISE-3 whatever somebody answers, skips, takes back or changes, the first result comes after eight questions at most', () => {
  fc.assert(
    fc.property(presses('verder', 'verder', 'verder', 'niet', 'terug', 'wijzig'), (row) => {
      let shown = move(compiled, { answers: [], screen: '', options: [], doing: '' })
      let results = 0
      for (const press of row) {
        if (shown.kind !== 'step') {
          results += 1
          break
        }
        // The number on the screen is that of this question: one more than what was answered.
        assert.ok(shown.answers.length < 8, `question ${shown.answers.length + 1} came before a result`)
        shown = pressed(shown, press)
      }
      assert.ok(results === 1 || row.filter(({ doing }) => doing === 'terug' || doing === 'wijzig').length > 15)
    }),
    { numRuns: 500, seed: 1 },
  )
})

test('POLITICISE-3 going back and changing an answer gives the very result of having answered so at once', () => {
  fc.assert(
    fc.property(presses('verder', 'verder', 'verder', 'niet', 'terug', 'wijzig', 'toon', 'meer'), (row) => {
      let shown = move(compiled, { answers: [], screen: '', options: [], doing: '' })
      for (const press of row) {
        shown = pressed(shown, press)
        assert.equal(new Set(shown.answers.map(({ screen }) => screen)).size, shown.answers.length, 'each question is answered once')
        if (shown.kind === 'step') assert.ok(!shown.answers.some(({ screen }) => shown.kind === 'step' && screen === shown.screen))
      }
      // In the order of the questionnaire, as if nobody ever went back.
      const straight = screens.flatMap(({ id }) => shown.answers.filter(({ screen }) => screen === id))
      const outcomes = (answers: typeof straight) =>
        Object.entries(judgedBy(compiled, answers)).map(([outcome, rights]) => [outcome, rights.map(({ id }) => id)])
      assert.deepEqual(outcomes([...shown.answers]), outcomes(straight))
    }),
    { numRuns: 200, seed: 1 },
  )
})

test('back opens the last question with its answer still chosen, and forgets nothing else', () => {
  const answers = ['vt:no', 'situation:pension', 'living:alone']
  const back = move(compiled, { answers, screen: 'income', options: [], doing: 'terug' })
  assert.deepEqual([back.kind, back.kind === 'step' && back.screen, back.kind === 'step' && back.chosen], ['step', 'living', ['alone']])
  assert.deepEqual(back.answers.map(written), ['vt:no', 'situation:pension'])
  const change = move(compiled, { answers, screen: '', options: [], doing: 'wijzig:vt' })
  assert.deepEqual(change.kind === 'step' && [change.screen, change.chosen], ['vt', ['no']])
  const changed = move(compiled, { answers: change.answers.map(written), screen: 'vt', options: ['yes'], doing: 'verder' })
  assert.deepEqual(changed.answers.map(written).sort(), ['living:alone', 'situation:pension', 'vt:yes'])
})
