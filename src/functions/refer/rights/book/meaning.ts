import type { Condition } from '../engine/book.ts'
import { inForce } from './periods.ts'
import type { RightFile, ScreenFile, Written } from './shape.ts'

/** Every right and question there is. */
export type Shelf = { screens: readonly ScreenFile[]; rights: readonly RightFile[] }

/** So much above a limit is clearly above, unless a rule says otherwise; written down in docs/decisions/0026. */
export const CLEARLY_ABOVE = 1.25

const MONTHS = 12

/** The names of the answers of a question: its own, or the bands of an amount per month. */
export function optionsOf({ options, bands }: Pick<ScreenFile, 'options' | 'bands'>): string[] {
  if (!bands) return options ?? []
  return bands.map((from, n) => {
    const below = bands[n + 1]
    return below === undefined ? `${from}-up` : from === 0 ? `under-${below}` : `${from}-${below}`
  })
}

/** The bands of a question about an amount: from, and below how much. */
export const bandsOf = (bands: readonly number[]): (readonly [number, number | null])[] =>
  bands.map((from, n) => [from, bands[n + 1] ?? null] as const)

/** An amount a month as it is in force on a day; `own.name`, or `name` of the right itself. */
function perMonth(shelf: Shelf, own: RightFile, name: string, day: string): number {
  const [first = '', second] = name.split('.')
  const right = second === undefined ? own : shelf.rights.find(({ id }) => id === first)
  const amount = right?.amounts?.[second ?? first]
  if (!amount) throw new Error(`there is no amount ${name}`)
  const step = inForce(amount.steps, day) ?? amount.steps[0]
  if (!step) throw new Error(`the amount ${name} has no value`)
  return amount.per === 'month' ? step.value : step.value / MONTHS
}

type Within = { shelf: Shelf; own: RightFile; day: string; from: readonly string[] }

/** What a written condition means on a day; throws an Error with a sentence when it names what is not there. */
export function meaningOf(written: Written, within: Within): Condition {
  const { shelf, own, day, from } = within
  if (written === 'unsure') return { kind: 'unsure' }
  if ('all' in written) return { kind: 'all', of: (written.all as Written[]).map((one) => meaningOf(one, within)) }
  if ('any' in written) return { kind: 'any', of: (written.any as Written[]).map((one) => meaningOf(one, within)) }
  if ('not' in written) {
    const of = meaningOf(written.not as Written, within)
    if (holdsIncome(of)) throw new Error('an income close to a limit counts as worth asking, so it cannot stand behind "not"')
    return { kind: 'not', of }
  }
  if ('right' in written) {
    const id = String(written.right)
    const other = shelf.rights.find((right) => right.id === id)
    if (!other) throw new Error(`there is no right ${id}`)
    if (from.includes(id)) throw new Error(`the rights ${[...from, id].join(', ')} go round in a circle`)
    const rule = inForce(other.rules, day) ?? other.rules.at(-1)
    return { kind: 'any', of: (rule?.ways ?? []).map(({ when }) => meaningOf(when, { shelf, own: other, day, from: [...from, id] })) }
  }
  if ('income-under' in written) return incomeUnder(shelf, Number(written['income-under']))
  if ('income' in written && typeof written.income === 'object' && !Array.isArray(written.income)) {
    const { limit, extra, counts, clearly = CLEARLY_ABOVE } = written.income
    const extraPerMonth = extra === undefined ? 0 : perMonth(shelf, own, extra, day)
    return { kind: 'income', perMonth: perMonth(shelf, own, limit, day), extraPerMonth, counts, clearly }
  }
  return factsMeant(shelf, written as Record<string, string | string[]>)
}

function incomeUnder(shelf: Shelf, most: number): Condition {
  const income = shelf.screens.find(({ id }) => id === 'income')
  const bands = income?.bands ?? []
  if (!bands.includes(most)) throw new Error(`${most} is not the edge of a band of income`)
  return { kind: 'is', fact: 'income', among: optionsOf(income ?? {}).filter((_, n) => (bands[n + 1] ?? Number.POSITIVE_INFINITY) <= most) }
}

function factsMeant(shelf: Shelf, written: Record<string, string | string[]>): Condition {
  const [[id, value] = ['', '']] = Object.entries(written)
  const screen = shelf.screens.find((one) => one.id === id)
  if (!screen) throw new Error(`there is no question ${id}`)
  const among = typeof value === 'string' ? [value] : value
  const unknown = among.filter((answer) => !optionsOf(screen).includes(answer))
  if (unknown.length > 0) throw new Error(`the question ${id} has no answer ${unknown.join(', ')}`)
  if (screen.kind === 'one') return { kind: 'is', fact: id, among }
  const ticked = among.map((option): Condition => ({ kind: 'is', fact: `${id}.${option}`, among: ['yes'] }))
  return ticked.length === 1 && ticked[0] ? ticked[0] : { kind: 'any', of: ticked }
}

function holdsIncome(condition: Condition): boolean {
  if (condition.kind === 'income') return true
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.some(holdsIncome)
  return condition.kind === 'not' && holdsIncome(condition.of)
}
