import { after, before } from 'node:test'
import type { Browser } from 'playwright-core'
import { readSettings } from '../platform/config/settings.ts'
import { type Running, startHouse } from '../start.ts'
import { openBrowser } from './browser.ts'
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

/** What the clock of a house says when a test does not say it: a Wednesday in autumn, so that what is on does not depend on the day of the test. */
const A_WEDNESDAY = '2026-11-25T10:00:00+01:00'

type Wanted = { demoWorld?: boolean; environment?: Record<string, string> }

/** Starts the program with the demo world (or empty) on a free port; `end` stops it and throws the database away. */
export async function wholeHouse(options: Wanted = {}): Promise<WholeHouse> {
  const fresh = await freshDatabase()
  const { connection } = fresh
  const url =
    'connectionString' in connection
      ? connection.connectionString
      : `postgres://${connection.user}@localhost/${connection.database}?host=${encodeURIComponent(connection.host)}&port=${connection.port}`
  const port = await freePort()
  const said: string[] = []
  const settings = readSettings({ PORT: String(port), DATABASE_URL: url, STEK_LOG: 'error', STEK_NOW: A_WEDNESDAY, ...options.environment })
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

/** The whole program and a browser for every test of a file: there before the first test, gone after the last. */
export function houseInBrowser(ready: (opened: { house: WholeHouse; browser: Browser }) => unknown, options: Wanted = {}): void {
  let house: WholeHouse | undefined
  let browser: Browser | undefined
  before(async () => {
    house = await wholeHouse(options)
    browser = await openBrowser()
    await ready({ house, browser })
  })
  after(async () => {
    await browser?.close()
    await house?.end()
  })
}
