import { type Because, because } from '../engine/because.ts'
import type { Automatic } from '../engine/book.ts'
import type { Compiled, CompiledRight, Outcome } from '../engine/compile.ts'
import { outcomeOf } from '../engine/compile.ts'
import { type Chosen, stateOf } from '../engine/facts.ts'

/** What is said of one right, and why. */
export type Judged = { id: string; outcome: Outcome; because: Because }

/** First what somebody must do something for. */
const URGENCY: Record<Automatic, number> = { letter: 0, 'must-ask': 1, mostly: 2, automatic: 3 }

/** What is said of every right: by outcome; first what changes most, then what does not come by itself. */
export function judgedBy(compiled: Compiled, answers: readonly Chosen[]): Record<Outcome, readonly Judged[]> {
  const state = stateOf(compiled.book, compiled.facts, answers)
  const rank = ({ right }: CompiledRight) => right.weight * 10 + URGENCY[right.automatic]
  const all = [...compiled.rights]
    .sort((one, other) => rank(one) - rank(other))
    .map((right) => ({
      id: right.right.id,
      outcome: outcomeOf(right, state),
      because: because(right, state, compiled.facts),
    }))
  const of = (wanted: Outcome) => all.filter(({ outcome }) => outcome === wanted)
  return { worth: of('worth'), unknown: of('unknown'), have: of('have'), 'not-now': of('not-now') }
}
