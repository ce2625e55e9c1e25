import pg from 'pg'
import { staysHome } from './travels.ts'

/** A column as a backup sees it: its name and the type to read its text back into. */
export type Column = { name: string; type: string }

/** A table that travels: its columns without the ones PostgreSQL computes, and the ones of its primary key. */
export type Table = { name: string; columns: Column[]; key: string[] }

/** The name as SQL wants it; needed for words that SQL has its own use for. */
export const quoted = (name: string): string => pg.escapeIdentifier(name)

/**
 * The ordinary tables of schema public in the order of their names; the ones of extensions are theirs.
 * With `all` also those that a backup leaves out.
 */
export async function readTables(client: pg.Client, { all = false } = {}): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select c.relname::text as name,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
         from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select json_agg(a.attname order by k.place)
         from pg_index i, unnest(i.indkey) with ordinality k (number, place), pg_attribute a
         where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.number), '[]') as key
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by c.relname collate "C"`)
  return rows.filter(({ name, columns }) => columns && (all || !Object.hasOwn(staysHome, name)))
}

/** Where the counters of identity and serial columns stand; null when one was never used. */
export async function readSequences(client: pg.Client): Promise<{ name: string; value: string | null }[]> {
  const { rows } = await client.query<{ name: string; value: string | null }>(
    `select sequencename::text as name, last_value::text as value from pg_sequences where schemaname = 'public' order by sequencename collate "C"`,
  )
  return rows
}

/** The migrations that were applied, in order; empty when there is no such list. */
export async function readMigrations(client: pg.Client): Promise<{ name: string; checksum: string }[]> {
  const { rows: found } = await client.query(`select from pg_tables where schemaname = 'public' and tablename = 'migration'`)
  if (found.length === 0) return []
  const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from migration order by name collate "C"')
  return rows
}

/** One way of writing dates, numbers and bytes, whatever the server or user prefers; only until the transaction ends. */
export const plainTexts = `
  set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC'; set local bytea_output = 'hex';
  set local extra_float_digits = 1; set local xmloption = 'content'; set local search_path = public; set local row_security = off;
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`
