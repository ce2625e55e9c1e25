import assert from 'node:assert/strict'
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { type Connection, clientOf } from '../connection.ts'
import { isAlive, writtenPid } from './leftover.ts'
import { startEmbedded } from './supervisor.ts'

/** An app on the data folder that saves row after row over four connections and says each number once it was told it is saved. */
const app = (folder: string) => `
  const { startEmbedded } = await import(${JSON.stringify(join(import.meta.dirname, 'supervisor.ts'))})
  const { clientOf } = await import(${JSON.stringify(join(import.meta.dirname, '../connection.ts'))})
  const server = await startEmbedded({ folder: ${JSON.stringify(folder)} })
  const clients = Array.from({ length: 4 }, () => clientOf(server.connection))
  for (const client of clients) { client.on('error', () => {}); await client.connect() }
  await clients[0].query('create table if not exists saved (number bigint generated always as identity)')
  await Promise.all(clients.map(async (client) => {
    for (;;) {
      const { rows } = await client.query('insert into saved default values returning number')
      process.stdout.write(rows[0].number + '\\n')
    }
  }))`

type App = { process: ChildProcess; pid: number; saved: number[]; ended: Promise<void> }

async function startApp(folder: string, until: number): Promise<App> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', app(folder)], { stdio: ['ignore', 'pipe', 'ignore'] })
  const saved: number[] = []
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    saved.push(...lines.map(Number))
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  await eventually('the app saved its first rows', () => saved.length >= until)
  return { process: child, pid: child.pid ?? 0, saved, ended }
}

async function eventually(what: string, is: () => boolean | Promise<boolean>): Promise<void> {
  for (const until = Date.now() + 15_000; !(await is()); await pause(20)) assert.ok(Date.now() < until, `in time: ${what}`)
}

const serverOf = (folder: string): number => writtenPid(join(folder, 'postgres')) ?? assert.fail('no server')

/** The children of an app that are neither the server nor anything else than the shell that watches. */
function watcherOf(pid: number): number {
  const all = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
  const found = all.split('\n').map((line) => /^\s*(\d+)\s+(\d+)\s+(.*while read.*)/.exec(line))
  return Number(found.find((line) => Number(line?.[2]) === pid)?.[1] ?? assert.fail('no watcher'))
}

async function numbersIn(connection: Connection): Promise<Set<number>> {
  const client = clientOf(connection)
  await client.connect()
  const { rows } = await client.query<{ number: number }>('select number from saved')
  await client.end()
  return new Set(rows.map(({ number }) => number))
}

async function nothingIsLost(folder: string, saved: readonly number[]): Promise<void> {
  const server = await startEmbedded({ folder })
  try {
    const there = await numbersIn(server.connection)
    assert.ok(saved.length > 0)
    assert.deepEqual(
      saved.filter((number) => !there.has(number)),
      [],
    )
  } finally {
    await server.stop()
  }
}

let folder: string
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'stek-recovery-'))
})
after(() => rmSync(folder, { recursive: true, force: true }))

test('app and server killed in the middle of saving: the next start has every row that was said to be saved', async () => {
  const running = await startApp(folder, 300)
  const server = serverOf(folder)
  process.kill(server, 'SIGKILL')
  process.kill(running.pid, 'SIGKILL')
  await running.ended
  await nothingIsLost(folder, running.saved)
  assert.match(readFileSync(join(folder, 'postgres.log'), 'utf8'), /not properly shut down; automatic recovery/)
})

test('app killed: the server ends by itself within moments, and nothing is lost', async () => {
  const running = await startApp(folder, 100)
  const server = serverOf(folder)
  process.kill(running.pid, 'SIGKILL')
  await running.ended
  await eventually('the server ended', () => !isAlive(server))
  await nothingIsLost(folder, running.saved)
})

test('app and watcher killed: the next start ends the server that was left alone, and nothing is lost', async () => {
  const running = await startApp(folder, 100)
  const server = serverOf(folder)
  process.kill(watcherOf(running.pid), 'SIGKILL')
  process.kill(running.pid, 'SIGKILL')
  await running.ended
  assert.ok(isAlive(server))
  await nothingIsLost(folder, running.saved)
  await eventually('the server ended', () => !isAlive(server))
})

test('server killed under a living app: it is there again by itself, with every row', async () => {
  const server = await startEmbedded({ folder })
  try {
    const before = await numbersIn(server.connection)
    const first = server.pid
    process.kill(first, 'SIGKILL')
    await eventually(
      'another server answers',
      async () => server.pid !== first && (await numbersIn(server.connection).catch(() => undefined)) !== undefined,
    )
    assert.deepEqual(await numbersIn(server.connection), before)
  } finally {
    await server.stop()
  }
})

test('a number left in postmaster.pid that now belongs to somebody else stops nothing and harms nobody', async () => {
  const cluster = join(folder, 'postgres')
  // Of the server's own user: only such a process looks alive to PostgreSQL and could be stopped by it.
  const { uid, gid } = statSync(cluster)
  const strangers = ['/', cluster].map((cwd) =>
    spawn('sleep', ['60'], { stdio: 'ignore', cwd, ...(process.getuid?.() === 0 ? { uid, gid } : {}) }),
  )
  try {
    for (const { pid } of strangers) {
      writeFileSync(join(cluster, 'postmaster.pid'), `${pid}\n${cluster}\n1700000000\n5432\n\n\n        1         1\nready\n`)
      const server = await startEmbedded({ folder })
      assert.notEqual(server.pid, pid)
      await server.stop()
    }
    for (const { exitCode, signalCode } of strangers) assert.deepEqual([exitCode, signalCode], [null, null])
  } finally {
    for (const stranger of strangers) stranger.kill()
  }
})
