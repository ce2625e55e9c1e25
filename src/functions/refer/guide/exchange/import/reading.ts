import type { House } from '../../../../../platform/http/house.ts'
import { csvRows, type Row } from '../read/csv-rows.ts'
import { jsonText, peek, tableText } from '../read/encoding.ts'
import { UnreadableList } from '../read/failure.ts'
import { jsonObjects } from '../read/json-objects.ts'
import type { Part } from '../read/multipart.ts'
import { sheetRows } from '../read/sheet-rows.ts'
import { guessed, type Mapping } from '../shape/from-columns.ts'
import { fromHsds } from '../shape/from-hsds.ts'
import { fromIpdc, ipdcObjects, isIpdcService } from '../shape/from-ipdc.ts'
import type { Staging } from './stage.ts'
import type { ImportShape } from './tables.ts'
import { hsdsTableOf } from './tabular.ts'

/** No list of ours is longer; ten times what the largest Flemish one holds here. */
const MOST_ROWS = 250_000

/** Three times the largest file there may be; a small file that becomes much more than that is meant to fill our disk. */
const MOST_CHARACTERS = 600_000_000
/** More columns than any list of services has. */
const MOST_COLUMNS = 200

/** What a list turned out to be. */
export type WasRead = { shape: ImportShape; headers: readonly string[]; mapping: Mapping }

/** Puts aside what comes in with the files of a form, whatever they are; several files are the tables of one list. */
export class Reading {
  private readonly staging: Staging
  private shape: ImportShape | undefined
  private headers: readonly string[] = []

  constructor(staging: Staging) {
    this.staging = staging
  }

  /** Reads one file to its end. */
  async file(part: Part): Promise<void> {
    const { head, all } = await peek(part.bytes, 512)
    if (head.length === 0) return
    if (head[0] === 0x50 && head[1] === 0x4b) return this.table(sheetRows(all), part.fileName ?? '')
    const begin = head
      .toString('latin1')
      .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
      .replaceAll('\0', '')
      .trimStart()
    if (begin.startsWith('{') || begin.startsWith('[')) return this.json(all)
    return this.table(csvRows(tableText(all)), part.fileName ?? '')
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
    let first = true
    for await (const object of jsonObjects(jsonText(bytes))) {
      const linked = '@graph' in object || isIpdcService(object) || '@context' in object
      if (first) this.is(linked ? 'ipdc' : 'hsds')
      first = false
      await this.staging.entities(this.shape === 'ipdc' ? ipdcObjects(object).map(fromIpdc) : fromHsds(object))
      this.full()
    }
  }

  private async table(rows: AsyncIterable<Row>, fileName: string): Promise<void> {
    let headers: readonly string[] | undefined
    let table = ''
    for await (const { cells: all } of rows) {
      const cells = all.slice(0, MOST_COLUMNS)
      if (!headers) {
        headers = cells.map((cell) => cell.trim())
        const hsds = hsdsTableOf(fileName, headers)
        if (headers.filter(Boolean).length < 2 && !hsds) throw new UnreadableList('notATable')
        this.is(hsds ? 'tables' : 'columns')
        table = hsds ?? ''
        if (!hsds) this.headers = headers.map((header) => [...header].slice(0, 100).join(''))
        continue
      }
      const names = headers
      await this.staging.raw(
        table,
        table === '' ? cells : Object.fromEntries(names.map((name, at) => [name.toLowerCase(), (cells[at] ?? '').trim()])),
      )
      this.full()
    }
  }
}

/** Whether something that went wrong while reading is the fault of the file; what it was, to be told. */
export function failureOf(thrown: unknown, house: House, importId: string): { why: UnreadableList['why'] | 'mistake'; after: number } {
  if (thrown instanceof UnreadableList) return { why: thrown.why, after: thrown.after }
  house.log.error({ import: importId, error: thrown instanceof Error ? thrown.name : 'unknown' }, 'a list could not be read')
  return { why: 'mistake', after: 0 }
}
