import type { ColumnType } from 'kysely'
import type { Release } from './release/release.ts'

/** The table of what was told, month by month. */
export type FiguresTables = {
  figures_release: {
    stek_id: string
    month: string
    released_at: ColumnType<Temporal.Instant, string, never>
    told: ColumnType<Release, string, never>
  }
}
