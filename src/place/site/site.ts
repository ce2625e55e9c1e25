import type { Translations } from '../tables.ts'

/** A place where a stek happens, with how to get there and how to get in. @source MEET-1 */
export type Site = {
  siteId: string
  slug: string
  name: string
  street: string
  postcode: string | null
  town: string
  directions: string
  bus: string
  bike: string
  parking: string
  stepFree: 'yes' | 'partly' | 'no' | 'unknown'
  toilet: 'adapted' | 'yes' | 'no' | 'unknown'
  translations: Translations
}

/** A room of a site; a slot may need it alone. */
export type Room = { roomId: string; siteId: string; name: string }
