import { createHash } from 'node:crypto'
import type { Context, Hono } from 'hono'
import type { Env } from '../../../../../platform/http/house.ts'

const METHODS = 'GET, HEAD, OPTIONS'
/** Anybody's page may read this, and see whether it changed: there is nothing in it that is not for everybody. */
const OPEN = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag' }

/** JSON that may be asked for again: 304 when it is still what the asker has (RFC 9110, 13.1.2). */
export function jsonAnswer(c: Context<Env>, body: unknown): Response {
  const text = JSON.stringify(body)
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  const headers = { ...OPEN, 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'public, no-cache', ETag: etag }
  const has = c.req.header('if-none-match') ?? ''
  return has.trim() === '*' || has.includes(etag) ? c.body(null, 304, headers) : c.body(text, 200, headers)
}

const TITLES = {
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const

/** What is wrong, for a program and for who reads its log (RFC 9457): `error` is a code, `detail` and `message` the same sentence. */
export function problem(c: Context<Env>, status: keyof typeof TITLES, error: string, message: string): Response {
  const body = { type: 'about:blank', title: TITLES[status], status, detail: message, error, message }
  return c.body(JSON.stringify(body), status, {
    ...OPEN,
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Cache-Control': 'no-store',
    ...(status === 405 ? { Allow: METHODS } : {}),
    ...(status === 503 ? { 'Retry-After': '30' } : {}),
  })
}

/** Below `prefix` a program never gets a page for people: what failed before, after everything else was mounted what is not there or is not for writing. */
export function guardProgram(app: Hono<Env>, prefix: string): { rest(): void } {
  app.use(`${prefix}/*`, async (c, next) => {
    await next()
    if (!c.error) return
    const status = c.res.status === 503 ? 503 : 500
    c.res = undefined
    c.res = problem(c, status, 'trouble', 'Something is wrong on our side. Ask again in a while.')
  })
  return {
    rest: () => {
      for (const address of [prefix, `${prefix}/*`])
        app.all(address, (c, next) => {
          const { method, path } = c.req
          if (method === 'OPTIONS')
            return c.body(null, 204, {
              ...{ ...OPEN, 'Access-Control-Allow-Methods': METHODS, 'Access-Control-Allow-Headers': 'If-None-Match, Accept' },
              ...{ 'Access-Control-Max-Age': '86400', Allow: METHODS },
            })
          if (method !== 'GET' && method !== 'HEAD') return problem(c, 405, 'read-only', 'This can only be read.')
          // An address with a slash too many or capitals is sent on to the right one.
          if (path.endsWith('/') || path !== path.toLowerCase()) return next()
          return problem(c, 404, 'not-found', 'There is nothing at this address.')
        })
    },
  }
}
