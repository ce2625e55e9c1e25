import type pg from 'pg'
import { ClearFailure } from '../../config/clear-failure.ts'
import { migrate, migrationsInProject } from '../migrate.ts'
import type { Header } from './format.ts'
import { quoted, readMigrations, readTables } from './inventory.ts'
import { filledByItself, staysHome } from './travels.ts'

/**
 * Throws a ClearFailure unless a backup may go into this database: nothing is in it but what the program puts there by
 * itself, and its structure is not already further than the backup's.
 */
export async function checkFits(client: pg.Client, header: Header): Promise<void> {
  const newer = header.migrations.find(
    ({ name, checksum }) => !migrationsInProject().some((known) => known.name === name && known.checksum === checksum),
  )
  if (newer) throw new ClearFailure(`The backup was made by another version of Stek (it has ${newer.name}). Restore it with that version.`)
  await checkEmpty(client)
  const recorded = new Set(header.migrations.map(({ name }) => name))
  const further = (await readMigrations(client)).find(({ name }) => !recorded.has(name))
  if (further) {
    throw new ClearFailure(
      `The database is already further than the backup (it has ${further.name}). Restore into a new database or a new data folder (STEK_DATA), before the first start.`,
    )
  }
}

/** Throws a ClearFailure when somebody's work is in the database already. */
export async function checkEmpty(client: pg.Client): Promise<void> {
  for (const { name } of await readTables(client, { all: true })) {
    if (Object.hasOwn(staysHome, name) || filledByItself.includes(name)) continue
    const { rows } = await client.query<{ filled: boolean }>(`select exists (select from ${quoted(name)}) as filled`)
    if (rows[0]?.filled) {
      throw new ClearFailure(
        `The database is not empty (there are rows in "${name}"), and a restore never mixes. Restore into a new database or a new data folder (STEK_DATA).`,
      )
    }
  }
}

/** Gives the database the very structure the backup was made with. Throws a ClearFailure when that cannot be had. */
export async function makeStructure(client: pg.Client, { migrations }: Header): Promise<void> {
  await migrate(client, { upTo: migrations.at(-1)?.name })
  const applied = await readMigrations(client)
  const extra = applied.find(({ name }) => !migrations.some((recorded) => recorded.name === name))
  if (extra)
    throw new ClearFailure(
      `The backup is from before ${extra.name}, which this version of Stek cannot leave out. Restore it with the version that made it.`,
    )
}
