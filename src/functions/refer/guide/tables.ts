import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Translations } from '../../../place/tables.ts'

type OfTranslations = ColumnType<Translations, string | undefined, string>

/** How a service can be approached. */
export type Way = 'walk-in' | 'appointment' | 'phone' | 'online' | 'home-visit'

/** Which government a service is of; the levels of IPDC. */
export type Level = 'european' | 'federal' | 'flemish' | 'provincial' | 'local'

/** Where a row was taken over from and what it is called there; both or none. */
type Imported = { imported_from: string | null; imported_id: string | null }

/** The tables of the services guide, as SQL gives them: `date` as '2026-11-24', `time` as '13:00'. */
export type GuideTables = {
  organisation: Imported & {
    stek_id: string
    organisation_id: string
    slug: string
    name: string
    what: Generated<string>
    website: string | null
    phone: string | null
    email: string | null
    kbo_number: string | null
    partner_id: string | null
    part_of_id: string | null
    translations: OfTranslations
    revision: Generated<number>
  }
  service: Imported & {
    stek_id: string
    service_id: string
    organisation_id: string
    slug: string
    name: string
    what: Generated<string>
    also_called: Generated<string>
    themes: Generated<string[]>
    level: Level | null
    languages: Generated<string[]>
    for_whom: Generated<string>
    conditions: Generated<string>
    is_free: boolean | null
    cost: Generated<string>
    bring: Generated<string>
    how_to_reach: Generated<string>
    ask_for: Generated<string>
    ways: Generated<Way[]>
    website: string | null
    phone: string | null
    email: string | null
    ipdc_uri: string | null
    rights_explorer_url: string | null
    social_map_url: string | null
    check_every_months: Generated<number>
    checked_on: string | null
    checked_by: 'worker' | 'organisation' | 'source' | null
    source: Generated<string>
    translations: OfTranslations
    ended_on: string | null
    revision: Generated<number>
  }
  service_location: Imported & {
    stek_id: string
    location_id: string
    name: string
    street: Generated<string>
    postcode: string | null
    town: Generated<string>
    latitude: string | null
    longitude: string | null
    site_id: string | null
    bus: Generated<string>
    directions: Generated<string>
    step_free: Generated<'yes' | 'partly' | 'no' | 'unknown'>
    translations: OfTranslations
  }
  service_at_location: { stek_id: string; service_id: string; location_id: string; part_id: GeneratedAlways<string> }
  service_change: { stek_id: string; service_id: string; changed_at: ColumnType<Temporal.Instant, never, never> }
  service_hours: {
    stek_id: string
    hours_id: string
    service_id: string
    location_id: string | null
    weekday: number
    opens: string
    closes: string
    by_appointment: Generated<boolean>
    from_date: string | null
    until_date: string | null
    note: Generated<string>
  }
  service_notice: {
    stek_id: string
    notice_id: string
    service_id: string
    location_id: string | null
    kind: 'closure' | 'hours' | 'message'
    from_date: string
    until_date: string
    opens: string | null
    closes: string | null
    message: Generated<string>
  }
  service_reach: {
    stek_id: string
    location_id: string
    site_id: string
    by_means: 'foot' | 'bike' | 'bus' | 'car'
    minutes: number
    weekdays: Generated<number[]>
    first_there: string | null
    last_back: string | null
    note: Generated<string>
  }
}
