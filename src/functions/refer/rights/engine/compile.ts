import type { Book, Condition, Right, Screen } from './book.ts'
import { type Facts, factsOf, type State } from './facts.ts'
import { type Leaf, leafOf, placeIn } from './leaf.ts'
import { NO, type Truth, UNKNOWN, YES } from './truth.ts'

/** A condition ready to be asked: tables at the leaves, Kleene's logic between them. */
export type Node = Leaf | { kind: 'all' | 'any'; of: readonly Node[] } | { kind: 'not'; of: Node }

/** What we say about a right; never "you are entitled", and "not now" only when no missing answer can change it. */
export type Outcome = 'have' | 'worth' | 'unknown' | 'not-now'

type Judge = (state: State) => Truth

/** One right ready to be asked. */
export type CompiledRight = { right: Right; have: Node | null; ways: readonly Node[]; whole: Node; truth: Judge; has: Judge }

/** A book ready to be asked. */
export type Compiled = { book: Book; facts: Facts; rights: readonly CompiledRight[] }

function nodeOf(facts: Facts, screens: readonly Screen[], condition: Condition): Node {
  if (condition.kind === 'all' || condition.kind === 'any')
    return { kind: condition.kind, of: condition.of.map((one) => nodeOf(facts, screens, one)) }
  if (condition.kind === 'not') return { kind: 'not', of: nodeOf(facts, screens, condition.of) }
  return leafOf(facts, screens, condition)
}

/** The facts a node looks at. */
export function factsIn(node: Node, found = new Set<number>()): Set<number> {
  if (node.kind === 'leaf') for (const fact of node.facts) found.add(fact)
  else for (const part of node.kind === 'not' ? [node.of] : node.of) factsIn(part, found)
  return found
}

/** The truth of a node as a function of the state, without looking at the tree again. */
export function judgeOf(node: Node): Judge {
  if (node.kind === 'leaf') {
    const { table, facts } = node
    const [only = 0] = facts
    if (facts.length === 0) return () => UNKNOWN
    if (facts.length === 1) return (state) => table[state[only] as number] as Truth
    return (state) => table[placeIn(node, state)] as Truth
  }
  if (node.kind === 'not') {
    const inner = judgeOf(node.of)
    return (state) => (YES - inner(state)) as Truth
  }
  const parts = node.of.map(judgeOf)
  const [settles, neutral]: [Truth, Truth] = node.kind === 'all' ? [NO, YES] : [YES, NO]
  return (state) => {
    let so: Truth = neutral
    for (const part of parts) {
      const truth = part(state)
      if (truth === settles) return truth
      if (truth === UNKNOWN) so = UNKNOWN
    }
    return so
  }
}

function compiledRight(facts: Facts, book: Book, right: Right): CompiledRight {
  const have = right.have && nodeOf(facts, book.screens, right.have)
  const ways = right.ways.map(({ when }) => nodeOf(facts, book.screens, when))
  const whole: Node = { kind: 'any', of: have ? [have, ...ways] : ways }
  return { right, have, ways, whole, truth: judgeOf(whole), has: have ? judgeOf(have) : () => NO }
}

/** Makes a book ready to be asked; a few milliseconds, once per book. */
export function compile(book: Book): Compiled {
  const facts = factsOf(book)
  return { book, facts, rights: book.rights.map((right) => compiledRight(facts, book, right)) }
}

/** What is said about a right when this is known. @source POLITICISE-3 */
export function outcomeOf({ truth, has }: CompiledRight, state: State): Outcome {
  if (has(state) === YES) return 'have'
  const so = truth(state)
  return so === YES ? 'worth' : so === NO ? 'not-now' : 'unknown'
}
