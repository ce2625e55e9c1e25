import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context } from 'hono'
import { encodingFor } from './page-cache.ts'

const quick = {
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
  gzip: (body: Buffer) => promisify(gzip)(body, { level: 6 }),
}

/**
 * A reading page that is made for one request and kept nowhere, compressed: for pages that show what somebody typed.
 * Not in the page cache, not in the browser, not in anything between.
 */
export async function unkeptPage(c: Context, document: { html: string; policy: string }): Promise<Response> {
  const encoding = encodingFor(c.req.header('accept-encoding'))
  const plain = Buffer.from(document.html)
  const body = encoding === 'identity' ? plain : await quick[encoding](plain)
  return c.body(new Uint8Array(body), 200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': document.policy,
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex',
    Vary: 'Accept-Encoding',
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
  })
}
