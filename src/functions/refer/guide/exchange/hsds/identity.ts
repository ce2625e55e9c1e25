import { createHash } from 'node:crypto'

/**
 * The id of a part that has no row of its own (a telephone number, a language): the same parts always give the same id, so that readers
 * know it again. Written as a uuid of version 8, which is free to be made as one likes (RFC 9562, 5.8).
 */
export function idOfPart(...parts: readonly string[]): string {
  const bytes = createHash('sha256').update(parts.join('\n')).digest().subarray(0, 16)
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
