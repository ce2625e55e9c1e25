import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { hashOf } from '../sessions/tokens.ts'

/** A form may lie open this long before it is sent. */
export const FORM_TOKEN_IN_HOURS = 24

const sign = (secret: Uint8Array, session: string | undefined, begin: string): Buffer =>
  createHmac('sha256', secret)
    .update('form ')
    .update(session ? hashOf(session) : 'nobody')
    .update(begin)
    .digest()

/** A token for the forms of one page: when it was made, 12 random bytes, and a signature over both and the session (or nobody's). */
export function formTokenFor(secret: Uint8Array, session: string | undefined, now: Temporal.Instant): string {
  const begin = `${Math.floor(now.epochMilliseconds / 1000).toString(36)}.${randomBytes(12).toString('base64url')}`
  return `${begin}.${sign(secret, session, begin).toString('base64url')}`
}

/** Whether a token came from a page of this installation, made for this session within the last 24 hours. */
export function isFormToken(secret: Uint8Array, session: string | undefined, token: string, now: Temporal.Instant): boolean {
  const [, madeAt, random, signature] = /^([0-9a-z]{1,9})\.([\w-]{16})\.([\w-]{43})$/.exec(token) ?? []
  if (!madeAt || !random || !signature) return false
  const age = now.epochMilliseconds / 1000 - Number.parseInt(madeAt, 36)
  // A minute of grace for clocks of processes that do not agree.
  if (age < -60 || age > FORM_TOKEN_IN_HOURS * 3600) return false
  return timingSafeEqual(sign(secret, session, `${madeAt}.${random}`), Buffer.from(signature, 'base64url'))
}
