import { clientOf } from '../src/platform/database/connection.ts'
import { startEmbedded } from '../src/platform/database/embedded/supervisor.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { dataFolder } from './house.ts'
import { atMost, type Measured } from './measure.ts'
import { type Program, startProgram } from './processes.ts'
import { fill } from './worlds.ts'

/** How long another process goes on showing the old programme: with its notification, and when that got lost. */
export async function freshness(): Promise<Measured[]> {
  const { folder, remove } = dataFolder()
  const server = await startEmbedded({ folder })
  const running: Program[] = []
  const owner = clientOf(server.connection)
  await owner.connect()
  try {
    await migrate(owner)
    await fill(owner, { steks: 1, offersPerStek: 10, weeklyPerStek: 10, exceptionYears: 0, prefix: 'vers' })
    const { host, port, user, database } = server.connection
    const url = `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`
    for (let n = 0; n < 2; n += 1) running.push(await startProgram('src/main.ts', ['--empty'], { DATABASE_URL: url }, /is open at/))

    const untilSeen = async (title: string, app: Program): Promise<number> => {
      const started = performance.now()
      while (performance.now() - started < 5000) {
        const text = await (await fetch(`http://127.0.0.1:${app.port}/vers-0/programma`)).text()
        if (text.includes(title)) return performance.now() - started
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
      return Number.POSITIVE_INFINITY
    }
    const change = (title: string) => owner.query(`update offer set title = $1 where slug = 'aanbod-0'`, [title])
    const heard: number[] = []
    const lost: number[] = []
    for (const app of running) await untilSeen('STEK', app)
    for (let n = 0; n < 8; n += 1) {
      await change(`Gehoord ${n}`)
      heard.push(...(await Promise.all(running.map((app) => untilSeen(`Gehoord ${n}`, app)))))
    }
    for (let n = 0; n < 8; n += 1) {
      // The listening connections are cut, so this notification reaches nobody.
      await owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'stek-listen'`)
      await change(`Gemist ${n}`)
      lost.push(...(await Promise.all(running.map((app) => untilSeen(`Gemist ${n}`, app)))))
      await new Promise((resolve) => setTimeout(resolve, 150 * n))
    }
    return [
      atMost('heard', 'a change seen by another process (slowest of 16)', 1000, Math.max(...heard), 'ms'),
      atMost('lost', 'a change seen by another process when its notification got lost (slowest of 16)', 1000, Math.max(...lost), 'ms'),
    ]
  } finally {
    for (const program of running) await program.stop()
    await owner.end()
    await server.stop()
    remove()
  }
}
