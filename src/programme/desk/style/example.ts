import type { BoardInWords } from '../../board/board.ts'
import type { ShownMoment } from '../../board/shown.ts'
import type { Moment } from '../../moments/moment.ts'

type Offer = BoardInWords['offers'][number]
type Site = BoardInWords['sites'][number]

const site: Site = {
  siteId: 'site',
  slug: 'plek',
  name: 'Kantine',
  street: '',
  postcode: null,
  town: '',
  directions: '',
  bus: '',
  bike: '',
  parking: '',
  stepFree: 'yes',
  toilet: 'yes',
  written: 'nl',
}

const offer = (title: string, whoYouMeet: string, of: Pick<Offer, 'functions' | 'pictogram'>): Offer => ({
  offerId: title,
  partnerId: 'partner',
  siteId: site.siteId,
  slug: 'voorbeeld',
  title,
  summary: '',
  description: '',
  themes: [],
  audience: 'everyone',
  priceInCents: 0,
  pays: 'amount',
  costCarrierId: null,
  takingPart: 'walk-in',
  spokenLanguages: ['nl'],
  whoYouMeet,
  professionalsOnly: false,
  confidential: of.functions[0] === 'refer',
  confirmEveryDays: 90,
  confirmedAt: null,
  endedOn: null,
  revision: 1,
  written: 'nl',
  ...of,
})

/** A moment of today from 13 to 16 o'clock in one of the states a visitor can meet it in; only for showing how it looks. */
export function exampleMoment(
  title: string,
  who: string,
  today: string,
  of: Pick<Offer, 'functions' | 'pictogram'> & { state: ShownMoment['state']; off?: boolean },
): ShownMoment {
  const startsAt = Temporal.PlainDate.from(today).toZonedDateTime({ timeZone: 'UTC', plainTime: '13:00' }).toInstant()
  const moment: Moment = {
    slotId: 'slot',
    offerId: title,
    siteId: site.siteId,
    roomId: null,
    date: today,
    plannedDate: today,
    startTime: '13:00',
    endTime: '16:00',
    plannedStartTime: '13:00',
    plannedEndTime: '16:00',
    plannedSiteId: site.siteId,
    plannedRoomId: null,
    startsAt,
    endsAt: startsAt.add({ hours: 3 }),
    cancellation: of.off ? { because: 'worker', reason: '' } : null,
    changes: [],
    reason: '',
  }
  return {
    moment,
    offer: offer(title, who, of),
    site,
    state: of.state,
    outing: undefined,
    nextDate: of.off ? today : undefined,
    movedTo: undefined,
  }
}
