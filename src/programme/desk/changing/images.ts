import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/door.ts'

/** The tables whose rows workers change, each with what tells its rows apart inside a stek. */
const keys = {
  stek: [],
  site: ['site_id'],
  room: ['room_id'],
  partner: ['partner_id'],
  offer: ['offer_id'],
  slot: ['slot_id'],
  exception: ['slot_id', 'on_date'],
  closure: ['closure_id'],
} as const

/** A table whose rows workers change. */
export type ChangedTable = keyof typeof keys

/** A row, or some of its columns, as PostgreSQL writes it in JSON. */
export type Row = Record<string, unknown>

/** What one change did to one row: whole rows when it was added or removed, else only the columns that changed. */
export type Image = { table: ChangedTable; key: Row; before: Row | null; after: Row | null }

/** Thrown when a row is not there for this person: gone, of another stek, or not theirs to change. All look the same. */
export class NotThere extends Error {}

/** Thrown when a row is no longer as the change left it, so that it cannot be put back. */
export class ChangedSince extends Error {}

const counted = new Set<ChangedTable>(['offer', 'slot', 'exception'])

const at = (table: ChangedTable, stekId: string, key: Row) =>
  sql`t.stek_id = ${stekId} ${sql.join(
    keys[table].map((column) => sql`and t.${sql.ref(column)} = ${key[column]}`),
    sql` `,
  )}`

async function rowOf(tx: Tx, table: ChangedTable, stekId: string, key: Row): Promise<Row | undefined> {
  const { rows } = await sql<{
    row: Row
  }>`select to_jsonb(t) as row from ${sql.table(table)} t where ${at(table, stekId, key)} for no key update`.execute(tx)
  return rows[0]?.row
}

/** Writes rows and remembers how they were before and after, so that a change can be undone. */
export class Writer {
  readonly images: Image[] = []
  private readonly tx: Tx
  private readonly stekId: string

  constructor(tx: Tx, stekId: string) {
    this.tx = tx
    this.stekId = stekId
  }

  /** Adds a row; row security refuses one that is not theirs to add (SQLSTATE 42501). */
  async add(table: ChangedTable, row: Row): Promise<void> {
    const columns = Object.keys(row)
    const { rows } = await sql<{ row: Row }>`
      insert into ${sql.table(table)} as t (stek_id, ${sql.join(columns.map((column) => sql.ref(column)))})
      values (${this.stekId}, ${sql.join(columns.map((column) => sql`${row[column]}`))}) returning to_jsonb(t) as row`.execute(this.tx)
    this.remember(table, null, rows[0]?.row ?? null)
  }

  /**
   * Changes columns of a row, raising its revision where it has one. What is no change of a form that may lie open
   * elsewhere (a confirmation) is written `quietly`, without raising it.
   */
  async set(table: ChangedTable, key: Row, values: Row, { quietly = false }: { quietly?: boolean } = {}): Promise<void> {
    const before = await rowOf(this.tx, table, this.stekId, key)
    if (!before) throw new NotThere()
    const assigned = Object.entries(values).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
    const { rows } = await sql<{ row: Row }>`
      update ${sql.table(table)} as t set ${sql.join([...assigned, ...(counted.has(table) && !quietly ? [sql`revision = t.revision + 1`] : [])])}
      where ${at(table, this.stekId, key)} returning to_jsonb(t) as row`.execute(this.tx)
    if (!rows[0]) throw new NotThere()
    this.remember(table, before, rows[0].row)
  }

  /** Takes a row away. */
  async remove(table: ChangedTable, key: Row): Promise<void> {
    const { rows } = await sql<{ row: Row }>`
      delete from ${sql.table(table)} as t where ${at(table, this.stekId, key)} returning to_jsonb(t) as row`.execute(this.tx)
    if (!rows[0]) throw new NotThere()
    this.remember(table, rows[0].row, null)
  }

  /** Puts a row back as it was before; throws ChangedSince when it is not as the change left it. */
  async putBack({ table, key, before, after }: Image): Promise<void> {
    const now = await rowOf(this.tx, table, this.stekId, key)
    if (before === null) {
      if (!now || !sameWhere(after, now)) throw new ChangedSince()
      return this.remove(table, key)
    }
    if (after === null) {
      if (now) throw new ChangedSince()
      return this.insertAgain(table, before)
    }
    if (!now || !sameWhere(after, now)) throw new ChangedSince()
    await this.setFromImage(table, key, before, now)
  }

  private async insertAgain(table: ChangedTable, row: Row): Promise<void> {
    // A lane is given by the database, a new one every time.
    const columns = sql.join(
      Object.keys(row)
        .filter((column) => column !== 'lane')
        .map((column) => sql.ref(column)),
    )
    const { rows } = await sql<{ row: Row }>`
      insert into ${sql.table(table)} as t (${columns})
      select ${columns} from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(row)}::jsonb) returning to_jsonb(t) as row`.execute(
      this.tx,
    )
    this.remember(table, null, rows[0]?.row ?? null)
  }

  private async setFromImage(table: ChangedTable, key: Row, image: Row, now: Row): Promise<void> {
    const columns = Object.keys(image).filter((column) => column !== 'revision')
    const assigned = columns.map((column) => sql`${sql.ref(column)} = r.${sql.ref(column)}`)
    const { rows } = await sql<{ row: Row }>`
      update ${sql.table(table)} as t set ${sql.join([...assigned, ...(counted.has(table) ? [sql`revision = t.revision + 1`] : [])])}
      from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(image)}::jsonb) r
      where ${at(table, this.stekId, key)} returning to_jsonb(t) as row`.execute(this.tx)
    if (!rows[0]) throw new NotThere()
    this.remember(table, now, rows[0].row)
  }

  private remember(table: ChangedTable, before: Row | null, after: Row | null): void {
    const whole = after ?? before ?? {}
    const key = Object.fromEntries(keys[table].map((column) => [column, whole[column]]))
    if (!before || !after) return void this.images.push({ table, key, before, after })
    const columns = Object.keys(after).filter((column) => !isDeepStrictEqual(before[column], after[column]))
    const only = (row: Row) => Object.fromEntries(columns.map((column) => [column, row[column]]))
    this.images.push({ table, key, before: only(before), after: only(after) })
  }
}

/** Whether a row still has what an image says; how often it was saved does not matter. */
const sameWhere = (image: Row | null, now: Row): boolean =>
  Object.entries(image ?? {}).every(
    ([column, value]) => column === 'revision' || column === 'lane' || isDeepStrictEqual(value, now[column]),
  )
