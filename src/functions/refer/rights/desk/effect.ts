import { type Tried, tryExamples } from '../book/examples.ts'
import type { Shelf } from '../book/meaning.ts'
import { bookOn } from '../book/on-day.ts'
import { withChanges } from '../editions/apply.ts'
import type { AmountChange, ExampleChange } from '../editions/edition.ts'
import { compile, type Outcome, outcomeOf } from '../engine/compile.ts'
import { simulatedHouseholds } from '../engine/households.ts'

/** So many made-up households show what a change does. */
export const SAMPLE = 10_000

/** For one right, how many of the sample go from one outcome to another. */
export type Moved = { right: string; from: Outcome; to: Outcome; count: number }

/** What a change does: every example as it comes out then, those that no longer come out as they say, and what moves in the sample. */
export type Effect = { day: string; examples: readonly Tried[]; broken: readonly Tried[]; moved: readonly Moved[] }

/** The outcome of every right for the same made-up households, before and after. */
function movedBetween(before: Shelf, after: Shelf, day: string): Moved[] {
  const [old, changed] = [compile(bookOn(before, day)), compile(bookOn(after, day))]
  const fill = simulatedHouseholds(old, 2026)
  const state = new Uint8Array(old.facts.all.length)
  const counts = new Map<string, Moved>()
  for (let n = 0; n < SAMPLE; n += 1) {
    fill(state)
    for (const [index, right] of old.rights.entries()) {
      const other = changed.rights[index]
      if (!other) continue
      const [from, to] = [outcomeOf(right, state), outcomeOf(other, state)]
      if (from === to) continue
      const key = `${right.right.id} ${from} ${to}`
      const row = counts.get(key) ?? { right: right.right.id, from, to, count: 0 }
      row.count += 1
      counts.set(key, row)
    }
  }
  return [...counts.values()]
}

/** Tries a change of amounts on a day, before anybody sees it: the examples of all rights, and a sample of made-up households. */
export function effectOf(shelf: Shelf, rightId: string, amounts: readonly AmountChange[], day: string): Effect {
  const after = withChanges(shelf, rightId, { amounts, examples: [] })
  const examples = tryExamples(after, day)
  return { day, examples, broken: examples.filter(({ got, wanted }) => got !== wanted), moved: movedBetween(shelf, after, day) }
}

/** The broken examples as they would have to say, with why. */
export const adapted = (broken: readonly Tried[], reason: string): ExampleChange[] =>
  broken.flatMap(({ right, name, got }) => (got ? [{ right, name, outcome: got, reason }] : []))
