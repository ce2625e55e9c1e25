import { sql } from 'kysely'
import type { Tx } from '../database/door.ts'

/** One line of the register that says when and how something dies. */
export type Term = {
  table: string
  column: string
  how: 'row' | 'blank'
  countedFrom: string
  /** The moment before which it is over, worked out by the database: an ISO instant. */
  over: Temporal.Instant
  /** What an emptied column holds: null, or the empty text, object or list its type allows. */
  emptied: 'null' | 'text' | 'object' | 'list'
  countedFromIsDate: boolean
}

/** The lines of the register that have a term, with names as the catalog knows them; a line about a column that does not exist throws an Error. */
export async function termsAt(tx: Tx, now: Temporal.Instant): Promise<Term[]> {
  const { rows } = await sql<Term & { known: boolean; counted: boolean }>`
    select r.table_name as "table", r.column_name as "column", r.erased_by as "how", r.counted_from as "countedFrom",
      ${now.toString()}::timestamptz - r.erased_after as "over",
      a.attname is not null as "known", f.attname is not null as "counted",
      case when not a.attnotnull then 'null'
           when format_type(a.atttypid, null) = 'jsonb' then 'object'
           when format_type(a.atttypid, null) like '%[]' then 'list'
           else 'text' end as "emptied",
      format_type(f.atttypid, null) = 'date' as "countedFromIsDate"
    from column_register r
      left join pg_class t on t.relname = r.table_name and t.relkind = 'r' and t.relnamespace = 'public'::regnamespace
      left join pg_attribute a on a.attrelid = t.oid and a.attname = r.column_name and not a.attisdropped
      left join pg_attribute f on f.attrelid = t.oid and f.attname = r.counted_from and not f.attisdropped
    where r.erased_by in ('row', 'blank')
    order by r.table_name, r.column_name`.execute(tx)
  for (const { table, column, countedFrom, known, counted } of rows) {
    if (!known || !counted) throw new Error(`the register names ${table}.${known ? countedFrom : column}, which does not exist`)
  }
  return rows
}

/** The columns that can hold words or point at a person and that nobody registered: `table.column`; must be empty. */
export async function unregisteredColumns(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select table_name || '.' || column_name as name from unregistered_column order by 1`.execute(
    tx,
  )
  return rows.map(({ name }) => name)
}
