import type { Hono } from 'hono'
import type { Env, House } from '../../../platform/http/house.ts'
import { mountPlaces } from './list/routes.tsx'
import { mountPartnerForm } from './partner-form/routes.tsx'
import { mountRoomForm } from './room-form/routes.tsx'
import { mountSiteForm } from './site-form/routes.tsx'
import { mountStekForm } from './stek-form/routes.tsx'

/** `/werk/plekken` and what hangs on it: the stek, its sites, rooms and partners, for who leads the stek. */
export function mountSites(app: Hono<Env>, house: House): void {
  mountPlaces(app, house)
  mountStekForm(app, house)
  mountSiteForm(app, house)
  mountRoomForm(app, house)
  mountPartnerForm(app, house)
}
