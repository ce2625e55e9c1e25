import type { Minutes } from '../match/distances.ts'
import { SPEED } from '../match/distances.ts'
import { type Driver, holds, type Leg, legs, type Passenger, type Proposal, type Ways } from '../match/ride.ts'
import { proposeRides } from '../match/rules.ts'
import type { Match, Offer, Request, Rides, SeatGiven } from './queries.ts'

/** A proposal ready to be kept: which seats are given up first, and which are given then. */
export type Redone = { freed: readonly Pick<Match, 'requestId' | 'way'>[]; given: readonly SeatGiven[]; withoutRide: readonly string[] }

const settled = (match: Match) => match.passengerYes || match.driverYes

const waysOf = (open: readonly Leg[]): Ways => (open.length === 2 ? 'both' : (open[0] ?? 'both'))

/**
 * A new proposal around what people already said yes to: those seats stay, all others are divided again.
 * Cars that were closed take nobody any more.
 * @source PRACTICE-9
 */
export function proposeAgain({ requests, offers, matches }: Rides, minutes: Minutes, to: string | null): Redone {
  const kept = matches.filter(settled)
  const openWays = ({ requestId, ways }: Request) =>
    legs.filter((leg) => holds(ways, leg) && !kept.some((match) => match.requestId === requestId && match.way === leg))
  const seatsOf = new Map(requests.map(({ requestId, seats }) => [requestId, seats]))
  const taken = ({ rideOfferId }: Offer, leg: Leg) =>
    kept
      .filter((match) => match.rideOfferId === rideOfferId && match.way === leg)
      .reduce((sum, { requestId }) => sum + (seatsOf.get(requestId) ?? 0), 0)
  const passengers = requests
    .map((request): Passenger & { open: readonly Leg[] } => {
      const open = openWays(request)
      return { id: request.requestId, placeId: request.placeId, seats: request.seats, needs: request.needs, ways: waysOf(open), open }
    })
    .filter(({ open }) => open.length > 0)
  const drivers = offers
    .filter(({ closed }) => !closed)
    .map((offer): Driver => {
      const free = (leg: Leg) => (holds(offer.ways, leg) ? Math.max(0, offer.seats - taken(offer, leg)) : 0)
      const inUse = kept
        .filter((match) => match.rideOfferId === offer.rideOfferId)
        .flatMap(({ requestId }) => requests.find((request) => request.requestId === requestId)?.needs ?? [])
      const carries = offer.carries.filter((need) => !inUse.includes(need))
      return { id: offer.rideOfferId, placeId: offer.placeId, seats: { there: free('there'), back: free('back') }, carries }
    })
  const proposal: Proposal = proposeRides(passengers, drivers, minutes, { to })
  return {
    freed: matches.filter((match) => !settled(match)),
    given: proposal.cars.flatMap(({ driverId, leg, passengerIds }) =>
      passengerIds.map((requestId, index) => ({ requestId, way: leg, rideOfferId: driverId, position: index + 1 })),
    ),
    withoutRide: proposal.withoutRide,
  }
}

/** The ways on which somebody still has no car: somebody with a car one way only would be left behind. */
export const missingWays = ({ requestId, ways }: Request, matches: readonly Match[]): readonly Leg[] =>
  legs.filter((leg) => holds(ways, leg) && !matches.some((match) => match.requestId === requestId && match.way === leg))

/** The kilometres of a car there and back with its stops, rounded up: a first guess for the coordinator, who knows better. */
export function roughKilometres(offer: Offer, { requests, matches }: Rides, minutes: Minutes, to: string | null): number {
  const placeOf = new Map(requests.map(({ requestId, placeId }) => [requestId, placeId]))
  const total = legs.reduce((sum, leg) => {
    const stops = matches
      .filter(({ rideOfferId, way }) => rideOfferId === offer.rideOfferId && way === leg)
      .map(({ requestId }) => placeOf.get(requestId) ?? null)
    if (stops.length === 0) return sum
    // Brought people and drove home alone: the driver did both ways in any case.
    const row = leg === 'there' ? [offer.placeId, ...stops, to] : [to, ...stops, offer.placeId]
    return sum + row.slice(1).reduce((all, stop, index) => all + minutes(row[index] ?? null, stop), 0)
  }, 0)
  return Math.ceil((total / 60) * SPEED)
}

/** What the coordinator chose by hand for one request: which seats go, and which are given at the end of the row. */
export function seatedByHand(
  request: Request,
  chosen: Record<Leg, string>,
  { offers, matches }: Rides,
): { freed: readonly Pick<Match, 'requestId' | 'way'>[]; given: readonly SeatGiven[] } | 'unknown-car' {
  const wanted = legs.filter((leg) => holds(request.ways, leg))
  if (wanted.some((leg) => chosen[leg] !== '' && !offers.some(({ rideOfferId }) => rideOfferId === chosen[leg]))) return 'unknown-car'
  const now = (leg: Leg) => matches.find(({ requestId, way }) => requestId === request.requestId && way === leg)?.rideOfferId ?? ''
  const different = wanted.filter((leg) => now(leg) !== chosen[leg])
  const last = (leg: Leg) =>
    Math.max(0, ...matches.filter(({ rideOfferId, way }) => rideOfferId === chosen[leg] && way === leg).map(({ position }) => position))
  return {
    freed: different.filter((leg) => now(leg) !== '').map((way) => ({ requestId: request.requestId, way })),
    given: different
      .filter((leg) => chosen[leg] !== '')
      .map((way) => ({ requestId: request.requestId, way, rideOfferId: chosen[way], position: last(way) + 1 })),
  }
}

/** Far more than anybody drives for one moment. */
const MOST_KILOMETRES = 500

/** Kilometres as typed when a ride is closed, "12", "12 km" or "12,4" rounded up; undefined when it is no number from 0 to 500. */
export function closingKilometres(typed: string): number | undefined {
  const [, number] = /^\s*(\d{1,4}(?:[.,]\d{1,2})?)\s*(?:km\.?)?\s*$/i.exec(typed) ?? []
  const kilometres = number === undefined ? undefined : Math.ceil(Number(number.replace(',', '.')))
  return kilometres !== undefined && kilometres <= MOST_KILOMETRES ? kilometres : undefined
}
