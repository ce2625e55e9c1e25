import type { WholeService } from '../../desk/queries.ts'
import { languageName } from '../../desk/service-form/views.tsx'
import type { Address, AtLocation, Organization, Phone, Place, Schedule, Service, ServiceLine } from './form.ts'
import { idOfPart } from './identity.ts'
import { themeAttribute } from './themes.ts'

/** A service with everything that hangs on it, and when any of that last changed. */
export type DatedService = WholeService & { changedAt?: Temporal.Instant | undefined }

const DAYS = ['', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
/** A notice is told so many days ahead. */
const AHEAD_IN_DAYS = 10

const known = <Shape extends object>(shape: Shape): Shape =>
  Object.fromEntries(
    Object.entries(shape).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)),
  ) as Shape

const asUrl = (text: string | null): string | undefined => (text && URL.canParse(text) && !/[\s<>"{}|\\^`]/.test(text) ? text : undefined)
const asEmail = (text: string | null): string | undefined =>
  text && /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text) ? text : undefined
const phones = (owner: string, number: string | null): Phone[] =>
  number ? [{ id: idOfPart(owner, 'phone', number), number, type: 'voice' }] : []

/** The province of a Belgian postcode; '' when there is none. @source bpost */
export function provinceOf(postcode: string): string {
  const code = /^\d{4}$/.test(postcode) ? Number(postcode) : 0
  const ranges: readonly [number, number, string][] = [
    [1000, 1299, 'Brussel'],
    [1300, 1499, 'Waals-Brabant'],
    [1500, 1999, 'Vlaams-Brabant'],
    [2000, 2999, 'Antwerpen'],
    [3000, 3499, 'Vlaams-Brabant'],
    [3500, 3999, 'Limburg'],
    [4000, 4999, 'Luik'],
    [5000, 5999, 'Namen'],
    [6000, 6599, 'Henegouwen'],
    [6600, 6999, 'Luxemburg'],
    [7000, 7999, 'Henegouwen'],
    [8000, 8999, 'West-Vlaanderen'],
    [9000, 9999, 'Oost-Vlaanderen'],
  ]
  return ranges.find(([from, until]) => code >= from && code <= until)?.[2] ?? ''
}

const schedule = (serviceId: string, hours: WholeService['hours'][number]): Schedule =>
  known({
    id: idOfPart(serviceId, 'hours', hours.locationId ?? '', String(hours.weekday), hours.opens, hours.closes, hours.fromDate ?? ''),
    freq: 'WEEKLY',
    interval: 1,
    wkst: 'MO',
    byday: DAYS[hours.weekday] ?? '',
    opens_at: hours.opens.slice(0, 5),
    closes_at: hours.closes.slice(0, 5),
    valid_from: hours.fromDate ?? undefined,
    valid_to: hours.untilDate ?? undefined,
    attending_type: hours.byAppointment ? 'appointment' : undefined,
    notes: hours.note,
  })

/** Whether one can get in without a step, in the words of the export. */
export const ACCESS = { yes: 'Step-free', partly: 'Partly step-free', no: 'Not step-free', unknown: undefined } as const

function placeOf(place: WholeService['places'][number]): Place {
  const { location_id: id, street, town, postcode } = place
  const address: Address[] =
    street !== '' || town !== ''
      ? [
          {
            id: idOfPart(id, 'address'),
            address_1: street,
            city: town,
            state_province: provinceOf(postcode ?? ''),
            postal_code: postcode ?? '',
            country: 'BE',
            address_type: 'physical',
          },
        ]
      : []
  const access = ACCESS[place.step_free]
  return known({
    id,
    location_type: 'physical',
    name: place.name,
    description: place.directions,
    transportation: place.bus,
    latitude: place.latitude === null ? undefined : Number(place.latitude),
    longitude: place.longitude === null ? undefined : Number(place.longitude),
    addresses: address,
    accessibility: access ? [{ id: idOfPart(id, 'accessibility'), description: access }] : [],
  })
}

/** An organisation for other programs. */
export const organizationOf = (row: WholeService['organisation']): Organization =>
  known({
    id: row.organisation_id,
    name: row.name,
    description: row.what || row.name,
    email: asEmail(row.email),
    website: asUrl(row.website),
    parent_organization_id: row.part_of_id ?? undefined,
    phones: phones(row.organisation_id, row.phone),
    organization_identifiers: row.kbo_number
      ? [{ id: idOfPart(row.organisation_id, 'kbo'), identifier_scheme: 'BE-BCE_KBO', identifier_type: 'KBO', identifier: row.kbo_number }]
      : [],
  })

/** A service for other programs, with only what it has one of. `today` decides which notices are told. */
export function lineOf({ row, notices, changedAt }: Pick<DatedService, 'row' | 'notices' | 'changedAt'>, today: string): ServiceLine {
  const ahead = Temporal.PlainDate.from(today).add({ days: AHEAD_IN_DAYS }).toString()
  const told = notices.filter(({ from_date, until_date }) => until_date >= today && from_date <= ahead)
  const shut = notices.some(
    (one) => one.kind === 'closure' && one.location_id === null && one.from_date <= today && one.until_date >= today,
  )
  const words = { closure: 'Closed', hours: 'Other hours', message: '' } as const
  return known({
    id: row.service_id,
    organization_id: row.organisation_id,
    name: row.name,
    status: row.ended_on ? 'inactive' : shut ? 'temporarily closed' : 'active',
    description: row.what,
    url: asUrl(row.website),
    email: asEmail(row.email),
    application_process: row.how_to_reach,
    fees_description: row.is_free && row.cost === '' ? 'Gratis' : row.cost,
    eligibility_description: [row.for_whom, row.conditions].filter(Boolean).join('\n'),
    assured_date: row.checked_on ?? undefined,
    last_modified: changedAt?.toString({ smallestUnit: 'millisecond' }),
    alert: told
      .map(({ kind, from_date, until_date, opens, closes, message }) =>
        [`${from_date}/${until_date}`, words[kind], opens && closes ? `${opens.slice(0, 5)}-${closes.slice(0, 5)}` : '', message]
          .filter(Boolean)
          .join(' '),
      )
      .join('\n'),
  })
}

/** A service given at one of its places, with the hours there. */
export const atLocationOf = (service: WholeService, place: WholeService['places'][number]): AtLocation =>
  known({
    id: idOfPart(service.row.service_id, 'at', place.location_id),
    schedules: service.hours
      .filter(({ locationId }) => locationId === place.location_id)
      .map((hours) => schedule(service.row.service_id, hours)),
    location: placeOf(place),
  })

/** A service for other programs, with everything that hangs on it. Nobody is named: contacts are desks. @source REFER-3, HSDS 3.0 */
export function serviceOf(service: DatedService, today: string): Service {
  const { row, hours, places } = service
  const id = row.service_id
  return known({
    ...lineOf(service, today),
    phones: phones(id, row.phone),
    schedules: hours.filter(({ locationId }) => locationId === null).map((one) => schedule(id, one)),
    languages: row.languages.map((code) => ({ id: idOfPart(id, 'language', code), name: languageName(code), code })),
    organization: organizationOf(service.organisation),
    cost_options: row.is_free ? [known({ id: idOfPart(id, 'cost'), option: row.cost, amount: 0, currency: 'EUR' as const })] : [],
    required_documents: row.bring === '' ? [] : [{ id: idOfPart(id, 'bring'), document: row.bring }],
    contacts: row.ask_for === '' ? [] : [{ id: idOfPart(id, 'ask-for'), department: row.ask_for }],
    service_at_locations: places.map((place) => atLocationOf(service, place)),
    attributes: row.themes.flatMap((theme) => themeAttribute(id, theme)),
  })
}
