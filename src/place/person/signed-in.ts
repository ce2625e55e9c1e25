import type { Context, MiddlewareHandler } from 'hono'
import { typedSoFar } from '../../platform/forms/protect.ts'
import { seeOther } from '../../platform/http/answers.ts'
import type { Env, House } from '../../platform/http/house.ts'
import { tokenIn } from '../../platform/sessions/cookie.ts'
import { signedOutMeanwhile } from './pages.tsx'
import { personPaths } from './paths.ts'
import { signedInBy } from './queries.ts'
import { ownPath, type SignedIn } from './rules.ts'

const OPEN_TO_STRANGERS = /^\/werk\/(?:aanmelden(?:\/.*)?|start\/[\w-]{43})$/

/**
 * Lets only people who are signed in pass; afterwards `signedInOf(c)` tells who. A stranger is sent to the page for
 * signing in, with the way back. Somebody whose session ended while a form lay open gets what was typed back.
 */
export function requireSignIn(house: House): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (OPEN_TO_STRANGERS.test(c.req.path)) return next()
    const token = tokenIn(c)
    const signedIn = token && (await house.database.atTheDoor((tx) => signedInBy(tx, token, house.clock.now())))
    if (signedIn) {
      ;(c as Context).set('signedIn', signedIn)
      return next()
    }
    if (c.req.method === 'GET' || c.req.method === 'HEAD') {
      const { pathname, search } = new URL(c.req.url)
      return seeOther(c, personPaths.signIn(ownPath(pathname + search)))
    }
    const typed = await typedSoFar(c)
    const nothingToLose = Object.keys(typed).every((name) => name === '_token')
    if (nothingToLose || c.req.path === personPaths.signOut()) return seeOther(c, personPaths.signIn())
    return signedOutMeanwhile(c, house, typed)
  }
}

/** Who is signed in; throws an Error on an address that `requireSignIn` does not guard. */
export function signedInOf(c: Context): SignedIn {
  const signedIn: SignedIn | undefined = c.get('signedIn')
  if (!signedIn) throw new Error('nobody is signed in here')
  return signedIn
}

/** The stek a request is about, for somebody who has a role there. */
export type StekAtWork = { stekId: string; slug: string; name: string }

/**
 * Which stek this request is about: the one named `stek` in the address or in the form, else the first one the person
 * works in. Undefined when the person has no role there; whether it exists makes no difference.
 */
export async function stekAtWork(c: Context): Promise<StekAtWork | undefined> {
  const typed = c.req.query('stek') ?? (c.req.method === 'POST' ? (await typedSoFar(c)).stek : undefined)
  const { roles } = signedInOf(c)
  const role = typed ? roles.find(({ stekSlug }) => stekSlug === typed) : roles[0]
  return role && { stekId: role.stekId, slug: role.stekSlug, name: role.stekName }
}
