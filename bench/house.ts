import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { clientOf, poolOf } from '../src/platform/database/connection.ts'
import { type Database, openDatabase } from '../src/platform/database/door.ts'
import { startEmbedded } from '../src/platform/database/embedded/supervisor.ts'
import { raiseWall } from '../src/platform/database/login/wall.ts'
import { migrate } from '../src/platform/database/migrate.ts'

/** A data folder of its own, thrown away afterwards. */
export function dataFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'stek-bench-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A migrated database of its own, on a server and in a folder of its own; `client` is its owner. `close` throws all of it away. */
export async function ownDatabase(): Promise<{ client: pg.Client; database: Database; close(): Promise<void> }> {
  const { folder, remove } = dataFolder()
  const server = await startEmbedded({ folder })
  const client = clientOf(server.connection)
  await client.connect()
  await migrate(client)
  const database = openDatabase(poolOf((await raiseWall(client, server.connection)).connection))
  const close = async () => {
    await database.close()
    await client.end()
    await server.stop()
    remove()
  }
  return { client, database, close }
}

/** Fills the embedded database of a data folder before the app starts on it. */
export async function prepareFolder(folder: string, fill: (client: pg.Client) => Promise<void>): Promise<void> {
  const server = await startEmbedded({ folder })
  const client = clientOf(server.connection)
  await client.connect()
  await migrate(client)
  await fill(client)
  await client.query('vacuum')
  await client.end()
  await server.stop()
}
