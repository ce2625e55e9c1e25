import { sql } from 'kysely'
import { translated } from '../../../place/translated.ts'
import type { Tx } from '../../../platform/database/door.ts'
import type { Language } from '../../../platform/i18n/languages.ts'
import { asDutch } from '../../../ui/dutch.ts'
import { findServices } from '../guide/search/find.ts'
import type { Handover, Place } from './handover.ts'
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
/** Without words: the desks that help with any question, as the guide shows them when it found nothing; few, so that the slips below stay in view. */
const ANY_QUESTION = 'weet niet waar naartoe'
const FIRST_SHOWN = 3

const line = (tx: Tx, stekId: string, today: string) =>
  services(tx, stekId, today).select(['service.service_id as serviceId', 'service.name', 'organisation.name as organisation'])

/**
 * What the search of the guide finds for these words, best first, and after it what holds them in its name or organisation, also in the middle
 * of a word, as somebody types who knows the name; at most ten. Without words the broad desks, or the first by name. @source REFER-3
 */
export async function servicesFor(tx: Tx, stekId: string, words: string, today: string): Promise<FoundService[]> {
  const typed = words.trim()
  const { scored } = await findServices(tx, stekId, typed || ANY_QUESTION)
  const ids = scored.slice(0, typed ? MOST_FOUND : FIRST_SHOWN).map(({ serviceId }) => serviceId)
  const found = ids.length === 0 ? [] : await line(tx, stekId, today).where('service.service_id', 'in', ids).execute()
  const best = found.toSorted((one, other) => ids.indexOf(one.serviceId) - ids.indexOf(other.serviceId))
  if (!typed && best.length > 0) return best
  const part = `%${typed.replace(/[\\%_]/g, '\\$&')}%`
  const named = await line(tx, stekId, today)
    .where((of) => of.or([of('service.name', 'ilike', part), of('organisation.name', 'ilike', part)]))
    .orderBy('service.name')
    .orderBy('service.service_id')
    .limit(typed ? MOST_FOUND : FIRST_SHOWN)
    .execute()
  return [...best, ...named.filter(({ serviceId }) => !ids.includes(serviceId))].slice(0, MOST_FOUND)
}

/** As many as fit on a page that loads at once on a bad line. */
const MOST_TO_PASS_ON_TO = 150

/** To which services somebody may have been passed on, by name: all but the one of the slip, or those about the same theme first where there are too many. */
export async function servicesToPassOnTo(
  tx: Tx,
  stekId: string,
  { theme, service }: Pick<Handover, 'theme' | 'service'>,
  today: string,
): Promise<FoundService[]> {
  const found = await line(tx, stekId, today)
    .where('service.service_id', 'is distinct from', service?.serviceId ?? null)
    .orderBy(sql<boolean>`${theme} = any (service.themes)`, 'desc')
    .orderBy('service.name')
    .orderBy('service.service_id')
    .limit(MOST_TO_PASS_ON_TO)
    .execute()
  return found.toSorted((one, other) => one.name.localeCompare(other.name, 'nl'))
}

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
  const placesInWords = places.map((place) => ({
    ...place,
    name: translated(place, language, 'name', ['name']).name,
    street: asDutch(language, place.street),
    town: asDutch(language, place.town),
  }))
  return { ...translated(service, language, 'name', ['name', 'organisation', 'askFor', 'bring']), places: placesInWords, hours }
}
