import { createHash, randomBytes } from 'node:crypto'

/** Makes what opens a door: 32 random bytes as 43 characters of base64url (RFC 4648, 5). Only its hash is ever stored. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** SHA-256 of a token: what the database keeps, from which the token cannot be worked out. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Whether a text has the shape of a token. */
export const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text)
