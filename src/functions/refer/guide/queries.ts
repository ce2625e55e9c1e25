import type { PlaceTables } from '../../../place/tables.ts'
import type { Tx } from '../../../platform/database/door.ts'
import type { ProgrammeTables } from '../../../programme/tables.ts'
import type { Hours, Notice, Place, Reach, Service, SitePoint } from './service.ts'
import type { GuideTables } from './tables.ts'

type Tables = GuideTables &
  Pick<PlaceTables, 'partner'> & { site: PlaceTables['site'] & { latitude: string | null; longitude: string | null } }

const degrees = (written: string | null): number | null => (written === null ? null : Number(written))
const grouped = <Row extends { serviceId: string }>(rows: readonly Row[]): Map<string, Row[]> =>
  Map.groupBy(rows, ({ serviceId }) => serviceId)

/** These services with everything that hangs on them, in the order of the ids; notices from `today` on. Ids that are not in the stek are left out. */
export async function servicesById(tx: Tx, stekId: string, ids: readonly string[], today: string): Promise<Service[]> {
  if (ids.length === 0) return []
  const t = tx.withTables<Tables>()
  const rows = await t
    .selectFrom('service as s')
    .innerJoin('organisation as o', (join) =>
      join.onRef('o.stek_id', '=', 's.stek_id').onRef('o.organisation_id', '=', 's.organisation_id'),
    )
    .leftJoin('partner as p', (join) => join.onRef('p.stek_id', '=', 'o.stek_id').onRef('p.partner_id', '=', 'o.partner_id'))
    .select([
      's.service_id as serviceId',
      's.slug',
      's.name',
      's.what',
      's.themes',
      's.level',
      's.languages',
      's.for_whom as forWhom',
      's.conditions',
    ])
    .select([
      's.is_free as isFree',
      's.cost',
      's.bring',
      's.how_to_reach as howToReach',
      's.ask_for as askFor',
      's.ways',
      's.website',
      's.phone',
      's.email',
    ])
    .select([
      's.ipdc_uri as ipdcUri',
      's.rights_explorer_url as rightsExplorerUrl',
      's.social_map_url as socialMapUrl',
      's.checked_on as checkedOn',
    ])
    .select([
      's.checked_by as checkedBy',
      's.source',
      's.ended_on as endedOn',
      's.translations',
      'o.organisation_id as organisationId',
      'o.name as giverName',
    ])
    .select([
      'o.website as giverWebsite',
      'o.phone as giverPhone',
      'o.email as giverEmail',
      'o.translations as giverTranslations',
      'p.slug as partnerSlug',
    ])
    .where('s.stek_id', '=', stekId)
    .where('s.service_id', 'in', [...ids])
    .execute()
  const places = grouped(await placesOf(tx, stekId, ids))
  const closures = await closuresOfSites(tx, stekId, [...places.values()].flat(), today)
  const hours = grouped(await hoursOf(tx, stekId, ids))
  const notices = grouped(await noticesOf(tx, stekId, ids, today))
  const reach = grouped(await reachOf(tx, stekId, ids))
  const order = new Map(ids.map((id, at) => [id, at]))
  return rows
    .map(({ organisationId, giverName, giverWebsite, giverPhone, giverEmail, giverTranslations, partnerSlug, ...row }) => ({
      ...row,
      giver: {
        organisationId,
        name: giverName,
        website: giverWebsite,
        phone: giverPhone,
        email: giverEmail,
        partnerSlug,
        translations: giverTranslations,
      },
      places: places.get(row.serviceId) ?? [],
      hours: hours.get(row.serviceId) ?? [],
      notices: noticesAt(places.get(row.serviceId) ?? [], notices.get(row.serviceId) ?? [], closures),
      reach: reach.get(row.serviceId) ?? [],
    }))
    .toSorted((one, other) => (order.get(one.serviceId) ?? 0) - (order.get(other.serviceId) ?? 0))
}

/** The id of the service at this address of the guide, or undefined. */
export async function serviceIdBySlug(tx: Tx, stekId: string, slug: string): Promise<string | undefined> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('service')
    .select('service_id')
    .where('stek_id', '=', stekId)
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row?.service_id
}

/** The ids of the services that a partner of the stek gives, by name. */
export async function serviceIdsOfPartner(tx: Tx, stekId: string, partnerSlug: string): Promise<string[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('service as s')
    .innerJoin('organisation as o', (join) =>
      join.onRef('o.stek_id', '=', 's.stek_id').onRef('o.organisation_id', '=', 's.organisation_id'),
    )
    .innerJoin('partner as p', (join) => join.onRef('p.stek_id', '=', 'o.stek_id').onRef('p.partner_id', '=', 'o.partner_id'))
    .select('s.service_id as serviceId')
    .where('s.stek_id', '=', stekId)
    .where('p.slug', '=', partnerSlug)
    .orderBy('s.name')
    .limit(200)
    .execute()
  return rows.map(({ serviceId }) => serviceId)
}

/** The sites of a stek with where they are. */
export async function sitePoints(tx: Tx, stekId: string): Promise<SitePoint[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('site')
    .select(['site_id as siteId', 'name', 'latitude', 'longitude'])
    .where('stek_id', '=', stekId)
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ ...row, latitude: degrees(row.latitude), longitude: degrees(row.longitude) }))
}

const placesOf = async (tx: Tx, stekId: string, ids: readonly string[]): Promise<(Place & { serviceId: string })[]> => {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('service_at_location as a')
    .innerJoin('service_location as l', (join) => join.onRef('l.stek_id', '=', 'a.stek_id').onRef('l.location_id', '=', 'a.location_id'))
    .select([
      'a.service_id as serviceId',
      'l.location_id as locationId',
      'l.name',
      'l.street',
      'l.postcode',
      'l.town',
      'l.latitude',
      'l.longitude',
    ])
    .select(['l.site_id as siteId', 'l.bus', 'l.directions', 'l.step_free as stepFree', 'l.translations'])
    .where('a.stek_id', '=', stekId)
    .where('a.service_id', 'in', [...ids])
    .orderBy('l.name')
    .execute()
  return rows.map((row) => ({ ...row, latitude: degrees(row.latitude), longitude: degrees(row.longitude) }))
}

const hoursOf = (tx: Tx, stekId: string, ids: readonly string[]): Promise<(Hours & { serviceId: string })[]> =>
  tx
    .withTables<Tables>()
    .selectFrom('service_hours')
    .select(['service_id as serviceId', 'location_id as locationId', 'weekday', 'opens', 'closes', 'by_appointment as byAppointment'])
    .select(['from_date as fromDate', 'until_date as untilDate', 'note'])
    .where('stek_id', '=', stekId)
    .where('service_id', 'in', [...ids])
    .orderBy('weekday')
    .orderBy('opens')
    .execute()

const noticesOf = (tx: Tx, stekId: string, ids: readonly string[], today: string): Promise<(Notice & { serviceId: string })[]> =>
  tx
    .withTables<Tables>()
    .selectFrom('service_notice')
    .select(['service_id as serviceId', 'location_id as locationId', 'kind', 'from_date as fromDate', 'until_date as untilDate'])
    .select(['opens', 'closes', 'message'])
    .where('stek_id', '=', stekId)
    .where('service_id', 'in', [...ids])
    .where('until_date', '>=', today)
    .orderBy('from_date')
    .execute()

type SiteClosure = { siteId: string; fromDate: string; untilDate: string; reason: string }

/** When the sites of the stek among these places are closed, from `today` on. */
async function closuresOfSites(tx: Tx, stekId: string, places: readonly Place[], today: string): Promise<SiteClosure[]> {
  const sites = [...new Set(places.flatMap(({ siteId }) => siteId ?? []))]
  if (sites.length === 0) return []
  return tx
    .withTables<Pick<ProgrammeTables, 'closure'>>()
    .selectFrom('closure')
    .select(['site_id as siteId', 'from_date as fromDate', 'until_date as untilDate', 'reason'])
    .where('stek_id', '=', stekId)
    .where('site_id', 'in', sites)
    .where('until_date', '>=', today)
    .orderBy('from_date')
    .execute()
}

/** The notices of a service, with the closures of the sites it is given at; what is about its only place is about all of it. */
const noticesAt = (places: readonly Place[], notices: readonly Notice[], closures: readonly SiteClosure[]): Notice[] =>
  [
    ...notices,
    ...closures.flatMap(({ siteId, reason, ...dates }) =>
      places
        .filter((place) => place.siteId === siteId)
        .map(({ locationId }): Notice => ({ ...dates, locationId, kind: 'closure', opens: null, closes: null, message: reason })),
    ),
  ].map((notice) => (places.length > 1 ? notice : { ...notice, locationId: null }))

const reachOf = (tx: Tx, stekId: string, ids: readonly string[]): Promise<(Reach & { serviceId: string })[]> =>
  tx
    .withTables<Tables>()
    .selectFrom('service_reach as r')
    .innerJoin('service_at_location as a', (join) => join.onRef('a.stek_id', '=', 'r.stek_id').onRef('a.location_id', '=', 'r.location_id'))
    .select([
      'a.service_id as serviceId',
      'r.location_id as locationId',
      'r.site_id as siteId',
      'r.by_means as byMeans',
      'r.minutes',
      'r.weekdays',
    ])
    .select(['r.first_there as firstThere', 'r.last_back as lastBack', 'r.note'])
    .where('r.stek_id', '=', stekId)
    .where('a.service_id', 'in', [...ids])
    .orderBy('r.minutes')
    .execute()
