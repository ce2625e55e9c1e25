import type { Context, Hono } from 'hono'
import { readCode } from '../../platform/codes/code.ts'
import { privateDocument, seeOther, typedIn } from '../../platform/http/answers.ts'
import type { Env, House } from '../../platform/http/house.ts'
import type { Language } from '../../platform/i18n/languages.ts'
import { addressOf } from '../../platform/limits/address.ts'
import { takeBack } from '../../platform/limits/limits.ts'
import { type Typed, typedText } from '../../ui/fields.tsx'
import { inLanguage } from '../../ui/page.tsx'
import { wordsIn } from '../../ui/words-in.ts'
import { mayTryCode } from './guessing.ts'
import { codePage } from './page.tsx'
import { codePaths } from './paths.ts'
import { ownFormsOnly, tooOften } from './refused.tsx'

/** A room that gives codes: the address, without language, of the page that a code opens; undefined when it is no code of this room. */
export type CodeReader = { opens(code: string): Promise<string | undefined> }

/** The page that asks for a code, again with what was wrong (422), or because a page behind one closed. */
export function askCode(
  c: Context<Env>,
  house: House,
  language: Language,
  typed: Typed = {},
  why: { refusals?: Record<string, string>; closed?: boolean } = {},
): Response {
  const t = wordsIn(house, language)
  const refusals = why.refusals ?? {}
  const document = codePage({ t, language, token: c.get('formToken'), typed, refusals, closed: why.closed ?? false })
  return privateDocument(c, document, Object.keys(refusals).length > 0 ? 422 : 200)
}

/**
 * `/code`: one page for every code, and only our own forms on it and below. Each room looks whether the code is one of its own, all of them
 * each time, so that the time of an answer tells nothing. Reading is never limited; only wrong codes are.
 */
export function mountCode(app: Hono<Env>, house: House, language: Language, readers: readonly CodeReader[]): void {
  const t = wordsIn(house, language)
  app.use('/code', ownFormsOnly(house, language))
  app.use('/code/*', ownFormsOnly(house, language))
  app.get(codePaths.ask(), (c) => askCode(c, house, language))
  app.post(codePaths.ask(), async (c) => {
    const typed = await typedIn(c)
    const code = readCode(typedText(typed, 'code'))
    const permission = await mayTryCode(house, addressOf(c, house.settings.baseUrl), code)
    if (!permission.allowed) return tooOften(c, house, language, permission.retryAfterInSeconds)
    const found = code === undefined ? [] : await Promise.all(readers.map((reader) => reader.opens(code)))
    const address = found.find((one) => one !== undefined)
    if (address === undefined) return askCode(c, house, language, typed, { refusals: { code: t('code.unknown') } })
    await takeBack(house, permission.attempts)
    return seeOther(c, inLanguage(language, address))
  })
}
