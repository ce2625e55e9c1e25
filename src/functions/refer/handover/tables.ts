import type { ColumnType, Generated } from 'kysely'
import type { PlaceTables } from '../../../place/tables.ts'
import type { Language } from '../../../platform/i18n/languages.ts'
import type { GuideTables } from '../guide/tables.ts'
import type { Barrier, Companion, Outcome, Theme } from './handover.ts'

type Instant = ColumnType<Temporal.Instant, string, string>
type InstantOrNull = ColumnType<Temporal.Instant | null, string | null | undefined, string | null>

/** The tables of the handover, as SQL gives them; those of the guide and of places beside them. */
export type HandoverTables = GuideTables &
  PlaceTables & {
    handover: {
      stek_id: string
      handover_id: string
      service_id: string | null
      location_id: string | null
      theme: Theme
      on_date: string | null
      at_time: string | null
      companion: Companion
      language: Language
      shows_service: boolean
      own_code_hash: Buffer
      service_code_hash: Buffer
      created_at: Instant
      ends_at: Instant
      outcome: Generated<Outcome | null>
      barrier: Generated<Barrier | null>
      passed_to_id: Generated<string | null>
      answered_at: InstantOrNull
      kept_at: InstantOrNull
      took_message_at: InstantOrNull
    }
    sharing_consent: {
      stek_id: string
      handover_id: string
      consent_id: string
      what: 'message'
      service_id: string
      asked_by: string | null
      asked_as: 'community-worker' | 'coordinator' | 'partner-worker'
      given_as: 'spoken' | 'written'
      sentences: number
      given_at: Instant
      until_at: Instant
    }
    handover_message: {
      stek_id: string
      handover_id: string
      consent_id: string
      key_id: string | null
      sealed: Buffer | null
      readable: 'once' | 'until'
      until_at: Instant
      read_at: InstantOrNull
    }
    handover_outcome: {
      stek_id: string
      outcome_id: string
      month: string
      theme: Theme
      service_id: string | null
      outcome: Outcome | 'unknown'
      barrier: Barrier | null
    }
    service_contact: {
      stek_id: string
      contact_id: string
      service_id: string
      first_name: string
      how: string
      agreed_on: string
      confirmed_on: string
    }
  }
