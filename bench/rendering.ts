import { loadDemoWorld } from '../src/programme/demo-world/load.ts'
import { openBenchApp } from './app.ts'
import { ownDatabase } from './house.ts'
import { atMost, type Measured, percentile, timed } from './measure.ts'

/** What the channels of the demo world cost when they are not kept: flyer, poster, a year of calendar. */
export async function rendering(): Promise<Measured[]> {
  const { client, database, close } = await ownDatabase()
  await loadDemoWorld(client, Temporal.Now.instant())
  try {
    const app = openBenchApp(database)
    const cost = async (path: string) => percentile(await timed(30, 5, () => app.page(path)), 0.9)
    return [
      atMost('flyer nl', 'flyer A5 in Dutch, warm (p90)', 50, await cost('/kalmthout/flyer.pdf?formaat=a5&taal=nl'), 'ms'),
      atMost('flyer ar', 'flyer A4 in Arabic, warm (p90)', 50, await cost('/kalmthout/flyer.pdf?formaat=a4&taal=ar'), 'ms'),
      atMost('poster', 'poster A3, warm (p90)', 50, await cost('/kalmthout/affiche.pdf?taal=nl'), 'ms'),
      atMost('feed', 'calendar feed of a year (p90)', 20, await cost('/kalmthout/programma.ics'), 'ms'),
      atMost('today', '/{stek} not kept (p90)', 50, await cost('/kalmthout'), 'ms'),
    ]
  } finally {
    await close()
  }
}
