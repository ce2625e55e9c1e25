import { crc32, deflateRawSync } from 'node:zlib'

/** A file to pack: its name and what is in it; `says` is what the list at the end tells of it instead of the truth. */
export type ToPack = { name: string; content: string | Uint8Array; says?: { size?: number; sum?: number; locked?: boolean } }

/** Files packed in one, as a system would (PKWARE APPNOTE 4.3), or as somebody would who means harm. */
export function packed(files: readonly ToPack[]): Buffer {
  const locals: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const { name, content, says } of files) {
    const bytes = Buffer.from(content as Uint8Array)
    const small = deflateRawSync(bytes)
    const told = { size: bytes.length, sum: crc32(bytes), locked: false, ...says }
    const local = Buffer.alloc(30)
    const entry = Buffer.alloc(46)
    for (const [head, mark, by] of [
      [local, 0x04034b50, 0],
      [entry, 0x02014b50, 2],
    ] as const) {
      head.writeUInt32LE(mark, 0)
      head.writeUInt16LE(told.locked ? 1 : 0, 6 + by)
      head.writeUInt16LE(8, 8 + by)
      head.writeUInt32LE(told.sum, 14 + by)
      head.writeUInt32LE(small.length, 18 + by)
      head.writeUInt32LE(told.size, 22 + by)
      head.writeUInt16LE(Buffer.byteLength(name), 26 + by)
    }
    entry.writeUInt32LE(at, 42)
    locals.push(local, Buffer.from(name), small)
    list.push(entry, Buffer.from(name))
    at += 30 + Buffer.byteLength(name) + small.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(Buffer.concat(list).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, ...list, end])
}
