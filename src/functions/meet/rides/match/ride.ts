/** The two ways of a ride: to the moment, and home again. */
export const legs = ['there', 'back'] as const

/** One of the two ways. */
export type Leg = (typeof legs)[number]

/** Which ways somebody asks or offers; one only when the other is arranged in another manner. */
export const ways = ['both', 'there', 'back'] as const

/** Which ways somebody asks or offers. */
export type Ways = (typeof ways)[number]

/** What has to fit in the car beside people. */
export const needs = ['rollator', 'wheelchair', 'child-seat'] as const

/** Something that has to fit in the car. */
export type Need = (typeof needs)[number]

/** Whether the ways that somebody asks or offers hold this one. */
export const holds = (asked: Ways, leg: Leg): boolean => asked === 'both' || asked === leg

/** Somebody who asks a ride, for one or more people who stay together. */
export type Passenger = { id: string; placeId: string; seats: number; needs: readonly Need[]; ways: Ways }

/** Somebody who drives; `seats` are the free ones on each way, 0 when not driving that way. */
export type Driver = { id: string; placeId: string; seats: Record<Leg, number>; carries: readonly Need[] }

/** One car on one way with who sits in it, in the order of getting in (there) or out (back). */
export type Car = { driverId: string; leg: Leg; passengerIds: readonly string[] }

/** Who rides with whom, who could not be placed, and how many minutes all drivers together drive extra. */
export type Proposal = { cars: readonly Car[]; withoutRide: readonly string[]; detourInMinutes: number }
