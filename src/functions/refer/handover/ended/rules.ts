import { monthsBetween } from '../../../../platform/calendar/whole-weeks.ts'
import { type Shown, SMALLEST_SHOWN, stretches, sumOfShown, suppress } from '../../../../platform/suppression/suppress.ts'
import { type Barrier, barriers } from '../handover.ts'
import type { OutcomeCount } from './queries.ts'

/** The columns of the table of doors, in the order in which they are hidden: what tells least first. */
export const doorKeys = ['unknown', 'arrived', 'passed-on', 'no-help'] as const
export type DoorKey = (typeof doorKeys)[number]

/** One door: what became of the handovers to it, as far as that may be told. */
export type Door = { serviceId: string; service: string; shown: Shown<DoorKey> }

const keyOf = (outcome: OutcomeCount['outcome']): DoorKey => (outcome === 'not-yet' ? 'unknown' : outcome)

/**
 * Months from this one on (its first day) are not told: a handover made on the last day of a month adds to the tally of that month until it ends,
 * in the next one or, after January, in the one after that. So a month waits for the oldest handover there still is, too (the month of it, or undefined).
 */
export function settledBefore(today: string, oldestThere?: string): string {
  const before = Temporal.PlainDate.from(today).with({ day: 1 }).subtract({ months: 1 }).toString()
  return oldestThere !== undefined && oldestThere < before ? oldestThere : before
}

/** Some months of one door that are told together, once; the last of them says when. */
type ToldDoor = { serviceId: string; until: string; shown: Shown<DoorKey>; rows: readonly OutcomeCount[] }

const total = (rows: readonly OutcomeCount[]): number => rows.reduce((so, { count }) => so + count, 0)

/** The months that count, earliest first, as the first of their days. */
function monthsOf(counted: readonly OutcomeCount[], before: string): string[] {
  const first = counted[0]?.month.slice(0, 7)
  return first === undefined
    ? []
    : monthsBetween(first, before.slice(0, 7))
        .map((month) => `${month}-01`)
        .filter((month) => month < before)
}

/** What is told of every door, also of those that are not in the guide any more: a month alone when it has five, else with the next ones. */
function toldDoors(counted: readonly OutcomeCount[], before: string): ToldDoor[] {
  const months = monthsOf(counted, before)
  const ids = new Set(counted.flatMap(({ serviceId }) => serviceId ?? []))
  return [...ids].flatMap((serviceId) => {
    const own = counted.filter((row) => row.serviceId === serviceId)
    const perMonth = months.map((month) => ({ month, rows: own.filter((row) => row.month === month) }))
    return stretches(perMonth, (some) => total(some.flatMap(({ rows }) => rows)) >= SMALLEST_SHOWN).map((stretch): ToldDoor => {
      const rows = stretch.rows.flatMap((one) => one.rows)
      const parts: Record<DoorKey, number> = { unknown: 0, arrived: 0, 'passed-on': 0, 'no-help': 0 }
      for (const { outcome, count } of rows) parts[keyOf(outcome)] += count
      return { serviceId, until: stretch.rows.at(-1)?.month ?? '', shown: suppress(parts, doorKeys), rows }
    })
  })
}

/**
 * The doors of which enough is known, by name. Each month is told once. No total of all doors is given, so that nothing hidden can be subtracted.
 * docs/decisions/0023
 */
export function doorsOf(counted: readonly OutcomeCount[], before: string): Door[] {
  const names = new Map(counted.flatMap(({ serviceId, service }) => (serviceId && service ? [[serviceId, service] as const] : [])))
  return [...Map.groupBy(toldDoors(counted, before), ({ serviceId }) => serviceId)]
    .flatMap(([serviceId, told]): Door[] => {
      const service = names.get(serviceId)
      const shown = sumOfShown(
        told.map((stretch) => stretch.shown),
        doorKeys,
      )
      return service === undefined ? [] : [{ serviceId, service, shown }]
    })
    .sort((one, other) => one.service.localeCompare(other.service, 'nl'))
}

/** So many who were not helped are looked at together: enough to name two things. */
const NAMED_AMONG = 3 * SMALLEST_SHOWN - 1

/**
 * What stood in the way at least five times of these who were not helped, and no more things than leave four over: if five were not helped and
 * one thing is named, all five met it, and nobody anything else. So for each thing at least five values stay possible, named or not (tested by
 * trying all small tables).
 */
export function namedOf(notHelped: readonly OutcomeCount[]): Barrier[] {
  const often = barriers.filter((barrier) => total(notHelped.filter((row) => row.barrier === barrier)) >= SMALLEST_SHOWN)
  return often.slice(0, Math.max(0, Math.floor((total(notHelped) - (SMALLEST_SHOWN - 1)) / SMALLEST_SHOWN)))
}

/**
 * What stands in the way often, always in the same order and without a number. Counted only where the number of who was not helped is told. Months
 * are taken together until fourteen were not helped, and then never again: named among all who ever were, a thing that is new since the last
 * look would say too much of the few who came in between.
 */
export function oftenInTheWay(counted: readonly OutcomeCount[], before: string): Barrier[] {
  const told = toldDoors(counted, before).filter(({ shown }) => shown.parts['no-help'] !== null)
  const perMonth = monthsOf(counted, before).map((month) =>
    told.filter(({ until }) => until === month).flatMap(({ rows }) => rows.filter(({ outcome }) => outcome === 'no-help')),
  )
  const named = new Set(stretches(perMonth, (some) => total(some.flat()) >= NAMED_AMONG).flatMap(({ rows }) => namedOf(rows.flat())))
  return barriers.filter((barrier) => named.has(barrier))
}
