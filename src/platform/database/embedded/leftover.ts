import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ClearFailure } from '../../config/clear-failure.ts'
import { codeOf } from './failures.ts'

const GENTLE_MS = 30_000
const IMMEDIATE_MS = 10_000

/**
 * Ends the server that an earlier app left behind in these database files, when there is one, and clears away a postmaster.pid
 * whose number meanwhile belongs to somebody else: PostgreSQL would take that process for a server and refuse to start.
 * Only a process that provably works in these files is ever sent a signal. Call it while holding the folder's lock.
 */
export async function endLeftover(cluster: string): Promise<void> {
  const pid = writtenPid(cluster)
  if (pid === undefined || !isAlive(pid)) return
  if (!worksIn(cluster, pid)) return rmSync(join(cluster, 'postmaster.pid'), { force: true })
  // SIGINT is PostgreSQL's fast shutdown; SIGQUIT its immediate one, from which it recovers at the next start.
  if (await ends(cluster, pid, 'SIGINT', GENTLE_MS)) return
  if (await ends(cluster, pid, 'SIGQUIT', IMMEDIATE_MS)) return
  throw new ClearFailure(
    `An earlier database server (process ${pid}) still works in ${cluster} and does not stop. End it, then start again.`,
  )
}

async function ends(cluster: string, pid: number, signal: NodeJS.Signals, patience: number): Promise<boolean> {
  try {
    process.kill(pid, signal)
  } catch (thrown) {
    if (codeOf(thrown) !== 'ESRCH') throw thrown
  }
  for (const until = Date.now() + patience; Date.now() < until; await pause(10)) {
    if (!isAlive(pid) || !worksIn(cluster, pid)) return true
  }
  return false
}

/** The number in the first line of postmaster.pid; undefined when there is no such file or no number in it. */
export function writtenPid(cluster: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10)
    return pid > 1 ? pid : undefined
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return undefined
    throw thrown
  }
}

/** Whether a process with this number exists, whoever it belongs to. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (thrown) {
    return codeOf(thrown) === 'EPERM'
  }
}

/** Whether this process is a PostgreSQL server that has these database files as its working folder. */
function worksIn(cluster: string, pid: number): boolean {
  return process.platform === 'linux' ? worksInByProc(cluster, pid) : worksInByPs(cluster, pid)
}

function worksInByProc(cluster: string, pid: number): boolean {
  try {
    const [there, here] = [statSync(`/proc/${pid}/cwd`), statSync(cluster)]
    // " (deleted)" follows the name when npm replaced the program meanwhile.
    return there.dev === here.dev && there.ino === here.ino && basename(readlinkSync(`/proc/${pid}/exe`)).startsWith('postgres')
  } catch {
    return false // it ended, or it is another user's and so cannot be ours
  }
}

function worksInByPs(cluster: string, pid: number): boolean {
  try {
    const command = execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return command.includes('postgres') && command.includes(`-D ${cluster} `)
  } catch {
    return false
  }
}
