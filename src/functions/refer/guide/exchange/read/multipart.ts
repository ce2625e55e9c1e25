import { UnreadableList } from './failure.ts'

/** One part of a form with files: its field, the name of the file when it is one, and its bytes as they come in. */
export type Part = { name: string; fileName: string | undefined; bytes: AsyncIterable<Uint8Array> }

const HEAD_AT_MOST = 16 * 1024
const CRLF2 = Buffer.from('\r\n\r\n')

/** The boundary that the type of a form names; undefined when it is no form with files. */
export const boundaryIn = (contentType: string): string | undefined =>
  /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(contentType)?.slice(1).find(Boolean)

/** Reads bytes and looks for marks in them, holding no more than it must. */
class Window {
  private held: Buffer = Buffer.alloc(0)
  private readonly source: AsyncIterator<Uint8Array>
  constructor(source: AsyncIterable<Uint8Array>) {
    this.source = source[Symbol.asyncIterator]()
  }

  /** The bytes up to `mark`, piece by piece, and past it; throws when the source ends before. */
  async *until(mark: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.held.indexOf(mark)
      if (at >= 0) {
        if (at > 0) yield this.held.subarray(0, at)
        this.held = this.held.subarray(at + mark.length)
        return
      }
      const safe = this.held.length - mark.length + 1
      if (safe > 0) {
        yield this.held.subarray(0, safe)
        this.held = this.held.subarray(safe)
      }
      await this.more()
    }
  }

  async take(count: number): Promise<Buffer> {
    while (this.held.length < count) await this.more()
    const taken = this.held.subarray(0, count)
    this.held = this.held.subarray(count)
    return taken
  }

  async drain(): Promise<void> {
    this.held = Buffer.alloc(0)
    while (!(await this.source.next()).done);
  }

  private async more(): Promise<void> {
    const { value, done } = await this.source.next()
    if (done) throw new UnreadableList('cutOff')
    this.held = this.held.length === 0 ? Buffer.from(value) : Buffer.concat([this.held, value])
  }
}

async function headOf(window: Window): Promise<string> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of window.until(CRLF2)) {
    size += piece.length
    if (size > HEAD_AT_MOST) throw new UnreadableList('cutOff')
    pieces.push(Buffer.from(piece))
  }
  return Buffer.concat(pieces).toString('utf8')
}

/**
 * The parts of a form with files, one after the other, as they come in (RFC 7578): never more in memory than one piece. A part that is not
 * read to its end is passed over. A body that ends before its last boundary throws {@link UnreadableList} `cutOff`.
 */
export async function* partsOf(body: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<Part> {
  const window = new Window(body)
  const mark = Buffer.from(`\r\n--${boundary}`)
  for await (const _ of window.until(Buffer.from(`--${boundary}`)));
  for (;;) {
    const ending = (await window.take(2)).toString('latin1')
    if (ending === '--') return window.drain()
    if (ending !== '\r\n') throw new UnreadableList('cutOff')
    const head = await headOf(window)
    const name = /\bname="([^"]*)"/i.exec(head)?.[1] ?? ''
    const fileName = /\bfilename="([^"]*)"/i.exec(head)?.[1]
    const bytes = window.until(mark)
    yield { name, fileName, bytes }
    for await (const _ of bytes);
  }
}

/** The text of a part that is no file, at most `most` bytes of it. */
export async function textOf(part: Part, most = 2000): Promise<string> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of part.bytes) {
    if (size < most) pieces.push(Uint8Array.from(piece))
    size += piece.length
  }
  return Buffer.concat(pieces).subarray(0, most).toString('utf8')
}
