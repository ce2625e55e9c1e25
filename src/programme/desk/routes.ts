import type { Hono } from 'hono'
import type { Env, House } from '../../platform/http/house.ts'
import { mountHosts } from '../hosts/routes.tsx'
import { mountClosures } from './closure/routes.tsx'
import { mountPrinted } from './cockpit/printed.ts'
import { mountCockpit } from './cockpit/routes.tsx'
import type { WaitingAt } from './cockpit/waiting.tsx'
import { mountConfirm } from './confirm/routes.ts'
import { mountCancelMoment } from './moment-change/cancel.tsx'
import { mountChangeMoment } from './moment-change/change.tsx'
import { mountChangeOffer } from './offer-form/change.tsx'
import { mountEndOffer } from './offer-form/end.tsx'
import { mountOfferList } from './offer-form/list.tsx'
import { mountNewOffer } from './offer-form/new.tsx'
import { mountSites } from './sites/routes.ts'
import { mountEndSlot } from './slot-form/end.tsx'
import { mountSlotForm } from './slot-form/routes.tsx'
import { mountStyle } from './style/routes.tsx'
import { mountUndo } from './undo/routes.tsx'
import { mountDeskWeek } from './week/routes.tsx'

/** The staff desk of the programme, to be mounted behind the guard of /werk (`guardWork`) and the bar (`linkDesks`). */
export function mountDesk(app: Hono<Env>, house: House, waitingAt: readonly WaitingAt[]): void {
  mountCockpit(app, house, waitingAt)
  mountDeskWeek(app, house)
  mountHosts(app, house)
  mountCancelMoment(app, house)
  mountChangeMoment(app, house)
  mountOfferList(app, house)
  mountNewOffer(app, house)
  mountEndOffer(app, house)
  mountChangeOffer(app, house)
  mountEndSlot(app, house)
  mountSlotForm(app, house)
  mountClosures(app, house)
  mountConfirm(app, house)
  mountPrinted(app, house)
  mountSites(app, house)
  mountUndo(app, house)
  mountStyle(app, house)
}
