import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context } from 'hono'
import { privateDocument } from './answers.ts'
import { encodingFor } from './page-cache.ts'

/** Good enough in a millisecond: this document is made for one answer. */
const BROTLI_QUALITY = 5

const compress = {
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: (body: Buffer) => promisify(gzip)(body),
}

/**
 * A document made for one request, compressed for a bad line, never kept. Only for pages that hold nothing secret beside what the
 * visitor sent (no token): else its length could tell something (BREACH, CVE-2013-3587).
 */
export async function compressedDocument(
  c: Context,
  document: { html: string; policy: string },
  status: 200 | 422 = 200,
): Promise<Response> {
  const encoding = encodingFor(c.req.header('accept-encoding'))
  const plain = privateDocument(c, document, status)
  plain.headers.set('Vary', 'Accept-Encoding')
  if (encoding === 'identity') return plain
  const headers = new Headers(plain.headers)
  headers.set('Content-Encoding', encoding)
  return new Response(new Uint8Array(await compress[encoding](Buffer.from(document.html))), { status, headers })
}
