import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bookOn } from '../book/on-day.ts'
import { filesOnDisk, readShelf } from '../book/read.ts'
import { type Compiled, compile, judgeOf, type Node } from './compile.ts'
import { type Leaf, placeIn } from './leaf.ts'
import { NO, type Truth, UNKNOWN, YES } from './truth.ts'

// A proof in two steps, for every right and every rule there ever was, however many answers it looks at:
// the tables at the leaves say yes or no only when every completion agrees, and what stands between them keeps that.

const shelf = readShelf(filesOnDisk())
const days = [...new Set([...shelf.rights.flatMap(({ rules }) => rules.map(({ from }) => from)), '2026-11-25', '2031-01-01'])].sort()
const books = days.map((day) => compile(bookOn(shelf, day)))

function leavesIn(node: Node, found = new Set<Leaf>()): Set<Leaf> {
  if (node.kind === 'leaf') found.add(node)
  else for (const part of node.kind === 'not' ? [node.of] : node.of) leavesIn(part, found)
  return found
}

/** Every combination of answers of a leaf, missing ones too. */
function* statesOf({ facts }: Compiled, leaf: Leaf): Generator<Uint8Array> {
  const state = new Uint8Array(facts.all.length)
  for (let place = 0; place < leaf.table.length; place += 1) {
    let rest = place
    for (const fact of leaf.facts) {
      const size = (facts.all[fact]?.answers.length ?? 0) + 1
      state[fact] = rest % size
      rest = Math.floor(rest / size)
    }
    yield state
  }
}

test('POLITICISE-3 a table says yes or no only when every full answer agrees, and "not known" only when they differ: every leaf of every rule', () => {
  let [leaves, tried] = [0, 0]
  for (const compiled of books)
    for (const { whole } of compiled.rights)
      for (const leaf of leavesIn(whole)) {
        leaves += 1
        for (const state of statesOf(compiled, leaf)) {
          const missing = leaf.facts.filter((fact) => state[fact] === 0)
          if (missing.length === 0) continue
          const truth = leaf.table[placeIn(leaf, state)]
          // One answer more at a time reaches every full answer.
          for (const fact of missing) {
            const after = new Set<number | undefined>()
            for (let answer = 1; answer <= (compiled.facts.all[fact]?.answers.length ?? 0); answer += 1) {
              state[fact] = answer
              after.add(leaf.table[placeIn(leaf, state)])
            }
            state[fact] = 0
            tried += 1
            if (truth === UNKNOWN) assert.ok(after.size > 1 || after.has(UNKNOWN), 'all answers agree, and it is not said')
            else assert.deepEqual([...after], [truth], `said ${truth} before ${compiled.facts.all[fact]?.id}`)
          }
        }
      }
  assert.ok(leaves > 500 && tried > 10_000, `${leaves} leaves, ${tried} missing answers`)
})

const fixed = (truth: Truth): Node => ({ kind: 'leaf', facts: [0], strides: [1], table: new Uint8Array([truth]), near: new Uint8Array(1) })
const nowhere = new Uint8Array(1)
const every: readonly Truth[] = [NO, UNKNOWN, YES]

test('POLITICISE-3 what stands between the tables is Kleene’s logic, so more answers never turn a yes or a no', () => {
  for (const one of every) {
    assert.equal(judgeOf({ kind: 'not', of: fixed(one) })(nowhere), YES - one)
    for (const two of every)
      for (const three of every) {
        const of = [fixed(one), fixed(two), fixed(three)]
        assert.equal(judgeOf({ kind: 'all', of })(nowhere), Math.min(one, two, three), `all of ${one} ${two} ${three}`)
        assert.equal(judgeOf({ kind: 'any', of })(nowhere), Math.max(one, two, three), `any of ${one} ${two} ${three}`)
      }
  }
})

test('an income close to a limit, or a number of people that is not exact, is never a no', () => {
  for (const compiled of books)
    for (const { right, whole } of compiled.rights)
      for (const leaf of leavesIn(whole))
        for (const [place, near] of leaf.near.entries())
          if (near === 1) assert.equal(leaf.table[place], YES, `${right.id} is near and not worth asking`)
})
