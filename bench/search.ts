import { findServices } from '../src/functions/refer/guide/search/find.ts'
import { type AskedQuestion, readQuestions, shareFound } from '../src/functions/refer/guide/search/quality.ts'
import { loadGuide } from '../src/functions/refer/guide/start-set/load.ts'
import { identifiers } from '../src/platform/clock/identifiers.ts'
import { loadDemoWorld } from '../src/programme/demo-world/load.ts'
import { openBenchApp } from './app.ts'
import { fillGuide } from './guide-world.ts'
import { ownDatabase } from './house.ts'
import { atLeast, atMost, type Measured, percentile, timed } from './measure.ts'

const SMALL = 100_000
/** `STEK_BENCH_SERVICES=300000` measures the large guide with fewer services. */
const LARGE = Number(process.env.STEK_BENCH_SERVICES ?? 1_000_000)

/** Whether visitors find the right service, and how fast, in a guide of 100 000 and of a million services in one stek. */
export async function search(): Promise<Measured[]> {
  const { client, database, close } = await ownDatabase()
  try {
    await loadDemoWorld(client, Temporal.Now.instant())
    await loadGuide(client, identifiers())
    const stekId = (await client.query<{ stek_id: string }>(`select stek_id from stek where slug = 'kalmthout'`)).rows[0]?.stek_id ?? ''
    const { rows } = await client.query<{ service_id: string; slug: string }>('select service_id, slug from service')
    const slugs = new Map(rows.map((row) => [row.service_id, row.slug]))
    const ask = (q: string) => database.reading(stekId, (tx) => findServices(tx, stekId, q))
    const asked = readQuestions()
    const quality = async (id: string, what: string, questions: readonly AskedQuestion[]): Promise<Measured> => {
      const { share, missed } = await shareFound(questions, async (q) =>
        (await ask(q)).scored.map(({ serviceId }) => slugs.get(serviceId) ?? ''),
      )
      return atLeast(
        id,
        `${what}: right among the first three, ${questions.length - missed.length} of ${questions.length}`,
        95,
        share * 100,
        '%',
      )
    }
    const found = [
      await quality(
        'search quality',
        'questions of the public test set',
        asked.filter(({ held }) => !held),
      ),
      await quality(
        'search quality held',
        'questions kept aside while tuning',
        asked.filter(({ held }) => held),
      ),
    ]
    const app = openBenchApp(database)
    const cost = async () => {
      const questions = asked.map(({ q }) => q)
      const one = (n: number) => questions[((n % questions.length) + questions.length) % questions.length] ?? ''
      const searching = await timed(questions.length * 2, questions.length, (n) => ask(one(n)))
      const pages = await timed(200, 20, (n) => app.page(`/kalmthout/wegwijzer?q=${encodeURIComponent(one(n))}`))
      return {
        middle: percentile(searching, 0.5),
        slow: percentile(searching, 0.99),
        page: percentile(pages, 0.99),
        pageMiddle: percentile(pages, 0.5),
      }
    }
    await fillGuide(client, stekId, SMALL, 1)
    const small = await cost()
    const page = Buffer.from(await app.page(`/kalmthout/wegwijzer?q=${encodeURIComponent('hulp met geld en wonen')}`))
    await fillGuide(client, stekId, LARGE, 2)
    const large = await cost()
    const ms = (taken: number) => taken.toFixed(1)
    return [
      ...found,
      atMost('search 100k', `search over ${SMALL} services in one stek, p99 (half within ${ms(small.middle)} ms)`, 30, small.slow, 'ms'),
      atMost(
        'search 1m',
        `search over ${LARGE} services: p99 ${ms(large.slow)} ms, half within ${ms(large.middle)} ms; times`,
        2,
        large.slow / small.slow,
        'x',
      ),
      atMost(
        'search page',
        `page with what was found, ${LARGE} services, p99 (half within ${ms(large.pageMiddle)} ms; ${ms(small.page)} ms with ${SMALL})`,
        60,
        large.page,
        'ms',
      ),
      atMost('search page bytes', 'page with ten services, before compression', 60_000, page.length, 'bytes'),
    ]
  } finally {
    await close()
  }
}
