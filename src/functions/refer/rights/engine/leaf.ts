import type { Condition, Counted, Screen } from './book.ts'
import type { Facts, State } from './facts.ts'
import { NO, type Truth, UNKNOWN, YES } from './truth.ts'

/** A condition over a few facts as a table: for each combination of answers, missing ones too, a truth; `near` marks a yes close to a limit. */
export type Leaf = { kind: 'leaf'; facts: readonly number[]; strides: readonly number[]; table: Uint8Array; near: Uint8Array }

/** Where in its table a leaf looks for a state. */
export const placeIn = ({ facts, strides }: Leaf, state: State): number => {
  let place = 0
  for (let n = 0; n < facts.length; n += 1) place += (state[facts[n] as number] as number) * (strides[n] as number)
  return place
}

type Judged = { truth: Truth; near: boolean }
const unknown: Judged = { truth: UNKNOWN, near: false }

/**
 * Makes the table of a leaf from a judgement of full answers. A combination with missing answers is what all its completions agree on,
 * else unknown: so a leaf never says yes or no where an answer could still change it.
 */
function tableOf(facts: Facts, ids: readonly string[], judge: (answers: readonly string[]) => Judged): Leaf {
  const indexes = ids.map((id) => {
    const at = facts.at.get(id)
    if (at === undefined) throw new Error(`there is no fact ${id}`)
    return at
  })
  const answers = indexes.map((index) => facts.all[index]?.answers ?? [])
  const strides = answers.map((_, n) => answers.slice(n + 1).reduce((so, { length }) => so * (length + 1), 1))
  const size = answers.reduce((so, { length }) => so * (length + 1), 1)
  const [table, near] = [new Uint8Array(size), new Uint8Array(size)]
  const judged = (chosen: readonly string[]): Judged => {
    const missing = chosen.indexOf('')
    if (missing < 0) return judge(chosen)
    const ways = (answers[missing] ?? []).map((answer) => judged(chosen.map((one, n) => (n === missing ? answer : one))))
    const [first] = ways
    if (!first || ways.some(({ truth }) => truth !== first.truth)) return unknown
    return { truth: first.truth, near: ways.some((way) => way.near) }
  }
  for (let place = 0; place < size; place += 1) {
    const chosen = answers.map((possible, n) => {
      const value = Math.floor(place / (strides[n] ?? 1)) % (possible.length + 1)
      return value === 0 ? '' : (possible[value - 1] ?? '')
    })
    const { truth, near: close } = judged(chosen)
    table[place] = truth
    near[place] = close ? 1 : 0
  }
  return { kind: 'leaf', facts: indexes, strides, table, near }
}

/** More children than the last option names, at most. */
const MOST_CHILDREN = 8

function peopleAdded(counts: Counted, living: string, children: string): readonly [number, number] {
  if (counts === 'nobody') return [0, 0]
  const few = Number.parseInt(children, 10)
  const partner = counts === 'partner-and-children' && living === 'partner' ? 1 : 0
  return [few + partner, (children.endsWith('-up') ? MOST_CHILDREN : few) + partner]
}

/**
 * Judges an income band against a limit: yes when it lies under it, yes and near when it holds the limit or lies above by less than
 * the margin, no only when it is clearly above. Limits are old and each law counts income its own way, so near is worth asking.
 */
function incomeLeaf(facts: Facts, screens: readonly Screen[], condition: Extract<Condition, { kind: 'income' }>): Leaf {
  const income = screens.find(({ id }) => id === 'income')
  const { perMonth, extraPerMonth, counts, clearly } = condition
  const judge = ([band = '', living = '', children = '']: readonly string[]): Judged => {
    const [from, below] = income?.bands?.[income.options.indexOf(band)] ?? [0, null]
    const [least, most] = peopleAdded(counts, living, children)
    if (below !== null && below <= perMonth + least * extraPerMonth) return { truth: YES, near: false }
    if (from > clearly * (perMonth + most * extraPerMonth)) return { truth: NO, near: false }
    return { truth: YES, near: true }
  }
  return tableOf(facts, counts === 'nobody' ? ['income'] : ['income', 'living', 'children'], judge)
}

/** The table of a condition that is no combination of others. */
export function leafOf(
  facts: Facts,
  screens: readonly Screen[],
  condition: Extract<Condition, { kind: 'is' | 'income' | 'unsure' }>,
): Leaf {
  if (condition.kind === 'income') return incomeLeaf(facts, screens, condition)
  if (condition.kind === 'unsure') return tableOf(facts, [], () => unknown)
  const { fact, among } = condition
  return tableOf(facts, [fact], ([answer = '']) => ({ truth: among.includes(answer) ? YES : NO, near: false }))
}
