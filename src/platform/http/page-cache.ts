import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Versions } from './versions.ts'

/** What a page is before it is kept: its bytes, and until when they are true. */
export type Rendered = {
  body: string | Uint8Array
  type: string
  status?: number
  headers?: Record<string, string>
  /** Whose number tells that the page is out of date (a stek's id); null for pages that no change touches. */
  subject: string | null
  /** The number the data was read at, in the same snapshot. */
  version: number
  /** Milliseconds since 1970 from which the clock alone makes it untrue (next moment, midnight); Infinity when never. */
  trueUntil: number
}

type Encoding = 'br' | 'gzip' | 'identity'
type Kept = Rendered & { etag: string; bytes: Record<Encoding, Buffer | undefined>; plain: Buffer; size: number }
type Answer = { status: number; headers: Record<string, string>; body: Buffer | null }

const compress = {
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
  gzip: (body: Buffer) => promisify(gzip)(body, { level: 9 }),
}
const COMPRESSIBLE = /^(text\/|application\/(json|ld\+json)|image\/svg)/

/** Which encoding to send; brotli before gzip before none. RFC 9110, 12.5.3: an encoding with q=0 is refused. */
export function encodingFor(accepts: string | undefined): Encoding {
  if (!accepts) return 'identity'
  const refused = /(?:^|,)\s*(br|gzip)\s*;\s*q=0(?:\.0*)?\s*(?:,|$)/g
  const no = new Set([...accepts.matchAll(refused)].map((found) => found[1]))
  if (/\bbr\b/.test(accepts) && !no.has('br')) return 'br'
  if (/\bgzip\b/.test(accepts) && !no.has('gzip')) return 'gzip'
  return 'identity'
}

/**
 * Pages that are the same for everybody, rendered once per change and served compressed from memory.
 * Holds at most `limit` bytes; the pages made longest ago go first.
 */
export class PageCache {
  private readonly kept = new Map<string, Kept>()
  private readonly coming = new Map<string, Promise<Kept>>()
  private held = 0
  private readonly versions: Versions
  private readonly now: () => number
  private readonly common: Record<string, string>
  private readonly limit: number

  constructor(versions: Versions, now: () => number, common: Record<string, string>, limit = 32 * 1024 * 1024) {
    this.versions = versions
    this.now = now
    this.common = common
    this.limit = limit
  }

  /** Answers at once when the very address asked for is kept and true; false when the app must look at it. */
  serve(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const kept = this.kept.get(request.url ?? '')
    if (!kept || !this.isTrue(kept)) return false
    const encoding = this.ready(kept, encodingFor(request.headers['accept-encoding'] as string | undefined))
    if (!encoding) return false
    const answer = this.answerOf(kept, encoding, request.headers['if-none-match'])
    response.writeHead(answer.status, answer.headers)
    response.end(request.method === 'HEAD' ? undefined : (answer.body ?? undefined))
    return true
  }

  /** The kept page for `address`, or what `render` makes of it; many who ask at once wait for one rendering. */
  async answer(address: string, request: Request, render: () => Promise<Rendered>): Promise<Response> {
    const kept = await this.find(address, render)
    const wanted = encodingFor(request.headers.get('accept-encoding') ?? undefined)
    await this.prepare(kept, wanted)
    const answer = this.answerOf(kept, this.ready(kept, wanted) ?? 'identity', request.headers.get('if-none-match') ?? undefined)
    const body = answer.body && request.method !== 'HEAD' ? new Uint8Array(answer.body) : null
    return new Response(body, { status: answer.status, headers: answer.headers })
  }

  private async find(address: string, render: () => Promise<Rendered>): Promise<Kept> {
    const there = this.kept.get(address)
    if (there) {
      if (there.subject && this.versions.known(there.subject) === undefined) await this.versions.learn(there.subject)
      if (this.isTrue(there)) return there
    }
    // A rendering that began before the last known change must not answer a request that came after it.
    const key = `${this.versions.changes} ${address}`
    const coming = this.coming.get(key)
    if (coming) return coming
    const made = render()
      .then((rendered) => this.keep(address, rendered))
      .finally(() => this.coming.delete(key))
    this.coming.set(key, made)
    return made
  }

  private isTrue(kept: Kept): boolean {
    return kept.trueUntil > this.now() && (kept.subject === null || this.versions.known(kept.subject) === kept.version)
  }

  private keep(address: string, rendered: Rendered): Kept {
    const plain = Buffer.from(rendered.body as Uint8Array)
    const etag = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
    const kept: Kept = {
      ...rendered,
      body: '',
      etag,
      plain,
      bytes: { br: undefined, gzip: undefined, identity: plain },
      size: Math.round(plain.length * 1.6) + 1024,
    }
    if (rendered.subject) this.versions.seen(rendered.subject, rendered.version)
    if ((rendered.status ?? 200) === 200) {
      this.drop(address)
      this.kept.set(address, kept)
      this.held += kept.size
      for (const oldest of this.kept.keys()) {
        if (this.held <= this.limit) break
        this.drop(oldest)
      }
    }
    return kept
  }

  private drop(address: string): void {
    this.held -= this.kept.get(address)?.size ?? 0
    this.kept.delete(address)
  }

  private async prepare(kept: Kept, encoding: Encoding): Promise<void> {
    if (encoding === 'identity' || kept.bytes[encoding] || !COMPRESSIBLE.test(kept.type) || kept.plain.length < 600) return
    kept.bytes[encoding] = await compress[encoding](kept.plain)
  }

  private ready(kept: Kept, wanted: Encoding): Encoding | undefined {
    if (!COMPRESSIBLE.test(kept.type) || kept.plain.length < 600) return 'identity'
    return kept.bytes[wanted] ? wanted : undefined
  }

  private answerOf(kept: Kept, encoding: Encoding, ifNoneMatch: string | undefined): Answer {
    const headers: Record<string, string> = {
      ...this.common,
      'Content-Type': kept.type,
      'Cache-Control': 'public, no-cache',
      ETag: `"${kept.etag}-${encoding}"`,
      Vary: 'Accept-Encoding',
      ...kept.headers,
    }
    if (ifNoneMatch?.includes(kept.etag)) return { status: 304, headers, body: null }
    const body = kept.bytes[encoding] ?? kept.plain
    if (encoding !== 'identity') headers['Content-Encoding'] = encoding
    headers['Content-Length'] = String(body.length)
    return { status: kept.status ?? 200, headers, body }
  }
}
