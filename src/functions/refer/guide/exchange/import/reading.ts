import type { House } from '../../../../../platform/http/house.ts'
import { csvRows, type Row } from '../read/csv-rows.ts'
import { jsonText, peek, tableText } from '../read/encoding.ts'
import { UnreadableList } from '../read/failure.ts'
import { jsonObjects } from '../read/json-objects.ts'
import type { Part } from '../read/multipart.ts'
import { sheetRows } from '../read/sheet-rows.ts'
import { baseOf, filesIn, partsIn, wholeOf } from '../read/zip.ts'
import { guessed, type Mapping } from '../shape/from-columns.ts'
import { fromHsds } from '../shape/from-hsds.ts'
import { fromIpdc, ipdcObjects, isIpdcService } from '../shape/from-ipdc.ts'
import type { Staging } from './stage.ts'
import type { Failure, ImportShape } from './tables.ts'
import { belongsToOf, hsdsTableOf, isLeftOut } from './tabular.ts'

/** No list of ours is longer; ten times what the largest Flemish one holds here. */
const MOST_ROWS = 250_000

/** Three times the largest file there may be; a small file that becomes much more than that is meant to fill our disk. */
const MOST_CHARACTERS = 600_000_000
/** More columns than any list of services has. */
const MOST_COLUMNS = 200
/** Above its columns a list may have a title and some words; more than this is no table. */
const MOST_ABOVE = 20

/** What a list turned out to be. */
export type WasRead = { shape: ImportShape; headers: readonly string[]; mapping: Mapping }

/** Puts aside what comes in with the files of a form, whatever they are; several files are the tables of one list. */
export class Reading {
  private readonly staging: Staging
  private shape: ImportShape | undefined
  private headers: readonly string[] = []
  /** The file that is being read, to be told when it cannot be. */
  at = ''

  constructor(staging: Staging) {
    this.staging = staging
  }

  /** Reads one file to its end. */
  async file({ fileName = '', bytes }: Pick<Part, 'fileName' | 'bytes'>): Promise<void> {
    this.at = fileName.slice(-80)
    const { head, all } = await peek(bytes, 512)
    if (head.length === 0) return
    if (head[0] === 0x50 && head[1] === 0x4b) return this.packed(all, fileName)
    const begin = head
      .toString('latin1')
      .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
      .replaceAll('\0', '')
      .trimStart()
    if (begin.startsWith('{') || begin.startsWith('[')) return this.json(all)
    return this.table(csvRows(tableText(all)), fileName)
  }

  /** An Excel file, or several files in one. */
  private async packed(bytes: AsyncIterable<Uint8Array>, fileName: string): Promise<void> {
    const isZip = /\.zip$/i.test(fileName)
    const whole = await wholeOf(bytes, isZip ? 'zipTooBig' : 'sheetTooBig')
    const parts = isZip ? partsIn(whole, 'zip') : []
    if (!isZip || parts.some(({ name }) => name === 'xl/workbook.xml')) return this.table(sheetRows(whole), fileName, true)
    for (const file of filesIn(parts)) await this.file(file)
  }

  /** What it was, after the last file. */
  async end(): Promise<WasRead> {
    await this.staging.flush()
    if (!this.shape || this.staging.read === 0) throw new UnreadableList('nothing')
    return { shape: this.shape, headers: this.headers, mapping: guessed(this.headers) }
  }

  private is(shape: ImportShape): void {
    if (this.shape !== undefined && (this.shape !== shape || shape === 'columns')) throw new UnreadableList('mixed')
    this.shape = shape
  }

  private full(): void {
    if (this.staging.read > MOST_ROWS || this.staging.size > MOST_CHARACTERS) throw new UnreadableList('tooMany', MOST_ROWS)
  }

  private async json(bytes: AsyncIterable<Uint8Array>): Promise<void> {
    let line = 0
    for await (const object of jsonObjects(jsonText(bytes))) {
      const linked = '@graph' in object || isIpdcService(object) || '@context' in object
      if (line === 0) this.is(linked ? 'ipdc' : 'hsds')
      line += 1
      for (const entities of this.shape === 'ipdc' ? ipdcObjects(object).map((one) => [fromIpdc(one)]) : [fromHsds(object)])
        await this.staging.entities(entities, { ofTable: '', line })
      this.full()
    }
  }

  private async table(rows: AsyncIterable<Row>, fileName: string, sheet = false): Promise<void> {
    let headers: readonly string[] | undefined
    let table = ''
    let above = 0
    for await (const { cells: all, line } of rows) {
      const cells = all.slice(0, MOST_COLUMNS)
      if (!headers) {
        above += 1
        headers = this.headersIn(cells, fileName, above)
        if (headers && isLeftOut(fileName, headers)) return
        if (headers) table = this.begin(fileName, headers)
        continue
      }
      const names = headers
      // In a sheet a row is never too long by mistake: the columns lie under a name over merged cells.
      if (table === '' && sheet && cells.length > this.headers.length)
        this.headers = [...this.headers, ...Array.from({ length: cells.length - this.headers.length }, () => '')]
      const row = table === '' ? cells : Object.fromEntries(names.map((name, at) => [name.toLowerCase(), (cells[at] ?? '').trim()]))
      await this.staging.raw({ ofTable: table, line }, row, table === '' ? '' : belongsToOf(table, row as Record<string, string>))
      this.full()
    }
    if (!headers && above > 0) throw new UnreadableList('notATable')
  }

  /** The names of the columns; undefined for a row above them, such as a title over the whole width. */
  private headersIn(cells: readonly string[], fileName: string, row: number): readonly string[] | undefined {
    const headers = cells.map((cell) => cell.trim())
    if (headers.filter(Boolean).length > 1 || hsdsTableOf(fileName, headers)) return headers
    if (row > MOST_ABOVE) throw new UnreadableList('notATable')
    return undefined
  }

  /** Which table of HSDS begins with these columns; '' for a table of somebody's own. */
  private begin(fileName: string, headers: readonly string[]): string {
    const hsds = hsdsTableOf(fileName, headers)
    this.is(hsds ? 'tables' : 'columns')
    if (!hsds) this.headers = headers.map((header) => [...header].slice(0, 100).join(''))
    return hsds ?? ''
  }
}

/** Whether something that went wrong while reading is the fault of the file; what it was and in which file, to be told. */
export function failureOf(
  thrown: unknown,
  house: House,
  importId: string,
  fileName: string,
): Failure & { why: UnreadableList['why'] | 'mistake' } {
  const file = baseOf(fileName.replaceAll('\\', '/'))
  if (thrown instanceof UnreadableList) return { why: thrown.why, file, after: thrown.after }
  house.log.error({ import: importId, error: thrown instanceof Error ? thrown.name : 'unknown' }, 'a list could not be read')
  return { why: 'mistake', file }
}
