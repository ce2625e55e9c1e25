import { crc32, createInflateRaw } from 'node:zlib'
import { type ReadFailure, UnreadableList } from './failure.ts'

const MB = 1024 * 1024
/** A list with all services of Flanders is a fifth of this, packed. */
const LARGEST_PACKED = 32 * MB
/** And a third of this, unpacked. */
const LARGEST_UNPACKED = 300 * MB
/** More files than any list has. */
const MOST_FILES = 500
const STORED = 0
const DEFLATED = 8
const LOCKED = 1
const [LOCAL, CENTRAL] = [0x04034b50, 0x02014b50]
const END_IN_BYTES = 22

/** A part of a packed file: its name, how it is packed, its bytes, and what they should be once unpacked. */
export type ZipPart = { name: string; method: number; packed: Buffer; size: number; sum: number; locked: boolean }

/** A packed file whole in memory, for its list stands at its end; one that is larger than 32 MB throws {@link UnreadableList}. */
export async function wholeOf(source: AsyncIterable<Uint8Array> | Buffer, tooBig: ReadFailure): Promise<Buffer> {
  if (Buffer.isBuffer(source)) return source
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of source) {
    size += piece.length
    if (size > LARGEST_PACKED) throw new UnreadableList(tooBig)
    pieces.push(Uint8Array.from(piece))
  }
  return Buffer.concat(pieces)
}

/** The parts that the list at the end of a packed file names (PKWARE APPNOTE 4.3.12); without one, or pointing outside the file, it throws `broken`. */
export function partsIn(file: Buffer, broken: ReadFailure): ZipPart[] {
  try {
    return [...listed(file)]
  } catch {
    throw new UnreadableList(broken)
  }
}

function* listed(file: Buffer): Generator<ZipPart> {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]), file.length - END_IN_BYTES)
  if (end < 0) throw new RangeError('no list at the end')
  let at = file.readUInt32LE(end + 16)
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (file.readUInt32LE(at) !== CENTRAL) throw new RangeError('not a part')
    const [name, extra, comment] = [file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32)]
    const local = file.readUInt32LE(at + 42)
    if (file.readUInt32LE(local) !== LOCAL) throw new RangeError('not a part')
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const method = file.readUInt16LE(at + 10)
    if (method !== STORED && method !== DEFLATED) throw new RangeError('packed in a way that is not read')
    yield {
      name: file.toString('utf8', at + 46, at + 46 + name),
      method,
      packed: file.subarray(from, from + file.readUInt32LE(at + 20)),
      size: file.readUInt32LE(at + 24),
      sum: file.readUInt32LE(at + 16),
      locked: (file.readUInt16LE(at + 8) & LOCKED) !== 0,
    }
    at += 46 + name + extra + comment
  }
}

/** What a part unpacks to, piece by piece, however much that is. */
export function inflated({ method, packed }: ZipPart): AsyncIterable<Buffer> | Iterable<Buffer> {
  if (method === STORED) return [packed]
  const inflate = createInflateRaw()
  inflate.on('error', () => {}) // who reads it hears it too, unless it was left before its end
  inflate.end(packed)
  return inflate
}

/** The bytes of a part, never more than its list says; other bytes than it says throw {@link UnreadableList}. */
async function* bytesOf(part: ZipPart): AsyncGenerator<Uint8Array> {
  let size = 0
  let sum = 0
  try {
    for await (const piece of inflated(part)) {
      size += piece.length
      if (size > part.size) throw new UnreadableList('zip')
      sum = crc32(piece, sum)
      yield piece
    }
  } catch {
    throw new UnreadableList('zip')
  }
  if (size !== part.size || sum !== part.sum) throw new UnreadableList('zip')
}

/** A name that leads out of the folder in which a list would be unpacked. Nothing is ever unpacked to disk, but who makes such a name means no list. */
const leadsOut = (name: string): boolean => /^\/|^[a-z]:|\0/i.test(name) || name.split('/').includes('..')

/** The name of a file without its folders. */
export const baseOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1)

/**
 * The tables (or else the JSON) in a packed list, one after the other, each read as it unpacks. The description of the package and what the
 * system of somebody added are passed over. A password, a name that leads out of its folder, the same name twice, and what unpacks too far
 * throw {@link UnreadableList}.
 */
export function* filesIn(parts: readonly ZipPart[]): Generator<{ fileName: string; bytes: AsyncIterable<Uint8Array> }> {
  const named = parts.map((part) => ({ ...part, name: part.name.replaceAll('\\', '/') }))
  if (named.some(({ name }) => leadsOut(name))) throw new UnreadableList('zipPath')
  const files = named.filter(({ name }) => !/(?:^|\/)(?:__MACOSX\/|\.[^/]*$)/.test(name))
  const tables = files.filter(({ name }) => /\.(?:csv|tsv)$/i.test(name))
  const wanted =
    tables.length > 0 ? tables : files.filter(({ name }) => /\.json(?:ld)?$/i.test(name) && baseOf(name) !== 'datapackage.json')
  if (wanted.some(({ locked }) => locked)) throw new UnreadableList('zipLocked')
  if (wanted.length > MOST_FILES || wanted.reduce((sum, { size }) => sum + size, 0) > LARGEST_UNPACKED)
    throw new UnreadableList('zipTooBig')
  if (new Set(wanted.map(({ name }) => baseOf(name).toLowerCase())).size < wanted.length) throw new UnreadableList('zipDouble')
  for (const part of wanted) yield { fileName: baseOf(part.name), bytes: bytesOf(part) }
}
