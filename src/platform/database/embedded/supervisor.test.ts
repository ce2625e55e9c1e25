import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { clientOf } from '../connection.ts'
import { findRunning } from './borrow.ts'
import { type EmbeddedServer, startEmbedded } from './supervisor.ts'

const root = process.getuid?.() === 0

async function ask(server: EmbeddedServer, sql: string): Promise<string[]> {
  const client = clientOf(server.connection)
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<string[]>({ text: sql, rowMode: 'array' })
    return rows.map((row) => String(row[0]))
  } finally {
    await client.end()
  }
}

const refusal = (about: RegExp) => ({ name: /ClearFailure|FolderInUse/, message: about })

describe('the embedded database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stek-embedded-'))
  let server: EmbeddedServer
  before(async () => {
    server = await startEmbedded({ folder })
  })
  after(async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('it is a real PostgreSQL 18 that sorts and folds as people here expect', async () => {
    assert.match((await ask(server, 'show server_version'))[0] ?? '', /^18\./)
    assert.deepEqual(await ask(server, "select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'stek'"), [
      'i nl-BE',
    ])
    assert.deepEqual(await ask(server, "select w from unnest(array['zee', 'Één', 'één', 'appel', 'fiets']) w order by w"), [
      'appel',
      'één',
      'Één',
      'fiets',
      'zee',
    ])
  })

  test('what was saved is on the disk before it is said to be saved', async () => {
    const settings =
      "select name || '=' || setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums') order by 1"
    assert.deepEqual(await ask(server, settings), ['data_checksums=on', 'fsync=on', 'full_page_writes=on', 'synchronous_commit=on'])
  })

  test('nobody can come to it over the network', async () => {
    assert.deepEqual(await ask(server, 'show listen_addresses'), [''])
    if (process.platform === 'linux') assert.deepEqual(listeningPorts(server.pid), [])
  })

  test('its files, its socket and its address are for one user only', () => {
    for (const path of [join(folder, 'postgres'), server.connection.host]) assert.equal(lstatSync(path).mode & 0o077, 0, path)
    for (const name of ['connection.json', 'postgres.log', 'lock']) assert.equal(lstatSync(join(folder, name)).mode & 0o077, 0, name)
  })

  test('it never runs as root', () => {
    const uid = Number(execFileSync('ps', ['-o', 'uid=', '-p', String(server.pid)], { encoding: 'utf8' }))
    assert.equal(uid, root ? 65534 : process.getuid?.())
  })

  test('a second program on the same folder is refused in plain words, and the first goes on', async () => {
    await assert.rejects(startEmbedded({ folder }), refusal(/already in use by another Stek program/))
    assert.throws(() => startElsewhere(folder), /already in use by another Stek program/)
    assert.deepEqual(await ask(server, 'select 1'), ['1'])
  })

  test('a command beside the app finds the running server', async () => {
    assert.deepEqual(await findRunning(folder), server.connection)
  })

  test('what people type never lands in the log of the server', async () => {
    const typed = 'geheim-van-een-bezoeker'
    await ask(server, 'create table if not exists secret (word text primary key)')
    await ask(server, `insert into secret values ('${typed}')`)
    await assert.rejects(ask(server, `insert into secret values ('${typed}')`), /duplicate key/)
    await assert.rejects(ask(server, `select '${typed}'::integer`), /invalid input syntax/)
    await assert.rejects(ask(server, `selec ${typed}`), /syntax error/)
    const log = readFileSync(join(folder, 'postgres.log'), 'utf8')
    assert.match(log, /ready to accept connections/)
    assert.ok(!log.includes(typed), log)
  })

  test('it stops in order, as often as it is told, and comes back with what was there', async () => {
    await ask(server, 'create table kept (word text)')
    await ask(server, "insert into kept values ('koffie')")
    const { pid } = server
    await Promise.all([server.stop(), server.stop()])
    assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' })
    assert.equal(await findRunning(folder), undefined)
    assert.ok(!existsSync(join(folder, 'connection.json')))
    const started = performance.now()
    server = await startEmbedded({ folder })
    assert.ok(performance.now() - started < 5000)
    assert.deepEqual(await ask(server, 'select word from kept'), ['koffie'])
  })
})

test('a folder that nobody else may enter, with a long name and spaces and quotes, works too', async () => {
  const home = mkdtempSync(join(tmpdir(), 'stek-closed-'))
  chmodSync(home, 0o700)
  const folder = join(home, 'een "lange" naam, '.repeat(8), "d'r in")
  const server = await startEmbedded({ folder })
  try {
    assert.ok(Buffer.byteLength(server.connection.host) < 90)
    assert.equal(lstatSync(server.connection.host).mode & 0o077, 0)
    assert.deepEqual(await ask(server, 'select current_database()'), ['stek'])
  } finally {
    await server.stop()
  }
  assert.ok(!existsSync(server.connection.host), 'the folder of the socket is tidied away')
  rmSync(home, { recursive: true, force: true })
})

test('database files of another version, of another program or in the place of a file are refused in plain words', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stek-odd-'))
  writeFileSync(join(folder, 'file'), '')
  await assert.rejects(startEmbedded({ folder: join(folder, 'file') }), refusal(/a file is in its place/))
  await assert.rejects(startEmbedded({ folder: join(folder, 'file', 'deeper') }), refusal(/a file is in its place/))
  mkdirSync(join(folder, 'postgres'))
  writeFileSync(join(folder, 'postgres', 'my-thesis.txt'), '')
  await assert.rejects(startEmbedded({ folder }), refusal(/holds files but no database/))
  assert.ok(existsSync(join(folder, 'postgres', 'my-thesis.txt')))
  writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '15\n')
  await assert.rejects(startEmbedded({ folder }), refusal(/made with PostgreSQL 15; this version of Stek carries PostgreSQL 18/))
  rmSync(folder, { recursive: true, force: true })
})

function startElsewhere(folder: string): void {
  const code = `import(${JSON.stringify(join(import.meta.dirname, 'supervisor.ts'))}).then((m) => m.startEmbedded({ folder: ${JSON.stringify(folder)} }))`
  execFileSync(process.execPath, ['--input-type=module', '--eval', `await ${code}`], { stdio: ['ignore', 'ignore', 'pipe'] })
}

/** The TCP ports this process listens on, by the kernel's own tables. */
function listeningPorts(pid: number): string[] {
  const sockets = readdirSync(`/proc/${pid}/fd`).map((name) => readlinkSync(`/proc/${pid}/fd/${name}`))
  return ['tcp', 'tcp6']
    .filter((table) => existsSync(`/proc/net/${table}`))
    .flatMap((table) => readFileSync(`/proc/net/${table}`, 'utf8').split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state, , , , , , inode]) => state === '0A' && sockets.includes(`socket:[${inode}]`))
    .map(([, address]) => address ?? '')
}
