import type { Minutes } from './distances.ts'
import { type Driver, holds, type Leg, legs, type Need, type Passenger, type Proposal } from './ride.ts'

/** A car on one way while it is being filled: numbers instead of ids, so that thousands of tries take milliseconds. */
export type Seat = { driver: number; leg: Leg; home: number; free: number; carries: readonly Need[]; route: number[]; detour: number }

/** A place to sit: which car, where in its row of stops, and how many minutes it adds. */
export type Spot = { car: number; at: number; extra: number }

const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)

/** The cars of one moment with who sits where; changed in place by the search. */
export class Plan {
  readonly passengers: readonly Passenger[]
  readonly cars: readonly Seat[]
  /** The car of each passenger on each way, -1 when none. */
  readonly sits: Record<Leg, Int16Array>
  private readonly stop: Int16Array
  private readonly minutes: Float64Array
  private readonly size: number
  private readonly end: number
  private readonly longest: number
  private readonly carsOf: Record<Leg, readonly number[]>

  constructor(passengers: readonly Passenger[], drivers: readonly Driver[], minutes: Minutes, to: string | null, longest: number) {
    this.passengers = [...passengers].sort(byId)
    this.longest = longest
    const inOrder = [...drivers].sort(byId)
    const places = [...new Set([...this.passengers, ...inOrder].map(({ placeId }) => placeId))].sort()
    const stops: readonly (string | null)[] = [...places, to]
    const indexOf = new Map(places.map((placeId, index) => [placeId, index]))
    this.size = stops.length
    this.end = stops.length - 1
    this.minutes = Float64Array.from(stops.flatMap((from) => stops.map((other) => minutes(from, other))))
    this.stop = Int16Array.from(this.passengers, ({ placeId }) => indexOf.get(placeId) ?? this.end)
    this.cars = inOrder.flatMap(({ placeId, seats, carries }, driver) =>
      legs
        .filter((leg) => seats[leg] > 0)
        .map((leg): Seat => ({ driver, leg, home: indexOf.get(placeId) ?? this.end, free: seats[leg], carries, route: [], detour: 0 })),
    )
    const carsOf = (leg: Leg) => this.cars.flatMap((car, index) => (car.leg === leg ? [index] : []))
    this.carsOf = { there: carsOf('there'), back: carsOf('back') }
    this.sits = { there: new Int16Array(this.passengers.length).fill(-1), back: new Int16Array(this.passengers.length).fill(-1) }
    this.driverIds = inOrder.map(({ id }) => id)
  }

  private readonly driverIds: readonly string[]

  /** The car that rides this way, by its number. */
  car(index: number): Seat {
    const car = this.cars[index]
    if (!car) throw new Error('there is no such car')
    return car
  }

  /** The passenger with this number. */
  passenger(index: number): Passenger {
    const passenger = this.passengers[index]
    if (!passenger) throw new Error('there is no such passenger')
    return passenger
  }

  private between(from: number, to: number): number {
    return this.minutes[from * this.size + to] ?? 0
  }

  /** The stop at a place in the row: home, a passenger, or the moment; the way home is driven in the other direction. */
  private stopAt(car: Seat, at: number): number {
    if (at < 0) return car.leg === 'there' ? car.home : this.end
    const passenger = car.route[at]
    if (passenger === undefined) return car.leg === 'there' ? this.end : car.home
    return this.stop[passenger] ?? this.end
  }

  /** Minutes that a passenger adds when getting in before the passenger who is now at `at`. */
  private extra(car: Seat, passenger: number, at: number): number {
    const [before, after, mine] = [this.stopAt(car, at - 1), this.stopAt(car, at), this.stop[passenger] ?? this.end]
    return this.between(before, mine) + this.between(mine, after) - this.between(before, after)
  }

  /** Whether people and what they bring fit: seats, and one of each kind of thing to a car. */
  private fits(car: Seat, { seats, needs }: Passenger): boolean {
    if (seats > car.free) return false
    return needs.every((need) => car.carries.includes(need) && !car.route.some((other) => this.passenger(other).needs.includes(need)))
  }

  /** The spot on a way that adds least; undefined when there is none. Equal ones go to the first car and the earliest place. */
  best(passenger: number, leg: Leg, except = -1): Spot | undefined {
    let found: Spot | undefined
    for (const index of this.carsOf[leg]) {
      if (index === except) continue
      found = this.bestIn(index, passenger, found)
    }
    return found
  }

  /** The spot in one car that adds least, when it is better than `found`. */
  bestIn(index: number, passenger: number, found?: Spot): Spot | undefined {
    const car = this.car(index)
    if (!this.fits(car, this.passenger(passenger))) return found
    for (let at = 0; at <= car.route.length; at += 1) {
      const extra = this.extra(car, passenger, at)
      if (car.detour + extra <= this.longest && (!found || extra < found.extra - 1e-9)) found = { car: index, at, extra }
    }
    return found
  }

  /** Lets a passenger sit somewhere. */
  put(passenger: number, { car: index, at, extra }: Spot): void {
    const car = this.car(index)
    car.route.splice(at, 0, passenger)
    car.detour += extra
    car.free -= this.passenger(passenger).seats
    this.sits[car.leg][passenger] = index
  }

  /** Takes a passenger out of the car on a way; gives the spot to put back exactly, or undefined when there was none. */
  take(passenger: number, leg: Leg): Spot | undefined {
    const index = this.sits[leg][passenger] ?? -1
    if (index < 0) return undefined
    const car = this.car(index)
    const at = car.route.indexOf(passenger)
    car.route.splice(at, 1)
    const extra = this.extra(car, passenger, at)
    car.detour -= extra
    car.free += this.passenger(passenger).seats
    this.sits[leg][passenger] = -1
    return { car: index, at, extra }
  }

  /** Whether a passenger rides every way that was asked. */
  served(passenger: number): boolean {
    return legs.every((leg) => !holds(this.passenger(passenger).ways, leg) || (this.sits[leg][passenger] ?? -1) >= 0)
  }

  /** Seats a passenger on every way that was asked, or nowhere at all: nobody is brought and left behind. */
  seat(passenger: number): boolean {
    const taken: Leg[] = []
    for (const leg of legs) {
      if (!holds(this.passenger(passenger).ways, leg) || (this.sits[leg][passenger] ?? -1) >= 0) continue
      const spot = this.best(passenger, leg)
      if (!spot) {
        for (const done of taken) this.take(passenger, done)
        return false
      }
      this.put(passenger, spot)
      taken.push(leg)
    }
    return true
  }

  /** What is in the plan now, by ids. */
  proposal(): Proposal {
    const idOf = (passenger: number) => this.passenger(passenger).id
    return {
      cars: this.cars
        .filter(({ route }) => route.length > 0)
        .map(({ driver, leg, route }) => ({ driverId: this.driverIds[driver] ?? '', leg, passengerIds: route.map(idOf) })),
      withoutRide: this.passengers.flatMap(({ id }, index) => (this.served(index) ? [] : [id])),
      detourInMinutes: this.cars.reduce((sum, { detour, route }) => sum + (route.length > 0 ? detour : 0), 0),
    }
  }
}
