import { clientOf, poolOf } from '../src/platform/database/connection.ts'
import { openDatabase } from '../src/platform/database/door.ts'
import { startEmbedded } from '../src/platform/database/embedded/supervisor.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { loadDemoWorld } from '../src/programme/demo-world/load.ts'
import { openBenchApp } from './app.ts'
import { dataFolder } from './house.ts'
import { atMost, type Measured, percentile, timed } from './measure.ts'

/** What the channels of the demo world cost when they are not kept: flyer, poster, a year of calendar. */
export async function rendering(): Promise<Measured[]> {
  const { folder, remove } = dataFolder()
  const server = await startEmbedded({ folder })
  const client = clientOf(server.connection)
  await client.connect()
  await migrate(client)
  await loadDemoWorld(client, Temporal.Now.instant())
  const database = openDatabase(poolOf(server.connection))
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
    await database.close()
    await client.end()
    await server.stop()
    remove()
  }
}
