import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/door.ts'
import { standOf } from '../../../../programme/sign-up/news.ts'
import type { Leg, Need, Ways } from '../match/ride.ts'
import type { RideMoment } from '../moment.ts'
import type { RideTables } from '../tables.ts'
import type { Drive } from './rules.ts'

/** Keeps an offer to drive. */
export async function keepDrive(tx: Tx, { stek, moment }: RideMoment, offerId: string, drive: Drive, now: Temporal.Instant): Promise<void> {
  await tx
    .withTables<RideTables>()
    .insertInto('ride_offer')
    .values({
      stek_id: stek.stekId,
      ride_offer_id: offerId,
      slot_id: moment.slotId,
      on_date: moment.plannedDate,
      happens_on: moment.date,
      person_id: drive.personId,
      name: drive.name,
      phone: drive.phone,
      place_id: drive.placeId,
      seats: drive.seats,
      carries: drive.carries,
      ways: drive.ways,
      offered_at: now.toString(),
      closed_at: null,
      knows: standOf(moment),
    })
    .execute()
}

/** The volunteers of a stek who can be written down as a driver, by name. */
export const volunteersOf = (tx: Tx, stekId: string): Promise<{ personId: string; name: string }[]> =>
  tx
    .withTables<RideTables>()
    .selectFrom('role')
    .innerJoin('person', 'person.person_id', 'role.person_id')
    .select(['person.person_id as personId', 'person.name'])
    .where('role.stek_id', '=', stekId)
    .where('role.kind', '=', 'volunteer')
    .orderBy('person.name')
    .orderBy('person.person_id')
    .execute()

/** An own offer to drive, as its driver sees it. */
export type OwnDrive = { rideOfferId: string; slotId: string; onDate: string; placeName: string; seats: number; ways: Ways }

/** The offers of somebody to drive from a day on. */
export const ownDrives = (tx: Tx, stekId: string, personId: string, from: string): Promise<OwnDrive[]> =>
  tx
    .withTables<RideTables>()
    .selectFrom('ride_offer')
    .innerJoin('ride_place', (join) =>
      join.onRef('ride_place.stek_id', '=', 'ride_offer.stek_id').onRef('ride_place.place_id', '=', 'ride_offer.place_id'),
    )
    .select(['ride_offer_id as rideOfferId', 'slot_id as slotId', 'on_date as onDate', 'ride_place.name as placeName', 'seats', 'ways'])
    .where('ride_offer.stek_id', '=', stekId)
    .where('person_id', '=', personId)
    .where('happens_on', '>=', from)
    .orderBy('happens_on')
    .orderBy('ride_offer_id')
    .execute()

/** Somebody in the own car; name and phone are null until both said yes, in the database too. @source REFER-4 */
export type OwnPassenger = {
  rideOfferId: string
  requestId: string
  way: Leg
  placeName: string
  seats: number
  needs: Need[]
  bothSaidYes: boolean
  driverSaidYes: boolean
  name: string | null
  phone: string | null
}

/** Who rides along with the person who asks, in the order of the stops. */
export async function ownPassengers(tx: Tx, stekId: string): Promise<OwnPassenger[]> {
  const rows = await tx
    .withTables<RideTables>()
    .selectFrom('ride_for_driver')
    .selectAll()
    .where('stek_id', '=', stekId)
    .orderBy('way', 'desc')
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    rideOfferId: row.ride_offer_id,
    requestId: row.request_id,
    way: row.way,
    placeName: row.place_name,
    seats: row.seats,
    needs: row.needs,
    bothSaidYes: row.passenger_yes_at !== null && row.driver_yes_at !== null,
    driverSaidYes: row.driver_yes_at !== null,
    name: row.name,
    phone: row.phone,
  }))
}

/** How many seats are asked for each moment, as `slot date` to a number; for who could drive. */
export async function seatsWanted(tx: Tx, stekId: string): Promise<Map<string, number>> {
  const rows = await tx.withTables<RideTables>().selectFrom('ride_wanted').selectAll().where('stek_id', '=', stekId).execute()
  return new Map(rows.map((row) => [`${row.slot_id} ${row.on_date}`, row.seats]))
}

/** The driver says yes to everybody who is in the own car now. */
export async function sayYesAsDriver(tx: Tx, rideOfferId: string, now: Temporal.Instant): Promise<void> {
  await sql`select driver_says_yes(${rideOfferId}::uuid, ${now.toString()}::timestamptz)`.execute(tx)
}

/** Takes an offer to drive away; who sat in the car has no ride then. Of somebody else only by who leads the stek. */
export async function removeDrive(tx: Tx, stekId: string, rideOfferId: string): Promise<void> {
  await tx
    .withTables<RideTables>()
    .deleteFrom('ride_offer')
    .where('stek_id', '=', stekId)
    .where('ride_offer_id', '=', rideOfferId)
    .execute()
}
