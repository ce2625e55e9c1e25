import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { minutesBetween, straightKilometres, UNKNOWN_MINUTES } from './distances.ts'
import { type Driver, holds, legs, needs, type Passenger, type Proposal, ways } from './ride.ts'
import { greedyRides, proposeRides } from './rules.ts'

const points = Array.from({ length: 8 }, (_, n) => ({ placeId: `p${n}`, latitude: 51.35 + (n % 3) * 0.02, longitude: 4.4 + n * 0.011 }))
const minutes = minutesBetween(points, [{ fromPlaceId: 'p1', toPlaceId: 'p2', minutes: 9 }])
const place = fc.constantFrom(...points.map(({ placeId }) => placeId))
const someNeeds = fc.subarray([...needs])

const passengersOf = fc
  .array(fc.record({ placeId: place, seats: fc.integer({ min: 1, max: 4 }), needs: someNeeds, ways: fc.constantFrom(...ways) }), {
    maxLength: 14,
  })
  .map((all): Passenger[] => all.map((one, n) => ({ ...one, id: `r${String(n).padStart(2, '0')}` })))
const driversOf = fc
  .array(fc.record({ placeId: place, carries: someNeeds, there: fc.integer({ min: 0, max: 5 }), back: fc.integer({ min: 0, max: 5 }) }), {
    maxLength: 6,
  })
  .map((all): Driver[] => all.map(({ there, back, ...one }, n) => ({ ...one, id: `d${n}`, seats: { there, back } })))

const worlds = fc.record({ passengers: passengersOf, drivers: driversOf, longestDetourInMinutes: fc.integer({ min: 0, max: 60 }) })
type World = { passengers: Passenger[]; drivers: Driver[]; longestDetourInMinutes: number }

const proposed = ({ passengers, drivers, longestDetourInMinutes }: World): Proposal =>
  proposeRides(passengers, drivers, minutes, { to: 'p0', longestDetourInMinutes })

const carsWith = (proposal: Proposal, id: string, leg: string) =>
  proposal.cars.filter((car) => car.leg === leg && car.passengerIds.includes(id))

test('PRACTICE-9 nobody is brought and left behind: every way that was asked is covered, or none', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const proposal = proposed(world)
      for (const { id, ways: asked } of world.passengers) {
        const rides = legs.map((leg) => carsWith(proposal, id, leg).length)
        const wanted = legs.map((leg) => (holds(asked, leg) ? 1 : 0))
        assert.deepEqual(rides, proposal.withoutRide.includes(id) ? [0, 0] : wanted)
      }
    }),
    { numRuns: 300 },
  )
})

test('PRACTICE-9 no car takes more people or other things than fit, and nobody sits in two cars', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const proposal = proposed(world)
      for (const { driverId, leg, passengerIds } of proposal.cars) {
        const driver = world.drivers.find(({ id }) => id === driverId)
        const inCar = passengerIds.flatMap((one) => world.passengers.find(({ id }) => id === one) ?? [])
        assert.ok(driver && inCar.length === passengerIds.length)
        assert.ok(inCar.reduce((sum, { seats }) => sum + seats, 0) <= driver.seats[leg])
        const things = inCar.flatMap((one) => one.needs)
        assert.equal(new Set(things).size, things.length, 'two of the same kind in one car')
        assert.ok(things.every((need) => driver.carries.includes(need)))
      }
      for (const { id } of world.passengers) for (const leg of legs) assert.ok(carsWith(proposal, id, leg).length <= 1)
    }),
    { numRuns: 300 },
  )
})

/** The extra minutes of one car, worked out in the plain way. */
function detourOf(world: World, { driverId, leg, passengerIds }: Proposal['cars'][number]): number {
  const home = world.drivers.find(({ id }) => id === driverId)?.placeId ?? null
  const stops = passengerIds.map((one) => world.passengers.find(({ id }) => id === one)?.placeId ?? null)
  const row = leg === 'there' ? [home, ...stops, 'p0'] : ['p0', ...stops, home]
  return row.slice(1).reduce((sum, stop, n) => sum + minutes(row[n] ?? null, stop), 0) - minutes(home, 'p0')
}

test('the extra minutes are what the roads say, and no driver drives further round than was allowed', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const proposal = proposed(world)
      const detours = proposal.cars.map((car) => detourOf(world, car))
      assert.ok(Math.abs(detours.reduce((sum, one) => sum + one, 0) - proposal.detourInMinutes) < 1e-6)
      assert.ok(detours.every((one) => one <= world.longestDetourInMinutes + 1e-6))
    }),
    { numRuns: 300 },
  )
})

test('the proposal is never worse than the simple way: more people ride, or as many with as few extra minutes', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const [mine, simple] = [
        proposed(world),
        greedyRides(world.passengers, world.drivers, minutes, { to: 'p0', longestDetourInMinutes: world.longestDetourInMinutes }),
      ]
      assert.ok(mine.withoutRide.length <= simple.withoutRide.length)
      if (mine.withoutRide.length === simple.withoutRide.length) assert.ok(mine.detourInMinutes <= simple.detourInMinutes + 1e-6)
    }),
    { numRuns: 300 },
  )
})

test('the order in which people asked makes no difference', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const turned = { ...world, passengers: world.passengers.toReversed(), drivers: world.drivers.toReversed() }
      assert.deepEqual(proposed(turned), proposed(world))
    }),
    { numRuns: 100 },
  )
})

test('somebody with a wheelchair gets the car that takes it, also when somebody else sat there first', () => {
  const passengers: Passenger[] = [
    { id: 'a', placeId: 'p1', seats: 1, needs: [], ways: 'both' },
    { id: 'b', placeId: 'p1', seats: 1, needs: ['wheelchair'], ways: 'both' },
  ]
  const drivers: Driver[] = [
    { id: 'big', placeId: 'p1', seats: { there: 1, back: 1 }, carries: ['wheelchair'] },
    { id: 'small', placeId: 'p5', seats: { there: 1, back: 1 }, carries: [] },
  ]
  const { cars, withoutRide } = proposeRides(passengers, drivers, minutes, { to: 'p0' })
  assert.deepEqual(withoutRide, [])
  assert.deepEqual(cars.find(({ driverId, leg }) => driverId === 'big' && leg === 'there')?.passengerIds, ['b'])
})

test('the way home may be with another driver', () => {
  const drivers: Driver[] = [
    { id: 'morning', placeId: 'p1', seats: { there: 2, back: 0 }, carries: [] },
    { id: 'evening', placeId: 'p2', seats: { there: 0, back: 2 }, carries: [] },
  ]
  const { cars } = proposeRides([{ id: 'a', placeId: 'p1', seats: 1, needs: [], ways: 'both' }], drivers, minutes, { to: 'p0' })
  assert.deepEqual(
    cars.map(({ driverId, leg }) => `${driverId} ${leg}`),
    ['evening back', 'morning there'],
  )
})

test('minutes are given ones first, then by the road, then a quarter of an hour', () => {
  assert.equal(minutes('p2', 'p1'), 9)
  assert.equal(minutes('p3', 'p3'), 0)
  assert.equal(minutes('p1', null), UNKNOWN_MINUTES)
  assert.equal(minutes('p1', 'nowhere'), UNKNOWN_MINUTES)
  const road = straightKilometres({ latitude: 51.35, longitude: 4.4 }, { latitude: 51.35, longitude: 4.433 })
  assert.ok(road > 2.2 && road < 2.4, `${road} km`)
  assert.ok(Math.abs(minutes('p0', 'p3') - (road * 1.3 * 60) / 40) < 1e-9)
})
