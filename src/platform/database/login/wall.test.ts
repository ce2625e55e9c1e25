import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type pg from 'pg'
import { clientOf, poolOf } from '../connection.ts'
import { openDatabase } from '../door.ts'
import { type EmbeddedServer, startEmbedded } from '../embedded/supervisor.ts'
import { migrate } from '../migrate.ts'
import { sayWall } from './said.ts'
import { lookAtWall, raiseWall, type Wall } from './wall.ts'

// A server of its own: logins belong to the whole server, and the one of the other tests must stay whole.
const folder = mkdtempSync(join(tmpdir(), 'stek-wall-'))
let server: EmbeddedServer
let owner: pg.Client
before(async () => {
  server = await startEmbedded({ folder })
  owner = await connected(server.connection)
})
after(async () => {
  await owner.end()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function connected(connection: Parameters<typeof clientOf>[0]): Promise<pg.Client> {
  const client = clientOf(connection)
  await client.connect()
  return client
}

const LOGIN = 'stek_login_stek'
const isWhole = ({ stands, ...more }: Wall) =>
  assert.deepEqual({ stands, open: 'open' in more && more.open }, { stands: true, open: false })

/** The doors open on the connection the wall gives. */
async function works({ connection }: Wall): Promise<void> {
  const database = openDatabase(poolOf(connection, 2))
  try {
    await database.reading(null, async () => {})
    await database.atTheDoor(async () => {})
    await database.asKeeper(async () => {})
  } finally {
    await database.close()
  }
}

test('a data folder of before there was a wall gets one at its next start, and is left alone until then', async () => {
  await migrate(owner, { upTo: '0016_rights' })
  const before = await lookAtWall(owner, server.connection)
  assert.ok(!before.stands && before.because === 'not-made-yet')
  assert.equal((await owner.query('select from pg_roles where rolname = $1', [LOGIN])).rowCount, 0)
  await works(before)

  await migrate(owner)
  const wall = await raiseWall(owner, server.connection)
  isWhole(wall)
  await works(wall)
  isWhole(await lookAtWall(owner, server.connection))
})

test('what stands is left as it is: no start writes anything about the login any more', async () => {
  const marks = async () =>
    (
      await owner.query(`select a.xmin::text, d.xmin::text as d from pg_authid a, pg_database d where rolname = $1 and datname = 'stek'`, [
        LOGIN,
      ])
    ).rows
  const was = await marks()
  assert.equal(was.length, 1)
  for (let n = 0; n < 3; n += 1) isWhole(await raiseWall(owner, server.connection))
  assert.deepEqual(await marks(), was)
})

test('what somebody broke about the login is mended at the next start', async () => {
  const mine = await connected((await raiseWall(owner, server.connection)).connection)
  // These a login may do to itself; they could at most hinder, and not for longer than until the next start.
  await mine.query(`alter role ${LOGIN} set default_transaction_read_only = on`)
  await mine.query(`alter role ${LOGIN} in database stek set role = 'stek_keeper'`)
  await mine.query(`alter role ${LOGIN} password 'iets'`)
  await mine.end()
  for (const broken of [
    'select',
    `revoke stek_door from ${LOGIN}`,
    `alter role ${LOGIN} nologin`,
    `grant stek_app to ${LOGIN} with inherit true`,
    'grant temporary on database stek to public',
    'grant create on schema public to public',
    `revoke connect on database stek from public; revoke connect on database stek from ${LOGIN}`,
    `drop owned by ${LOGIN}; drop role ${LOGIN}`,
  ]) {
    await owner.query(broken)
    const wall = await raiseWall(owner, server.connection)
    assert.ok(wall.stands && !wall.open, `${broken}: ${sayWall(wall)}`)
    await works(wall)
  }
})

test('a login that was given more than it needs is not worked with, and that is said', async () => {
  await owner.query('create table of_it (a int)')
  for (const [more, less] of [
    [`alter role ${LOGIN} superuser`, `alter role ${LOGIN} nosuperuser`],
    [`alter role ${LOGIN} bypassrls`, `alter role ${LOGIN} nobypassrls`],
    [`alter role ${LOGIN} createrole`, `alter role ${LOGIN} nocreaterole`],
    [`grant stek to ${LOGIN}`, `revoke stek from ${LOGIN}`],
    [`grant pg_read_all_data to ${LOGIN}`, `revoke pg_read_all_data from ${LOGIN}`],
    [`grant stek_app to ${LOGIN} with admin true`, `revoke admin option for stek_app from ${LOGIN}`],
    [`alter table of_it owner to ${LOGIN}`, 'alter table of_it owner to stek'],
  ] as const) {
    await owner.query(more)
    const wall = await raiseWall(owner, server.connection)
    assert.ok(!wall.stands && wall.because === 'may-too-much', more)
    assert.deepEqual(wall.connection, server.connection)
    assert.match(sayWall(wall), /^The program works as stek, the owner of the tables.*takes from stek_login_stek what it owns and may/)
    await owner.query(less)
    isWhole(await raiseWall(owner, server.connection))
  }
})

test('a login that another process makes in the very same moment is taken over, and what misses is added', async () => {
  await owner.query(`drop owned by ${LOGIN}`)
  await owner.query(`drop role ${LOGIN}`)
  const other = await connected(server.connection)
  try {
    await other.query('begin')
    await other.query(`create role ${LOGIN} login noinherit`)
    const raising = raiseWall(owner, server.connection)
    const waits = async () => (await other.query(`select from pg_stat_activity where wait_event_type = 'Lock'`)).rowCount === 1
    while (!(await waits())) await other.query('select pg_sleep(0.01)')
    await other.query('commit')
    isWhole(await raising)
  } finally {
    await other.end()
  }
})

test('twelve processes that start together on three new databases of one server all get their wall', async () => {
  await owner.query(`drop owned by ${LOGIN}`)
  await owner.query(`drop role ${LOGIN}`)
  const names = ['een', 'twee', 'drie']
  for (const name of names) await owner.query(`create database ${name}`)
  const places = [...names, ...names, ...names, ...names].map((database) => ({ ...server.connection, database }))
  const owners = await Promise.all(places.map((place) => connected(place)))
  try {
    const walls = await Promise.all(
      owners.map(async (client, index) => {
        await migrate(client)
        return raiseWall(client, places[index] ?? server.connection)
      }),
    )
    for (const wall of walls) isWhole(wall)
    await Promise.all(walls.map((wall) => works(wall)))
  } finally {
    for (const client of owners) await client.end()
  }
})
