import type { Hono } from 'hono'
import type { Env, House } from '../../../platform/http/house.ts'
import type { Language } from '../../../platform/i18n/languages.ts'
import { mountAskAtWork } from './ask/at-work.tsx'
import { mountAsk } from './ask/routes.tsx'
import { mountRideList } from './coordinate/list.tsx'
import { mountCoordinate } from './coordinate/routes.tsx'
import { mountKilometres } from './kilometres/routes.tsx'
import { mountOffer } from './offer/routes.tsx'
import { mountRidePlaces } from './places/routes.tsx'

/** Arranging rides and driving, behind the guard of /werk. */
export function mountRides(app: Hono<Env>, house: House): void {
  mountRideList(app, house)
  mountRidePlaces(app, house)
  mountKilometres(app, house)
  mountAskAtWork(app, house)
  mountOffer(app, house)
  mountCoordinate(app, house)
}

/** Asking a ride, for visitors, in one language. */
export const mountRidePages = (app: Hono<Env>, house: House, language: Language): void => mountAsk(app, house, language)
