import { UnreadableList } from './failure.ts'
import { inflated, partsIn, wholeOf, type ZipPart } from './zip.ts'

const MB = 1024 * 1024
const STORED = 0

const stored = (name: string, text: string): ZipPart => ({
  ...{ name, method: STORED, packed: Buffer.from(text), size: text.length },
  ...{ sum: 0, locked: false },
})

/** What is read of an Excel file, in the order in which it is read, and how large each may be once unpacked. */
const PARTS: readonly { name: RegExp; most: number; otherwise?: ZipPart }[] = [
  // Which part is called what does not matter for the first sheet.
  { name: /^$/, most: MB, otherwise: stored('xl/_rels/workbook.xml.rels', '<Relationships/>') },
  { name: /^xl\/workbook\.xml$/, most: 4 * MB },
  { name: /^xl\/styles\.xml$/, most: 8 * MB, otherwise: stored('xl/styles.xml', '<styleSheet/>') },
  { name: /^xl\/sharedStrings\.xml$/, most: 64 * MB, otherwise: stored('xl/sharedStrings.xml', '<sst/>') },
  { name: /^xl\/worksheets\/sheet\d+\.xml$/, most: 256 * MB },
]
const [LOCAL, END] = [0x04034b50, 0x06054b50]
const END_IN_BYTES = 22

function headOf({ name, size }: Pick<ZipPart, 'name' | 'size'>): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(LOCAL, 0)
  head.writeUInt16LE(STORED, 8)
  head.writeUInt32LE(size, 18)
  head.writeUInt32LE(size, 22)
  head.writeUInt16LE(Buffer.byteLength(name), 26)
  return Buffer.concat([head, Buffer.from(name)])
}

/** The bytes of a part, always as many as its head says; `broken` is told when they are not the ones that should be there. */
async function* unpacked(part: ZipPart, broken: () => void): AsyncGenerator<Uint8Array> {
  let left = part.size
  try {
    for await (const piece of inflated(part)) {
      // What it says about its size is not true: it may be made to fill our memory.
      if (piece.length > left) broken()
      yield piece.subarray(0, left)
      left -= Math.min(left, piece.length)
      if (left === 0) break
    }
  } catch {
    broken()
  }
  if (left > 0) broken()
  for (; left > 0; left -= Math.min(left, MB)) yield Buffer.alloc(Math.min(left, MB), ' ')
}

async function* written(parts: readonly ZipPart[], broken: () => void): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    yield headOf(part)
    yield* unpacked(part, broken)
  }
  const end = Buffer.alloc(END_IN_BYTES)
  end.writeUInt32LE(END, 0)
  yield end
}

/**
 * An Excel file again, with only what is read of it, unpacked, and the words before the sheet that uses them: so the reader never puts a
 * sheet aside in a file on disk. A small file that unpacks to a huge one throws {@link UnreadableList} before it fills memory or disk.
 * `bytes` never throws; whether the file was whole is known after reading.
 */
export async function plainSheet(
  source: AsyncIterable<Uint8Array> | Buffer,
): Promise<{ bytes: AsyncIterable<Uint8Array>; whole(): boolean }> {
  const found = partsIn(await wholeOf(source, 'sheetTooBig'), 'sheet')
  const parts = PARTS.flatMap(({ name, most, otherwise }) => {
    const part = found.find((one) => name.test(one.name)) ?? otherwise
    if (!part) throw new UnreadableList('sheet')
    if (part.size > most) throw new UnreadableList('sheetTooBig')
    return part
  })
  let whole = true
  const broken = () => {
    whole = false
  }
  return { bytes: written(parts, broken), whole: () => whole }
}
