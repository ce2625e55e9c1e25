import type { Context, MiddlewareHandler } from 'hono'
import { protect } from '../../platform/forms/protect.ts'
import { privateDocument, typedIn } from '../../platform/http/answers.ts'
import type { Env, House } from '../../platform/http/house.ts'
import type { Language } from '../../platform/i18n/languages.ts'
import { TypedSoFar } from '../../ui/typed-so-far.tsx'
import { wordsIn } from '../../ui/words-in.ts'
import { codeDocument } from './page.tsx'

/** Only our own forms change anything for visitors too; what was typed in a form that was refused is shown, to be copied. No cookie is set. */
export const ownFormsOnly = (house: House, language: Language): MiddlewareHandler<Env> =>
  protect(house, async (c) => {
    const t = wordsIn(house, language)
    const typed = await typedIn(c)
    const children = [<p>{t('code.refused.text')}</p>, <TypedSoFar t={t} typed={typed} />]
    return privateDocument(c, codeDocument({ t, language }, { title: t('code.refused.title'), children }), 403)
  })

/** 429 for who tried too often: how long to wait, and that somebody at the stek can help at once. */
export function tooOften(c: Context<Env>, house: House, language: Language, retryAfterInSeconds: number): Response {
  const t = wordsIn(house, language)
  c.header('Retry-After', String(retryAfterInSeconds))
  const minutes = Math.ceil(retryAfterInSeconds / 60)
  const children = <p>{t('code.tooOften.text', { count: minutes })}</p>
  return privateDocument(c, codeDocument({ t, language }, { title: t('code.tooOften.title'), children }), 429)
}
