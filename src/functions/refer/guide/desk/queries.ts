import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../../../platform/database/door.ts'
import type { Known } from '../../freshness/score.ts'
import type { GuideTables } from '../tables.ts'
import type { Hours } from './hours/typed-hours.ts'

/** A service as it lies in its table. */
export type ServiceRow = Selectable<GuideTables['service']>
/** An organisation as it lies in its table. */
export type OrganisationRow = Selectable<GuideTables['organisation']>
/** A place as it lies in its table. */
export type PlaceRow = Selectable<GuideTables['service_location']>
/** A notice as it lies in its table. */
export type NoticeRow = Selectable<GuideTables['service_notice']>

/** A line of the list of the desk. */
export type Entry = Known & {
  serviceId: string
  slug: string
  name: string
  organisation: string
  partnerId: string | null
  email: string | null
  endedOn: string | null
  checkedBy: string | null
}

const guide = (tx: Tx) => tx.withTables<GuideTables>()

/** Every service of a stek with what its score is made of; only those of one partner's organisations when it is given. */
export async function entriesOf(tx: Tx, stekId: string, only: { partnerId?: string | undefined; ended?: boolean } = {}): Promise<Entry[]> {
  const rows = await guide(tx)
    .selectFrom('service as s')
    .innerJoin('organisation as o', (join) =>
      join.onRef('o.stek_id', '=', 's.stek_id').onRef('o.organisation_id', '=', 's.organisation_id'),
    )
    .select([
      's.service_id as serviceId',
      's.slug',
      's.name',
      'o.name as organisation',
      'o.partner_id as partnerId',
      sql<string | null>`coalesce(s.email, o.email)`.as('email'),
      's.ended_on as endedOn',
      's.checked_on as checkedOn',
      's.checked_by as checkedBy',
      's.check_every_months as checkEveryMonths',
      sql<boolean>`coalesce(s.phone, o.phone, '') <> ''`.as('hasPhone'),
      sql<boolean>`coalesce(s.email, o.email, s.website, o.website, '') <> ''`.as('hasOther'),
      sql<boolean>`s.what <> ''`.as('what'),
      's.ways',
      sql<number>`cardinality(s.languages)`.as('languages'),
      's.is_free as isFree',
      sql<boolean>`s.cost <> ''`.as('cost'),
      sql<boolean>`s.for_whom <> ''`.as('forWhom'),
      sql<number>`(select count(*)::int from service_hours h where h.stek_id = s.stek_id and h.service_id = s.service_id)`.as('hours'),
      sql<number>`(select count(*)::int from service_at_location l where l.stek_id = s.stek_id and l.service_id = s.service_id)`.as(
        'places',
      ),
    ])
    .where('s.stek_id', '=', stekId)
    .where('s.ended_on', only.ended ? 'is not' : 'is', null)
    .$if(only.partnerId !== undefined, (query) => query.where('o.partner_id', '=', only.partnerId ?? ''))
    .orderBy('s.name')
    .execute()
  return rows.map(({ hasPhone, hasOther, ...row }) => ({ ...row, contact: { phone: hasPhone, otherwise: hasOther } }))
}

/** A service with everything that hangs on it. */
export type WholeService = {
  row: ServiceRow
  organisation: OrganisationRow
  places: readonly PlaceRow[]
  hours: readonly (Hours & { locationId: string | null })[]
  notices: readonly NoticeRow[]
}

/** Services with everything that hangs on them, in the order of the ids; read in five queries, however many there are. `hold` keeps others from saving them meanwhile. */
export async function wholeServices(tx: Tx, stekId: string, ids: readonly string[], hold = false): Promise<WholeService[]> {
  if (ids.length === 0) return []
  const of = [...ids]
  const rows = await guide(tx)
    .selectFrom('service')
    .selectAll()
    .where('stek_id', '=', stekId)
    .where('service_id', 'in', of)
    .$if(hold, (query) => query.forUpdate())
    .execute()
  // None of them is of this stek.
  if (rows.length === 0) return []
  const organisations = await guide(tx)
    .selectFrom('organisation')
    .selectAll()
    .where('stek_id', '=', stekId)
    .where('organisation_id', 'in', [...new Set(rows.map(({ organisation_id }) => organisation_id))])
    .execute()
  const places = await guide(tx)
    .selectFrom('service_location as l')
    .innerJoin('service_at_location as a', (join) => join.onRef('a.stek_id', '=', 'l.stek_id').onRef('a.location_id', '=', 'l.location_id'))
    .selectAll('l')
    .select('a.service_id')
    .where('a.stek_id', '=', stekId)
    .where('a.service_id', 'in', of)
    .orderBy('l.name')
    .orderBy('l.location_id')
    .execute()
  const hours = await guide(tx)
    .selectFrom('service_hours')
    .select(['service_id', 'location_id as locationId', 'weekday', 'opens', 'closes', 'by_appointment as byAppointment'])
    .select(['from_date as fromDate', 'until_date as untilDate', 'note'])
    .where('stek_id', '=', stekId)
    .where('service_id', 'in', of)
    .orderBy('weekday')
    .orderBy('opens')
    .execute()
  const notices = await guide(tx)
    .selectFrom('service_notice')
    .selectAll()
    .where('stek_id', '=', stekId)
    .where('service_id', 'in', of)
    .orderBy('from_date')
    .execute()
  const byId = new Map(rows.map((row) => [row.service_id, row]))
  const organisationOf = new Map(organisations.map((one) => [one.organisation_id, one]))
  const grouped = <Row extends { service_id: string }>(all: readonly Row[]) => Map.groupBy(all, ({ service_id }) => service_id)
  const [placesOf, hoursOf, noticesOf] = [grouped(places), grouped(hours), grouped(notices)]
  return ids.flatMap((id) => {
    const row = byId.get(id)
    const organisation = row && organisationOf.get(row.organisation_id)
    if (!row || !organisation) return []
    return [
      {
        row,
        organisation,
        places: (placesOf.get(id) ?? []) as PlaceRow[],
        hours: hoursOf.get(id) ?? [],
        notices: (noticesOf.get(id) ?? []) as NoticeRow[],
      },
    ]
  })
}

/** One service with its organisation, places, hours and notices; undefined when this stek has none such. `hold` keeps others from saving it meanwhile. */
export const wholeService = async (tx: Tx, stekId: string, serviceId: string, hold = false): Promise<WholeService | undefined> =>
  (await wholeServices(tx, stekId, [serviceId], hold))[0]

/** One organisation, or undefined when this stek has none such. */
export const organisationRow = (tx: Tx, stekId: string, id: string, hold = false): Promise<OrganisationRow | undefined> =>
  guide(tx)
    .selectFrom('organisation')
    .selectAll()
    .where('stek_id', '=', stekId)
    .where('organisation_id', '=', id)
    .$if(hold, (query) => query.forUpdate())
    .executeTakeFirst()

/** An organisation in a list. */
export type ListedOrganisation = {
  organisationId: string
  name: string
  partnerId: string | null
  services: number
  email: string | null
  phone: string | null
}

/** The organisations of a stek by name, with how many services each has; only those of one partner when it is given. */
export const organisationsOf = (tx: Tx, stekId: string, partnerId?: string): Promise<ListedOrganisation[]> =>
  guide(tx)
    .selectFrom('organisation as o')
    .select(['o.organisation_id as organisationId', 'o.name', 'o.partner_id as partnerId', 'o.email', 'o.phone'])
    .select(
      sql<number>`(select count(*)::int from service s where s.stek_id = o.stek_id and s.organisation_id = o.organisation_id)`.as(
        'services',
      ),
    )
    .where('o.stek_id', '=', stekId)
    .$if(partnerId !== undefined, (query) => query.where('o.partner_id', '=', partnerId ?? ''))
    .orderBy('o.name')
    .execute()

/** A place to choose from. */
export type ChoicePlace = { locationId: string; name: string; street: string; town: string }

/** The places a form offers: of the same organisation, sites of the stek, and the ones made last; at most 60. */
export const placesToChoose = (tx: Tx, stekId: string, organisationId: string | undefined): Promise<ChoicePlace[]> =>
  guide(tx)
    .selectFrom('service_location as l')
    .select(['l.location_id as locationId', 'l.name', 'l.street', 'l.town'])
    .where('l.stek_id', '=', stekId)
    .orderBy(
      sql`(exists (select from service_at_location a join service s using (stek_id, service_id)
        where a.stek_id = l.stek_id and a.location_id = l.location_id and s.organisation_id = ${organisationId ?? null}::uuid)) desc`,
    )
    .orderBy(sql`(l.site_id is not null) desc`)
    .orderBy('l.location_id', 'desc')
    .limit(60)
    .execute()

/** Every address that is taken in the guide of a stek, of services or of organisations. */
export async function takenInGuide(tx: Tx, stekId: string, table: 'service' | 'organisation'): Promise<ReadonlySet<string>> {
  const rows = await guide(tx).selectFrom(table).select('slug').where('stek_id', '=', stekId).execute()
  return new Set(rows.map(({ slug }) => slug))
}
