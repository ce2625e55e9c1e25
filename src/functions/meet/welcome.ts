import type { Hono } from 'hono'
import type { Env, House } from '../../platform/http/house.ts'
import type { Language } from '../../platform/i18n/languages.ts'
import { mountAgreementsDesk } from './agreements/desk-routes.tsx'
import { mountAgreements } from './agreements/routes.tsx'
import { mountIncidents } from './incidents/routes.tsx'
import { mountPulseDesk } from './pulse/desk-routes.tsx'
import { mountPaper } from './pulse/paper-routes.tsx'
import { mountTablet } from './pulse/routes.tsx'

/** The staff side of feeling welcome and safe: the pulse, the agreements of the house, incidents; behind the guard of /werk. */
export function mountWelcomeDesk(app: Hono<Env>, house: House): void {
  mountPulseDesk(app, house)
  mountPaper(app, house)
  mountAgreementsDesk(app, house)
  mountIncidents(app, house)
}

/** What visitors see of it, in one language: the tablet and the agreements. */
export function mountWelcomePages(app: Hono<Env>, house: House, language: Language): void {
  mountTablet(app, house, language)
  mountAgreements(app, house, language)
}
