import type { ColumnType, Generated } from 'kysely'

type When = ColumnType<Temporal.Instant, string, string>

/** Words of a row in other languages: language, then column name, then text. */
export type Translations = Record<string, Record<string, string>>

/** The tables of place, as SQL gives them: `date` and `time` as text, `timestamptz` as an Instant. */
export type PlaceTables = {
  network: { network_id: string; slug: string; name: string }
  stek: {
    stek_id: string
    network_id: string
    slug: string
    name: string
    municipality: string
    nis_code: string | null
    welcome: string
    phone: string | null
    price_limit_in_cents: number
    translations: Translations
  }
  stek_version: { stek_id: string; version: number; changed_at: When }
  site: {
    stek_id: string
    site_id: string
    slug: string
    name: string
    street: string
    postcode: string | null
    town: string
    directions: string
    bus: string
    bike: string
    parking: string
    step_free: 'yes' | 'partly' | 'no' | 'unknown'
    toilet: 'adapted' | 'yes' | 'no' | 'unknown'
    translations: Translations
  }
  room: { stek_id: string; room_id: string; site_id: string; name: string }
  partner: {
    stek_id: string
    partner_id: string
    slug: string
    name: string
    what: string
    how_to_reach: string
    website: string | null
    phone: string | null
    email: string | null
    pictogram: string
    translations: Translations
  }
  context_figure: {
    stek_id: string
    context_figure_id: string
    subject: string
    amount: string
    unit: string
    source: string
    as_of: string
  }
  key_moment: { stek_id: string; key_moment_id: string; happened_on: string; known_to: 'day' | 'month' | 'season'; what: string }
  role: {
    stek_id: string
    person_id: string
    kind: string
    partner_id: string | null
    given_by: string | null
    given_at: Generated<Temporal.Instant>
  }
  person: { person_id: string; name: string; email: string; language: string; left_at: Temporal.Instant | null }
}
