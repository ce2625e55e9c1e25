import { ACCESS } from '../hsds/shape.ts'
import { themeTerms } from '../hsds/themes.ts'
import { type Entity, type StagedHours, sortedHours } from './entity.ts'
import { Collector, plainText } from './fields.ts'

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : [])
const said = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

const DAYS: Readonly<Record<string, number>> = { MO: 1, TU: 2, WE: 3, TH: 4, FR: 5, SA: 6, SU: 7 }
/** A time of HSDS: hours and minutes, perhaps seconds and an offset. `9u` is none. */
const TIME = /^([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?:Z|[+-]\d\d:?\d\d)?$/
const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/
const themeOf = new Map(
  Object.entries(themeTerms).flatMap(([ours, { code, name }]) => [
    [code.toLowerCase(), ours] as const,
    [name.toLowerCase(), ours] as const,
  ]),
)

/** Whether one can get in without a step, as our own export says it. */
const accessOf = new Map(Object.entries(ACCESS).flatMap(([ours, words]) => (words ? [[words.toLowerCase(), ours] as const] : [])))

/** Where a row of a table that became part of something stood; programs that read the object do not see it. */
export const lineInTable: unique symbol = Symbol('line in its table')

const stoodIn = (table: string, object: { readonly [lineInTable]?: number }): Record<string, string | number> =>
  object[lineInTable] === undefined ? {} : { table, line: object[lineInTable] }

/** The hours of schedules; what cannot be read refuses the row, what we cannot hold is noted. */
function hoursIn(schedules: readonly Json[], place: string | null, into: Collector): StagedHours[] {
  const hours: StagedHours[] = []
  for (const schedule of schedules) {
    const { opens_at: opens, closes_at: closes, byday, freq } = schedule
    if (!said(opens) || !said(closes) || !said(byday)) {
      if (Object.keys(schedule).length > 1) into.noted.push({ why: 'hoursLeftOut' })
      continue
    }
    if (freq !== undefined && freq !== 'WEEKLY') {
      into.noted.push({ why: 'hoursLeftOut' })
      continue
    }
    const [from, until] = [TIME.exec(opens.trim()), TIME.exec(closes.trim())]
    const days = byday.split(',').map((day) => DAYS[day.trim().toUpperCase()])
    const stood = stoodIn('schedules', schedule)
    if (!from || !until)
      into.refused.push({
        why: 'time',
        values: { column: from ? 'closes_at' : 'opens_at', value: (from ? closes : opens).slice(0, 40), ...stood },
      })
    else if (days.some((day) => day === undefined))
      into.refused.push({ why: 'weekday', values: { column: 'byday', value: byday.slice(0, 40), ...stood } })
    else {
      const [begin, end] = [`${from[1]}:${from[2]}`, `${until[1]}:${until[2]}`]
      if (end <= begin) into.refused.push({ why: 'order', values: { from: begin, until: end, ...stood } })
      const date = (value: unknown) => (said(value) && DATE.test(value) ? value : null)
      const note = plainText(schedule.notes).replace(/\n/g, ' ')
      for (const weekday of days)
        hours.push({
          ...{ weekday: weekday ?? 0, opens: begin, closes: end, by_appointment: schedule.attending_type === 'appointment' },
          ...{ from_date: date(schedule.valid_from), until_date: date(schedule.valid_to), note: [...note].slice(0, 200).join(''), place },
        })
    }
  }
  return hours
}

/** An organisation of HSDS. */
export function organisationFromHsds(organization: Json): Entity {
  const into = new Collector()
  into.name(organization.name)
  into.text('what', organization.description === organization.name ? undefined : organization.description, 1200)
  into.link('website', organization.website ?? organization.url)
  into.email(organization.email)
  into.phone(list(organization.phones)[0]?.number)
  const kbo = list(organization.organization_identifiers)
    .map(({ identifier }) => plainText(identifier).replace(/\D/g, ''))
    .find((digits) => /^[01]\d{9}$/.test(digits))
  if (kbo) into.data.kbo_number = kbo
  if (said(organization.parent_organization_id)) into.data.part_of = organization.parent_organization_id
  return into.entity('organisation', organization.id)
}

/** A place of HSDS. */
export function placeFromHsds(location: Json): Entity {
  const into = new Collector()
  const [address] = list(location.addresses)
  const name = plainText(location.name) || plainText(address?.address_1) || plainText(address?.city)
  into.name(name)
  if (address) {
    into.text('street', [address.address_1, address.address_2].filter(said).join(', '), 200)
    into.text('town', address.city, 120)
    const postcode = plainText(address.postal_code)
    into.data.postcode = postcode === '' || postcode.length > 12 ? null : postcode
  }
  into.text('bus', location.transportation, 300)
  into.text('directions', location.description, 600)
  const access = list(location.accessibility).map(({ description }) => accessOf.get(plainText(description).toLowerCase()))
  const known = access.find((one) => one !== undefined)
  if (known) into.data.step_free = known
  const [north, east] = [Number(location.latitude ?? Number.NaN), Number(location.longitude ?? Number.NaN)]
  if (Math.abs(north) <= 90 && Math.abs(east) <= 180) {
    into.data.latitude = Math.round(north * 1e5) / 1e5
    into.data.longitude = Math.round(east * 1e5) / 1e5
  }
  return into.entity('location', location.id)
}

/** A service of HSDS with what hangs on it: itself, its organisation and its places, as rows of ours. Names of people are left out. */
export function serviceFromHsds(service: Json): Entity[] {
  const into = new Collector()
  into.name(service.name)
  into.text('what', service.description, 2000)
  into.text('also_called', service.alternate_name, 600)
  into.text('how_to_reach', service.application_process, 600)
  into.text('for_whom', service.eligibility_description, 600)
  into.link('website', service.url)
  into.email(service.email)
  into.phone(list(service.phones)[0]?.number)
  const costs = list(service.cost_options)
  if (costs.length > 0) into.data.is_free = costs.every(({ amount }) => Number(amount) === 0)
  const fees = service.fees_description ?? service.fees
  // That it is free stands in a column of its own: the word alone adds nothing.
  into.text('cost', into.data.is_free === true && /^(?:gratis|free)\.?$/i.test(plainText(fees)) ? '' : fees, 400)
  if (Array.isArray(service.required_documents))
    into.text(
      'bring',
      list(service.required_documents)
        .map(({ document }) => plainText(document))
        .filter(Boolean)
        .join('\n'),
      600,
    )
  if (Array.isArray(service.languages)) {
    const codes = list(service.languages).map(({ code }) => plainText(code).toLowerCase())
    into.data.languages = [...new Set(codes.filter((code) => /^[a-z]{2,3}(-[a-z]{2,8})?$/.test(code)))].slice(0, 40)
  }
  if (Array.isArray(service.attributes)) {
    const terms = list(service.attributes).map(({ taxonomy_term: term }) => (isObject(term) ? term : {}))
    const found = terms.flatMap(
      ({ code, name }) => themeOf.get(plainText(code).toLowerCase()) ?? themeOf.get(plainText(name).toLowerCase()) ?? [],
    )
    if (found.length > 0) into.data.themes = [...new Set(found)]
  }
  const contacts = list(service.contacts)
  into.askFor(contacts.map(({ department, title }) => plainText(department) || plainText(title)).find(Boolean))
  if (contacts.some(({ name }) => said(name))) into.noted.push({ why: 'personLeftOut' })
  if (said(service.assured_date) && DATE.test(service.assured_date)) into.data.checked_on = service.assured_date
  // A list says that a service ended; that it goes on is for the workers here to say.
  if (service.status === 'defunct' || service.status === 'inactive') into.data.ended = true

  const more: Entity[] = []
  const places: string[] = []
  const hours = hoursIn(list(service.schedules), null, into)
  for (const at of list(service.service_at_locations)) {
    const location = isObject(at.location) ? at.location : undefined
    const key = location?.id ?? at.location_id
    if (!said(key)) continue
    if (location) more.push(placeFromHsds(location))
    places.push(key)
    hours.push(...hoursIn(list(at.schedules), key, into))
  }
  if (Array.isArray(service.service_at_locations)) into.data.places = [...new Set(places)].sort()
  if (Array.isArray(service.schedules) || places.length > 0) into.data.hours = sortedHours(hours)
  const organization = isObject(service.organization) ? service.organization : undefined
  if (organization && said(organization.name)) more.push(organisationFromHsds(organization))
  const owner = organization?.id ?? service.organization_id
  if (said(owner)) into.data.organisation = owner
  return [...more, into.entity('service', service.id)]
}

/** Whatever object a list of HSDS holds, as rows of ours: a service, an organisation with or without services. */
export function fromHsds(object: Json): Entity[] {
  const isOrganisation =
    !('status' in object) &&
    !('organization' in object) &&
    !('organization_id' in object) &&
    ('description' in object || 'website' in object || 'services' in object)
  if (!isOrganisation) return serviceFromHsds(object)
  const organisation = organisationFromHsds(object)
  const services = list(object.services).filter(({ name }) => said(name))
  return [organisation, ...services.flatMap((service) => serviceFromHsds({ organization_id: organisation.key, ...service }))]
}
