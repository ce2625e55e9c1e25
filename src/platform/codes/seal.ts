import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { isId } from '../clock/identifiers.ts'

const OPEN_IN_MINUTES = 30
const keyOf = (secret: Uint8Array, use: string): Buffer => createHmac('sha256', secret).update(`${use} seal`).digest()

/**
 * Shuts the id of what a code opened (a sign-up, a handover; `use` keeps them apart) into a text for an address, so that a page can be read after a form without a cookie and without the
 * code in the history of the browser. It opens for half an hour (AES-256-GCM).
 */
export const sealed = (secret: Uint8Array, id: string, now: Temporal.Instant, use = 'sign-up'): string => sealedText(secret, id, now, use)

/** The id in a seal, or undefined when it is not ours or its half hour is over. */
export function unsealed(secret: Uint8Array, seal: string, now: Temporal.Instant, use = 'sign-up'): string | undefined {
  const id = unsealedText(secret, seal, now, use)
  return id !== undefined && isId(id) ? id : undefined
}

/** The same for a short text without spaces, as a code that is kept nowhere. */
export function sealedText(secret: Uint8Array, text: string, now: Temporal.Instant, use: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, use), nonce)
  const until = Math.floor(now.epochMilliseconds / 1000) + OPEN_IN_MINUTES * 60
  const body = Buffer.concat([cipher.update(`${until} ${text}`, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

/** The text in a seal, or undefined when it is not ours or its half hour is over. */
export function unsealedText(secret: Uint8Array, seal: string, now: Temporal.Instant, use: string): string | undefined {
  if (!/^[\w-]{60,140}$/.test(seal)) return undefined
  const bytes = Buffer.from(seal, 'base64url')
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, use), bytes.subarray(0, 12), { authTagLength: 16 })
    decipher.setAuthTag(bytes.subarray(12, 28))
    const [until = '', text = ''] = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
      .toString('utf8')
      .split(' ')
    return Number(until) * 1000 > now.epochMilliseconds && text !== '' ? text : undefined
  } catch {
    return undefined // made by another installation, or tampered with
  }
}
