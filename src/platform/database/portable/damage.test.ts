import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import type pg from 'pg'
import { type FreshDatabase, freshDatabase } from '../../../test/database.ts'
import { checkBackup } from './check.ts'
import { liftGuards } from './guards.ts'
import { readTables } from './inventory.ts'
import { readBackup } from './read.ts'
import { filledByItself, staysHome } from './travels.ts'
import { writeBackup } from './write.ts'

describe('a backup that is not what it should be', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stek-damage-'))
  const good = join(folder, 'good.backup')
  const bad = join(folder, 'bad.backup')
  let full: FreshDatabase
  let empty: FreshDatabase
  let owner: pg.Client
  before(async () => {
    full = await freshDatabase()
    empty = await freshDatabase()
    const client = await full.ownerClient()
    await client.query(`
      insert into network select gen_random_uuid(), 'n-' || n, md5(n::text) from generate_series(1, 1200) n;
      insert into stek (stek_id, network_id, slug, name, municipality) select gen_random_uuid(), network_id, 'stek-proef', 'Proef', 'Proefdorp' from network limit 1`)
    await client.end()
    await writeBackup(full.connection, good)
    owner = await empty.ownerClient()
  })
  after(async () => {
    await owner.end()
    await full.drop()
    await empty.drop()
    rmSync(folder, { recursive: true, force: true })
  })

  const rows = async () =>
    (await owner.query<{ n: number }>('select (select count(*) from network) + (select count(*) from stek) as n')).rows[0]?.n
  const refused = async (about: RegExp) => {
    await assert.rejects(readBackup(empty.connection, bad), { name: 'ClearFailure', message: about })
    assert.equal(await rows(), 0)
  }
  const damaged = /is cut off or damaged/
  const noBackup = /is no backup of Stek/

  test('cut off anywhere, it is refused and the database stays empty', async () => {
    const whole = readFileSync(good)
    for (const length of [10, 200, Math.floor(whole.length / 2), whole.length - 9, whole.length - 1]) {
      writeFileSync(bad, whole)
      truncateSync(bad, length)
      await refused(damaged)
    }
  })

  test('cut off between two lines and packed again, it is refused all the same', async () => {
    const lines = gunzipSync(readFileSync(good)).toString().split('\n')
    for (const keep of [1, 2, 600, lines.length - 2]) {
      writeFileSync(bad, gzipSync(`${lines.slice(0, keep).join('\n')}\n`))
      await refused(damaged)
    }
    for (const without of [1, 700]) {
      writeFileSync(bad, gzipSync(lines.filter((_, at) => at !== without).join('\n')))
      await refused(damaged)
    }
    writeFileSync(bad, gzipSync(lines.map((line) => line.replace('n-77"', 'n-78"')).join('\n')))
    await refused(damaged)
    writeFileSync(bad, gzipSync(`${lines.join('\n')}[]\n`))
    await refused(damaged)
  })

  test('with one bit changed, it is refused', async () => {
    const whole = readFileSync(good)
    for (const at of [400, whole.length >> 1, whole.length - 6]) {
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ 0b100
      writeFileSync(bad, changed)
      await refused(/damaged/)
    }
  })

  test('something else altogether is told to be no backup', async () => {
    for (const content of ['', 'geen backup', gzipSync('{"format":"iets anders"}\n'), gzipSync('[1,2]'), gzipSync('')]) {
      writeFileSync(bad, content)
      await refused(/is no backup of Stek|is cut off/)
    }
    writeFileSync(bad, 'PGDMP')
    await refused(noBackup)
    await assert.rejects(checkBackup(join(folder, 'nowhere')), { name: 'ClearFailure', message: /There is no file/ })
    await assert.rejects(checkBackup(folder), { name: 'ClearFailure', message: /is a folder/ })
  })

  test('of a later version of the program, it asks for that version', async () => {
    rewritten((lines) => lines.with(0, (lines[0] ?? '').replace('"version":1', '"version":2')))
    await refused(/newer version of Stek/)
    rewritten((lines) => lines.with(0, (lines[0] ?? '').replace('"name":"0004_dates"', '"name":"9999_later"')))
    await refused(/another version of Stek \(it has 9999_later\)/)
  })

  test('with rows the database itself refuses, nothing is loaded and the guards stand as before', async () => {
    const guards = "select (select count(*) from pg_constraint) + (select count(*) from pg_trigger where tgenabled = 'O') as n"
    const before = (await owner.query(guards)).rows
    rewritten((lines) =>
      lines.map((line) =>
        line.replace(
          /^\["[^"]+","[^"]+","stek-proef"/,
          '["00000000-0000-7000-8000-000000000001","00000000-0000-7000-8000-000000000009","stek-proef"',
        ),
      ),
    )
    await refused(/the database refused it \(code 23503\). Nothing was loaded/)
    assert.deepEqual((await owner.query(guards)).rows, before)
    assert.equal((await owner.query('select from installation')).rowCount, 1)
  })

  test('a backup without any fault is taken after all of this', async () => {
    await readBackup(empty.connection, good)
    assert.equal(await rows(), 1201)
  })

  /** Changes lines and puts a right trailer under them, as somebody would who knows the format. */
  function rewritten(change: (lines: string[]) => string[]): void {
    const lines = change(gunzipSync(readFileSync(good)).toString().split('\n').slice(0, -2))
    const body = `${lines.join('\n')}\n`
    const trailer = {
      end: true,
      rows: lines.filter((line) => line.startsWith('[')).length,
      sha256: createHash('sha256').update(body).digest('hex'),
    }
    writeFileSync(bad, gzipSync(`${body}${JSON.stringify(trailer)}\n`))
  }
})

describe('what stands in the way of loading', () => {
  let database: FreshDatabase
  let client: pg.Client
  before(async () => {
    database = await freshDatabase()
    client = await database.ownerClient()
    await client.query(`
      create table parent (id int primary key, above int references parent, favourite int, twice int generated always as (id * 2) stored);
      create table child (id int primary key, parent int not null references parent on delete cascade deferrable initially deferred);
      alter table parent add foreign key (favourite) references child;
      create function never() returns trigger language plpgsql as $$ begin raise 'a trigger ran'; end $$;
      create trigger never before insert on child for each row execute function never()`)
  })
  after(async () => {
    await client.end()
    await database.drop()
  })

  test('rows that point at each other, at themselves or at rows yet to come are loaded, and every reference is checked in the end', async () => {
    const definitions = `select conname, condeferred, pg_get_constraintdef(oid) as says from pg_constraint where contype = 'f' and conrelid in ('parent'::regclass, 'child'::regclass) order by 1`
    const before = (await client.query(definitions)).rows
    await client.query('begin')
    const putBack = await liftGuards(client)
    await client.query('insert into parent (id, above, favourite) values (1, 2, 7), (2, 1, null), (3, 3, null)')
    await client.query('insert into child values (7, 3)')
    await putBack()
    await client.query('commit')
    assert.deepEqual((await client.query(definitions)).rows, before)
    await assert.rejects(client.query('insert into child values (8, 1)'), /a trigger ran/)

    await client.query('begin')
    const again = await liftGuards(client)
    await client.query('insert into child values (9, 99)')
    await assert.rejects(again(), { code: '23503' })
    await client.query('rollback')
  })

  test('columns the database computes by itself do not travel', async () => {
    const parent = (await readTables(client)).find(({ name }) => name === 'parent')
    assert.deepEqual(
      parent?.columns.map(({ name }) => name),
      ['id', 'above', 'favourite'],
    )
  })
})

test('the tables that stay home exist, and nothing that travels points at them', async () => {
  const database = await freshDatabase()
  const client = await database.ownerClient()
  try {
    const all = (await readTables(client, { all: true })).map(({ name }) => name)
    assert.deepEqual(
      [...Object.keys(staysHome), ...filledByItself].filter((name) => !all.includes(name)),
      [],
    )
    const { rows } = await client.query<{ from: string }>(
      `select conrelid::regclass::text as from from pg_constraint where contype = 'f' and confrelid::regclass::text = any ($1)`,
      [Object.keys(staysHome)],
    )
    assert.deepEqual(
      rows.filter(({ from }) => !Object.hasOwn(staysHome, from)),
      [],
    )
  } finally {
    await client.end()
    await database.drop()
  }
})
