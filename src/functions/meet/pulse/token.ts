import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { dateOfDay, dayNumber } from '../../../platform/calendar/day-number.ts'

/** What the address of a tablet says: which moment, where, on which day, and which tablet (16 random bytes). */
export type TabletToken = { slotId: string; siteId: string; date: string; tablet: Buffer }

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')
const idOf = (bytes: Buffer): string => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
const sign = (secret: Uint8Array, stekId: string, body: Buffer): Buffer =>
  createHmac('sha256', secret).update(`welcome ${stekId}\n`).update(body).digest()

/** Starts a tablet: the signed text for its address, good for this stek and this day only. Nothing is stored. */
export function tabletToken(secret: Uint8Array, stekId: string, moment: Omit<TabletToken, 'tablet'>): string {
  const day = Buffer.alloc(4)
  day.writeInt32BE(dayNumber(moment.date))
  const body = Buffer.concat([bytesOf(moment.slotId), bytesOf(moment.siteId), day, randomBytes(16)])
  return Buffer.concat([body, sign(secret, stekId, body)]).toString('base64url')
}

/** Reads a token of this installation for this stek and day; undefined for any other text. */
export function readTabletToken(secret: Uint8Array, stekId: string, text: string, today: string): TabletToken | undefined {
  if (!/^[\w-]{112}$/.test(text)) return undefined
  const bytes = Buffer.from(text, 'base64url')
  const [body, signature] = [bytes.subarray(0, 52), bytes.subarray(52)]
  const expected = sign(secret, stekId, body)
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return undefined
  const date = dateOfDay(body.readInt32BE(32))
  if (date !== today) return undefined
  return { slotId: idOf(body.subarray(0, 16)), siteId: idOf(body.subarray(16, 32)), date, tablet: body.subarray(36, 52) }
}
