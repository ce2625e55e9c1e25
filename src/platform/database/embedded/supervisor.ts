import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { ClearFailure } from '../../config/clear-failure.ts'
import { findBinaries } from './binaries.ts'
import { prepareCluster } from './cluster.ts'
import { type SocketConnection, writeConnectionFile } from './connection-file.ts'
import { inPlainWords } from './failures.ts'
import { endLeftover } from './leftover.ts'
import { takeLock } from './lock.ts'
import { type Place, preparePlace } from './place.ts'
import { type Postmaster, startPostmaster } from './postmaster.ts'
import { DATABASE, OWNER, PORT } from './server-settings.ts'
import { makeSocketFolder } from './socket.ts'
import { startWatcher } from './watcher.ts'

/** The running server: how to reach it (host is the folder of its socket), its process now, and how to end it. */
export type EmbeddedServer = { connection: SocketConnection; readonly pid: number; stop(): Promise<void> }

/** Seconds before each new try when the server ended by itself: a full disk or a hasty hand may be mended meanwhile. */
const PATIENCE = [0, 1, 5, 15]

/**
 * Starts PostgreSQL in the data folder and answers when it can be used; makes folder, database files and database as needed.
 * At most one program at a time works in a folder. What an app that was killed left behind is ended first, and every
 * acknowledged row is there. When the server ends by itself it is started again. `stop` ends it in order, any number of times.
 * Throws a ClearFailure for everything the starter can mend.
 */
export async function startEmbedded(options: { folder: string }): Promise<EmbeddedServer> {
  if (process.platform === 'win32') {
    throw new ClearFailure(
      'The embedded database does not run on Windows itself. Start Stek inside WSL, or use a PostgreSQL server of your own with DATABASE_URL.',
    )
  }
  const place = preparePlace(options.folder)
  try {
    return await startIn(place)
  } catch (thrown) {
    throw inPlainWords(thrown, place.folder)
  }
}

async function startIn(place: Place): Promise<EmbeddedServer> {
  const undo: (() => void | Promise<void>)[] = []
  const unwind = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    const lock = takeLock(place.lock, place.folder)
    undo.push(() => lock.release())
    const binaries = findBinaries(place.identity)
    await endLeftover(place.cluster)
    await prepareCluster(place, binaries)
    const socket = makeSocketFolder(place)
    undo.push(() => socket.tidy())
    const watcher = startWatcher(place.identity)
    undo.push(() => watcher.dismiss())

    const launch = async () => {
      await endLeftover(place.cluster)
      return startPostmaster(place, binaries, makeSocketFolder(place).path)
    }
    const server = await keepRunning(launch, (pid) => watcher.watch(pid))
    undo.push(() => server.stop())
    const connection = { host: socket.path, port: PORT, user: OWNER, database: DATABASE }
    writeConnectionFile(place.connectionFile, connection)
    undo.push(() => rmSync(place.connectionFile, { force: true }))

    let stopped: Promise<void> | undefined
    const stop = () => (stopped ??= unwind())
    return {
      connection,
      get pid() {
        return server.pid()
      },
      stop,
    }
  } catch (thrown) {
    await unwind()
    throw thrown
  }
}

/** Keeps one server running until it is told to stop; `changed` hears the number of each new process, and when there is none. */
async function keepRunning(launch: () => Promise<Postmaster>, changed: (pid: number | undefined) => void) {
  let stopping = false
  let current: Postmaster
  let reviving: Promise<void> | undefined
  const interrupt = new AbortController()

  const run = async () => {
    current = await launch()
    changed(current.pid)
    void current.ended.then(() => {
      changed(undefined)
      if (!stopping) reviving = revive()
    })
  }
  const revive = async () => {
    for (let tried = 0; !stopping; tried += 1) {
      const seconds = PATIENCE[Math.min(tried, PATIENCE.length - 1)] ?? 0
      await pause(seconds * 1000, undefined, { signal: interrupt.signal, ref: false }).catch(() => {})
      if (stopping) return
      try {
        return await run()
      } catch {
        // Why is in the log of the server; meanwhile the app answers that it is not ready.
      }
    }
  }

  await run()
  return {
    pid: () => current.pid,
    async stop() {
      stopping = true
      interrupt.abort()
      await reviving
      await current.stop()
    },
  }
}
