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

/** A right as it is after some changes; what names an amount or an example that is gone changes nothing. */
export function changedRight(right: RightFile, changes: Changes): RightFile {
  const amounts = Object.entries(right.amounts ?? {}).map(([name, amount]) => {
    const steps = changes.amounts.filter((one) => one.name === name).reduce<Step[]>(withStep, amount.steps)
    return [name, { ...amount, steps }]
  })
  const examples = right.examples.map((example) => {
    const change = changes.examples.find(({ name }) => name === example.name)
    return change ? { ...example, outcome: change.outcome } : example
  })
  return { ...right, ...(right.amounts ? { amounts: Object.fromEntries(amounts) } : {}), examples }
}

/** The shelf as it is on a day: the files, and on top of them every edition that is published by then, in order. */
export function withEditions(shelf: Shelf, editions: readonly Edition[], day: string): Shelf {
  const published = editions.filter(({ publishedOn }) => publishedOn <= day).toSorted((one, other) => one.number - other.number)
  if (published.length === 0) return shelf
  const rights = shelf.rights.map((right) =>
    published.filter(({ rightId }) => rightId === right.id).reduce((so, { changes }) => changedRight(so, changes), right),
  )
  return { ...shelf, rights }
}
