import { Readable } from 'node:stream'
import excel from 'exceljs'
import type { Row } from './csv-rows.ts'
import { UnreadableList } from './failure.ts'
import { plainSheet } from './sheet-zip.ts'

const MOST_ROWS = 60_000
/** More columns than any list of services has. */
const MOST_COLUMNS = 200
/** As much as Excel itself keeps in a cell; one long text that a whole sheet points at would otherwise be multiplied. */
const LONGEST_CELL = 32_767

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'object') return ''
  if ('richText' in value && Array.isArray(value.richText)) return value.richText.map((one: { text?: string }) => one.text ?? '').join('')
  if ('text' in value) return textOf(value.text)
  if ('result' in value) return textOf(value.result)
  return ''
}

/** The rows of the first sheet of an Excel file; one that is damaged, cut off or unfolds too far throws {@link UnreadableList}. */
export async function* sheetRows(source: AsyncIterable<Uint8Array> | Buffer): AsyncGenerator<Row> {
  const { bytes, whole } = await plainSheet(source)
  const reader = new excel.stream.xlsx.WorkbookReader(Readable.from(bytes), {
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    worksheets: 'emit',
    entries: 'emit',
  })
  let read = 0
  try {
    for await (const sheet of reader) {
      for await (const row of sheet) {
        const values = Array.isArray(row.values) ? row.values.slice(1, MOST_COLUMNS + 1) : []
        const cells = Array.from(values, (value) => textOf(value).slice(0, LONGEST_CELL))
        read += 1
        if (read > MOST_ROWS) throw new UnreadableList('tooMany', MOST_ROWS)
        if (cells.some((cell) => cell.trim() !== '')) yield { cells, line: row.number }
      }
      break
    }
  } catch (thrown) {
    throw thrown instanceof UnreadableList ? thrown : new UnreadableList('sheet', Math.max(0, read - 1))
  }
  if (!whole()) throw new UnreadableList('sheet', Math.max(0, read - 1))
  if (read === 0) throw new UnreadableList('sheet')
}
