import { cookieOf, counterAt, oneMore } from '../src/test/counting.ts'
import { dataFolder } from './house.ts'
import { atLeast, atMost, type Measured, percentile } from './measure.ts'
import { startProgram } from './processes.ts'

const CONNECTIONS = 32
const SECONDS = 12
const ROLES = ['opbouwwerker', 'coordinator', 'partner', 'vrijwilliger']
const ROWS = ['heads', 'first-time', 'children', 'volunteers']

/** Phones that each send one tap at a time, as fast as the house keeps them; every answer comes after the tap is safe on disk. */
export async function tally(): Promise<Measured[]> {
  const { folder, remove } = dataFolder()
  const environment = { STEK_DATA: folder, STEK_NOW: '2026-11-24T14:00:00+01:00' }
  const app = await startProgram('src/main.ts', [], environment, /Aanmelden als financier/)
  try {
    const address = `http://127.0.0.1:${app.port}`
    const counters = await Promise.all(
      ROLES.map(async (role) => {
        const link = app.said.find((line) => line.startsWith(`Aanmelden als ${role}`))?.match(/\/werk\/\S+/)?.[0] ?? ''
        return counterAt(app.port, await cookieOf(`${address}${link}`), 'kalmthout', CONNECTIONS / ROLES.length)
      }),
    )
    const [counter] = counters
    if (!counter) throw new Error('nobody counts')
    const moments = await counter.moments()
    const taken: number[] = []
    let kept = 0
    const until = (end: number) => async (_: unknown, phone: number) => {
      for (let n = phone; performance.now() < end; n += CONNECTIONS) {
        const started = performance.now()
        const moment = moments[n % moments.length] ?? { slot: '', date: '' }
        const { length } = await (counters[phone % counters.length] ?? counter).send([
          oneMore(moment, ROWS[Math.floor(n / moments.length) % ROWS.length]),
        ])
        kept += length
        taken.push(performance.now() - started)
      }
    }
    const phones = Array.from({ length: CONNECTIONS })
    await Promise.all(phones.map(until(performance.now() + 2000)))
    const warm = kept
    taken.length = 0
    const started = performance.now()
    await Promise.all(phones.map(until(started + SECONDS * 1000)))
    const seconds = (performance.now() - started) / 1000
    const sums = await Promise.all(moments.map((moment) => counter.sums(moment)))
    const there = sums.flatMap((one) => Object.values(one)).reduce((sum, number) => sum + number, 0)
    for (const one of counters) one.close()
    return [
      atLeast(
        'posts',
        `tally: posts of one tap kept per second, ${SECONDS} s, ${CONNECTIONS} phones of 4 people, each durable`,
        500,
        (kept - warm) / seconds,
        'posts/s',
      ),
      atMost('slowest', 'tally: 99 of 100 answers within', 250, percentile(taken, 0.99), 'ms'),
      atMost('lost', 'tally: kept according to the answers, but not counted (or the other way round)', 0, Math.abs(kept - there), 'taps'),
    ]
  } finally {
    await app.stop()
    remove()
  }
}
