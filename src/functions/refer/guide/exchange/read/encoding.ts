import { UnreadableList } from './failure.ts'

const LONGEST_LINE = 4 * 1024 * 1024
const LINE_FEED = 0x0a

const strictly = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
const western = new TextDecoder('windows-1252')

/** Lines as text: UTF-8 where they are, else the alphabet of older Windows programs (which holds Latin-1). */
function linesAsText(bytes: Buffer): string {
  const whole = strictly(bytes)
  if (whole !== undefined) return whole
  let text = ''
  for (let from = 0; from < bytes.length; ) {
    const at = bytes.indexOf(LINE_FEED, from)
    const until = at < 0 ? bytes.length : at + 1
    const line = bytes.subarray(from, until)
    text += strictly(line) ?? western.decode(line)
    from = until
  }
  return text
}

/** The first pieces of a source, and the whole source with them in front again. */
export async function peek(source: AsyncIterable<Uint8Array>, atLeast: number): Promise<{ head: Buffer; all: AsyncIterable<Uint8Array> }> {
  const iterator = source[Symbol.asyncIterator]()
  const pieces: Buffer[] = []
  let size = 0
  while (size < atLeast) {
    const { value, done } = await iterator.next()
    if (done) break
    pieces.push(Buffer.from(value))
    size += value.length
  }
  const head = Buffer.concat(pieces)
  async function* all(): AsyncGenerator<Uint8Array> {
    if (head.length > 0) yield head
    for (;;) {
      const { value, done } = await iterator.next()
      if (done) return
      yield value
    }
  }
  return { head, all: all() }
}

/** The alphabet that the first bytes of a file name, and how many bytes that takes. */
function marked(head: Buffer): { label: 'utf-8' | 'utf-16le' | 'utf-16be'; length: number } | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { label: 'utf-8', length: 3 }
  if (head[0] === 0xff && head[1] === 0xfe) return { label: 'utf-16le', length: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { label: 'utf-16be', length: 2 }
  return undefined
}

/**
 * The text of a table in pieces, whatever alphabet it is in: UTF-8 or UTF-16 with a mark in front, UTF-8 without, Windows-1252 or Latin-1.
 * A line that is longer than 4 MB is no line of a table and throws {@link UnreadableList}.
 */
export async function* tableText(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const { head, all } = await peek(source, 4)
  const mark = marked(head)
  if (mark && mark.label !== 'utf-8') {
    const decoder = new TextDecoder(mark.label)
    for await (const piece of all) yield decoder.decode(piece, { stream: true })
    yield decoder.decode()
    return
  }
  let left = Buffer.alloc(0)
  let first = mark?.length ?? 0
  for await (const piece of all) {
    const bytes = Buffer.concat([left, piece]).subarray(first)
    first = 0
    const end = bytes.lastIndexOf(LINE_FEED) + 1
    if (end > 0) yield linesAsText(bytes.subarray(0, end))
    left = Buffer.from(bytes.subarray(end))
    if (left.length > LONGEST_LINE) throw new UnreadableList('rowTooLong')
  }
  if (left.length > 0) yield linesAsText(left)
}

/** The text of JSON in pieces: UTF-8, or UTF-16 with a mark in front (RFC 8259, 8.1). Anything else throws {@link UnreadableList}. */
export async function* jsonText(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const { head, all } = await peek(source, 4)
  const decoder = new TextDecoder(marked(head)?.label ?? 'utf-8', { fatal: true })
  try {
    for await (const piece of all) yield decoder.decode(piece, { stream: true })
    yield decoder.decode()
  } catch (thrown) {
    if (thrown instanceof TypeError && (thrown as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new UnreadableList('notUtf8')
    throw thrown
  }
}
