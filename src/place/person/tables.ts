import type { ColumnType, Generated } from 'kysely'
import type { Language } from '../../platform/i18n/languages.ts'
import type { RoleKind } from './rules.ts'

type When = ColumnType<Temporal.Instant, string, string>
type MaybeWhen = ColumnType<Temporal.Instant | null, string | null | undefined, string | null>

/** The tables of people who work here and of what signs them in, as SQL gives them. */
export type PersonTables = {
  person: {
    person_id: string
    name: string
    email: string
    language: ColumnType<Language, string | undefined, string>
    created_at: ColumnType<Temporal.Instant, string | undefined, never>
    left_at: MaybeWhen
  }
  role: {
    stek_id: string
    person_id: string
    kind: RoleKind
    partner_id: string | null
    given_by: string | null
    given_at: ColumnType<Temporal.Instant, string | undefined, never>
  }
  sign_in_link: {
    token_hash: Buffer
    person_id: string | null
    purpose: 'sign-in' | 'set-up'
    created_at: ColumnType<Temporal.Instant, string, never>
    expires_at: When
    used_at: MaybeWhen
  }
  passkey: {
    credential_id: string
    person_id: string
    public_key: Buffer
    counter: number
    transports: string[]
    label: string
    created_at: ColumnType<Temporal.Instant, string, never>
    last_used_at: MaybeWhen
  }
  passkey_challenge: { challenge_hash: Buffer; person_id: string | null; expires_at: When }
  stek: { stek_id: string; slug: string; name: string }
  partner: { stek_id: string; partner_id: string; name: string }
  session: { token_hash: Buffer; person_id: string; expires_at: Generated<Temporal.Instant> }
}
