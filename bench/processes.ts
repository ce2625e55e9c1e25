import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** A port nobody listens on now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })

/** A program of ours that runs beside the bench, and the milliseconds until it said it was open. */
export type Program = { process: ChildProcess; port: number; said: string[]; readyAfter: number; stop(): Promise<void> }

/** Starts a program with the words for Node that the bench itself was started with, as `npm start` gives them, and waits until a line of it matches `ready`; rejects when it ends before, or after 60 s. */
export async function startProgram(
  file: string,
  words: readonly string[],
  environment: Record<string, string>,
  ready: RegExp,
): Promise<Program> {
  const port = await freePort()
  const started = performance.now()
  const child = spawn(process.execPath, [...process.execArgv, join(root, file), ...words], {
    env: { ...process.env, PORT: String(port), STEK_LOG: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: string[] = []
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${file} was not ready in time`)), 60_000)
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)))
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      said.push(...chunk.split('\n').filter(Boolean))
      if (said.some((line) => ready.test(line))) {
        clearTimeout(late)
        resolve()
      }
    })
  })
  const readyAfter = performance.now() - started
  const stop = () =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null) return resolve()
      child.removeAllListeners('exit')
      child.once('exit', () => resolve())
      child.kill('SIGTERM')
    })
  return { process: child, port, said, readyAfter, stop }
}

/** The proportional set size of a process and all its children, in MB (Linux; shared pages are counted once). */
export function proportionalMemory(pid: number): number {
  const parents = new Map<number, number>()
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8')
      parents.set(Number(entry), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {
      // gone meanwhile
    }
  }
  const family = new Set([pid])
  for (let grown = true; grown; ) {
    grown = false
    for (const [child, parent] of parents) {
      if (family.has(parent) && !family.has(child)) {
        family.add(child)
        grown = true
      }
    }
  }
  let kilobytes = 0
  for (const member of family) {
    try {
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${member}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
    } catch {
      // gone meanwhile
    }
  }
  return kilobytes / 1024
}
