import type { Hono } from 'hono'
import type { Env, House } from '../../platform/http/house.ts'
import type { Language } from '../../platform/i18n/languages.ts'
import { mountLink } from './freshness/link/routes.tsx'
import { mountProposal } from './freshness/proposal/routes.tsx'
import { mountEntry } from './guide/desk/entry/routes.tsx'
import { mountGuideList } from './guide/desk/list/routes.tsx'
import { mountOrganisations } from './guide/desk/organisation-form/routes.tsx'
import { mountGuidePlaces } from './guide/desk/place-form/routes.tsx'
import { mountServiceForm } from './guide/desk/service-form/routes.tsx'
import { mountStartSet } from './guide/desk/start/routes.tsx'
import { mountExport } from './guide/exchange/export/routes.ts'
import { mountHsds } from './guide/exchange/hsds/routes.ts'
import { mountImport } from './guide/exchange/import/routes.tsx'

/** The desk of the services guide, behind the guard of /werk, and the guide for other programs. */
export function mountGuideDesk(app: Hono<Env>, house: House): void {
  mountGuideList(app, house)
  mountStartSet(app, house)
  mountOrganisations(app, house)
  mountGuidePlaces(app, house)
  mountProposal(app, house)
  mountServiceForm(app, house)
  mountEntry(app, house)
  mountImport(app, house)
  mountExport(app, house)
  mountHsds(app, house)
}

/** Where an organisation says whether its entry is still right, in one language. */
export const mountStillRight = (app: Hono<Env>, house: House, language: Language): void => mountLink(app, house, language)
