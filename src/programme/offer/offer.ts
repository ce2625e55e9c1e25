import type { Translations } from '../../place/tables.ts'

/** What an offer is for; an offer fulfils one or more of the four functions of the model. */
export type FunctionCode = 'meet' | 'learn' | 'refer' | 'politicise'

/** The four functions, in the order of the model. */
export const functionCodes: readonly FunctionCode[] = ['meet', 'learn', 'refer', 'politicise']

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
