import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Shelf } from '../book/meaning.ts'
import { bookOn } from '../book/on-day.ts'
import { filesOnDisk, readShelf } from '../book/read.ts'
import { type Compiled, type CompiledRight, compile, factsIn, outcomeOf } from './compile.ts'
import type { Chosen, State } from './facts.ts'
import { stateOf } from './facts.ts'
import { nextScreen, QUESTIONS_BEFORE_RESULT } from './order.ts'
import { NO, UNKNOWN } from './truth.ts'

const shelf: Shelf = readShelf(filesOnDisk())
/** Every day on which some rule changes, and today. */
const days = [...new Set([...shelf.rights.flatMap(({ rules }) => rules.map(({ from }) => from)), '2026-11-25'])].sort()
const books = new Map(days.map((day) => [day, compile(bookOn(shelf, day))]))
const today = books.get('2026-11-25') as Compiled

const MOST_TRIED = 200_000

const sizeOf = ({ facts }: Compiled, used: readonly number[]) =>
  used.reduce((so, fact) => so * ((facts.all[fact]?.answers.length ?? 0) + 1), 1)

/** Each missing answer filled in each way: none may turn "not now" into something else. Step by step this reaches every full answer. */
function staysNotNow(compiled: Compiled, right: CompiledRight, used: readonly number[], state: State): void {
  for (const fact of used) {
    if (state[fact] !== 0) continue
    for (let answer = 1; answer <= (compiled.facts.all[fact]?.answers.length ?? 0); answer += 1) {
      state[fact] = answer
      assert.equal(outcomeOf(right, state), 'not-now', `${right.right.id}: "not now" was said before ${compiled.facts.all[fact]?.id}`)
    }
    state[fact] = 0
  }
}

test('POLITICISE-3 no missing answer ever yields a "not now" that a full answer would contradict: every right, every rule, every combination', () => {
  let [exhaustive, sampled, refusals] = [0, 0, 0]
  for (const compiled of books.values())
    for (const right of compiled.rights) {
      const used = [...factsIn(right.whole)]
      const state = new Uint8Array(compiled.facts.all.length)
      const look = () => {
        if (outcomeOf(right, state) !== 'not-now') return
        refusals += 1
        staysNotNow(compiled, right, used, state)
      }
      if (sizeOf(compiled, used) <= MOST_TRIED && compiled === today) {
        exhaustive += 1
        for (let place = 0; place < sizeOf(compiled, used); place += 1) {
          let rest = place
          for (const fact of used) {
            const size = (compiled.facts.all[fact]?.answers.length ?? 0) + 1
            state[fact] = rest % size
            rest = Math.floor(rest / size)
          }
          look()
        }
        continue
      }
      sampled += 1
      fc.assert(
        fc.property(
          fc.tuple(...used.map((fact) => fc.integer({ min: 0, max: compiled.facts.all[fact]?.answers.length ?? 0 }))),
          (values) => {
            for (const [n, fact] of used.entries()) state[fact] = values[n] ?? 0
            look()
          },
        ),
        { numRuns: compiled === today ? 3000 : 200, seed: 1 },
      )
    }
  assert.ok(exhaustive >= 12, `${exhaustive} rights were tried in every combination`)
  assert.ok(sampled > 0 && refusals > 1000, `"not now" was said ${refusals} times`)
})

const chosen = (compiled: Compiled): fc.Arbitrary<Chosen[]> =>
  fc
    .tuple(
      ...compiled.book.screens.map(({ id, kind, options }) =>
        fc.oneof(
          fc.constant<Chosen | undefined>(undefined),
          fc.constant<Chosen>({ screen: id, options: null }),
          (kind === 'one' ? fc.constantFrom(...options).map((one) => [one]) : fc.subarray([...options])).map(
            (some): Chosen => ({ screen: id, options: some }),
          ),
        ),
      ),
    )
    .map((all) => all.filter((one) => one !== undefined))

test('the order of the answers makes no difference, and not saying is the same as not being asked', () => {
  fc.assert(
    fc.property(chosen(today), fc.infiniteStream(fc.nat()), (answers, numbers) => {
      const mixed = answers.map((one) => ({ one, at: numbers.next().value ?? 0 })).sort((a, b) => a.at - b.at)
      const said = answers.filter(({ options }) => options !== null)
      const outcomes = [answers, mixed.map(({ one }) => one), said].map((some) => {
        const state = stateOf(today.book, today.facts, some)
        return today.rights.map((right) => outcomeOf(right, state))
      })
      assert.deepEqual(outcomes[1], outcomes[0])
      assert.deepEqual(outcomes[2], outcomes[0])
    }),
    { numRuns: 300, seed: 1 },
  )
})

test('somebody who says nothing is told "no" about nothing', () => {
  for (const { rights, facts } of books.values()) {
    const state = new Uint8Array(facts.all.length)
    for (const right of rights) assert.notEqual(outcomeOf(right, state), 'not-now', right.right.id)
  }
})

test('after eight questions at most there is something to tell, and every question asked could still decide something', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat({ max: 1000 })), (numbers) => {
      const answers: Chosen[] = []
      for (let screen = nextScreen(today, answers); screen !== undefined; screen = nextScreen(today, answers)) {
        const asked = today.book.screens.find(({ id }) => id === screen)
        const pick = numbers.next().value ?? 0
        const option = asked?.options[pick % asked.options.length] ?? ''
        const state = stateOf(today.book, today.facts, answers)
        assert.ok(today.rights.some(({ truth }) => truth(state) === UNKNOWN))
        answers.push({ screen, options: pick % 7 === 0 ? null : asked?.kind === 'many' && pick % 3 > 0 ? [] : [option] })
        if (answers.length === QUESTIONS_BEFORE_RESULT && answers.every(({ options }) => options)) {
          const then = stateOf(today.book, today.facts, answers)
          const decided = today.rights.filter(({ truth }) => truth(then) !== UNKNOWN).length
          assert.ok(decided >= 5, `only ${decided} decided by ${JSON.stringify(answers)}`)
        }
      }
      assert.ok(answers.length <= today.book.screens.length)
    }),
    { numRuns: 100, seed: 1 },
  )
})

test('the same answers always give the same next question', () => {
  const answers: Chosen[] = []
  const again = compile(bookOn(shelf, '2026-11-25'))
  for (let screen = nextScreen(today, answers); screen !== undefined; screen = nextScreen(today, answers)) {
    assert.equal(nextScreen(again, answers), screen)
    answers.push({ screen, options: null })
  }
  assert.equal(answers.length, today.book.screens.length, 'who says nothing is asked everything once')
  assert.ok(today.rights.every(({ truth }) => truth(stateOf(today.book, today.facts, answers)) !== NO))
})
