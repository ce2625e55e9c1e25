import { openBenchApp } from './app.ts'
import { ownDatabase } from './house.ts'
import { atMost, type Measured, percentile, timed } from './measure.ts'
import { fill } from './worlds.ts'

/** What a page that is not kept costs with two steks, and with 1 000 steks, 10 000 slots and five years of exceptions. */
export async function scale(): Promise<Measured[]> {
  const { client, database, close } = await ownDatabase()
  try {
    await fill(client, { steks: 2, offersPerStek: 10, weeklyPerStek: 10, exceptionYears: 0, prefix: 'klein' })
    const app = openBenchApp(database)
    const cost = async (path: string) => percentile(await timed(80, 30, () => app.page(path)), 0.5)
    const few = { today: await cost('/klein-0'), week: await cost('/klein-0/programma') }
    await fill(client, { steks: 998, offersPerStek: 10, weeklyPerStek: 10, exceptionYears: 5, prefix: 'groot' })
    const many = { today: await cost('/groot-500'), week: await cost('/groot-500/programma') }
    const rows = await client.query<{ steks: number; slots: number; exceptions: number }>(
      `select (select count(*)::int from stek) steks, (select count(*)::int from slot) slots, (select count(*)::int from exception) exceptions`,
    )
    const size = rows.rows[0]
    const said = `${size?.steks} steks, ${size?.slots} slots, ${size?.exceptions} exceptions`
    return [
      atMost(
        'scale today',
        `/{stek} not kept: ${many.today.toFixed(1)} ms with ${said}, ${few.today.toFixed(1)} ms with two steks; times`,
        1.5,
        many.today / few.today,
        'x',
      ),
      atMost(
        'scale week',
        `/{stek}/programma not kept: ${many.week.toFixed(1)} ms against ${few.week.toFixed(1)} ms; times`,
        1.5,
        many.week / few.week,
        'x',
      ),
    ]
  } finally {
    await close()
  }
}
