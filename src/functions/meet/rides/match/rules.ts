import type { Minutes } from './distances.ts'
import { Plan } from './plan.ts'
import { type Driver, holds, legs, type Passenger, type Proposal } from './ride.ts'

/** Where everybody goes, and the most minutes a driver is asked to drive extra on one way. */
export type Options = { to: string | null; longestDetourInMinutes?: number }

const LONGEST_DETOUR = 40

/** Rounds of looking for something better; more is never needed in practice, and the end is certain. */
const MOST_ROUNDS = 12

/** The hard ones first: who needs much in a car, then who is with many; equal ones by id. */
const hardestFirst = (plan: Plan): number[] =>
  plan.passengers
    .map((passenger, index) => ({ index, hard: passenger.needs.length * 10 + passenger.seats }))
    .sort((one, other) => other.hard - one.hard || one.index - other.index)
    .map(({ index }) => index)

function greedy(passengers: readonly Passenger[], drivers: readonly Driver[], minutes: Minutes, options: Options): Plan {
  const plan = new Plan(passengers, drivers, minutes, options.to, options.longestDetourInMinutes ?? LONGEST_DETOUR)
  for (const passenger of hardestFirst(plan)) plan.seat(passenger)
  return plan
}

/** Moves one passenger on one way to a better spot; whether anything got shorter. */
function relocate(plan: Plan): boolean {
  let better = false
  for (let passenger = 0; passenger < plan.passengers.length; passenger += 1)
    for (const leg of legs) {
      const was = plan.take(passenger, leg)
      if (!was) continue
      const spot = plan.best(passenger, leg) ?? was
      const wins = spot.extra < was.extra - 1e-6
      plan.put(passenger, wins ? spot : was)
      better ||= wins
    }
  return better
}

/** Lets two passengers of different cars change places; whether anything got shorter. */
function swap(plan: Plan): boolean {
  let better = false
  for (const leg of legs)
    for (let one = 0; one < plan.passengers.length; one += 1)
      for (let other = one + 1; other < plan.passengers.length; other += 1) {
        const [carOfOne, carOfOther] = [plan.sits[leg][one] ?? -1, plan.sits[leg][other] ?? -1]
        if (carOfOne < 0 || carOfOther < 0 || carOfOne === carOfOther) continue
        better = swapped(plan, leg, one, other) || better
      }
  return better
}

function swapped(plan: Plan, leg: 'there' | 'back', one: number, other: number): boolean {
  const wasOne = plan.take(one, leg)
  const wasOther = plan.take(other, leg)
  if (!wasOne || !wasOther) throw new Error('both sat in a car')
  const newOne = plan.bestIn(wasOther.car, one)
  const newOther = plan.bestIn(wasOne.car, other)
  const wins = newOne && newOther && newOne.extra + newOther.extra < wasOne.extra + wasOther.extra - 1e-6
  plan.put(other, wins ? newOther : wasOther)
  plan.put(one, wins ? newOne : wasOne)
  return wins === true
}

/** Makes room for who has no ride yet by giving one other passenger another car; whether somebody more rides. */
function makeRoom(plan: Plan): boolean {
  let better = false
  for (const waiting of hardestFirst(plan)) {
    if (plan.served(waiting)) continue
    better = plan.seat(waiting) || squeezedIn(plan, waiting) || better
  }
  return better
}

function squeezedIn(plan: Plan, waiting: number): boolean {
  for (const leg of legs.filter((one) => holds(plan.passenger(waiting).ways, one) && !plan.best(waiting, one)))
    for (let moved = 0; moved < plan.passengers.length; moved += 1) {
      const was = plan.take(moved, leg)
      if (!was) continue
      const elsewhere = plan.best(moved, leg, was.car)
      if (elsewhere) {
        plan.put(moved, elsewhere)
        if (plan.seat(waiting)) return true
        plan.take(moved, leg)
      }
      plan.put(moved, was)
    }
  return false
}

/**
 * Who could ride with whom: as many people as possible, then as few extra minutes for the drivers as possible.
 * Nobody is left behind: a passenger rides every way that was asked, each way with at most one driver, or not at all.
 * The same input in any order gives the same proposal. 200 passengers and 60 drivers take far less than a second.
 * @source PRACTICE-9
 */
export function proposeRides(passengers: readonly Passenger[], drivers: readonly Driver[], minutes: Minutes, options: Options): Proposal {
  const plan = greedy(passengers, drivers, minutes, options)
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const moved = relocate(plan)
    const swappedAny = swap(plan)
    if (!makeRoom(plan) && !moved && !swappedAny) break
  }
  return plan.proposal()
}

/** The simple way, to compare with: everybody in turn takes the spot that adds least. */
export const greedyRides = (passengers: readonly Passenger[], drivers: readonly Driver[], minutes: Minutes, options: Options): Proposal =>
  greedy(passengers, drivers, minutes, options).proposal()
