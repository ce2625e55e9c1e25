import { createInflateRaw } from 'node:zlib'
import { UnreadableList } from './failure.ts'

/** An Excel file of a list of ours has a few megabytes, and unfolds to less than ten times as much. */
const LARGEST_PACKED = 24 * 1024 * 1024
const LARGEST_UNPACKED = 96 * 1024 * 1024
const MOST_FILES = 200
/** What may lie in a zip beside the files that its list names. */
const SLACK_PER_FILE = 1024

const END_OF_LIST = 0x06054b50
const ENTRY = 0x02014b50
const DEFLATED = 8

const damaged = () => new UnreadableList('sheet')
const tooBig = () => new UnreadableList('sheetTooBig')

async function collected(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of source) {
    size += piece.length
    if (size > LARGEST_PACKED) throw tooBig()
    pieces.push(Buffer.from(piece))
  }
  return Buffer.concat(pieces)
}

/** How many bytes a file unfolds to, up to `most`; none of them is kept. */
async function unpackedSize(packed: Buffer, most: number): Promise<number> {
  const inflating = createInflateRaw()
  inflating.end(packed)
  let size = 0
  try {
    for await (const piece of inflating as AsyncIterable<Buffer>) {
      size += piece.length
      if (size > most) throw tooBig()
    }
  } catch (thrown) {
    throw thrown instanceof UnreadableList ? thrown : damaged()
  }
  return size
}

/**
 * The bytes of a zip, after each file in it was unfolded once to see how large it really is, whatever it says of itself. A zip that is cut off or
 * holds files that its list does not name throws {@link UnreadableList} `sheet`; one that unfolds to more than 96 MB `sheetTooBig`.
 * @source APPNOTE.TXT of PKWARE, 4.3
 */
export async function wholeZip(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const zip = await collected(source)
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== END_OF_LIST) throw damaged()
  const files = zip.readUInt16LE(end + 10)
  const list = zip.readUInt32LE(end + 16)
  if (files > MOST_FILES) throw tooBig()
  let unpacked = 0
  let named = 0
  for (let at = list, file = 0; file < files; file += 1) {
    if (at + 46 > end || zip.readUInt32LE(at) !== ENTRY) throw damaged()
    const size = zip.readUInt32LE(at + 20)
    const from = zip.readUInt32LE(at + 42)
    if (from + 30 > list) throw damaged()
    const begin = from + 30 + zip.readUInt16LE(from + 26) + zip.readUInt16LE(from + 28)
    if (begin + size > list) throw damaged()
    unpacked +=
      zip.readUInt16LE(at + 10) === DEFLATED ? await unpackedSize(zip.subarray(begin, begin + size), LARGEST_UNPACKED - unpacked) : size
    if (unpacked > LARGEST_UNPACKED) throw tooBig()
    named += begin - from + size
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  if (list - named > files * SLACK_PER_FILE) throw damaged()
  return zip
}
