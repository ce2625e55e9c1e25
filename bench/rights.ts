import { Worker } from 'node:worker_threads'
import { move } from '../src/functions/refer/rights/ask/move.ts'
import { bookOn } from '../src/functions/refer/rights/book/on-day.ts'
import { filesOnDisk, readShelf } from '../src/functions/refer/rights/book/read.ts'
import { compile } from '../src/functions/refer/rights/engine/compile.ts'
import { openBenchApp } from './app.ts'
import { ownDatabase } from './house.ts'
import { atMost, type Measured, percentile, timedAndWorked } from './measure.ts'

const BUDGET = 14_336
const HOUSEHOLDS = 1_000_000
const WORKERS = 2

/** Earlier answers, step by step, until the sheet that is longest. */
const answers = [
  'vt:yes',
  'situation:leefloon',
  'health:mobility',
  'children:2',
  'income:1300-1800',
  'home:private',
  'living:alone',
  'age:67-up',
  'long:yes',
  'waiting:long',
  'heating:oil',
  'school:yes',
  'registered:yes',
]

const today = (): string => Temporal.Now.plainDateISO('Europe/Brussels').toString()

/** A million households on two workers: the seconds it took, and how often a "not now" came too early. */
async function million(): Promise<{ seconds: number; contradicted: number }> {
  const started = performance.now()
  const shares = Array.from(
    { length: WORKERS },
    (_, n) =>
      new Promise<{ contradicted: number; worth: number }>((resolve, reject) => {
        const workerData = { seed: n + 1, households: HOUSEHOLDS / WORKERS, day: today() }
        const worker = new Worker(new URL('./rights-worker.ts', import.meta.url), { workerData })
        worker.once('message', resolve)
        worker.once('error', reject)
      }),
  )
  const done = await Promise.all(shares)
  if (done.some(({ worth }) => worth === 0)) throw new Error('not one household had anything worth asking for')
  return { seconds: (performance.now() - started) / 1000, contradicted: done.reduce((so, { contradicted }) => so + contradicted, 0) }
}

/** Of 100 runs the slowest but one, as somebody waits for it and as the processor works for it, and the median. */
const both = (id: string, what: string, limit: number, { taken, worked }: { taken: number[]; worked: number[] }): Measured[] => [
  atMost(id, `${what} (p99)`, limit, percentile(taken, 0.99), 'ms'),
  atMost(`${id} work`, `${what} (p99 of processor time)`, limit, percentile(worked, 0.99), 'ms'),
  atMost(`${id} median`, `${what} (median)`, limit, percentile(taken, 0.5), 'ms'),
]

/** What a step costs in the engine alone (the browser does the same), and on the server with its page. */
async function steps(): Promise<Measured[]> {
  const compiled = compile(bookOn(readShelf(filesOnDisk()), today()))
  const engine = await timedAndWorked(answers.length * 100, answers.length * 10, (n) => {
    const count = Math.abs(n) % answers.length
    move(compiled, { answers: answers.slice(0, count), screen: '', options: [], doing: 'meer' })
  })
  const { database, close } = await ownDatabase()
  try {
    const app = openBenchApp(database)
    const form = (count: number, doing: string) =>
      new URLSearchParams([...answers.slice(0, count).map((one): [string, string] => ['a', one]), ['doe', doing]])
    const compressed = { 'Accept-Encoding': 'br' }
    const page = await timedAndWorked(1000, 100, (n) => app.page('/rechten', form(Math.abs(n) % answers.length, 'meer'), compressed))
    const sheet = await timedAndWorked(300, 30, () => app.page('/rechten', form(answers.length, 'toon'), compressed))
    const bytes = async (path: string, sent?: URLSearchParams) => (await app.page(path, sent, compressed)).byteLength
    const sizes = await Promise.all(
      ['', '/en', '/fr', '/ar', '/uk'].map((language) => bytes(`${language}/rechten`, form(answers.length, 'toon'))),
    )
    return [
      ...both('rights engine', 'rights check, one step in the engine', 10, engine),
      ...both('rights page', 'rights check, one step with its page on the server', 10, page),
      ...both('rights sheet', 'rights check, the longest sheet on the server', 50, sheet),
      atMost('rights first bytes', 'rights check, first page compressed', BUDGET, await bytes('/rechten'), 'bytes'),
      atMost('rights sheet bytes', 'rights check, the longest sheet compressed, largest language', BUDGET, Math.max(...sizes), 'bytes'),
      atMost('rights script bytes', 'rights check, script, loaded after the page', BUDGET, await bytes('/assets/rechten.js'), 'bytes'),
      atMost(
        'rights book bytes',
        'rights check, rules and words of one language, loaded after the page',
        BUDGET,
        await bytes('/uk/rechten/boek.json'),
        'bytes',
      ),
    ]
  } finally {
    await close()
  }
}

/** The rights check: every step, a million simulated households, and what goes over a bad line. */
export async function rights(): Promise<Measured[]> {
  const { seconds, contradicted } = await million()
  return [
    atMost('rights million', 'a million simulated households, every right, twice, on two workers', 60, seconds, 's'),
    atMost('rights too early', 'of them told "not now" before a missing answer that says otherwise', 0, contradicted, 'households'),
    ...(await steps()),
  ]
}
