import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { ClearFailure } from '../config/clear-failure.ts'

const folder = join(import.meta.dirname, '../../../migrations')

/** The migrations in the project, in order: name, SQL, and the checksum that shows later edits. */
export const migrationsInProject = (): { name: string; sql: string; checksum: string }[] =>
  readdirSync(folder)
    .filter((file) => /^\d{4}_[a-z0-9_]+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(folder, file), 'utf8')
      return { name: file.slice(0, -4), sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })

/**
 * Brings the database up to date and returns the names of the migrations that were applied now.
 * Each runs in a transaction of its own behind a lock on the list, so that processes that start together take turns.
 * Throws a ClearFailure when an applied migration was edited afterwards, or when the database is newer than this program.
 */
export async function migrate(client: pg.Client, options: { upTo?: string } = {}): Promise<string[]> {
  await makeList(client)
  const known = migrationsInProject()
  const wanted = options.upTo ? known.filter(({ name }) => name <= (options.upTo ?? '')) : known
  const applied: string[] = []
  for (;;) {
    await client.query('begin')
    try {
      await client.query('lock table migration in exclusive mode')
      const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from migration')
      checkApplied(rows, known)
      const next = wanted.find(({ name }) => !rows.some((row) => row.name === name))
      if (!next) {
        await client.query('commit')
        return applied
      }
      await client.query(next.sql)
      await client.query('insert into migration (name, checksum) values ($1, $2)', [next.name, next.checksum])
      await client.query('commit')
      applied.push(next.name)
    } catch (thrown) {
      await client.query('rollback')
      throw thrown
    }
  }
}

/** A row of the catalogue, the type of the rows, the table itself: which one is met first depends on how far the other one is. */
const MADE_MEANWHILE = new Set(['23505', '42710', '42P07'])

/** Of two that look at the same moment both see no list, and the second cannot make it: when the first one is done, it is there. */
async function makeList(client: pg.Client): Promise<void> {
  const make = () =>
    client.query(`create table if not exists migration (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`)
  await make().catch((thrown: { code?: string }) => (MADE_MEANWHILE.has(thrown.code ?? '') ? make() : Promise.reject(thrown)))
}

function checkApplied(rows: { name: string; checksum: string }[], known: { name: string; checksum: string }[]): void {
  for (const row of rows) {
    const same = known.find(({ name }) => name === row.name)
    if (!same)
      throw new ClearFailure(
        `The database was made by a newer version of Stek (it has ${row.name}). Start that version, or restore a backup.`,
      )
    if (same.checksum !== row.checksum)
      throw new ClearFailure(`The migration ${row.name} was changed after it was applied. Migrations are only added, never edited.`)
  }
}
