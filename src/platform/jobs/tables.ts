import type { ColumnType, Generated } from 'kysely'

type When = ColumnType<Temporal.Instant, string, string>
type MaybeWhen = ColumnType<Temporal.Instant | null, string | null | undefined, string | null>

/** What a job needs to know, as JSON; ids rather than names wherever that will do. */
export type Payload = { [key: string]: string | number | boolean | null }

/** The table of work that happens later, as SQL gives it. */
export type JobTables = {
  job: {
    job_id: string
    kind: string
    payload: ColumnType<Payload, string, string>
    run_at: When
    attempts: Generated<number>
    done_at: MaybeWhen
    failed_at: MaybeWhen
    last_error: ColumnType<string | null, string | null | undefined, string | null>
  }
}
