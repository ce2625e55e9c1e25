import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/**
 * What locks a text: a key from the store and a code that is kept nowhere, both needed; `about` is what the text belongs to and keeps
 * it from being laid under something else.
 */
export type Lock = { key: Uint8Array; code: string; about: string }

// RFC 5869; the code goes into the salt, so that database and key store together still do not open it without the code.
const lockKey = ({ key, code, about }: Lock): Buffer => Buffer.from(hkdfSync('sha256', key, `message ${code}`, about, 32))

/** The text locked with AES-256-GCM: nonce, tag, then as many bytes as the text has. */
export function lockedText(text: string, lock: Lock): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', lockKey(lock), nonce).setAAD(Buffer.from(lock.about))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** The text again, or undefined with another key, another code, or for something else. */
export function unlockedText(locked: Uint8Array, lock: Lock): string | undefined {
  const bytes = Buffer.from(locked)
  try {
    const decipher = createDecipheriv('aes-256-gcm', lockKey(lock), bytes.subarray(0, 12), { authTagLength: 16 })
    decipher.setAAD(Buffer.from(lock.about)).setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return undefined // not its key, or tampered with
  }
}
