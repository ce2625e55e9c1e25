import type { ColumnType, Generated } from 'kysely'

type When = ColumnType<Temporal.Instant, string, string>
type MaybeWhen = ColumnType<Temporal.Instant | null, string | undefined, string | null>

/** The tables of taking part without an account, as SQL gives them. */
export type SignUpTables = {
  sign_up_terms: {
    stek_id: string
    offer_id: string
    capacity: number
    kept_for_desk: number
    closes_hours_before: number
    meeting_point: string
    what_to_bring: string
    seats: number | null
  }
  sign_up: {
    stek_id: string
    sign_up_id: string
    slot_id: string
    on_date: string
    happens_on: string
    arrival: ColumnType<number, never, never>
    people: number
    name: string
    phone: string
    email: string
    language: string
    code_hash: Buffer | null
    by_desk: boolean
    knows: Generated<string>
    arrived_at: When
    changed_at: When
    placed_at: ColumnType<Temporal.Instant | null, never, never>
    promoted_at: ColumnType<Temporal.Instant | null, never, never>
    told_at: MaybeWhen
    withdrawn_at: MaybeWhen
  }
  sign_up_mail: { stek_id: string; mail_id: string; sign_up_id: string; news: string; happens_on: string }
}
