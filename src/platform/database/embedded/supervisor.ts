import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, openSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ClearFailure } from '../../config/clear-failure.ts'
import { clientOf, type Connection } from '../connection.ts'
import { findBinaries, type RunsAs, runsAs } from './binaries.ts'
import { type Folders, makeFolders } from './folders.ts'
import { takeLock } from './lock.ts'
import { serverSettings } from './server-settings.ts'

/** The embedded PostgreSQL of one data folder, as long as it runs. */
export type EmbeddedServer = {
  connection: { host: string; port: number; user: string; database: string }
  /** The postmaster. */
  pid: number
  stop(): Promise<void>
}

const PORT = 5432
const USER = 'stek'
const MAJOR = '18'
const START_WITHIN_MS = 60_000
const STOP_WITHIN_MS = 20_000

// The shell waits for its input to close, which happens when the app stops or is killed, and then stops the server.
// It is a session of its own, so that Ctrl-C in a terminal reaches the app only and the app decides when the server goes.
const WATCHED = '"$@" & server=$!; read -r _; kill -INT "$server" 2>/dev/null; wait "$server"'

/**
 * Starts the PostgreSQL of a data folder: made at first use, recovered after a crash, reachable by a private socket only.
 * Throws a ClearFailure when another app uses the folder, when the folder is of another version, when the disk is full.
 */
export async function startEmbedded(options: { folder: string }): Promise<EmbeddedServer> {
  const as = runsAs()
  if (process.platform === 'win32') throw new ClearFailure('The embedded database does not run on Windows yet. Use a server of your own: DATABASE_URL=postgres://…')
  const folders = makeFolders(options.folder, as)
  const lock = await takeLock(folders.lock)
  if (!lock) throw new ClearFailure(`Another Stek is already open on the data folder ${folders.data}. Stop it first, or choose another folder: STEK_DATA=/some/folder npm start`)
  try {
    const binaries = findBinaries(as)
    await endOrphan(folders)
    if (!existsSync(join(folders.cluster, 'PG_VERSION'))) await makeCluster(binaries, folders, as)
    checkVersion(folders)
    const shell = startServer(binaries, folders, as)
    const ended = new Promise<void>((resolve) => shell.once('exit', () => resolve()))
    const connection = { host: folders.socket, port: PORT, user: USER, database: 'stek' }
    const pid = await untilReady(shell, folders, connection)
    return {
      connection,
      pid,
      async stop() {
        shell.stdin?.end()
        const late = setTimeout(() => process.kill(pid, 'SIGQUIT'), STOP_WITHIN_MS)
        await ended
        clearTimeout(late)
        lock.release()
      },
    }
  } catch (thrown) {
    lock.release()
    throw thrown
  }
}

/** A server whose app was killed stops by itself within moments; wait for it, or stop it. A pid of somebody else is left alone. */
async function endOrphan(folders: Folders): Promise<void> {
  const file = join(folders.cluster, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (!Number.isInteger(pid) || pid <= 1 || !isOurs(pid, folders)) {
    rmSync(file, { force: true })
    return
  }
  process.kill(pid, 'SIGINT')
  for (const until = Date.now() + STOP_WITHIN_MS; Date.now() < until; await pause(20)) if (!isOurs(pid, folders)) return
  throw new ClearFailure(`The PostgreSQL of ${folders.data} (process ${pid}) does not stop. End that process and start again.`)
}

/** Whether a living process is the postmaster of this very cluster; without /proc the name of the program has to do. */
function isOurs(pid: number, folders: Folders): boolean {
  try {
    process.kill(pid, 0)
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM')) return false
  }
  if (!existsSync('/proc/self')) return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folders.cluster && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    return false
  }
}

async function makeCluster(binaries: string, folders: Folders, as: RunsAs): Promise<void> {
  // A making that was broken off leaves a folder that is neither empty nor a cluster.
  for (const left of readdirSync(folders.cluster)) rmSync(join(folders.cluster, left), { recursive: true, force: true })
  const words = ['-D', folders.cluster, '-U', USER, '--auth=trust', '--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=nl-BE', '--no-instructions']
  const child = spawn(join(binaries, 'bin', 'initdb'), words, { ...as, cwd: folders.cluster, stdio: ['ignore', 'ignore', 'pipe'], env: quiet() })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk
  })
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null))
    child.once('close', resolve)
  })
  if (code === 0) return
  for (const left of readdirSync(folders.cluster)) rmSync(join(folders.cluster, left), { recursive: true, force: true })
  throw reasonIn(said, folders)
}

function checkVersion(folders: Folders): void {
  const version = readFileSync(join(folders.cluster, 'PG_VERSION'), 'utf8').trim()
  if (version === MAJOR) return
  throw new ClearFailure(`The data folder ${folders.data} was made by PostgreSQL ${version}; this is ${MAJOR}. Make a backup with the older Stek and restore it into an empty folder.`)
}

function startServer(binaries: string, folders: Folders, as: RunsAs): ChildProcess {
  const settings = Object.entries(serverSettings(folders.socket)).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openSync(folders.log, 'w')
  const words = ['-c', WATCHED, 'stek', join(binaries, 'bin', 'postgres'), '-D', folders.cluster, ...settings]
  return spawn('/bin/sh', words, { ...as, cwd: folders.cluster, detached: true, stdio: ['pipe', log, log], env: quiet() })
}

const quiet = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' })

/** Waits until the server answers, makes the database at first use, and gives the pid of the postmaster. */
async function untilReady(shell: ChildProcess, folders: Folders, connection: { database: string }): Promise<number> {
  let gone = false
  shell.once('exit', () => {
    gone = true
  })
  for (const until = Date.now() + START_WITHIN_MS; Date.now() < until; await pause(10)) {
    if (gone) throw reasonIn(readFileSync(folders.log, 'utf8'), folders)
    if (await connects({ ...connection, database: 'postgres' } as Connection, connection.database)) {
      return Number(readFileSync(join(folders.cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
    }
  }
  shell.stdin?.end()
  throw new ClearFailure(`The embedded database did not start in time. See ${folders.log}.`)
}

async function connects(connection: Connection, database: string): Promise<boolean> {
  const client = clientOf(connection, 'stek-start')
  client.on('error', () => {})
  try {
    await client.connect()
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount === 0) await client.query(`create database ${database}`)
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

function reasonIn(said: string, folders: Folders): ClearFailure {
  if (/No space left on device/.test(said)) return new ClearFailure(`The disk that holds ${folders.data} is full. Make room, and start again: nothing was lost.`)
  if (/Permission denied/.test(said)) return new ClearFailure(`The data folder ${folders.data} cannot be read or written by the user PostgreSQL runs as. Choose another one: STEK_DATA=/some/folder npm start`)
  return new ClearFailure(`The embedded database did not start. See ${folders.log}. It says: ${said.trim().split('\n').slice(-3).join(' / ') || 'nothing'}`)
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
