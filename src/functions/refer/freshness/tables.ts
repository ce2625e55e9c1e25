import type { ColumnType } from 'kysely'

type WhenOrNull = ColumnType<Temporal.Instant | null, string | null | undefined, string | null>

/** What an organisation says is different: the field of the form, then the text. */
export type Proposal = Record<string, string>

/** The questions whether entries are still right, as SQL gives them. */
export type FreshnessTables = {
  freshness_request: {
    stek_id: string
    request_id: string
    service_id: string
    way: 'mail' | 'phone'
    asked_on: string
    token_hash: Buffer | null
    expires_on: string
    answered_at: WhenOrNull
    answer: 'same' | 'changed' | 'ended' | 'called' | null
    proposal: ColumnType<Proposal, string | undefined, string>
    settled_at: WhenOrNull
  }
}
