import { sql } from 'kysely'
import type { Tx } from '../../../../../platform/database/door.ts'
import type { Reason } from '../shape/entity.ts'
import type { Mapping } from '../shape/from-columns.ts'
import type { Failure, ImportShape, ImportState, ImportTables, Verdict } from './tables.ts'

const tables = (tx: Tx) => tx.withTables<ImportTables>()

/** A list that is being taken over. */
export type Import = {
  importId: string
  personId: string | null
  source: string
  shape: ImportShape | null
  organisationId: string | null
  state: ImportState
  headers: string[]
  mapping: Mapping
  rowsRead: number
  rowsDone: number
  failure: Failure
  startedAt: Temporal.Instant
}

const imports = (tx: Tx, stekId: string) =>
  tables(tx)
    .selectFrom('guide_import')
    .select(['import_id as importId', 'person_id as personId', 'source', 'shape', 'organisation_id as organisationId', 'state', 'headers'])
    .select(['mapping', 'rows_read as rowsRead', 'rows_done as rowsDone', 'failure', 'started_at as startedAt'])
    .where('stek_id', '=', stekId)

/** The lists of the last two days, the newest first. */
export const importsOf = (tx: Tx, stekId: string): Promise<Import[]> =>
  imports(tx, stekId).orderBy('started_at', 'desc').limit(20).execute()

/** What the lists are called that services of the guide came from, by name; found one by one, so that a large guide is not read for it. */
export async function sourcesOf(tx: Tx, stekId: string): Promise<string[]> {
  const { rows } = await sql<{ source: string }>`with recursive names (source) as (
      (select imported_from from service where stek_id = ${stekId} and imported_from is not null order by imported_from limit 1)
      union all
      select (select s.imported_from from service s where s.stek_id = ${stekId} and s.imported_from > n.source order by s.imported_from limit 1)
        from names n where n.source is not null
    ) select source from names where source is not null limit 40`.execute(tx)
  return rows.map(({ source }) => source)
}

/** One list. */
export const importById = (tx: Tx, stekId: string, importId: string): Promise<Import | undefined> =>
  imports(tx, stekId).where('import_id', '=', importId).executeTakeFirst()

/** Begins to take over a list. */
export async function beginImport(
  tx: Tx,
  given: {
    stekId: string
    importId: string
    personId: string | null
    source: string
    organisationId: string | null
    now: Temporal.Instant
  },
): Promise<void> {
  const { stekId, importId, personId, source, organisationId, now } = given
  await tables(tx)
    .insertInto('guide_import')
    .values({
      stek_id: stekId,
      import_id: importId,
      person_id: personId,
      source,
      shape: null,
      organisation_id: organisationId,
      state: 'reading',
      started_at: now.toString(),
    })
    .execute()
}

/** Keeps how far a list has come; with `only`, unless it has come further meanwhile. False when it was not kept. */
export async function keepState(
  tx: Tx,
  stekId: string,
  importId: string,
  next: {
    state: ImportState
    shape?: ImportShape
    headers?: readonly string[]
    mapping?: Mapping
    failure?: Import['failure']
    rowsDone?: number
  },
  only?: readonly ImportState[],
): Promise<boolean> {
  const { state, shape, headers, mapping, failure, rowsDone } = next
  const { numUpdatedRows } = await tables(tx)
    .updateTable('guide_import')
    .set({
      state,
      ...(shape ? { shape } : {}),
      ...(headers ? { headers: [...headers] } : {}),
      ...(mapping ? { mapping: JSON.stringify(mapping) } : {}),
      ...(failure ? { failure: JSON.stringify(failure) } : {}),
      ...(rowsDone === undefined ? {} : { rows_done: rowsDone }),
    })
    .where('stek_id', '=', stekId)
    .where('import_id', '=', importId)
    .$if(only !== undefined, (query) => query.where('state', 'in', [...(only ?? [])]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Keeps how many rows were done. */
export const keepProgress = (tx: Tx, stekId: string, importId: string, rowsDone: number): Promise<unknown> =>
  tables(tx)
    .updateTable('guide_import')
    .set({ rows_done: rowsDone })
    .where('stek_id', '=', stekId)
    .where('import_id', '=', importId)
    .execute()

/** Whether another list of the same name was written after this one was begun: what was worked out for this one may not be so any more. */
export async function writtenMeanwhile(tx: Tx, stekId: string, importId: string): Promise<boolean> {
  const { rows } = await sql`select from guide_import own join guide_import other using (stek_id, source)
    where own.stek_id = ${stekId} and own.import_id = ${importId} and other.import_id <> own.import_id and other.written_at >= own.started_at limit 1`.execute(
    tx,
  )
  return rows.length > 0
}

/** Takes a list away with everything that was read of it. */
export const dropImport = (tx: Tx, stekId: string, importId: string): Promise<unknown> =>
  tables(tx).deleteFrom('guide_import').where('stek_id', '=', stekId).where('import_id', '=', importId).execute()

/** Takes away what was read: all of it, or only what was made of it. */
export const dropRows = (tx: Tx, stekId: string, importId: string, what: 'all' | 'made'): Promise<unknown> =>
  tables(tx)
    .deleteFrom('guide_import_row')
    .where('stek_id', '=', stekId)
    .where('import_id', '=', importId)
    .$if(what === 'made', (query) => query.where('kind', '<>', 'raw'))
    .execute()

/** Rows as they came, of one table, from a position on. */
export const rawRows = (tx: Tx, stekId: string, importId: string, ofTable: string, after: number, limit: number) =>
  tables(tx)
    .selectFrom('guide_import_row')
    .select(['position', 'line', 'data'])
    .where('stek_id', '=', stekId)
    .where('import_id', '=', importId)
    .where('kind', '=', 'raw')
    .where('of_table', '=', ofTable)
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit)
    .execute()

/** Rows as they came, of some tables, that belong to one of these. */
export async function rawRowsBy(tx: Tx, stekId: string, importId: string, ofTables: readonly string[], owners: readonly string[]) {
  const { rows } = await sql<{
    ofTable: string
    line: number
    data: Record<string, string>
  }>`select of_table as "ofTable", line, data from guide_import_row
    where stek_id = ${stekId} and import_id = ${importId} and kind = 'raw' and key = any (${[...owners]}) and key <> '' and of_table = any (${[...ofTables]})
    order by position`.execute(tx)
  return rows
}

/** How many rows of each kind become what. */
export async function verdictsOf(tx: Tx, stekId: string, importId: string): Promise<{ kind: string; verdict: Verdict; count: number }[]> {
  const { rows } = await sql<{
    kind: string
    verdict: Verdict
    count: number
  }>`select kind, verdict, count(*)::int as count from guide_import_row
    where stek_id = ${stekId} and import_id = ${importId} and kind <> 'raw' and verdict is not null group by kind, verdict`.execute(tx)
  return rows
}

/** A row to show before anything is written. */
export type ShownRow = {
  kind: 'organisation' | 'location' | 'service'
  position: number
  line: number
  ofTable: string
  key: string
  data: Record<string, unknown>
  refused: Reason[]
  noted: Reason[]
  targetId: string | null
}

/** The first rows of a verdict, or those in which something is to be looked at. */
export async function shownRows(tx: Tx, stekId: string, importId: string, which: Verdict | 'noted', limit: number): Promise<ShownRow[]> {
  const query = tables(tx)
    .selectFrom('guide_import_row')
    .select(['kind', 'position', 'line', 'of_table as ofTable', 'key', 'data', 'refused', 'noted', 'target_id as targetId'])
    .where('stek_id', '=', stekId)
    .where('import_id', '=', importId)
    .where('kind', '<>', 'raw')
  const rows =
    which === 'noted'
      ? query.where('verdict', 'in', ['new', 'changed']).where(sql<boolean>`noted <> '[]'`)
      : query.where('verdict', '=', which)
  return (await rows.orderBy(sql`kind = 'service' desc`).orderBy('kind').orderBy('position').limit(limit).execute()) as ShownRow[]
}
