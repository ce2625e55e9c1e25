import type { Translations } from '../tables.ts'

/** One de STEK: a meeting place of a partnership in a municipality. */
export type Stek = {
  stekId: string
  slug: string
  name: string
  municipality: string
  nisCode: string | null
  welcome: string
  phone: string | null
  /** Above this price the form asks who carries the rest. @source MEET-5 */
  priceLimitInCents: number
  networkName: string
  translations: Translations
}
