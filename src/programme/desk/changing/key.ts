import { createHash } from 'node:crypto'
import type { Typed } from '../../../ui/fields.tsx'

/** Fields that differ between two sendings of the same form without meaning anything. */
const PASSING = new Set(['_token'])

/**
 * The id of the change a form asks for: the same when the very same form is sent twice, another one as soon as one letter
 * differs (somebody went back, typed on and saved again). Hangs on the key the form was given when it was made.
 * Written as a uuid of version 8 (RFC 9562, 5.8).
 */
export function changeIdOf(personId: string, address: string, typed: Typed): string {
  const fields = Object.entries(typed)
    .filter(([name]) => !PASSING.has(name))
    .sort(([one], [other]) => (one < other ? -1 : 1))
  const hash = createHash('sha256')
    .update(JSON.stringify([personId, address, fields]))
    .digest()
  hash[6] = 0x80 | ((hash[6] ?? 0) & 0x0f)
  hash[8] = 0x80 | ((hash[8] ?? 0) & 0x3f)
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
