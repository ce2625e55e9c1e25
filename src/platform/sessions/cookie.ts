import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { isToken } from './tokens.ts'

const NAME = 'stek_session'

// Only sent to /werk: readers have no cookie, and neither has somebody who works here while reading.
const where = (baseUrl: string) => ({ path: '/werk', httpOnly: true, sameSite: 'Lax', secure: baseUrl.startsWith('https:') }) as const

/** The token of the session the browser says it has, or undefined. */
export function tokenIn(c: Context): string | undefined {
  const token = getCookie(c, NAME)
  return token && isToken(token) ? token : undefined
}

/** Gives the browser a session; on a shared device the browser forgets it when it closes (no Max-Age, RFC 6265, 5.3). */
export function giveCookie(c: Context, baseUrl: string, token: string, session: { keptInDays: number | null }): void {
  setCookie(c, NAME, token, { ...where(baseUrl), ...(session.keptInDays ? { maxAge: session.keptInDays * 86_400 } : {}) })
}

/** Takes the session away from the browser. */
export function takeCookie(c: Context, baseUrl: string): void {
  deleteCookie(c, NAME, where(baseUrl))
}
