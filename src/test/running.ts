import { readSettings } from '../platform/config/settings.ts'
import { type Running, startHouse } from '../start.ts'
import { freshDatabase } from './database.ts'

/** The whole program, started as `npm start` does, on a database of its own. */
export type WholeHouse = Running & {
  url: string
  databaseUrl: string
  said: readonly string[]
  link(role: string): string
  end(): Promise<void>
}

const freePort = async (): Promise<number> => {
  const { createServer } = await import('node:net')
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Starts the program with the demo world (or empty) on a free port; `end` stops it and throws the database away. */
export async function wholeHouse(options: { demoWorld?: boolean; environment?: Record<string, string> } = {}): Promise<WholeHouse> {
  const fresh = await freshDatabase()
  const { connection } = fresh
  const url =
    'connectionString' in connection
      ? connection.connectionString
      : `postgres://${connection.user}@localhost/${connection.database}?host=${encodeURIComponent(connection.host)}&port=${connection.port}`
  const port = await freePort()
  const said: string[] = []
  const settings = readSettings({ PORT: String(port), DATABASE_URL: url, STEK_LOG: 'error', ...options.environment })
  const running = await startHouse(settings, { demoWorld: options.demoWorld ?? true, say: (line) => said.push(line) })
  return {
    ...running,
    url: settings.baseUrl,
    databaseUrl: url,
    said,
    link: (role) => {
      const line = said.find((one) => one.startsWith(`Aanmelden als ${role}: `))
      if (!line) throw new Error(`no link was said for ${role}`)
      return line.slice(line.indexOf('http'))
    },
    async end() {
      await running.stop()
      await fresh.drop()
    },
  }
}
