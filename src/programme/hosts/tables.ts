import type { ColumnType } from 'kysely'
import type { PersonTables } from '../../place/person/tables.ts'

type When = ColumnType<Temporal.Instant, string, string>

/** The tables of hosts, as SQL gives them, with the people they point at. */
export type HostTables = Pick<PersonTables, 'person' | 'role'> & {
  slot_host: { stek_id: string; slot_id: string; person_id: string; part: 'responsible' | 'helper'; since: When }
  moment_host: { stek_id: string; slot_id: string; on_date: string; person_id: string | null; since: When }
  host_request: {
    stek_id: string
    request_id: string
    slot_id: string
    on_date: string
    asked_by: string
    asked_of: string | null
    asked_at: When
    expires_at: When
  }
}
