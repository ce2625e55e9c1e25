import { type Shown, SMALLEST_SHOWN, stretches, sumOfShown, suppress } from '../../../../platform/suppression/suppress.ts'
import { type Barrier, barriers } from '../handover.ts'
import type { OutcomeCount } from './queries.ts'

/** The columns of the table of doors, in the order in which they are hidden: what tells least first. */
export const doorKeys = ['unknown', 'arrived', 'passed-on', 'no-help'] as const
export type DoorKey = (typeof doorKeys)[number]

/**
 * One door: what became of the handovers to it, as far as that may be told. `notHelped` is what the number of who was not helped is made
 * of where it is told; for `oftenInTheWay`, never shown as it is.
 */
export type Door = { serviceId: string; service: string; shown: Shown<DoorKey>; notHelped: readonly OutcomeCount[] }

const keyOf = (outcome: OutcomeCount['outcome']): DoorKey => (outcome === 'not-yet' ? 'unknown' : outcome)

/** Months from this one on are not told: a handover made on the last day of a month may end in the next, and adds to the tally until then. */
export const settledBefore = (today: string): string => Temporal.PlainDate.from(today).with({ day: 1 }).subtract({ months: 1 }).toString()

const monthsBetween = (first: string, before: string): string[] => {
  const months: string[] = []
  for (let month = Temporal.PlainDate.from(first); month.toString() < before; month = month.add({ months: 1 }))
    months.push(month.toString())
  return months
}

/**
 * The doors of which enough is known, by name. Each month is told once: alone when it has five, else together with the next ones.
 * No total of all doors is given, so that nothing hidden can be subtracted. docs/decisions/0023
 */
export function doorsOf(counted: readonly OutcomeCount[], before: string): Door[] {
  const first = counted[0]?.month
  if (first === undefined) return []
  const months = monthsBetween(first, before)
  const names = new Map(counted.flatMap(({ serviceId, service }) => (serviceId && service ? [[serviceId, service] as const] : [])))
  const doors: Door[] = []
  for (const [serviceId, service] of names) {
    const rows = months.map((month) => counted.filter((row) => row.serviceId === serviceId && row.month === month))
    const total = (together: readonly (readonly OutcomeCount[])[]) => together.flat().reduce((so, { count }) => so + count, 0)
    const told = stretches(rows, (together) => total(together) >= SMALLEST_SHOWN).map((stretch) => {
      const parts: Record<DoorKey, number> = { unknown: 0, arrived: 0, 'passed-on': 0, 'no-help': 0 }
      for (const { outcome, count } of stretch.rows.flat()) parts[keyOf(outcome)] += count
      return { rows: stretch.rows.flat(), shown: suppress(parts, doorKeys) }
    })
    if (told.length === 0) continue
    const shown = sumOfShown(
      told.map((stretch) => stretch.shown),
      doorKeys,
    )
    const notHelped = told.filter((stretch) => stretch.shown.parts['no-help'] !== null).flatMap((stretch) => stretch.rows)
    doors.push({ serviceId, service, shown, notHelped: notHelped.filter(({ outcome }) => outcome === 'no-help') })
  }
  return doors.sort((one, other) => one.service.localeCompare(other.service, 'nl'))
}

/**
 * What stood in the way at least five times, always in the same order and without a number. Counted only where the number of who was not
 * helped is told, and no more of them than leave four over: if five were not helped and one thing is named, all five met it, and nobody
 * anything else. So for each thing at least five values stay possible, named or not (tested by trying all small tables).
 */
export function oftenInTheWay(doors: readonly Pick<Door, 'notHelped'>[]): Barrier[] {
  const rows = doors.flatMap(({ notHelped }) => notHelped)
  const sum = (some: readonly OutcomeCount[]) => some.reduce((so, { count }) => so + count, 0)
  const often = barriers.filter((barrier) => sum(rows.filter((row) => row.barrier === barrier)) >= SMALLEST_SHOWN)
  return often.slice(0, Math.max(0, Math.floor((sum(rows) - (SMALLEST_SHOWN - 1)) / SMALLEST_SHOWN)))
}
