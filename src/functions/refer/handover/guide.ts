import { sql } from 'kysely'
import { translated } from '../../../place/translated.ts'
import type { Tx } from '../../../platform/database/door.ts'
import type { Language } from '../../../platform/i18n/languages.ts'
import { findServices } from '../guide/search/find.ts'
import type { Place } from './handover.ts'
import type { HandoverTables } from './tables.ts'

/** A service as the form of a handover needs it. */
export type GuideService = {
  serviceId: string
  name: string
  organisation: string
  partnerId: string | null
  askFor: string
  phone: string
  bring: string
  themes: string[]
  places: (Place & { locationId: string })[]
  hours: { weekday: number; opens: string; closes: string; byAppointment: boolean }[]
}

/** A line of the list to choose from. */
export type FoundService = { serviceId: string; name: string; organisation: string }

const services = (tx: Tx, stekId: string, today: string) =>
  tx
    .withTables<HandoverTables>()
    .selectFrom('service')
    .innerJoin('organisation', (join) =>
      join.onRef('organisation.stek_id', '=', 'service.stek_id').onRef('organisation.organisation_id', '=', 'service.organisation_id'),
    )
    .where('service.stek_id', '=', stekId)
    .where((of) => of.or([of('service.ended_on', 'is', null), of('service.ended_on', '>', today)]))

const MOST_FOUND = 10
/** Without words: a few to begin with, so that the slips below stay in view. */
const FIRST_SHOWN = 8

const line = (tx: Tx, stekId: string, today: string) =>
  services(tx, stekId, today).select(['service.service_id as serviceId', 'service.name', 'organisation.name as organisation'])

/** What the search of the guide finds for these words, best first, at most ten. Without words the first eight by name. @source REFER-3 */
export async function servicesFor(tx: Tx, stekId: string, words: string, today: string): Promise<FoundService[]> {
  if (words.trim() === '') return line(tx, stekId, today).orderBy('service.name').orderBy('service.service_id').limit(FIRST_SHOWN).execute()
  const ids = (await findServices(tx, stekId, words)).scored.slice(0, MOST_FOUND).map(({ serviceId }) => serviceId)
  if (ids.length === 0) return []
  const found = await line(tx, stekId, today).where('service.service_id', 'in', ids).execute()
  return found.toSorted((one, other) => ids.indexOf(one.serviceId) - ids.indexOf(other.serviceId))
}

/** Every service that has not stopped, by name: to say to which one somebody was passed on. */
export const allServices = (tx: Tx, stekId: string, today: string): Promise<FoundService[]> =>
  line(tx, stekId, today).orderBy('service.name').limit(500).execute()

/** One service with its places and hours, or undefined when it is not there or has stopped; in a language where somebody translated it. */
export async function serviceFor(
  tx: Tx,
  stekId: string,
  serviceId: string,
  today: string,
  language: Language = 'nl',
): Promise<GuideService | undefined> {
  const service = await services(tx, stekId, today)
    .select([
      'service.service_id as serviceId',
      'service.name',
      'organisation.name as organisation',
      'organisation.partner_id as partnerId',
      'service.ask_for as askFor',
      sql<string>`coalesce(service.phone, organisation.phone, '')`.as('phone'),
      'service.bring',
      'service.themes',
      'service.translations',
    ])
    .where('service.service_id', '=', serviceId)
    .executeTakeFirst()
  if (!service) return undefined
  const places = await tx
    .withTables<HandoverTables>()
    .selectFrom('service_at_location as at')
    .innerJoin('service_location as place', (join) =>
      join.onRef('place.stek_id', '=', 'at.stek_id').onRef('place.location_id', '=', 'at.location_id'),
    )
    .select(['place.location_id as locationId', 'place.name', 'place.street', 'place.town', 'place.translations'])
    .where('at.stek_id', '=', stekId)
    .where('at.service_id', '=', serviceId)
    .orderBy('place.name')
    .execute()
  const hours = await tx
    .withTables<HandoverTables>()
    .selectFrom('service_hours')
    .select(['weekday', 'opens', 'closes', 'by_appointment as byAppointment'])
    .where('stek_id', '=', stekId)
    .where('service_id', '=', serviceId)
    .where((of) => of.or([of('until_date', 'is', null), of('until_date', '>=', today)]))
    .orderBy('weekday')
    .orderBy('opens')
    .execute()
  const placesInWords = places.map((place) => ({ ...place, name: translated(place, language, 'name').name }))
  return { ...translated(service, language, 'name'), places: placesInWords, hours }
}
