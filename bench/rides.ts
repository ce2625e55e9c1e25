import { minutesBetween } from '../src/functions/meet/rides/match/distances.ts'
import type { Driver, Need, Passenger } from '../src/functions/meet/rides/match/ride.ts'
import { proposeRides } from '../src/functions/meet/rides/match/rules.ts'
import { atMost, type Measured, timed } from './measure.ts'

/** A row of numbers between 0 and 1 that is the same every time. */
const numbers = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296
  return seed / 4_294_967_296
}

/** What a proposal for 200 requests and 60 drivers in 40 neighbourhoods costs, the slowest of several worlds. */
export async function rides(): Promise<Measured[]> {
  const worlds = [1, 2, 3, 4, 5].map((seed) => {
    const next = numbers(seed)
    const below = (most: number) => Math.floor(next() * most)
    const points = Array.from({ length: 40 }, (_, n) => ({ placeId: `p${n}`, latitude: 51.3 + next() / 6, longitude: 4.4 + next() / 4 }))
    const place = () => `p${below(40)}`
    const passengers = Array.from({ length: 200 }, (_, n): Passenger => {
      const need: Need[] = next() < 0.1 ? ['wheelchair'] : next() < 0.2 ? ['rollator'] : []
      return { id: `r${n}`, placeId: place(), seats: 1 + below(2), needs: need, ways: next() < 0.85 ? 'both' : 'there' }
    })
    const drivers = Array.from({ length: 60 }, (_, n): Driver => {
      const seats = 2 + below(4)
      return {
        id: `d${n}`,
        placeId: place(),
        seats: { there: seats, back: seats },
        carries: next() < 0.6 ? ['rollator', 'wheelchair'] : [],
      }
    })
    return { passengers, drivers, minutes: minutesBetween(points, []) }
  })
  const taken = await timed(worlds.length * 2, 1, (n) => {
    const world = worlds[Math.max(0, n) % worlds.length]
    if (world) proposeRides(world.passengers, world.drivers, world.minutes, { to: 'p0' })
  })
  return [atMost('rides', 'proposal for 200 ride requests with 60 drivers (slowest)', 1000, Math.max(...taken), 'ms')]
}
