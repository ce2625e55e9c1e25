import type { ColumnType, Generated } from 'kysely'
import type { Translations } from '../place/tables.ts'

type When = ColumnType<Temporal.Instant, string, string>
type MaybeWhen = ColumnType<Temporal.Instant | null, string | null, string | null>
type OfTranslations = ColumnType<Translations, string | undefined, string>

/** The tables of the programme, as SQL gives them: `date` as '2026-11-24', `time` as '13:00'. */
export type ProgrammeTables = {
  offer: {
    stek_id: string
    offer_id: string
    partner_id: string
    site_id: string
    slug: string
    title: string
    summary: string
    description: string
    functions: string[]
    themes: string[]
    audience: string
    price_in_cents: number
    pays: Generated<'amount' | 'what-you-buy'>
    cost_carrier_id: string | null
    taking_part: 'walk-in' | 'sign-up'
    spoken_languages: string[]
    pictogram: string
    who_you_meet: string
    professionals_only: boolean
    confidential: boolean
    confirm_every_days: number
    confirmed_at: MaybeWhen
    confirmed_by: string | null
    ended_on: string | null
    translations: OfTranslations
    revision: Generated<number>
    created_at: Generated<Temporal.Instant>
  }
  slot: {
    stek_id: string
    slot_id: string
    offer_id: string
    pattern: 'weekly' | 'monthly' | 'once'
    weekday: number | null
    every_weeks: number | null
    nth: number | null
    starts_on: string
    ends_on: string | null
    start_time: string
    end_time: string
    room_id: string | null
    needs_room_alone: boolean
    pauses_in_school_holidays: boolean
    pauses_on_public_holidays: boolean
    lane: ColumnType<number, never, never>
    revision: Generated<number>
  }
  exception: {
    stek_id: string
    slot_id: string
    on_date: string
    cancelled_at: MaybeWhen
    moved_to: string | null
    start_time: string | null
    end_time: string | null
    site_id: string | null
    room_id: string | null
    reason: string
    revision: Generated<number>
  }
  closure: { stek_id: string; closure_id: string; site_id: string; from_date: string; until_date: string; reason: string }
  room_claim: { stek_id: string; slot_id: string; on_date: string; room_id: string; during: string; lanes: string }
  change: {
    stek_id: string
    change_id: string
    person_id: string | null
    happened_at: When
    kind: string
    offer_id: string | null
    images: ColumnType<unknown, string, string>
    undone_at: MaybeWhen
  }
  printing: {
    stek_id: string
    printing_id: string
    channel: 'flyer-a5' | 'flyer-a4' | 'poster-a3'
    language: string
    fingerprint: string
    printed_at: When
  }
}
