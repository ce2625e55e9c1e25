import type { Shelf } from '../book/meaning.ts'
import type { RightFile } from '../book/shape.ts'
import type { AmountChange, Changes, Edition } from './edition.ts'

type Step = NonNullable<RightFile['amounts']>[string]['steps'][number]

/** The steps of an amount with a new one: it takes the place of what began on the same day, and each ends where the next begins. */
function withStep(steps: readonly Step[], { from, value, source, checked }: AmountChange): Step[] {
  const rest = steps.filter((step) => step.from !== from)
  const sorted = [...rest, { from, value, source, checked }].sort((one, other) => (one.from < other.from ? -1 : 1))
  return sorted.map(({ until: _, ...step }, n) => {
    const next = sorted[n + 1]
    return next ? { ...step, until: next.from } : step
  })
}

function withAmounts(right: RightFile, changes: readonly AmountChange[]): RightFile {
  if (!right.amounts) return right
  const amounts = Object.entries(right.amounts).map(([name, amount]) => {
    const steps = changes.filter((one) => one.name === name).reduce<Step[]>(withStep, amount.steps)
    return [name, { ...amount, steps }]
  })
  return { ...right, amounts: Object.fromEntries(amounts) }
}

/** A shelf with one change of one right on top; what names an amount or an example that is gone changes nothing. */
export function withChanges(shelf: Shelf, rightId: string, { amounts, examples }: Changes): Shelf {
  const rights = shelf.rights.map((right): RightFile => {
    const changed = right.id === rightId ? withAmounts(right, amounts) : right
    const wanted = examples.filter((one) => one.right === right.id)
    if (wanted.length === 0) return changed
    const adapted = changed.examples.map((example) => ({
      ...example,
      outcome: wanted.find(({ name }) => name === example.name)?.outcome ?? example.outcome,
    }))
    return { ...changed, examples: adapted }
  })
  return { ...shelf, rights }
}

/** The shelf as it is on a day: the files, and on top of them every edition that is published by then, in order. */
export function withEditions(shelf: Shelf, editions: readonly Edition[], day: string): Shelf {
  return editions
    .filter(({ publishedOn }) => publishedOn <= day)
    .toSorted((one, other) => one.number - other.number)
    .reduce((so, { rightId, changes }) => withChanges(so, rightId, changes), shelf)
}
