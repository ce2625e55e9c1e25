import type pg from 'pg'
import { ClearFailure } from '../../config/clear-failure.ts'
import { entriesIn } from './check.ts'
import type { Header, TableInBackup } from './format.ts'
import { quoted, readTables, type Table } from './inventory.ts'

const ROWS_AT_ONCE = 500
const BYTES_AT_ONCE = 1_000_000

/**
 * Loads all rows of a backup into the tables, which lost their guards and their rows before; inside the caller's transaction.
 * At most about a megabyte of rows is in memory. Throws a ClearFailure when a table or column of the backup does not exist.
 */
export async function loadRows(client: pg.Client, file: string): Promise<void> {
  const tables = await readTables(client)
  let waiting: string[] = []
  let bytes = 0
  let current: TableInBackup | undefined
  const flush = async () => {
    if (current && waiting.length > 0) await client.query(insertInto(current, tables), [`[${waiting.join(',')}]`])
    waiting = []
    bytes = 0
  }
  for await (const entry of entriesIn(file)) {
    if ('header' in entry) continue
    if (entry.table !== current || waiting.length >= ROWS_AT_ONCE || bytes >= BYTES_AT_ONCE) await flush()
    current = entry.table
    waiting.push(entry.line)
    bytes += entry.line.length
  }
  await flush()
}

function insertInto({ name, columns }: TableInBackup, tables: Table[]): string {
  const table = tables.find((known) => known.name === name)
  const values = columns.map((column, place) => {
    const type = table?.columns.find((known) => known.name === column)?.type
    if (!type) throw new ClearFailure(`The backup has a column "${column}" in "${name}" that this version of Stek does not have.`)
    return `(line ->> ${place})::${type}`
  })
  return `insert into ${quoted(name)} (${columns.map(quoted).join(', ')}) overriding system value
    select ${values.join(', ')} from json_array_elements($1::json) as line`
}

/** Lets identity and serial columns go on where they were. */
export async function setSequences(client: pg.Client, { sequences }: Header): Promise<void> {
  for (const { name, value } of sequences) {
    if (value !== null) await client.query(`select setval(format('public.%I', $1::text)::regclass, $2::bigint, true)`, [name, value])
  }
}
