import type { ColumnType, Generated } from 'kysely'
import type { ReadFailure } from '../read/failure.ts'
import type { Reason } from '../shape/entity.ts'
import type { Mapping } from '../shape/from-columns.ts'

type When = ColumnType<Temporal.Instant, string, string>
type Json<Shape> = ColumnType<Shape, string | undefined, string>

/** How far taking over a list has come. */
export type ImportState = 'reading' | 'columns' | 'comparing' | 'compared' | 'writing' | 'done' | 'failed'
/** What sort of list it is. */
export type ImportShape = 'hsds' | 'tables' | 'columns' | 'ipdc'
/** What becomes of a row. */
export type Verdict = 'new' | 'changed' | 'same' | 'refused'

/** What went wrong with a list: why, in which of its files, after how many good rows; `again` when everything that was read is still there. */
export type Failure = { why?: ReadFailure | 'brokenOff' | 'mistake'; file?: string; after?: number; again?: boolean }

/** The tables in which a list waits, as SQL gives them. */
export type ImportTables = {
  guide_import: {
    stek_id: string
    import_id: string
    person_id: string | null
    source: string
    shape: ImportShape | null
    organisation_id: string | null
    state: ImportState
    headers: Generated<string[]>
    mapping: Json<Mapping>
    rows_read: Generated<number>
    rows_done: Generated<number>
    failure: Json<Failure>
    started_at: When
    written_at: ColumnType<Temporal.Instant | null, string | null | undefined, string | null>
  }
  guide_import_row: {
    stek_id: string
    import_id: string
    kind: 'raw' | 'organisation' | 'location' | 'service'
    position: number
    of_table: Generated<string>
    key: Generated<string>
    line: Generated<number>
    data: Json<Record<string, unknown>>
    refused: Json<Reason[]>
    noted: Json<Reason[]>
    verdict: Verdict | null
    target_id: string | null
    slug: string | null
    read_at: When
  }
}
