import type { Context, Hono } from 'hono'
import { askCode, type CodeReader } from '../../../place/code/routes.tsx'
import { bringCode } from '../../../platform/codes/bring.ts'
import { codeFor, codeHash } from '../../../platform/codes/code.ts'
import { sealed, unsealed } from '../../../platform/codes/seal.ts'
import { privateDocument, seeOther, typedIn } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import type { Language } from '../../../platform/i18n/languages.ts'
import { signUpPaths } from '../../../programme/sign-up/paths.ts'
import { signUpOfCode, stekOfCode } from '../../../programme/sign-up/queries.ts'
import { couldFit, wrongIn } from '../../../programme/sign-up/rules.ts'
import type { Typed } from '../../../ui/fields.tsx'
import { inLanguage } from '../../../ui/page.tsx'
import { wordsIn } from '../../../ui/words-in.ts'
import { seenPage } from './code-views.tsx'
import { changeForm } from './form.ts'
import { changeByCode, type Seen, seenBy } from './joining.ts'
import { inSentences } from './views.tsx'

/** The id of the sign-up that a code opens and its stek, or undefined. */
async function opened(house: House, code: string): Promise<string | undefined> {
  const hash = codeHash(house.secret, code)
  const stekId = await house.database.reading(null, (tx) => stekOfCode(tx, hash))
  if (!stekId) return undefined
  const found = await house.database.reading(stekId, async (tx) => {
    await bringCode(tx, hash)
    return signUpOfCode(tx, stekId, hash)
  })
  return found?.signUpId
}

/** The sign-up of a page that a seal opens. */
async function seenWith(house: House, seal: string): Promise<(Seen & { signUpId: string }) | undefined> {
  const signUpId = unsealed(house.secret, seal, house.clock.now())
  if (!signUpId) return undefined
  const hash = codeHash(house.secret, codeFor(house.secret, signUpId))
  const stekId = await house.database.reading(null, (tx) => stekOfCode(tx, hash))
  const seen = stekId && (await seenBy(house, stekId, signUpId))
  return seen ? { ...seen, signUpId } : undefined
}

/** The codes of sign-ups, for the page where every code is typed. */
export const signUpCodes = (house: House): CodeReader => ({
  async opens(code) {
    const signUpId = await opened(house, code)
    return signUpId && signUpPaths.seen(sealed(house.secret, signUpId, house.clock.now()))
  },
})

/** `/code/hier`: what became of a sign-up, and changing or withdrawing it. */
export function mountSignUpCode(app: Hono<Env>, house: House, language: Language): void {
  const t = wordsIn(house, language)
  const show = (c: Context<Env>, seen: Seen, seal: string, typed: Typed, refusals: Record<string, string> = {}) => {
    const changed = c.req.query('gedaan') !== undefined
    const document = seenPage({ t, language, ...seen, seal, token: c.get('formToken'), typed, refusals, changed })
    return privateDocument(c, document, Object.keys(refusals).length > 0 ? 422 : 200)
  }

  app.get('/code/hier', async (c) => {
    const seal = c.req.query('k') ?? ''
    const seen = await seenWith(house, seal)
    if (!seen) return askCode(c, house, language, {}, { closed: true })
    const { people, phone, email } = seen.signUp
    return show(c, seen, seal, { people: String(people), phone, email })
  })
  app.post('/code/hier', async (c) => {
    const typed = await typedIn(c)
    const { k, people, phone, email, weg } = changeForm.parse(typed)
    const seen = await seenWith(house, k)
    if (!seen || seen.signUp.withdrawnAt) return askCode(c, house, language, {}, { closed: true })
    const { stekId } = seen.subject.stek
    const done = () =>
      seeOther(c, `${inLanguage(language, signUpPaths.seen(sealed(house.secret, seen.signUpId, house.clock.now())))}&gedaan=1`)
    if (weg) {
      await changeByCode(house, stekId, seen.signUpId, 'withdraw')
      return done()
    }
    const wrong = wrongIn({ name: seen.signUp.name, people, phone, email })
    delete wrong.name
    if (Object.keys(wrong).length > 0 || people === undefined) return show(c, seen, k, typed, inSentences(t, wrong))
    const { terms } = seen.subject
    const could = !terms || couldFit(people, terms, seen.signUp.byDesk) || people <= seen.signUp.people
    const fits = could && (await changeByCode(house, stekId, seen.signUpId, { people, phone, email }))
    return fits ? done() : show(c, seen, k, typed, { people: t('joining.wrong.full') })
  })
}
