import type { Context, Hono } from 'hono'
import { typedSoFar } from '../../../platform/forms/protect.ts'
import { privateDocument, seeOther } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import { addressOf } from '../../../platform/limits/address.ts'
import { tryWithin } from '../../../platform/limits/limits.ts'
import { takeCookie } from '../../../platform/sessions/cookie.ts'
import { endSessionsOf } from '../../../platform/sessions/sessions.ts'
import type { TextKey } from '../../../ui/words.ts'
import { wordsIn } from '../../../ui/words-in.ts'
import { atWork } from '../at-work.ts'
import { tooMany } from '../pages.tsx'
import { personPaths } from '../paths.ts'
import { ownPath } from '../rules.ts'
import { shownNamesOf } from '../shown-name/consents.ts'
import { signInHere } from '../sign-in/here.ts'
import { signedInOf } from '../signed-in.ts'
import { askToRegister, askToSignIn, register, whoSigned } from './ceremony.ts'
import { authenticateForm, registerForm } from './form.ts'
import { passkeysOf, removePasskey } from './queries.ts'
import { myselfPage } from './views.tsx'

const ASKED_PER_ADDRESS = { kind: 'passkey address', allowed: 30, windowInMinutes: 15 }

const done: Record<string, TextKey> = { sleutel: 'account.myself.added', weg: 'account.myself.removed', voornaam: 'hosting.name.done' }

/** Reads a JSON body; undefined when it is none. */
const jsonOf = async (c: Context): Promise<unknown> => {
  try {
    return await c.req.json()
  } catch {
    return undefined
  }
}

const json = (c: Context, body: object, status: 200 | 422 = 200) => c.json(body, status, { 'Cache-Control': 'no-store' })

/** Signing in with a passkey, for strangers. */
export function mountPasskeySignIn(app: Hono<Env>, house: House): void {
  app.post('/werk/aanmelden/sleutel/vraag', async (c) => {
    const permission = await tryWithin(house, [{ ...ASKED_PER_ADDRESS, about: addressOf(c, house.settings.baseUrl) }])
    if (!permission.allowed) return tooMany(c, house, permission.retryAfterInSeconds)
    return json(c, await askToSignIn(house))
  })

  app.post('/werk/aanmelden/sleutel', async (c) => {
    const form = authenticateForm.safeParse(await jsonOf(c))
    const personId = form.success ? await whoSigned(house, form.data.response) : undefined
    if (!form.success || !personId) return json(c, {}, 422)
    await signInHere(c, house, personId, 'own')
    return json(c, { to: ownPath(form.data.terug) })
  })
}

/** One's own account and passkeys. */
export function mountMyself(app: Hono<Env>, house: House): void {
  const t = wordsIn(house, 'nl')

  app.get('/werk/ik', async (c) => {
    const work = await atWork(c, house, 'programme.see')
    if (work instanceof Response) return work
    const passkeys = await house.database.atTheDoor((tx) => passkeysOf(tx, work.signedIn.personId))
    const shown = await shownNamesOf(house, work.signedIn)
    const told = done[c.req.query('gedaan') ?? '']
    return privateDocument(c, myselfPage({ work, passkeys, shown, zone: house.settings.timeZone, told: told && t(told) }))
  })

  app.post('/werk/ik/sleutels/vraag', async (c) => json(c, await askToRegister(house, signedInOf(c), t('account.myself.rpName'))))

  app.post('/werk/ik/sleutels', async (c) => {
    const form = registerForm.safeParse(await jsonOf(c))
    if (!form.success) return json(c, {}, 422)
    const today = house.clock.now().toZonedDateTimeISO(house.settings.timeZone).toPlainDate().toString()
    const label = form.data.label || t('account.myself.labelDefault', { date: saidIn('nl').longWithYear(today) })
    const isKept = await register(house, signedInOf(c).personId, form.data.response, label)
    return isKept ? json(c, { to: `${personPaths.myself()}?gedaan=sleutel` }) : json(c, {}, 422)
  })

  app.post('/werk/ik/sleutels/weg', async (c) => {
    const { sleutel } = await typedSoFar(c)
    if (typeof sleutel === 'string') await house.database.atTheDoor((tx) => removePasskey(tx, sleutel, signedInOf(c).personId))
    return seeOther(c, `${personPaths.myself()}?gedaan=weg`)
  })

  app.post('/werk/ik/overal-afmelden', async (c) => {
    await house.database.atTheDoor((tx) => endSessionsOf(tx, signedInOf(c).personId))
    takeCookie(c, house.settings.baseUrl)
    return seeOther(c, personPaths.signIn())
  })
}
