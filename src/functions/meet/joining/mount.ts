import type { Hono } from 'hono'
import type { Env, House } from '../../../platform/http/house.ts'
import type { Language } from '../../../platform/i18n/languages.ts'
import { mountSignUpCode } from './code-routes.tsx'
import { mountJoiningList } from './desk-list.tsx'
import { mountJoiningOverview } from './desk-overview.tsx'
import { mountTerms } from './desk-terms.tsx'
import { mountJoin } from './join-routes.tsx'

/** The desk of taking part, behind the guard of /werk. */
export function mountJoining(app: Hono<Env>, house: House): void {
  mountJoiningOverview(app, house)
  mountTerms(app, house)
  mountJoiningList(app, house)
}

/** What visitors see of taking part, in one language. To be mounted before the pages of a stek: /code is no stek. */
export { signUpCodes } from './code-routes.tsx'

export function mountJoiningPages(app: Hono<Env>, house: House, language: Language): void {
  mountSignUpCode(app, house, language)
  mountJoin(app, house, language)
}
