import type { Context, Hono } from 'hono'
import { typedSoFar } from '../../../platform/forms/protect.ts'
import { refusalsOf } from '../../../platform/forms/refusals.ts'
import { privateDocument, seeOther } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import { addJob } from '../../../platform/jobs/queries.ts'
import { addressOf } from '../../../platform/limits/address.ts'
import { tryWithin } from '../../../platform/limits/limits.ts'
import { takeCookie, tokenIn } from '../../../platform/sessions/cookie.ts'
import { endSession } from '../../../platform/sessions/sessions.ts'
import { isToken } from '../../../platform/sessions/tokens.ts'
import type { TextKey } from '../../../ui/words.ts'
import { wordsIn } from '../../../ui/words-in.ts'
import { isOpen, useLink } from '../links.ts'
import { linkIsOver, tooMany } from '../pages.tsx'
import { personPaths } from '../paths.ts'
import { signedInBy } from '../queries.ts'
import { ownPath } from '../rules.ts'
import { signInForm } from './form.ts'
import { signInHere } from './here.ts'
import { SIGN_IN_REQUEST } from './job.ts'
import { linkPage, sentPage, signInPage } from './views.tsx'

const WINDOW_IN_MINUTES = 15
const PER_ADDRESS = 10

/** Asking for a link, using it, and signing out. */
export function mountSignIn(app: Hono<Env>, house: House): void {
  const t = wordsIn(house, 'nl')
  const frame = (c: Context<Env>) => ({ t, token: c.get('formToken') })

  app.get('/werk/aanmelden', (c) => {
    const back = ownPath(c.req.query('terug'))
    return privateDocument(c, signInPage({ ...frame(c), typed: back === '/werk' ? {} : { terug: back } }))
  })

  app.post('/werk/aanmelden', async (c) => {
    const typed = await typedSoFar(c)
    const form = signInForm.safeParse(typed)
    if (!form.success) {
      const refusals = Object.fromEntries(Object.entries(refusalsOf<TextKey>(form.error)).map(([field, key]) => [field, t(key)]))
      return privateDocument(c, signInPage({ ...frame(c), typed, refusals }), 422)
    }
    const { email, terug } = form.data
    const permission = await tryWithin(house, [
      { kind: 'sign-in address', about: addressOf(c, house.settings.baseUrl), allowed: PER_ADDRESS, windowInMinutes: WINDOW_IN_MINUTES },
    ])
    if (!permission.allowed) return tooMany(c, house, permission.retryAfterInSeconds)
    const payload = { email, back: ownPath(terug) }
    await house.database.atTheDoor((tx) => addJob(tx, { jobId: house.newId(), kind: SIGN_IN_REQUEST, payload, runAt: house.clock.now() }))
    return privateDocument(c, sentPage(frame(c)))
  })

  app.get('/werk/aanmelden/:token', async (c) => {
    const token = c.req.param('token')
    const back = ownPath(c.req.query('terug'))
    const isUsable = isToken(token) && (await house.database.atTheDoor((tx) => isOpen(tx, token, 'sign-in', house.clock.now())))
    if (!isUsable) return linkIsOver(c, house, 'sign-in')
    return privateDocument(c, linkPage({ ...frame(c), action: personPaths.signInLink(token, back) }))
  })

  app.post('/werk/aanmelden/:token', async (c) => {
    const token = c.req.param('token')
    const back = ownPath(c.req.query('terug'))
    const { shared } = await typedSoFar(c)
    const used = isToken(token) ? await house.database.atTheDoor((tx) => useLink(tx, token, 'sign-in', house.clock.now())) : undefined
    if (used?.personId) {
      await signInHere(c, house, used.personId, shared ? 'shared' : 'own')
      return seeOther(c, back)
    }
    // Pressed twice: the first time it worked.
    const session = tokenIn(c)
    const signedIn = session && (await house.database.atTheDoor((tx) => signedInBy(tx, session, house.clock.now())))
    return signedIn ? seeOther(c, back) : linkIsOver(c, house, 'sign-in')
  })

  app.post('/werk/afmelden', async (c) => {
    const session = tokenIn(c)
    if (session) await house.database.atTheDoor((tx) => endSession(tx, session))
    takeCookie(c, house.settings.baseUrl)
    return seeOther(c, personPaths.signIn())
  })
}
