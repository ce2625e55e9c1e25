import { createHash } from 'node:crypto'
import { createWriteStream, lstatSync, renameSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { ClearFailure } from '../../config/clear-failure.ts'
import type { Connection } from '../connection.ts'
import { flushFolder } from '../embedded/flush.ts'
import { type Backup, checkBackup, isBackup } from './check.ts'
import { FORMAT, type Header, type TableInBackup, VERSION } from './format.ts'
import { plainTexts, quoted, readMigrations, readSequences, readTables, type Table } from './inventory.ts'
import { connectOwner, reasonOf } from './owner.ts'

const ROWS_AT_ONCE = 200

/**
 * Writes everything of the database, as it is at one moment, into one file, while the app goes on; returns what is in it.
 * The file appears under its name only when it is whole and was read back; only this user may read it. An older backup of
 * that name is replaced. Throws a ClearFailure when the name belongs to something else, or when the disk or the database refuses.
 */
export async function writeBackup(connection: Connection, file: string): Promise<Backup> {
  const path = resolve(file)
  const old = lstatSync(path, { throwIfNoEntry: false })
  if (old && !(old.isFile() && (await isBackup(path))))
    throw new ClearFailure(`${file} is there already and is no backup of Stek. Choose another name.`)
  const client = await connectOwner(connection, 'stek-backup')
  const fresh = `${path}.${process.pid}.part`
  const tidy = () => rmSync(fresh, { force: true })
  process.once('exit', tidy)
  try {
    await client.query(`begin isolation level repeatable read read only; ${plainTexts}`)
    await pipeline(Readable.from(linesOf(client)), createGzip(), createWriteStream(fresh, { flags: 'wx', mode: 0o600, flush: true }))
    await client.query('commit')
    const backup = await checkBackup(fresh)
    renameSync(fresh, path)
    flushFolder(dirname(path))
    return backup
  } catch (thrown) {
    tidy()
    throw inPlainWords(thrown, file)
  } finally {
    process.off('exit', tidy)
    await client.end().catch(() => {})
  }
}

async function* linesOf(client: pg.Client): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const hashed = (text: string) => {
    hash.update(text)
    return text
  }
  const tables = await readTables(client)
  const header = await headerOf(client, tables)
  yield hashed(`${JSON.stringify(header)}\n`)
  let rows = 0
  for (const table of tables) {
    yield hashed(`${JSON.stringify({ table: table.name })}\n`)
    for await (const lines of rowsOf(client, table)) {
      rows += lines.length
      yield hashed(`${lines.join('\n')}\n`)
    }
  }
  yield `${JSON.stringify({ end: true, rows, sha256: hash.digest('hex') })}\n`
}

async function headerOf(client: pg.Client, tables: Table[]): Promise<Header> {
  const migrations = await readMigrations(client)
  if (migrations.length === 0) throw new ClearFailure('There is no Stek in this database yet, so there is nothing to back up.')
  const counted: TableInBackup[] = []
  for (const { name, columns } of tables) {
    const { rows } = await client.query<{ rows: string }>(`select count(*)::text as rows from ${quoted(name)}`)
    counted.push({ name, columns: columns.map((column) => column.name), rows: Number(rows[0]?.rows) })
  }
  const created = Temporal.Now.instant().toString({ smallestUnit: 'second' })
  return { format: FORMAT, version: VERSION, created, migrations, tables: counted, sequences: await readSequences(client) }
}

async function* rowsOf(client: pg.Client, { name, columns, key }: Table): AsyncGenerator<string[]> {
  const texts = columns.map((column) => `${quoted(column.name)}::text`).join(', ')
  const order = key.length > 0 ? `order by ${key.map(quoted).join(', ')}` : ''
  await client.query(`declare travelling no scroll cursor for select to_json(array[${texts}])::text as line from ${quoted(name)} ${order}`)
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${ROWS_AT_ONCE} from travelling`)
    if (rows.length > 0) yield rows.map((row) => row.line)
    if (rows.length < ROWS_AT_ONCE) break
  }
  await client.query('close travelling')
}

const writing: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'there is no room left for this user',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'nothing can be written there',
  ENOENT: 'that folder does not exist',
  ENOTDIR: 'that folder does not exist',
}

function inPlainWords(thrown: unknown, file: string): unknown {
  if (thrown instanceof ClearFailure || !(thrown instanceof Error)) return thrown
  const code = 'code' in thrown ? String(thrown.code) : ''
  const reason = writing[code]
  if (reason) return new ClearFailure(`The backup ${file} could not be written: ${reason}.`, { cause: thrown })
  return new ClearFailure(`The backup was not made: the database stopped answering (${reasonOf(thrown)}). Nothing was changed.`, {
    cause: thrown,
  })
}
