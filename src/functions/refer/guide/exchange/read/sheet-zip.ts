import { createInflateRaw } from 'node:zlib'
import { UnreadableList } from './failure.ts'

const MB = 1024 * 1024
/** A file with all services of Flanders is a fifth of this. */
const LARGEST_FILE = 32 * MB
const STORED = 0
const DEFLATED = 8

type Part = { name: string; method: number; packed: Buffer; size: number }
const stored = (name: string, text: string): Part => ({ name, method: STORED, packed: Buffer.from(text), size: text.length })

/** What is read of an Excel file, in the order in which it is read, and how large each may be once unpacked. */
const PARTS: readonly { name: RegExp; most: number; otherwise?: Part }[] = [
  // Which part is called what does not matter for the first sheet.
  { name: /^$/, most: MB, otherwise: stored('xl/_rels/workbook.xml.rels', '<Relationships/>') },
  { name: /^xl\/workbook\.xml$/, most: 4 * MB },
  { name: /^xl\/styles\.xml$/, most: 8 * MB, otherwise: stored('xl/styles.xml', '<styleSheet/>') },
  { name: /^xl\/sharedStrings\.xml$/, most: 64 * MB, otherwise: stored('xl/sharedStrings.xml', '<sst/>') },
  { name: /^xl\/worksheets\/sheet\d+\.xml$/, most: 256 * MB },
]
const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50]
const END_IN_BYTES = 22

async function wholeOf(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of source) {
    size += piece.length
    if (size > LARGEST_FILE) throw new UnreadableList('sheetTooBig')
    pieces.push(Uint8Array.from(piece))
  }
  return Buffer.concat(pieces)
}

/** The parts that the list at the end of a file names (PKWARE APPNOTE 4.3.12). */
function partsIn(file: Buffer): Part[] {
  try {
    return [...listed(file)]
  } catch {
    throw new UnreadableList('sheet') // it points outside the file
  }
}

function* listed(file: Buffer): Generator<Part> {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]), file.length - END_IN_BYTES)
  if (end < 0) throw new UnreadableList('sheet')
  let at = file.readUInt32LE(end + 16)
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (file.readUInt32LE(at) !== CENTRAL) throw new UnreadableList('sheet')
    const [name, extra, comment] = [file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32)]
    const local = file.readUInt32LE(at + 42)
    if (file.readUInt32LE(local) !== LOCAL) throw new UnreadableList('sheet')
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const method = file.readUInt16LE(at + 10)
    if (method !== STORED && method !== DEFLATED) throw new UnreadableList('sheet')
    yield {
      name: file.toString('utf8', at + 46, at + 46 + name),
      method,
      packed: file.subarray(from, from + file.readUInt32LE(at + 20)),
      size: file.readUInt32LE(at + 24),
    }
    at += 46 + name + extra + comment
  }
}

function headOf({ name, size }: Pick<Part, 'name' | 'size'>): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(LOCAL, 0)
  head.writeUInt16LE(STORED, 8)
  head.writeUInt32LE(size, 18)
  head.writeUInt32LE(size, 22)
  head.writeUInt16LE(Buffer.byteLength(name), 26)
  return Buffer.concat([head, Buffer.from(name)])
}

function inflated(packed: Buffer): AsyncIterable<Buffer> {
  const inflate = createInflateRaw()
  inflate.on('error', () => {}) // who reads it hears it too, unless it was left before its end
  inflate.end(packed)
  return inflate
}

/** The bytes of a part, always as many as its head says; `broken` is told when they are not the ones that should be there. */
async function* unpacked({ method, packed, size }: Part, broken: () => void): AsyncGenerator<Uint8Array> {
  let left = size
  try {
    for await (const piece of method === STORED ? [packed] : inflated(packed)) {
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

async function* written(parts: readonly Part[], broken: () => void): AsyncGenerator<Uint8Array> {
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
export async function plainSheet(source: AsyncIterable<Uint8Array>): Promise<{ bytes: AsyncIterable<Uint8Array>; whole(): boolean }> {
  const found = partsIn(await wholeOf(source))
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
