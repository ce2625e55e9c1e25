import type { Context } from 'hono'

/** A document made for one request (a form, a staff page): never kept by anything in between. */
export const privateDocument = (
  c: Context,
  document: { html: string; policy: string },
  status: 200 | 403 | 404 | 413 | 422 | 429 | 500 | 503 = 200,
): Response =>
  c.body(document.html, status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': document.policy,
    'Cache-Control': 'no-store',
  })

/** After a form was done: go there and read, so that a reload does nothing twice (RFC 9110, 15.4.4). */
export const seeOther = (c: Context, address: string): Response => c.body(null, 303, { Location: address, 'Cache-Control': 'no-store' })

const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i
const LONGEST_FIELD = 20_000
/** A form with more bytes than this brings files, and is not read here. */
const LARGEST_IN_BYTES = 1024 * 1024
/** More than the largest form of ours has; what comes behind is not looked at. */
const MOST_FIELDS = 500

/**
 * What came in with a form, each field as one text or a list of texts; empty when the request brought no readable form.
 * Fields are cut off at 20 000 characters, and at 500 of them; files are left out, and so is U+0000, which PostgreSQL cannot keep.
 * May be read more than once.
 */
export async function typedIn(c: Context): Promise<Record<string, string | string[]>> {
  if (!FORM.test(c.req.header('content-type') ?? '') || Number(c.req.header('content-length') ?? 0) > LARGEST_IN_BYTES) return {}
  const form = await c.req.formData().catch(() => new FormData())
  const typed = new Map<string, string[]>()
  let fields = 0
  for (const [name, value] of form.entries()) {
    fields += 1
    if (fields > MOST_FIELDS) break
    const text = typeof value === 'string' ? value.slice(0, LONGEST_FIELD).replaceAll('\0', '') : ''
    typed.set(name, [...(typed.get(name) ?? []), text])
  }
  return Object.fromEntries([...typed].map(([name, values]) => [name, values.length > 1 ? values : (values[0] ?? '')]))
}
