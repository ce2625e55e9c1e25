import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { cannotRun, serverEnvironment } from './cluster.ts'
import { failureFromWords } from './failures.ts'
import { entranceTo, type Place } from './place.ts'
import { answers } from './ready.ts'
import { serverWords } from './server-settings.ts'

const LOG_LIMIT = 2_000_000
const RECOVERY_MS = 300_000
const ENDING_MS = 20_000
const GENTLE_MS = 30_000
const IMMEDIATE_MS = 10_000

/** A server that answers. */
export type Postmaster = {
  pid: number
  /** Resolves when the server ended, for whatever reason. */
  ended: Promise<void>
  /** Asks for a fast shutdown and waits for the end; insists after half a minute. */
  stop(): Promise<void>
}

/**
 * Starts the server and waits until it answers; recovery after a crash may take its time, up to five minutes.
 * While processes of a server that just died are still going, it tries again. Throws a ClearFailure with the server's own reason.
 */
export async function startPostmaster(place: Place, binaries: Binaries, socketFolder: string): Promise<Postmaster> {
  for (const until = Date.now() + ENDING_MS; ; await pause(50)) {
    const log = openLog(place.log)
    try {
      const child = await launch(place, binaries, socketFolder, log.handle)
      const postmaster = watched(child)
      if (await untilReady(postmaster, socketFolder)) return postmaster
      const said = log.since()
      if (!/still in use|another server might be running/i.test(said) || Date.now() > until)
        throw failureFromWords(said, place.folder, place.log)
    } finally {
      closeSync(log.handle)
    }
  }
}

async function launch(place: Place, binaries: Binaries, socketFolder: string, log: number): Promise<ChildProcess> {
  const entrance = entranceTo(place.cluster, place.folder, place.identity)
  try {
    const child = spawn(binaries.postgres, serverWords(entrance.argument, socketFolder), {
      ...place.identity,
      cwd: '/',
      env: serverEnvironment(),
      detached: true, // Ctrl-C is for the app, which then stops the server in order
      stdio: ['ignore', log, log, ...(entrance.handle === undefined ? [] : [entrance.handle])],
    })
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve)
      child.once('error', (thrown) => reject(cannotRun(binaries.postgres, thrown)))
    })
    return child
  } finally {
    if (entrance.handle !== undefined) closeSync(entrance.handle)
  }
}

function watched(child: ChildProcess): Postmaster {
  let running = true
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      running = false
      resolve()
    })
  })
  child.unref() // the server never keeps a finished program open
  const endsWithin = async (signal: NodeJS.Signals, patience: number) => {
    if (running) child.kill(signal)
    const giveUp = new AbortController()
    await Promise.race([ended, pause(patience, undefined, { signal: giveUp.signal }).catch(() => {})])
    giveUp.abort()
    return !running
  }
  return {
    pid: child.pid ?? 0,
    ended,
    async stop() {
      child.ref()
      if (await endsWithin('SIGINT', GENTLE_MS)) return
      if (await endsWithin('SIGQUIT', IMMEDIATE_MS)) return
      await endsWithin('SIGKILL', IMMEDIATE_MS)
    },
  }
}

/** True when it answers, false when it ended before that. */
async function untilReady(postmaster: Postmaster, socketFolder: string): Promise<boolean> {
  let ended = false
  void postmaster.ended.then(() => {
    ended = true
  })
  try {
    for (const until = Date.now() + RECOVERY_MS; Date.now() < until; await pause(10)) {
      if (ended) return false
      if (await answers(socketFolder)) return true
    }
  } catch (thrown) {
    await postmaster.stop()
    throw thrown
  }
  await postmaster.stop()
  return false
}

/** The server's log, appended to; what is in it from before this start can be told apart. One old log is kept. */
function openLog(path: string): { handle: number; since(): string } {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(path, `${path}.1`)
  const handle = openSync(path, 'a+', 0o600)
  const start = fstatSync(handle).size
  return {
    handle,
    since() {
      const bytes = Buffer.alloc(Math.min(fstatSync(handle).size - start, 100_000))
      readSync(handle, bytes, 0, bytes.length, start)
      return bytes.toString('utf8')
    },
  }
}
