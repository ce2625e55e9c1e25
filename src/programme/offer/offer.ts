import { functions } from '../../model/functions.ts'
import type { FunctionCode } from '../../model/item.ts'
import type { Translations } from '../../place/tables.ts'

export type { FunctionCode } from '../../model/item.ts'

/** The four functions an offer can fulfil, in the order of the model. */
export const functionCodes: readonly FunctionCode[] = functions.map(({ code }) => code)

/** The pictogram of each function, the same everywhere, on paper too. */
export const functionPictograms: Record<FunctionCode, string> = {
  meet: 'coffee',
  learn: 'bulb',
  refer: 'directions',
  politicise: 'speakerphone',
}

/** Something a partner does at a site: the same every time, whenever its slots say. */
export type Offer = {
  offerId: string
  partnerId: string
  siteId: string
  slug: string
  title: string
  summary: string
  description: string
  functions: FunctionCode[]
  themes: string[]
  audience: string
  /** What a visitor pays; for learning always 0. @source LEARN-5, MEET-5 */
  priceInCents: number
  /** How the price is said: an amount (0 is free), or what somebody buys in a shop. Never a tariff per person. @source MEET-5 */
  pays: 'amount' | 'what-you-buy'
  costCarrierId: string | null
  takingPart: 'walk-in' | 'sign-up'
  spokenLanguages: string[]
  pictogram: string
  whoYouMeet: string
  professionalsOnly: boolean
  confidential: boolean
  confirmEveryDays: number
  confirmedAt: Temporal.Instant | null
  /** The last day on which it still exists; null while it goes on. */
  endedOn: string | null
  revision: number
  translations: Translations
}

/** What offers can be about: the eight themes of IPDC, the Flemish catalogue of public services. @source MEET-4 */
export const themes = [
  'citizen-government',
  'culture-sport-leisure',
  'economy-work',
  'environment-energy',
  'mobility',
  'education',
  'welfare-health',
  'building-housing',
] as const

/** For whom an offer is in the first place; everybody stays welcome. @source MEET-4 */
export const audiences = ['everyone', 'families', 'young-people', 'older-people', 'newcomers', 'jobseekers'] as const
