import type { Context, MiddlewareHandler } from 'hono'
import { typedIn } from '../http/answers.ts'
import type { Env, House } from '../http/house.ts'
import { tokenIn } from '../sessions/cookie.ts'
import { judge } from './rules.ts'
import { formTokenFor, isFormToken } from './token.ts'

/** What came in with a form; routes can still read it afterwards. */
export const typedSoFar = typedIn

/**
 * Lets only our own pages change anything, without signing anybody out, and gives every request a fresh `formToken`.
 * `refuse` makes the page for what was refused: 'another-site' sent it, or our form brought no valid token ('form').
 * Scripts of ours send the token as `X-Form-Token`. A form that is read piece by piece (`streamed` says by its path) checks its token itself.
 */
export function protect(
  house: Pick<House, 'secret' | 'clock' | 'settings' | 'log'>,
  refuse: (c: Context<Env>, why: 'another-site' | 'form') => Response | Promise<Response>,
  streamed: (path: string) => boolean = () => false,
): MiddlewareHandler<Env> {
  const ownOrigin = new URL(house.settings.baseUrl).origin
  return async (c, next) => {
    const now = house.clock.now()
    const session = tokenIn(c)
    c.set('formToken', formTokenFor(house.secret, session, now))
    const verdict = judge({
      method: c.req.method,
      secFetchSite: c.req.header('sec-fetch-site'),
      origin: c.req.header('origin'),
      host: c.req.header('host') ?? new URL(c.req.url).host,
      ownOrigin,
    })
    if (verdict === 'ours' || (verdict === 'needs-token' && streamed(c.req.path))) return next()
    if (verdict === 'another-site') {
      house.log.warn({ why: verdict }, 'a form was refused')
      return refuse(c, 'another-site')
    }
    const token = c.req.header('x-form-token') ?? (await typedSoFar(c))._token
    if (typeof token === 'string' && isFormToken(house.secret, session, token, now)) return next()
    house.log.warn({ why: 'no valid token' }, 'a form was refused')
    return refuse(c, 'form')
  }
}
