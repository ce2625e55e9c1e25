import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import type pg from 'pg'

/** Who acts: a person who signed in, or nobody we know (a visitor). */
export type Actor = { personId: string | null }

/** Nobody we know, and that is fine. */
export const visitor: Actor = { personId: null }

/** A transaction; a module adds the tables it knows with `tx.withTables<…>()`. */
export type Tx = Transaction<Record<never, never>>

/**
 * The doors to the database. Each opens a short transaction as an unprivileged role; row security does the rest.
 * Nothing but SQL happens inside: no waiting for mail, no rendering.
 */
export type Database = {
  /** As stek_app inside one stek; rows of other steks do not exist. `changed` hears the stek's id after a commit that wrote something. */
  inStek<T>(actor: Actor, stekId: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** As a visitor, read-only, everything as of one moment; without a stek only the public list is there. */
  reading<T>(stekId: string | null, work: (tx: Tx) => Promise<T>): Promise<T>
  /** As stek_door: accounts, sessions, links. */
  atTheDoor<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** As stek_keeper: jobs, mail, erasing. */
  asKeeper<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Whether the server answers at all. */
  alive(): Promise<boolean>
  close(): Promise<void>
}

/** Opens the doors on a pool; `changed` is called with the stek's id after each committed `inStek` that wrote something. */
export function openDatabase(pool: pg.Pool, changed: (stekId: string) => void = () => {}): Database {
  const kysely = new Kysely<Record<never, never>>({ dialect: new PostgresDialect({ pool }) })
  // A connection that breaks while it is at work fails its query; without a listener it would end the whole program.
  pool.on('connect', (client) => client.on('error', () => {}))
  pool.on('error', () => {}) // an idle connection that broke is replaced; the next query tells if the server is gone

  const as = (role: 'stek_app' | 'stek_door' | 'stek_keeper', stekId: string | null, actor: Actor, tx: Tx) =>
    sql`select set_config('role', ${role}, true), set_config('stek.stek_id', ${stekId ?? ''}, true),
      set_config('stek.person_id', ${actor.personId ?? ''}, true)`.execute(tx)

  return {
    async inStek(actor, stekId, work) {
      const { result, wrote } = await kysely.transaction().execute(async (tx) => {
        await as('stek_app', stekId, actor, tx)
        return { result: await work(tx), wrote: await hasWritten(tx) }
      })
      if (wrote) changed(stekId)
      return result
    },
    reading: (stekId, work) =>
      kysely
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(async (tx) => {
          await as('stek_app', stekId, visitor, tx)
          return work(tx)
        }),
    atTheDoor: (work) =>
      kysely.transaction().execute(async (tx) => {
        await as('stek_door', null, visitor, tx)
        return work(tx)
      }),
    asKeeper: (work) =>
      kysely.transaction().execute(async (tx) => {
        await as('stek_keeper', null, visitor, tx)
        return work(tx)
      }),
    async alive() {
      try {
        await pool.query('select 1')
        return true
      } catch {
        return false
      }
    },
    close: () => kysely.destroy(),
  }
}

/** Whether a transaction wrote or locked anything so far: only then it was given a number. */
async function hasWritten(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ wrote: boolean }>`select pg_current_xact_id_if_assigned() is not null as wrote`.execute(tx)
  return rows[0]?.wrote ?? true
}

/** The name of the constraint a thrown database error is about, or undefined when it is something else. */
export function brokenConstraint(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('constraint' in thrown)) return undefined
  return typeof thrown.constraint === 'string' ? thrown.constraint : undefined
}
