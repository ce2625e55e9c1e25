import type pg from 'pg'
import { ClearFailure } from '../../config/clear-failure.ts'
import type { Connection } from '../connection.ts'
import { type Backup, checkBackup } from './check.ts'
import { checkEmpty, checkFits, makeStructure } from './fitting.ts'
import { liftGuards } from './guards.ts'
import { plainTexts, quoted, readTables } from './inventory.ts'
import { loadRows, setSequences } from './load.ts'
import { connectOwner, reasonOf } from './owner.ts'

/**
 * Brings a backup into an empty database and returns what was in it; newer migrations are left to the next start.
 * The whole file is checked before anything is touched, and all rows come in one transaction: either everything is there or
 * nothing. Throws a ClearFailure when the file is no whole backup, or when something is in the database already.
 */
export async function readBackup(connection: Connection, file: string): Promise<Backup> {
  const backup = await checkBackup(file)
  const client = await connectOwner(connection, 'stek-restore')
  try {
    await checkFits(client, backup.header)
    await makeStructure(client, backup.header)
    await load(client, backup, file)
    await client.query('analyze')
    return backup
  } catch (thrown) {
    if (thrown instanceof ClearFailure) throw thrown
    throw new ClearFailure(`The backup could not be restored: the database refused it (${reasonOf(thrown)}). Nothing was loaded.`, {
      cause: thrown,
    })
  } finally {
    await client.end().catch(() => {})
  }
}

async function load(client: pg.Client, { header }: Backup, file: string): Promise<void> {
  await client.query(`begin; ${plainTexts}`)
  try {
    const tables = (await readTables(client, { all: true })).map(({ name }) => name).filter((name) => name !== 'migration')
    const all = tables.map(quoted).join(', ')
    // Nobody adds a row between looking and loading.
    await client.query(`lock table ${all} in access exclusive mode`)
    await checkEmpty(client)
    const putBack = await liftGuards(client)
    await client.query(`truncate ${all}`)
    await loadRows(client, file)
    await putBack()
    await setSequences(client, header)
    await client.query('commit')
  } catch (thrown) {
    await client.query('rollback').catch(() => {})
    throw thrown
  }
}
