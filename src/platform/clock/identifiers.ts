import { randomFillSync } from 'node:crypto'

/** Makes ids: uuid version 7 (RFC 9562, 5.7), so that rows made later sort later. */
export type NewId = () => string

/** A maker of ids from the given millisecond clock; 74 random bits, so two processes never meet. */
export const identifiers =
  (milliseconds: () => number = Date.now): NewId =>
  () => {
    const bytes = randomFillSync(Buffer.alloc(16))
    bytes.writeUIntBE(milliseconds(), 0, 6)
    bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
    bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text is written as a uuid; what comes in from outside is checked before it reaches SQL. */
export const isId = (text: string): boolean => UUID.test(text)
