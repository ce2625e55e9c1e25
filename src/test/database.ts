import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { type Connection, clientOf } from '../platform/database/connection.ts'
import { startEmbedded } from '../platform/database/embedded/supervisor.ts'
import { migrate } from '../platform/database/migrate.ts'

/** A database of its own for one test file: migrated, empty, thrown away afterwards. */
export type FreshDatabase = {
  connection: Connection
  /** A connected client of the owner, whom row security does not bind. */
  ownerClient(): Promise<pg.Client>
  drop(): Promise<void>
}

type Server = { at(database: string): Connection; maintenance: string; template: string; stop(): Promise<void> }

const named = (base: string, database: string): Connection => {
  const url = new URL(base)
  url.pathname = `/${database}`
  return { connectionString: url.href }
}

/** Where the tests' server is: the one of `STEK_TEST_DATABASE_URL`, the one `npm test` started, or one for this process alone. */
async function findServer(): Promise<Server> {
  const url = process.env.STEK_TEST_DATABASE_URL
  if (url)
    return {
      at: (database) => named(url, database),
      maintenance: new URL(url).pathname.slice(1) || 'postgres',
      template: process.env.STEK_TEST_TEMPLATE ?? '',
      stop: async () => {},
    }
  const shared = process.env.STEK_TEST_SERVER
  if (shared) {
    const { host, port, user } = JSON.parse(shared) as { host: string; port: number; user: string }
    return {
      at: (database) => ({ host, port, user, database }),
      maintenance: 'stek',
      template: process.env.STEK_TEST_TEMPLATE ?? '',
      stop: async () => {},
    }
  }
  const folder = mkdtempSync(join(tmpdir(), 'stek-test-'))
  const server = await startEmbedded({ folder })
  const { host, port, user } = server.connection
  return {
    at: (database) => ({ host, port, user, database }),
    maintenance: 'stek',
    template: '',
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function withClient<T>(connection: Connection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = clientOf(connection, 'stek-test')
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Makes the migrated database that the others are copied from; `npm test` does this once. */
export async function makeTemplate(server: Pick<Server, 'at' | 'maintenance'>): Promise<string> {
  const template = `stek_template_${randomBytes(6).toString('hex')}`
  await withClient(server.at(server.maintenance), (client) => client.query(`create database ${template}`))
  await withClient(server.at(template), (client) => migrate(client))
  return template
}

/** The server the tests share, with its template made; for the test command. */
export async function shareServer(): Promise<{ environment: Record<string, string>; stop(): Promise<void> }> {
  const server = await findServer()
  const template = await makeTemplate(server)
  const at = server.at('stek')
  return {
    environment: { STEK_TEST_TEMPLATE: template, ...('host' in at ? { STEK_TEST_SERVER: JSON.stringify(at) } : {}) },
    stop: async () => {
      await withClient(server.at(server.maintenance), (client) => client.query(`drop database if exists ${template} with (force)`))
      await server.stop()
    },
  }
}

/** A fresh database; about 40 ms when the template is there. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = await findServer()
  const database = `stek_test_${randomBytes(8).toString('hex')}`
  const template = server.template
  await withClient(server.at(server.maintenance), (client) =>
    client.query(`create database ${database} ${template ? `template ${template}` : ''}`),
  )
  const connection = server.at(database)
  if (!template) await withClient(connection, (client) => migrate(client))
  return {
    connection,
    ownerClient: async () => {
      const client = clientOf(connection, 'stek-test')
      await client.connect()
      return client
    },
    drop: async () => {
      await withClient(server.at(server.maintenance), (client) => client.query(`drop database if exists ${database} with (force)`))
      await server.stop()
    },
  }
}

/** The text of a file of the project, by its path from the root. */
export const projectFile = (path: string): string => readFileSync(join(import.meta.dirname, '../..', path), 'utf8')
