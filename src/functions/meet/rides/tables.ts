import type { ColumnType, Generated } from 'kysely'
import type { PlaceTables } from '../../../place/tables.ts'
import type { Leg, Need, Ways } from './match/ride.ts'

type When = ColumnType<Temporal.Instant, string, string>
type MaybeWhen = ColumnType<Temporal.Instant | null, string | null, string | null>

/** The tables and views of rides, as SQL gives them; `numeric` comes as text. */
export type RideTables = PlaceTables & {
  ride_place: {
    stek_id: string
    place_id: string
    name: string
    latitude: ColumnType<string | null, number | null, number | null>
    longitude: ColumnType<string | null, number | null, number | null>
    site_id: string | null
    ended_at: MaybeWhen
  }
  ride_minutes: { stek_id: string; from_place_id: string; to_place_id: string; minutes: number }
  ride_request: {
    stek_id: string
    request_id: string
    slot_id: string
    on_date: string
    happens_on: string
    name: string
    phone: string
    place_id: string
    seats: number
    needs: Need[]
    ways: Ways
    asked_at: When
    knows: Generated<string>
  }
  ride_offer: {
    stek_id: string
    ride_offer_id: string
    slot_id: string
    on_date: string
    happens_on: string
    person_id: string | null
    name: string
    phone: string
    place_id: string
    seats: number
    carries: Need[]
    ways: Ways
    offered_at: When
    closed_at: MaybeWhen
    knows: Generated<string>
  }
  ride_match: {
    stek_id: string
    request_id: string
    way: Leg
    ride_offer_id: string
    position: number
    passenger_yes_at: MaybeWhen
    driver_yes_at: MaybeWhen
  }
  ride_for_driver: {
    stek_id: string
    ride_offer_id: string
    request_id: string
    way: Leg
    position: number
    place_name: string
    seats: number
    needs: Need[]
    passenger_yes_at: Temporal.Instant | null
    driver_yes_at: Temporal.Instant | null
    name: string | null
    phone: string | null
  }
  ride_wanted: { stek_id: string; slot_id: string; on_date: string; seats: number }
  ride_kilometres: { stek_id: string; person_id: string; month: string; kilometres: number }
}
