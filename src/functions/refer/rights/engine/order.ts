import { type Compiled, type CompiledRight, judgeOf, type Node } from './compile.ts'
import { type Chosen, possibleAnswers, type State, stateOf } from './facts.ts'
import { type Truth, UNKNOWN } from './truth.ts'

/** So many questions at most before the first result is shown. */
export const QUESTIONS_BEFORE_RESULT = 8

/** How little a question weighs that decides nothing yet at once, for each right it could help to decide. */
const WEIGHT_OF_HOPE = 0.05

/** A delicate question counts for half. */
const WEIGHT_OF_DELICATE = 0.5

const judges = new WeakMap<Node, (state: State) => Truth>()
/** The truth of a node; its function is made once. */
export const truthOf = (node: Node, state: State): Truth => {
  const judge = judges.get(node) ?? judgeOf(node)
  judges.set(node, judge)
  return judge(state)
}

/** The facts that can still change a node whose truth is not known; what other answers have settled is left out. */
export function openFacts(node: Node, state: State, found = new Set<number>()): Set<number> {
  if (truthOf(node, state) !== UNKNOWN) return found
  if (node.kind === 'leaf') {
    for (const fact of node.facts) if (state[fact] === 0) found.add(fact)
  } else for (const part of node.kind === 'not' ? [node.of] : node.of) openFacts(part, state, found)
  return found
}

/** Per screen, the undecided rights it could still help to decide. */
function hopes({ facts, rights }: Compiled, state: State): Map<number, CompiledRight[]> {
  const found = new Map<number, CompiledRight[]>()
  for (const right of rights) {
    const screens = new Set([...openFacts(right.whole, state)].map((fact) => facts.all[fact]?.screen ?? -1))
    for (const screen of screens) found.set(screen, [...(found.get(screen) ?? []), right])
  }
  return found
}

/** How many of some undecided rights an answer on a screen decides, on average over its answers; all answers weigh the same. */
function decidedBy({ book, facts }: Compiled, state: State, screen: number, open: readonly CompiledRight[]): number {
  const asked = book.screens[screen]
  if (!asked) return 0
  const answers = possibleAnswers(asked)
  const then = state.slice()
  let decided = 0
  for (const options of answers) {
    const known = stateOf(book, facts, [{ screen: asked.id, options }])
    for (const fact of facts.ofScreen[screen] ?? []) then[fact] = known[fact] as number
    for (const { truth } of open) if (truth(then) !== UNKNOWN) decided += 1
  }
  return decided / answers.length
}

/**
 * The screen to ask next: the one that is expected to decide most rights; undefined when none can decide anything any more.
 * The same answers always give the same question, on the server and in the browser; a question that was asked or passed over does not come back.
 */
export function nextScreen(compiled: Compiled, answers: readonly Chosen[]): string | undefined {
  const state = stateOf(compiled.book, compiled.facts, answers)
  const asked = new Set(answers.map(({ screen }) => screen))
  let best: { id: string; score: number } | undefined
  for (const [screen, open] of hopes(compiled, state)) {
    const { id, delicate } = compiled.book.screens[screen] ?? {}
    if (id === undefined || asked.has(id)) continue
    const score = (decidedBy(compiled, state, screen, open) + WEIGHT_OF_HOPE * open.length) * (delicate ? WEIGHT_OF_DELICATE : 1)
    const earlier = best && compiled.book.screens.findIndex((one) => one.id === best?.id) < screen
    if (!best || score > best.score || (score === best.score && !earlier)) best = { id, score }
  }
  return best?.id
}
