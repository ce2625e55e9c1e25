import type { Context, MiddlewareHandler } from 'hono'
import { protect } from '../../../platform/forms/protect.ts'
import { privateDocument, typedIn } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import type { Language } from '../../../platform/i18n/languages.ts'
import { signUpPaths } from '../../../programme/sign-up/paths.ts'
import type { Wrong } from '../../../programme/sign-up/rules.ts'
import type { Refusals } from '../../../ui/fields.tsx'
import { TypedSoFar } from '../../../ui/typed-so-far.tsx'
import type { T } from '../../../ui/words.ts'
import { wordsIn } from '../../../ui/words-in.ts'
import { joiningPage } from './views.tsx'

/** Only our own forms change anything here too; what was typed in a form that was refused is shown, to be copied. No cookie is set. */
export const ownFormsOnly = (house: House, language: Language): MiddlewareHandler<Env> =>
  protect(house, async (c) => {
    const t = wordsIn(house, language)
    const typed = await typedIn(c)
    const title = t('joining.refused.title')
    const children = [<p>{t('joining.refused.text')}</p>, <TypedSoFar t={t} typed={typed} />]
    return privateDocument(c, joiningPage({ t, language }, { path: signUpPaths.code(), title, children }), 403)
  })

/** 429 for who tried too often: how long to wait, and that somebody at the stek can help at once. */
export function tooOften(c: Context<Env>, house: House, language: Language, retryAfterInSeconds: number): Response {
  const t = wordsIn(house, language)
  c.header('Retry-After', String(retryAfterInSeconds))
  const minutes = Math.ceil(retryAfterInSeconds / 60)
  const title = t('joining.tooOften.title')
  const children = <p>{t('joining.tooOften.text', { count: minutes })}</p>
  return privateDocument(c, joiningPage({ t, language }, { path: signUpPaths.code(), title, children }), 429)
}

/** What is wrong with each field, as sentences. */
export const inSentences = (t: T, wrong: Partial<Record<string, Wrong>>): Refusals =>
  Object.fromEntries(Object.entries(wrong).flatMap(([field, what]) => (what ? [[field, t(`joining.wrong.${what}`)]] : [])))
