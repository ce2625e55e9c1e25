import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ClearFailure } from '../../config/clear-failure.ts'
import type { Connection } from '../connection.ts'
import { readConnectionFile, type SocketConnection } from './connection-file.ts'
import { FolderInUse, inPlainWords } from './failures.ts'
import { answers } from './ready.ts'
import { startEmbedded } from './supervisor.ts'

/** The app that holds the folder may still be starting, or just be stopping. */
const PATIENCE_MS = 8000

/** The database for as long as a command needs it. */
export type Borrowed = {
  connection: Connection
  /** Who runs the server: a server of one's own, the app that is open now, or this command alone. */
  server: 'own' | 'app' | 'command'
  giveBack(): Promise<void>
}

/**
 * The database of the settings for a command beside the app: a server of one's own, else the embedded one through the socket of
 * the running app, else started for this command. With `make` a data folder without a database gets one.
 * Throws a ClearFailure when there is none, or when the folder stays in use by a program whose server does not answer.
 */
export async function borrowDatabase(
  settings: { dataFolder: string; databaseUrl: string | undefined },
  { make = false } = {},
): Promise<Borrowed> {
  if (settings.databaseUrl) return { connection: { connectionString: settings.databaseUrl }, server: 'own', giveBack: async () => {} }
  const folder = resolve(settings.dataFolder)
  try {
    for (const until = Date.now() + PATIENCE_MS; ; await pause(100)) {
      const connection = await findRunning(folder)
      if (connection) return { connection, server: 'app', giveBack: async () => {} }
      if (!make && !hasDatabase(folder)) {
        throw new ClearFailure(`There is no database in ${folder} yet. Start Stek first, or point STEK_DATA at the right data folder.`)
      }
      try {
        const started = await startEmbedded({ folder })
        return { connection: started.connection, server: 'command', giveBack: () => started.stop() }
      } catch (thrown) {
        if (!(thrown instanceof FolderInUse) || Date.now() > until) throw thrown
      }
    }
  } catch (thrown) {
    throw inPlainWords(thrown, folder)
  }
}

/** Whether a data folder holds database files. */
export const hasDatabase = (folder: string): boolean => existsSync(join(folder, 'postgres', 'PG_VERSION'))

/** How the running server of a data folder is reached; undefined when none answers. */
export async function findRunning(folder: string): Promise<SocketConnection | undefined> {
  const connection = readConnectionFile(join(folder, 'connection.json'))
  return connection && (await answers(connection.host)) ? connection : undefined
}
