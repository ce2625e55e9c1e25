import type { Hono } from 'hono'
import type { Env, House } from '../../../platform/http/house.ts'
import type { Language } from '../../../platform/i18n/languages.ts'
import { mountCheck } from './ask/routes.tsx'
import { mountRightsDesk } from './desk/routes.tsx'
import { mountTold } from './told/routes.tsx'

/** What visitors see of the rights check, in one language. */
export function mountRightsPages(app: Hono<Env>, house: House, language: Language): void {
  mountCheck(app, house, language)
  mountTold(app, house, language)
}

/** The staff side of it, behind the guard of /werk. */
export const mountRights = (app: Hono<Env>, house: House): void => mountRightsDesk(app, house)
