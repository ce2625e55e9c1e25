import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { ClearFailure } from '../../config/clear-failure.ts'
import { type Header, headerIn, isRow, type TableInBackup, tableIn, trailerIn, VERSION } from './format.ts'
import { linesIn } from './lines.ts'

/** What is in a backup: its head, and the number of rows of all tables together. */
export type Backup = { header: Header; rows: number }

/** What a backup holds, in order: its header first, then each row with its table. `line` is the JSON of the row. */
export type Entry = { header: Header } | { table: TableInBackup; line: string }

/**
 * Reads a backup from its first line to its last. Throws a ClearFailure when it is no backup, is of a later version, was cut
 * off, or is not the same to the byte as it was written; that can turn out as late as the last line.
 */
export async function* entriesIn(file: string): AsyncGenerator<Entry> {
  const hash = createHash('sha256')
  const broken = new ClearFailure(`The backup ${file} is cut off or damaged. Use another copy.`)
  let header: Header | undefined
  let ended = false
  let at = -1
  let rows = 0
  let rowsOfTable = 0
  for await (const bytes of linesIn(file)) {
    const line = bytes.toString('utf8')
    if (ended) throw broken
    if (!header) {
      header = headerOf(line, file)
      yield { header }
    } else if (line.startsWith('[')) {
      const table = header.tables[at]
      if (!table || !isRow(line, table.columns.length)) throw broken
      rowsOfTable += 1
      rows += 1
      yield { table, line }
    } else {
      if (at >= 0 && rowsOfTable !== header.tables[at]?.rows) throw broken
      const trailer = trailerIn(line)
      if (trailer) {
        if (at !== header.tables.length - 1 || trailer.rows !== rows || trailer.sha256 !== hash.digest('hex')) throw broken
        ended = true
        continue
      }
      at += 1
      rowsOfTable = 0
      if (!header.tables[at] || tableIn(line) !== header.tables[at]?.name) throw broken
    }
    hash.update(bytes).update('\n')
  }
  if (!ended) throw header ? broken : noBackup(file)
}

const noBackup = (file: string) => new ClearFailure(`${file} is no backup of Stek, or its beginning is damaged.`)

function headerOf(line: string, file: string): Header {
  const header = headerIn(line)
  if (!header) throw noBackup(file)
  if (header.version > VERSION)
    throw new ClearFailure(`The backup ${file} was made by a newer version of Stek. Restore it with that version.`)
  return header
}

/** Reads the whole backup without keeping it. Throws a ClearFailure when anything is wrong with it. */
export async function checkBackup(file: string): Promise<Backup> {
  if (!isGzip(file)) throw noBackup(file)
  let header: Header | undefined
  let rows = 0
  for await (const entry of entriesIn(file)) {
    if ('header' in entry) header = entry.header
    else rows += 1
  }
  if (!header) throw noBackup(file)
  return { header, rows }
}

/** Whether a file begins like a backup; it may still be damaged further on. */
export async function isBackup(file: string): Promise<boolean> {
  try {
    for await (const entry of entriesIn(file)) return 'header' in entry
  } catch (thrown) {
    if (!(thrown instanceof ClearFailure)) throw thrown
  }
  return false
}

function isGzip(file: string): boolean {
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch {
    return true // why it cannot be opened is told by who reads it
  }
  try {
    const start = Buffer.alloc(2)
    return readSync(handle, start, 0, 2, 0) === 2 && start[0] === 0x1f && start[1] === 0x8b
  } catch {
    return true // a folder
  } finally {
    closeSync(handle)
  }
}
