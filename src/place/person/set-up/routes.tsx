import type { Context, Hono } from 'hono'
import { typedSoFar } from '../../../platform/forms/protect.ts'
import { refusalsOf } from '../../../platform/forms/refusals.ts'
import { privateDocument, seeOther } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import { isToken } from '../../../platform/sessions/tokens.ts'
import type { TextKey } from '../../../ui/words.ts'
import { wordsIn } from '../../../ui/words-in.ts'
import { isOpen } from '../links.ts'
import { linkIsOver } from '../pages.tsx'
import { personPaths } from '../paths.ts'
import { signInHere } from '../sign-in/here.ts'
import { setUpForm } from './form.ts'
import { hasStek } from './link.ts'
import { justSetUp, setUpHouse } from './queries.ts'
import { setUpPage } from './views.tsx'

/** The set-up of an empty house, opened by a one-time link. */
export function mountSetUp(app: Hono<Env>, house: House): void {
  const t = wordsIn(house, 'nl')
  const { database, clock } = house

  const isUsable = (token: string) =>
    isToken(token) && database.atTheDoor(async (tx) => (await isOpen(tx, token, 'set-up', clock.now())) && !(await hasStek(tx)))

  async function again(c: Context, token: string): Promise<Response> {
    const done = await database.atTheDoor((tx) => justSetUp(tx, token, clock.now()))
    if (!done) return linkIsOver(c, house, 'set-up')
    await signInHere(c, house, done.personId, 'own')
    return seeOther(c, `${personPaths.work()}?stek=${done.slug}`)
  }

  app.get('/werk/start/:token{[\\w-]{43}}', async (c) => {
    if (!(await isUsable(c.req.param('token')))) return linkIsOver(c, house, 'set-up')
    return privateDocument(c, setUpPage({ t, token: c.get('formToken'), typed: {} }))
  })

  app.post('/werk/start/:token{[\\w-]{43}}', async (c) => {
    const token = c.req.param('token')
    if (!(await isUsable(token))) return again(c, token)
    const typed = await typedSoFar(c)
    const form = setUpForm.safeParse(typed)
    if (!form.success) {
      const refusals = Object.fromEntries(Object.entries(refusalsOf<TextKey>(form.error)).map(([field, key]) => [field, t(key)]))
      return privateDocument(c, setUpPage({ t, token: c.get('formToken'), typed, refusals }), 422)
    }
    const personId = await database.atTheDoor((tx) =>
      setUpHouse(tx, token, form.data, t('account.setUp.firstRoom'), house.newId, clock.now()),
    )
    if (!personId) return again(c, token)
    await signInHere(c, house, personId, 'own')
    return seeOther(c, `${personPaths.work()}?stek=${form.data.slug}`)
  })
}
