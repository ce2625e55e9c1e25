import type { NewId } from '../../../../../platform/clock/identifiers.ts'
import type { Tx } from '../../../../../platform/database/door.ts'
import { slugOf } from '../../../../../programme/offer/rules.ts'
import { typedText } from '../../../../../ui/fields.tsx'
import type { GuideTables } from '../../tables.ts'
import { type Hours, typedHours } from '../hours/typed-hours.ts'
import { addOrganisation } from '../organisation-form/queries.ts'
import { organisationsOf, type ServiceRow, takenInGuide } from '../queries.ts'
import { hoursAt, type ServiceDraft, serviceColumns } from './form.ts'

type Where = { stekId: string; serviceId: string; newId: NewId }

const guide = (tx: Tx) => tx.withTables<GuideTables>()

/** Adds a service with its places and hours. */
export async function addService(
  tx: Tx,
  where: Where,
  slug: string,
  draft: ServiceDraft,
  typed: Record<string, string | string[]>,
): Promise<void> {
  const { translations, ...columns } = serviceColumns(draft, {})
  const row = { stek_id: where.stekId, service_id: where.serviceId, slug, ...columns, checked_on: null, checked_by: null }
  await guide(tx)
    .insertInto('service')
    .values({ ...row, ended_on: null, imported_from: null, imported_id: null, translations: JSON.stringify(translations) })
    .execute()
  await keepPlacesAndHours(tx, where, draft, typed)
}

/**
 * The organisation of a new service: the chosen one, or the one whose name was typed, which is made when there is none of that name yet.
 */
export async function organisationFor(tx: Tx, { stekId, newId }: Where, draft: ServiceDraft): Promise<string> {
  const name = draft.newOrganisation
  if (name === '') return draft.organisation
  const known = (await organisationsOf(tx, stekId)).find((one) => one.name.toLowerCase() === name.toLowerCase())
  if (known) return known.organisationId
  const organisationId = newId()
  const slug = slugOf(name, await takenInGuide(tx, stekId, 'organisation'), 'organisatie')
  const nothing = { what: '', phone: null, email: null, website: null, kbo_number: null, partner_id: null, translations: '{}' }
  await addOrganisation(tx, stekId, organisationId, slug, { name, ...nothing })
  return organisationId
}

/** Saves a service over what was, with its places and hours; the caller holds the row and has seen that nobody else changed it. */
export async function changeService(
  tx: Tx,
  where: Where,
  row: ServiceRow,
  draft: ServiceDraft,
  typed: Record<string, string | string[]>,
): Promise<void> {
  const { translations, ...columns } = serviceColumns(draft, row.translations)
  await guide(tx)
    .updateTable('service')
    .set({ ...columns, translations: JSON.stringify(translations), revision: row.revision + 1 })
    .where('stek_id', '=', where.stekId)
    .where('service_id', '=', where.serviceId)
    .execute()
  await keepPlacesAndHours(tx, where, draft, typed)
}

async function keepPlacesAndHours(tx: Tx, where: Where, draft: ServiceDraft, typed: Record<string, string | string[]>): Promise<void> {
  const { stekId, serviceId, newId } = where
  const chosen = await knownPlaces(tx, stekId, draft.places)
  if (draft.placeName !== '') {
    const locationId = newId()
    const { placeName: name, placeStreet: street, placePostcode, placeTown: town } = draft
    await guide(tx)
      .insertInto('service_location')
      .values({ stek_id: stekId, location_id: locationId, name, street, postcode: placePostcode || null, town, ...noPoint })
      .execute()
    chosen.push(locationId)
  }
  await guide(tx).deleteFrom('service_hours').where('stek_id', '=', stekId).where('service_id', '=', serviceId).execute()
  await guide(tx)
    .deleteFrom('service_at_location')
    .where('stek_id', '=', stekId)
    .where('service_id', '=', serviceId)
    .$if(chosen.length > 0, (query) => query.where('location_id', 'not in', chosen))
    .execute()
  if (chosen.length > 0)
    await guide(tx)
      .insertInto('service_at_location')
      .values(chosen.map((location_id) => ({ stek_id: stekId, service_id: serviceId, location_id })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  const perPlace = chosen.length > 1 ? chosen.map((locationId) => ({ locationId, text: typedText(typed, hoursAt(locationId)) })) : []
  for (const { locationId, text } of [{ locationId: null, text: draft.hours }, ...perPlace]) {
    const read = typedHours(text)
    if (!('hours' in read) || read.hours.length === 0) continue
    await guide(tx)
      .insertInto('service_hours')
      .values(
        read.hours.map((hours) => ({
          stek_id: stekId,
          hours_id: newId(),
          service_id: serviceId,
          location_id: locationId,
          ...hoursColumns(hours),
        })),
      )
      .execute()
  }
}

/** Puts other hours in the place of all that a service has, at all its places. */
export async function replaceHours(tx: Tx, { stekId, serviceId, newId }: Where, all: readonly Hours[]): Promise<void> {
  await guide(tx).deleteFrom('service_hours').where('stek_id', '=', stekId).where('service_id', '=', serviceId).execute()
  if (all.length === 0) return
  await guide(tx)
    .insertInto('service_hours')
    .values(all.map((hours) => ({ stek_id: stekId, hours_id: newId(), service_id: serviceId, location_id: null, ...hoursColumns(hours) })))
    .execute()
}

/** A place of which only the address is known. */
export const noPoint = {
  ...{ latitude: null, longitude: null, site_id: null, imported_from: null, imported_id: null, translations: '{}' },
}

/** Hours as the columns of their table. */
export const hoursColumns = ({ weekday, opens, closes, byAppointment, fromDate, untilDate, note }: Hours) => ({
  ...{ weekday, opens, closes, by_appointment: byAppointment, from_date: fromDate, until_date: untilDate, note },
})

async function knownPlaces(tx: Tx, stekId: string, asked: readonly string[]): Promise<string[]> {
  if (asked.length === 0) return []
  const rows = await guide(tx)
    .selectFrom('service_location')
    .select('location_id')
    .where('stek_id', '=', stekId)
    .where('location_id', 'in', [...asked])
    .execute()
  return rows.map(({ location_id }) => location_id)
}
