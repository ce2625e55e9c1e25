import type { Tx } from '../../../../platform/database/door.ts'
import type { Leg, Need, Ways } from '../match/ride.ts'
import type { RideTables } from '../tables.ts'

/** Which moment rides are about: its key, without which nothing of a ride is looked up. */
export type MomentKey = { stekId: string; slotId: string; plannedDate: string }

/** Somebody who asks a ride, as the coordinator sees it. */
export type Request = {
  requestId: string
  name: string
  phone: string
  placeId: string
  placeName: string
  seats: number
  needs: Need[]
  ways: Ways
  /** How the moment stood when this person last heard of it; empty: as planned. */
  knows: string
}

/** Somebody who drives, as the coordinator sees it. */
export type Offer = {
  rideOfferId: string
  personId: string | null
  name: string
  phone: string
  placeId: string
  placeName: string
  seats: number
  carries: Need[]
  ways: Ways
  knows: string
  closed: boolean
}

/** Who sits in which car on one way, and who said yes. */
export type Match = { requestId: string; way: Leg; rideOfferId: string; position: number; passengerYes: boolean; driverYes: boolean }

/** All about the rides to one moment. */
export type Rides = { requests: readonly Request[]; offers: readonly Offer[]; matches: readonly Match[] }

const rides = (tx: Tx) => tx.withTables<RideTables>()

const requestsOf = (tx: Tx, { stekId, slotId, plannedDate }: MomentKey): Promise<Request[]> =>
  rides(tx)
    .selectFrom('ride_request as r')
    .innerJoin('ride_place as p', (join) => join.onRef('p.stek_id', '=', 'r.stek_id').onRef('p.place_id', '=', 'r.place_id'))
    .select([
      'r.request_id as requestId',
      'r.name',
      'r.phone',
      'r.place_id as placeId',
      'p.name as placeName',
      'r.seats',
      'r.needs',
      'r.ways',
      'r.knows',
    ])
    .where('r.stek_id', '=', stekId)
    .where('r.slot_id', '=', slotId)
    .where('r.on_date', '=', plannedDate)
    .orderBy('r.asked_at')
    .orderBy('r.request_id')
    .execute()

async function offersOf(tx: Tx, { stekId, slotId, plannedDate }: MomentKey): Promise<Offer[]> {
  const rows = await rides(tx)
    .selectFrom('ride_offer as o')
    .innerJoin('ride_place as p', (join) => join.onRef('p.stek_id', '=', 'o.stek_id').onRef('p.place_id', '=', 'o.place_id'))
    .select([
      'o.ride_offer_id as rideOfferId',
      'o.person_id as personId',
      'o.name',
      'o.phone',
      'o.place_id as placeId',
      'p.name as placeName',
    ])
    .select(['o.seats', 'o.carries', 'o.ways', 'o.knows', 'o.closed_at as closedAt'])
    .where('o.stek_id', '=', stekId)
    .where('o.slot_id', '=', slotId)
    .where('o.on_date', '=', plannedDate)
    .orderBy('o.offered_at')
    .orderBy('o.ride_offer_id')
    .execute()
  return rows.map(({ closedAt, ...row }) => ({ ...row, closed: closedAt !== null }))
}

async function matchesOf(tx: Tx, { stekId, slotId, plannedDate }: MomentKey): Promise<Match[]> {
  const rows = await rides(tx)
    .selectFrom('ride_match as m')
    .innerJoin('ride_request as r', (join) => join.onRef('r.stek_id', '=', 'm.stek_id').onRef('r.request_id', '=', 'm.request_id'))
    .selectAll('m')
    .where('m.stek_id', '=', stekId)
    .where('r.slot_id', '=', slotId)
    .where('r.on_date', '=', plannedDate)
    .orderBy('m.position')
    .orderBy('m.request_id')
    .execute()
  return rows.map((row) => ({
    requestId: row.request_id,
    way: row.way,
    rideOfferId: row.ride_offer_id,
    position: row.position,
    passengerYes: row.passenger_yes_at !== null,
    driverYes: row.driver_yes_at !== null,
  }))
}

/** Who asks, who drives and who rides with whom to a moment; nothing for who does not lead the stek. */
export const ridesTo = async (tx: Tx, key: MomentKey): Promise<Rides> => ({
  requests: await requestsOf(tx, key),
  offers: await offersOf(tx, key),
  matches: await matchesOf(tx, key),
})

/** A seat to give somebody on one way. */
export type SeatGiven = Pick<Match, 'requestId' | 'way' | 'rideOfferId' | 'position'>

/** Takes seats away again: those of a request on some ways. */
export async function freeSeats(tx: Tx, stekId: string, freed: readonly Pick<Match, 'requestId' | 'way'>[]): Promise<void> {
  for (const { requestId, way } of freed)
    await rides(tx)
      .deleteFrom('ride_match')
      .where('stek_id', '=', stekId)
      .where('request_id', '=', requestId)
      .where('way', '=', way)
      .execute()
}

/** Gives seats; throws the constraint `seats_are_enough` or `car_goes_there` when the car cannot take them. */
export async function giveSeats(tx: Tx, stekId: string, given: readonly SeatGiven[]): Promise<void> {
  for (const { requestId, way, rideOfferId, position } of given)
    await rides(tx)
      .insertInto('ride_match')
      .values({
        stek_id: stekId,
        request_id: requestId,
        way,
        ride_offer_id: rideOfferId,
        position,
        passenger_yes_at: null,
        driver_yes_at: null,
      })
      .execute()
}

/** Keeps that a passenger said yes to every seat of the request. */
export async function passengerSaysYes(tx: Tx, stekId: string, requestId: string, now: Temporal.Instant): Promise<void> {
  const change = rides(tx).updateTable('ride_match').set({ passenger_yes_at: now.toString() })
  await change.where('stek_id', '=', stekId).where('request_id', '=', requestId).where('passenger_yes_at', 'is', null).execute()
}

/** Keeps that a driver said yes to everybody in the car now. */
export async function driverSaysYes(tx: Tx, stekId: string, rideOfferId: string, now: Temporal.Instant): Promise<void> {
  const change = rides(tx).updateTable('ride_match').set({ driver_yes_at: now.toString() })
  await change.where('stek_id', '=', stekId).where('ride_offer_id', '=', rideOfferId).where('driver_yes_at', 'is', null).execute()
}

/** Takes a question for a ride away, with its seats. */
export async function removeRequest(tx: Tx, stekId: string, requestId: string): Promise<void> {
  await rides(tx).deleteFrom('ride_request').where('stek_id', '=', stekId).where('request_id', '=', requestId).execute()
}

/** Closes a car; gives who drove, or undefined when it was closed already. */
export const closeCar = (
  tx: Tx,
  stekId: string,
  rideOfferId: string,
  now: Temporal.Instant,
): Promise<{ personId: string | null } | undefined> =>
  rides(tx)
    .updateTable('ride_offer')
    .set({ closed_at: now.toString() })
    .where('stek_id', '=', stekId)
    .where('ride_offer_id', '=', rideOfferId)
    .where('closed_at', 'is', null)
    .returning('person_id as personId')
    .executeTakeFirst()

/** How many ask and how many drive, per moment from a day on, as `slot date`. */
export async function countsFrom(
  tx: Tx,
  stekId: string,
  from: string,
): Promise<Map<string, { asked: number; drive: number; waiting: number }>> {
  const counts = new Map<string, { asked: number; drive: number; waiting: number }>()
  const of = (slotId: string, date: string) => {
    const key = `${slotId} ${date}`
    const known = counts.get(key) ?? { asked: 0, drive: 0, waiting: 0 }
    counts.set(key, known)
    return known
  }
  const asked = await rides(tx)
    .selectFrom('ride_request as r')
    .select(({ selectFrom }) => [
      'r.slot_id',
      'r.on_date',
      'r.ways',
      selectFrom('ride_match as m')
        .select(({ fn }) => fn.countAll<string>().as('n'))
        .whereRef('m.stek_id', '=', 'r.stek_id')
        .whereRef('m.request_id', '=', 'r.request_id')
        .as('seated'),
    ])
    .where('r.stek_id', '=', stekId)
    .where('r.happens_on', '>=', from)
    .execute()
  for (const row of asked) {
    const count = of(row.slot_id, row.on_date)
    count.asked += 1
    if (Number(row.seated ?? 0) < (row.ways === 'both' ? 2 : 1)) count.waiting += 1
  }
  const drives = await rides(tx)
    .selectFrom('ride_offer')
    .select(['slot_id', 'on_date'])
    .where('stek_id', '=', stekId)
    .where('happens_on', '>=', from)
    .execute()
  for (const row of drives) of(row.slot_id, row.on_date).drive += 1
  return counts
}
