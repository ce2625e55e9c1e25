import type { Translations } from '../tables.ts'

/** An organisation that makes a part of the stek: who it is, what it does here, how to reach it. @source ACCESSIBLE-3 */
export type Partner = {
  partnerId: string
  slug: string
  name: string
  what: string
  howToReach: string
  website: string | null
  phone: string | null
  email: string | null
  pictogram: string
  translations: Translations
}
