import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { clientOf } from './connection.ts'
import { startEmbedded } from './embedded/supervisor.ts'
import { migrate, migrationsInProject } from './migrate.ts'

test('of two programs that meet an empty database in the same moment the second one waits, and both find it whole', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stek-migrate-'))
  const server = await startEmbedded({ folder })
  const [first, second] = [clientOf(server.connection), clientOf(server.connection)]
  try {
    await first.connect()
    await second.connect()
    // As far as the first one comes before the second one looks.
    await first.query(
      `begin; create table if not exists migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
    )
    const migrating = migrate(second)
    const waits = async () => (await first.query(`select from pg_stat_activity where wait_event_type = 'Lock'`)).rowCount === 1
    while (!(await waits())) await first.query('select pg_sleep(0.01)')
    await first.query('commit')
    const [applied, more] = await Promise.all([migrating, migrate(first)])
    assert.deepEqual(
      [...applied, ...more].sort(),
      migrationsInProject().map(({ name }) => name),
    )
  } finally {
    await first.end()
    await second.end()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
