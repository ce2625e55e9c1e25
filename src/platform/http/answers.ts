import type { Context } from 'hono'

/** A document made for one request (a form, a staff page): never kept by anything in between. */
export const privateDocument = (
  c: Context,
  document: { html: string; policy: string },
  status: 200 | 403 | 404 | 422 | 429 | 500 = 200,
): Response =>
  c.body(document.html, status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': document.policy,
    'Cache-Control': 'no-store',
  })

/** After a form was done: go there and read, so that a reload does nothing twice (RFC 9110, 15.4.4). */
export const seeOther = (c: Context, address: string): Response => c.body(null, 303, { Location: address, 'Cache-Control': 'no-store' })

/** What came in with a form, each field as one text or a list of texts; files and fields of more than 20 000 characters are cut off. */
export async function typedIn(c: Context): Promise<Record<string, string | string[]>> {
  const form = await c.req.formData()
  const typed: Record<string, string | string[]> = {}
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).map((value) => (typeof value === 'string' ? value.slice(0, 20_000) : ''))
    typed[name] = values.length > 1 ? values : (values[0] ?? '')
  }
  return typed
}
