import type pg from 'pg'
import { identifiers } from '../../platform/clock/identifiers.ts'
import { ClearFailure } from '../../platform/config/clear-failure.ts'
import { readDemoWorld } from './files.ts'
import { type Row, rowsOf } from './rows.ts'

/** The demo roles by their Dutch name for who starts the program, with the address of the invented person; in the order of `people.yaml`. */
export const demoRoles = [
  { role: 'opbouwwerker', email: 'opbouwwerker@example.org' },
  { role: 'coordinator', email: 'coordinator@example.org' },
  { role: 'partner', email: 'partner@example.org' },
  { role: 'vrijwilliger', email: 'vrijwilliger@example.org' },
  { role: 'financier', email: 'financier@example.org' },
] as const satisfies readonly { role: string; email: string }[]

/**
 * Puts the demo world of `folder` (`data/demo` when left out) into an empty house, all or nothing, and notes when.
 * `client` is the owner of the database, whom row security does not bind. Room claims are left to the keeper's job.
 * Throws a ClearFailure when a file is wrong, or when there is a stek already.
 * @source CONTEXT-1, CONTEXT-2, CONTEXT-3
 */
export async function loadDemoWorld(client: pg.Client, now: Temporal.Instant, folder?: string): Promise<void> {
  const tables = rowsOf(
    readDemoWorld(folder),
    identifiers(() => now.epochMilliseconds),
    now,
  )
  await client.query('begin')
  try {
    // Whoever loads at the same time waits here, and then finds the steks of the first.
    await client.query('select from installation for update')
    if ((await client.query('select from stek limit 1')).rowCount !== 0)
      throw new ClearFailure('The demo world was not loaded: there is a STEK in this database already. It only goes into an empty one.')
    for (const { table, rows } of tables) await insert(client, table, rows)
    await client.query('update installation set demo_world_loaded_at = $1', [now.toString()])
    await client.query('commit')
  } catch (thrown) {
    await client.query('rollback')
    throw thrown
  }
}

/** Inserts rows that have the same columns; table and columns come from our own code, never from a file. */
async function insert(client: pg.Client, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ')
  if (columns === '') return
  await client.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`, [
    JSON.stringify(rows),
  ])
}
