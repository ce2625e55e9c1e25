import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Counter, cookieOf, counterAt, oneMore, type TestTap } from './counting.ts'

/** What came of a drill: how many taps were acknowledged, how many the house has in the end, and after sending all of them once more. */
export type Drilled = { kills: number; acknowledged: number; counted: number; afterReplay: number; seconds: number }

const root = join(import.meta.dirname, '../..')
const ROWS = ['heads', 'first-time', 'children', 'volunteers']
const SENDERS = 8
const LONGEST_IN_MS = 300_000

type Program = { child: ChildProcess; port: number; said: string[] }

/** The whole program on a data folder, as `npm start` runs it; answers when it is open. */
async function open(folder: string): Promise<Program> {
  const env = { ...process.env, DATABASE_URL: '', STEK_DATA: folder, STEK_NOW: '2026-11-24T14:00:00+01:00', STEK_LOG: 'silent', PORT: '0' }
  const words = ['--import', join(root, 'scripts/tsx.mjs'), join(root, 'src/main.ts')]
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'ignore'] })
  const said: string[] = []
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => said.push(...chunk.split('\n').filter(Boolean)))
  for (const limit = Date.now() + 60_000; Date.now() < limit; await pause(10)) {
    const port = /is open at http:\/\/[^:]+:(\d+)/.exec(said.join('\n'))?.[1]
    if (port && said.some((line) => line.startsWith('Aanmelden als financier'))) return { child, port: Number(port), said }
    if (child.exitCode !== null) break
  }
  child.kill('SIGKILL')
  throw new Error(`the program did not open: ${said.join(' ')}`)
}

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise((resolve) => child.once('exit', () => resolve()))

/** Waits until a program whose database was ended answers again; it must not have ended itself. */
async function comesBack({ child, port }: Program): Promise<void> {
  while (!(await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.ok) {
    if (child.exitCode !== null) throw new Error('the program ended because its database did')
    await pause(20)
  }
}

/** Ends the database server of a data folder without a word; its number is in the folder. */
function killDatabase(folder: string): void {
  try {
    process.kill(Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
  } catch {
    // It is just starting again after the last time.
  }
}

/**
 * Sends taps one by one while app and database are ended with -9 at random moments; what was not acknowledged is sent again with the same id.
 * Everything happens in a data folder of its own that is thrown away.
 */
export async function killDrill({ kills, posts }: { kills: number; posts: number }): Promise<Drilled> {
  const folder = mkdtempSync(join(tmpdir(), 'stek-drill-'))
  const started = performance.now()
  let program = await open(folder)
  try {
    const link = program.said.find((line) => line.startsWith('Aanmelden als vrijwilliger'))?.match(/\/werk\/\S+/)?.[0] ?? ''
    const cookie = await cookieOf(`http://127.0.0.1:${program.port}${link}`)
    let counter: Counter = counterAt(program.port, cookie, 'kalmthout', SENDERS)
    const moments = await counter.moments()
    const taps = Array.from({ length: posts }, (_, n): TestTap => {
      const moment = moments[n % moments.length] ?? { slot: '', date: '' }
      return oneMore(moment, ROWS[Math.floor(n / moments.length) % ROWS.length])
    })
    const waiting = [...taps]
    let acknowledged = 0
    let givenUp = false

    const sender = async () => {
      for (;;) {
        const tap = waiting.shift()
        if (!tap || givenUp) return
        try {
          const kept = await counter.send([tap])
          if (kept.includes(tap.entry)) acknowledged += 1
          else throw new Error('not kept')
        } catch {
          waiting.unshift(tap)
          await pause(20)
        }
      }
    }
    const killer = async () => {
      for (let kill = 0; kill < kills; kill += 1) {
        const at = Math.floor(((kill + Math.random()) * posts) / kills)
        while (acknowledged < at && !givenUp) await pause(1)
        await pause(Math.random() * 20)
        // In turn: the app alone, the database alone (the app starts it again), both at once.
        const which = kill % 3
        if (which !== 0) killDatabase(folder)
        if (which === 1) {
          await comesBack(program)
          continue
        }
        program.child.kill('SIGKILL')
        await ended(program.child)
        counter.close()
        program = await open(folder)
        counter = counterAt(program.port, cookie, 'kalmthout', SENDERS)
      }
    }
    const total = async () => {
      const sums = await Promise.all(moments.map((moment) => counter.sums(moment)))
      return sums.flatMap((one) => Object.values(one)).reduce((sum, number) => sum + number, 0)
    }
    const late = setTimeout(() => {
      givenUp = true
    }, LONGEST_IN_MS)
    const killing = killer().catch((thrown: unknown) => {
      givenUp = true
      throw thrown
    })
    await Promise.all([killing, ...Array.from({ length: SENDERS }, sender)]).finally(() => clearTimeout(late))
    const counted = await total()
    for (let at = 0; at < taps.length; at += 500) await counter.send(taps.slice(at, at + 500))
    const afterReplay = await total()
    counter.close()
    return { kills, acknowledged, counted, afterReplay, seconds: (performance.now() - started) / 1000 }
  } finally {
    program.child.kill('SIGTERM')
    await ended(program.child)
    rmSync(folder, { recursive: true, force: true })
  }
}
