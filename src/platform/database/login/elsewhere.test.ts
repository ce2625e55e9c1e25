import assert from 'node:assert/strict'
import { chownSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import type pg from 'pg'
import { startHouse } from '../../../start.ts'
import { readSettings } from '../../config/settings.ts'
import { clientOf } from '../connection.ts'
import { type EmbeddedServer, startEmbedded } from '../embedded/supervisor.ts'
import { migrate } from '../migrate.ts'
import { loginOf } from './login.ts'
import { sayWall } from './said.ts'
import { lookAtWall, raiseWall, type Wall } from './wall.ts'

// A server as somebody else runs it: it asks for passwords, its databases are of a user who is no superuser, and one of them is
// closed to logins it was not told about.
const folder = mkdtempSync(join(tmpdir(), 'stek-elsewhere-'))
let server: EmbeddedServer
let superuser: pg.Client
before(async () => {
  await (await startEmbedded({ folder })).stop()
  const rules = join(folder, 'postgres', 'pg_hba.conf')
  const { uid, gid } = statSync(rules)
  writeFileSync(rules, 'local all stek trust\nlocal dicht /^stek_login_ reject\nlocal all all scram-sha-256\n')
  chownSync(rules, uid, gid)
  server = await startEmbedded({ folder })
  superuser = await connected(server.connection)
  for (const role of ['stek_app', 'stek_door', 'stek_keeper']) await superuser.query(`create role ${role} nologin`)
})
after(async () => {
  await superuser.end()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

let turn = 0
let user = ''
let database = ''
beforeEach(async () => {
  turn += 1
  user = `baas${turn}`
  database = turn === 5 ? 'dicht' : `huis${turn}`
  // As the operations page said it before there was a wall.
  await superuser.query(`create role ${user} login password 'geheim/1'; grant stek_app, stek_door, stek_keeper to ${user}`)
  await superuser.query(`create database ${database} owner ${user} encoding 'UTF8' template template0`)
  await superuser.query(`revoke connect on database ${database} from public`)
})
const mayMakeLogins = () =>
  superuser.query(`alter role ${user} createrole; grant stek_app, stek_door, stek_keeper to ${user} with admin option`)

const address = (password: string) =>
  `postgres://${user}:${encodeURIComponent(password)}@localhost/${database}?host=${encodeURIComponent(server.connection.host)}&port=5432`

async function connected(connection: Parameters<typeof clientOf>[0]): Promise<pg.Client> {
  const client = clientOf(connection)
  await client.connect()
  return client
}

/** As a start does it, or (with `look`) as the doctor; every statement goes into `heard`. */
async function wallAt(url: string, look = false, heard: string[] = []): Promise<Wall> {
  const owner = await connected({ connectionString: url })
  const query = owner.query.bind(owner) as (text: string, values?: unknown[]) => Promise<pg.QueryResult>
  Object.assign(owner, {
    query: (text: string, values?: unknown[]) => {
      heard.push(`${text} ${JSON.stringify(values)}`)
      return query(text, values)
    },
  })
  try {
    if (!look) await migrate(owner)
    return await (look ? lookAtWall : raiseWall)(owner, { connectionString: url })
  } finally {
    await owner.end()
  }
}

test('with a server of one’s own the password is worked out from the one in the address, and stands in no statement', async () => {
  await mayMakeLogins()
  const heard: string[] = []
  const wall = await wallAt(address('geheim/1'), false, heard)
  assert.ok(wall.stands && !wall.open, sayWall(wall))
  assert.equal(wall.login.name, `stek_login_${user}`)
  const { rows } = await superuser.query<{ secret: string }>('select rolpassword as secret from pg_authid where rolname = $1', [
    wall.login.name,
  ])
  assert.match(rows[0]?.secret ?? '', /^SCRAM-SHA-256\$4096:/)
  const secret = wall.login.password ?? ''
  assert.equal(secret.length, 43)
  assert.ok(heard.some((one) => one.startsWith('create role "stek_login_baas1"')))
  assert.ok(!heard.some((one) => one.includes(secret) || one.includes('geheim')))
  for (const wrong of ['geheim/1', '', 'x']) {
    const url = new URL((wall.connection as { connectionString: string }).connectionString)
    url.searchParams.set('password', wrong)
    url.password = ''
    await assert.rejects(connected({ connectionString: url.href }), wrong ? { code: '28P01' } : /password/)
  }
  // Every process with this address works the same one out.
  const other = await connected({ connectionString: address('geheim/1') })
  assert.deepEqual(await loginOf(other, { connectionString: address('geheim/1') }), wall.login)
  await other.end()
})

test('a new password in the address is a new one for the login, and the old one opens nothing', async () => {
  await mayMakeLogins()
  const was = await wallAt(address('geheim/1'))
  await superuser.query(`alter role ${user} password 'anders'`)
  const looked = await wallAt(address('anders'), true)
  assert.ok(!looked.stands && looked.because === 'not-made-yet')
  const wall = await wallAt(address('anders'))
  assert.ok(wall.stands)
  await (await connected(wall.connection)).end()
  await assert.rejects(connected(was.connection), { code: '28P01' })
})

test('a user who may make no roles: the house opens as before, says once what would make the wall harder, and does it at the next start', async () => {
  const settings = readSettings({ PORT: '0', DATABASE_URL: address('geheim/1'), STEK_DATA: folder, STEK_LOG: 'silent' })
  const open = async () => {
    const said: string[] = []
    const running = await startHouse(settings, { demoWorld: false, say: (line) => said.push(line) })
    try {
      assert.equal((await fetch(`http://localhost:${running.port}/readyz`)).status, 200)
    } finally {
      await running.stop()
    }
    return said.filter((line) => /^The program works/.test(line))
  }
  const [sentence, ...more] = await open()
  assert.match(
    sentence ?? '',
    /^The program works as baas3, the owner of the tables, and steps down .*: alter role baas3 createrole; grant .* with admin option\.$/,
  )
  assert.deepEqual(more, [])
  const looked = await wallAt(address('geheim/1'), true)
  assert.ok(!looked.stands && looked.because === 'not-allowed')
  const onOlder = sayWall({ ...looked, login: { ...looked.login, version: 15 } })
  assert.ok(/PostgreSQL 16 or later/.test(onOlder) && !/createrole/.test(onOlder), 'there it would give away more than it keeps')

  await mayMakeLogins()
  assert.match(
    sayWall(await wallAt(address('geheim/1'), true)),
    /^The next start lets the program work as stek_login_baas3, who cannot become baas3/,
  )
  assert.deepEqual(await open(), [])
  assert.match(sayWall(await wallAt(address('geheim/1'), true)), /^The program works as stek_login_baas3, who owns nothing/)
})

test('nothing a login does to itself brings the softer wall back, also where nobody can mend it', async () => {
  await mayMakeLogins()
  const { connection } = await wallAt(address('geheim/1'))
  const mine = await connected(connection)
  await mine.query(`alter role stek_login_${user} set search_path = pg_catalog`)
  await mine.query('select pg_advisory_lock(1), lo_create(0)')
  await superuser.query(`alter role ${user} nocreaterole`)
  const wall = await wallAt(address('geheim/1'))
  assert.ok(wall.stands, sayWall(wall))
  await mine.end()
})

test('a server that lets the login not in is worked with as before, and told so', async () => {
  await mayMakeLogins()
  for (const look of [false, true]) {
    const wall = await wallAt(address('geheim/1'), look)
    assert.ok(!wall.stands && wall.because === 'not-let-in')
    assert.match(sayWall(wall), /lets stek_login_baas5 in too \(this user may not connect\): its pg_hba\.conf/)
    assert.deepEqual(wall.connection, { connectionString: address('geheim/1') })
  }
})

test('two programs that start at once on an empty database both open behind the wall, where what changes is heard', async () => {
  await mayMakeLogins()
  const settings = readSettings({ PORT: '0', DATABASE_URL: address('geheim/1'), STEK_DATA: folder, STEK_LOG: 'silent' })
  const said: string[] = []
  const both = await Promise.all([1, 2].map(() => startHouse(settings, { demoWorld: false, say: (line) => said.push(line) })))
  try {
    assert.deepEqual(
      said.filter((line) => /^The program works/.test(line)),
      [],
    )
    for (const { port } of both) assert.equal((await fetch(`http://localhost:${port}/readyz`)).status, 200)
    const { rows } = await superuser.query('select distinct usename::text as name from pg_stat_activity where datname = $1', [database])
    assert.deepEqual(rows, [{ name: 'stek_login_baas6' }])

    const owner = await connected({ connectionString: address('geheim/1') })
    const ear = await connected((await lookAtWall(owner, { connectionString: address('geheim/1') })).connection)
    await ear.query('listen stek_changed')
    const heard = new Promise((resolve) => ear.once('notification', ({ payload }) => resolve(payload)))
    const id = '00000000-0000-7000-8000-000000000001'
    await owner.query(`insert into network (network_id, slug, name) values ('${id}', 'kempen', 'Kempen')`)
    await owner.query(`insert into stek (stek_id, network_id, slug, name, municipality) values ('${id}', '${id}', 'dorp', 'Dorp', 'Dorp')`)
    assert.equal(await heard, id)
    await ear.end()
    await owner.end()
  } finally {
    for (const running of both) await running.stop()
  }
})
