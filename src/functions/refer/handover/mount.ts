import type { Hono } from 'hono'
import type { Env, House } from '../../../platform/http/house.ts'
import type { Language } from '../../../platform/i18n/languages.ts'
import { mountContacts } from '../presence/routes.tsx'
import { mountAnswer } from './answer/routes.tsx'
import { mountEnded } from './ended/routes.tsx'
import { mountMake } from './make/routes.tsx'
import { mountMessage } from './message/routes.tsx'
import { mountBlankSlip } from './slip/blank-routes.tsx'
import { mountSlip } from './slip/routes.tsx'

export { handoverCodes } from './answer/routes.tsx'

/** The desk of handovers and of who knows whom, behind the guard of /werk. */
export function mountHandover(app: Hono<Env>, house: House): void {
  mountMessage(app, house)
  mountEnded(app, house)
  mountContacts(app, house)
  mountMake(app, house)
}

/** What is behind the codes of a slip, in one language; the slip itself too. To be mounted behind `/code`, which lets only our own forms in. */
export function mountHandoverPages(app: Hono<Env>, house: House, language: Language): void {
  mountSlip(app, house, language)
  mountBlankSlip(app, house, language)
  mountAnswer(app, house, language)
}
