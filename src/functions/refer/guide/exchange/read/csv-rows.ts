import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { UnreadableList } from './failure.ts'

/** A row of a table: its cells, and its number as a spreadsheet shows it, from 1. */
export type Row = { cells: readonly string[]; line: number }

const DELIMITERS = [';', ',', '\t', '|'] as const

/** What separates the cells of a table: the mark that occurs most in its first line, outside quotes. */
export function delimiterOf(text: string): string {
  let quoted = false
  const counts = new Map<string, number>(DELIMITERS.map((mark) => [mark, 0]))
  for (const letter of text) {
    if (letter === '"') quoted = !quoted
    else if (!quoted && letter === '\n') break
    else if (!quoted && counts.has(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}

const recordsIn = (thrown: CsvError, read: number): number =>
  'records' in thrown && typeof thrown.records === 'number' ? thrown.records : read

const LARGEST_ROW = 1024 * 1024

/**
 * The rows of a table with commas, semicolons or tabs, the first one with the names of the columns; empty rows are left out. Quotes that are not
 * closed, as in a file that is cut off, throw {@link UnreadableList} with the number of rows before.
 */
export async function* csvRows(text: AsyncIterable<string>): AsyncGenerator<Row> {
  const iterator = text[Symbol.asyncIterator]()
  let head = ''
  let done = false
  while (!done && head.length < 64 * 1024) {
    const next = await iterator.next()
    done = next.done === true
    if (!next.done) head += next.value
  }
  async function* all() {
    if (head !== '') yield head
    while (!done) {
      const next = await iterator.next()
      if (next.done) return
      if (next.value !== '') yield next.value
    }
  }
  const options = {
    delimiter: delimiterOf(head),
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: LARGEST_ROW,
  }
  const source = Readable.from(all())
  const parser = source.pipe(parse(options))
  source.on('error', (thrown) => parser.destroy(thrown))
  let read = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { records: number; empty_lines: number } }>) {
      read += 1
      if (record.some((cell) => cell.trim() !== '')) yield { cells: record, line: info.records + info.empty_lines }
    }
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown
    throw new UnreadableList(thrown.code === 'CSV_MAX_RECORD_SIZE' ? 'rowTooLong' : 'quotes', Math.max(0, recordsIn(thrown, read) - 1))
  }
}
