import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { clientOf } from '../src/platform/database/connection.ts'
import { startEmbedded } from '../src/platform/database/embedded/supervisor.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { dataFolder } from './house.ts'
import { atMost, type Measured } from './measure.ts'

/** What the program beside tells of one list: the seconds until it was written, or seen to be the same, and the most memory it ever held. */
type Told = { first: number; again: number; written: number; megabytes: number; size: number }

/** Takes over a list of one sort in a process of its own, twice. */
function takeOver(socket: { host: string; port: number; user: string; database: string }, sort: 'hsds' | 'csv'): Promise<Told> {
  const child = spawn(
    process.execPath,
    ['--import', join(import.meta.dirname, '../scripts/tsx.mjs'), join(import.meta.dirname, 'import-beside.ts'), sort],
    {
      env: { ...process.env, STEK_BENCH_CONNECTION: JSON.stringify(socket) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    child.once('exit', (code) => (code === 0 ? resolve(JSON.parse(said) as Told) : reject(new Error(`taking over ended with ${code}`))))
  })
}

/** What it costs to take over 25 000 services: read, compared and written, and then the same list once more. */
export async function importing(): Promise<Measured[]> {
  const { folder, remove } = dataFolder()
  const server = await startEmbedded({ folder })
  const client = clientOf(server.connection)
  await client.connect()
  try {
    await migrate(client)
    const lines: Measured[] = []
    for (const sort of ['hsds', 'csv'] as const) {
      const { first, again, written, megabytes, size } = await takeOver(server.connection as Parameters<typeof takeOver>[0], sort)
      const what = `import: 25 000 services from ${sort === 'hsds' ? 'HSDS JSON' : 'CSV'} (${Math.round(size)} MB, ${written} written)`
      lines.push(
        atMost(`import ${sort}`, `${what}, read, compared and written`, 60, first, 's'),
        atMost(`import ${sort} again`, `${what}, once more: nothing to write`, 60, again, 's'),
        atMost(`import ${sort} memory`, `${what}, most memory of the process`, 400, megabytes, 'MB'),
      )
    }
    return lines
  } finally {
    await client.end()
    await server.stop()
    remove()
  }
}
