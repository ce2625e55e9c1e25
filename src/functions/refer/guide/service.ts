import type { Translations } from '../../../place/tables.ts'
import type { Level, Way } from './tables.ts'

/** The eight themes of IPDC, the Flemish catalogue of public services, as the guide names them. */
export const guideThemes = [
  'welfare-health',
  'building-housing',
  'economy-work',
  'education',
  'citizen-government',
  'mobility',
  'environment-energy',
  'culture-sport-leisure',
] as const

/** One of the eight themes. */
export type GuideTheme = (typeof guideThemes)[number]

/** Where a service is given; with a site when it is at the stek itself. Degrees, or null when nobody looked them up. */
export type Place = {
  locationId: string
  name: string
  street: string
  postcode: string | null
  town: string
  latitude: number | null
  longitude: number | null
  siteId: string | null
  bus: string
  directions: string
  stepFree: 'yes' | 'partly' | 'no' | 'unknown'
  translations: Translations
}

/** When a service is open: weekday 1 (Monday) to 7, times as '13:00'. */
export type Hours = {
  locationId: string | null
  weekday: number
  opens: string
  closes: string
  byAppointment: boolean
  fromDate: string | null
  untilDate: string | null
  note: string
}

/** What is different for a while, from and until and including these dates; at one of several places, or (null) everywhere. */
export type Notice = {
  locationId: string | null
  kind: 'closure' | 'hours' | 'message'
  fromDate: string
  untilDate: string
  opens: string | null
  closes: string | null
  message: string
}

/** How one gets from a site of the stek to a place, and home again. */
export type Reach = {
  locationId: string
  siteId: string
  byMeans: 'foot' | 'bike' | 'bus' | 'car'
  minutes: number
  weekdays: number[]
  firstThere: string | null
  lastBack: string | null
  note: string
}

/** Who gives a service. */
export type Giver = {
  organisationId: string
  name: string
  website: string | null
  phone: string | null
  email: string | null
  partnerSlug: string | null
  translations: Translations
}

/** A service as visitors see it, with everything that hangs on it. */
export type Service = {
  serviceId: string
  slug: string
  name: string
  what: string
  themes: string[]
  level: Level | null
  languages: string[]
  forWhom: string
  conditions: string
  isFree: boolean | null
  cost: string
  bring: string
  howToReach: string
  askFor: string
  ways: Way[]
  website: string | null
  phone: string | null
  email: string | null
  ipdcUri: string | null
  rightsExplorerUrl: string | null
  socialMapUrl: string | null
  checkedOn: string | null
  checkedBy: 'worker' | 'organisation' | 'source' | null
  source: string
  endedOn: string | null
  translations: Translations
  giver: Giver
  places: Place[]
  hours: Hours[]
  notices: Notice[]
  reach: Reach[]
}

/** A site of the stek, for saying how far something is. */
export type SitePoint = { siteId: string; name: string; latitude: number | null; longitude: number | null }
