import type { ColumnType, Generated } from 'kysely'

/** The tables of the tally; no column of them leads to a person. */
export type TallyTables = {
  tally_row: {
    stek_id: string
    counted: string
    label: string
    position: Generated<number>
    ended_at: ColumnType<Temporal.Instant | null, string | null, string | null>
  }
  tally_entry: {
    stek_id: string
    entry_id: string
    slot_id: string
    on_date: string
    counted: string
    change: number
    received_at: ColumnType<Temporal.Instant, string, never>
    reason: Generated<string>
  }
}
