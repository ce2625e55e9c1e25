import { type Compiled, compile, type Outcome, outcomeOf } from '../engine/compile.ts'
import { type Chosen, stateOf } from '../engine/facts.ts'
import type { Shelf } from './meaning.ts'
import { bookOn } from './on-day.ts'
import type { RightFile } from './shape.ts'

/** An example of a right and what came out. */
export type Tried = { right: string; name: string; day: string; answers: readonly Chosen[]; wanted: Outcome; got: Outcome | undefined }

/** The answers of an example as the check holds them. */
export const chosenIn = (answers: RightFile['examples'][number]['answers']): Chosen[] =>
  Object.entries(answers).map(([screen, value]) => ({ screen, options: [value].flat() }))

/** Runs the examples that the files carry, each on its own day, or on `today`. */
export function tryExamples(shelf: Shelf, today: string, only?: string): Tried[] {
  const books = new Map<string, Compiled>()
  const bookFor = (day: string): Compiled => {
    const known = books.get(day) ?? compile(bookOn(shelf, day))
    books.set(day, known)
    return known
  }
  return shelf.rights
    .filter(({ id }) => only === undefined || id === only)
    .flatMap(({ id, examples }) =>
      examples.map(({ name, on, answers, outcome }) => {
        const day = on ?? today
        const compiled = bookFor(day)
        const chosen = chosenIn(answers)
        const right = compiled.rights.find((one) => one.right.id === id)
        const got = right && outcomeOf(right, stateOf(compiled.book, compiled.facts, chosen))
        return { right: id, name, day, answers: chosen, wanted: outcome, got }
      }),
    )
}
