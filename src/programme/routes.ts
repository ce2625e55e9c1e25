import type { Hono } from 'hono'
import type { Env, House } from '../platform/http/house.ts'
import type { Language } from '../platform/i18n/languages.ts'
import { mountActivity } from './activity/routes.tsx'
import { mountFront } from './front/routes.tsx'
import { mountPartners } from './partners/routes.tsx'
import { mountToday } from './today/routes.tsx'
import { mountWeek } from './week/routes.tsx'

/** The pages of the programme that visitors read, in one language. */
export function mountProgramme(app: Hono<Env>, house: House, language: Language): void {
  mountFront(app, house, language)
  mountWeek(app, house, language)
  mountActivity(app, house, language)
  mountPartners(app, house, language)
  mountToday(app, house, language)
}
