import { sql } from 'kysely'
import type { Tx } from '../../../../../platform/database/door.ts'
import type { NoticeRow, OrganisationRow, PlaceRow, WholeService } from '../../desk/queries.ts'
import type { GuideTables } from '../../tables.ts'

const guide = (tx: Tx) => tx.withTables<GuideTables>()

/** What is asked of a list: words in the name or the description, one organisation. */
export type Asked = { search: string; organisationId: string | undefined }

const like = (words: string) => `%${words.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`

const servicesAsked = (tx: Tx, stekId: string, { search, organisationId }: Asked) =>
  guide(tx)
    .selectFrom('service')
    .where('stek_id', '=', stekId)
    .$if(organisationId !== undefined, (query) => query.where('organisation_id', '=', organisationId ?? ''))
    .$if(search !== '', (query) =>
      query.where((where) => where.or([where('name', 'ilike', like(search)), where('what', 'ilike', like(search))])),
    )

/** How many services of a stek are asked for; those that ended count too, and say so. */
export const countServices = async (tx: Tx, stekId: string, asked: Asked): Promise<number> =>
  (await servicesAsked(tx, stekId, asked).select(sql<number>`count(*)::int`.as('n')).executeTakeFirstOrThrow()).n

/** The ids of services that are asked for, in the order in which they were added. */
export const serviceIds = async (tx: Tx, stekId: string, asked: Asked, slice: { offset: number; limit: number }): Promise<string[]> =>
  (await servicesAsked(tx, stekId, asked).select('service_id').orderBy('service_id').offset(slice.offset).limit(slice.limit).execute()).map(
    ({ service_id }) => service_id,
  )

/** Services with everything that hangs on them, in the order of the ids; read in five queries, however many there are. */
export async function wholeServices(tx: Tx, stekId: string, ids: readonly string[]): Promise<WholeService[]> {
  if (ids.length === 0) return []
  const of = [...ids]
  const rows = await guide(tx).selectFrom('service').selectAll().where('stek_id', '=', stekId).where('service_id', 'in', of).execute()
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

const organisationsAsked = (tx: Tx, stekId: string, search: string) =>
  guide(tx)
    .selectFrom('organisation')
    .where('stek_id', '=', stekId)
    .$if(search !== '', (query) => query.where('name', 'ilike', like(search)))

/** How many organisations of a stek are asked for. */
export const countOrganisations = async (tx: Tx, stekId: string, { search }: Asked): Promise<number> =>
  (await organisationsAsked(tx, stekId, search).select(sql<number>`count(*)::int`.as('n')).executeTakeFirstOrThrow()).n

/** Organisations that are asked for, in the order in which they were added. */
export const organisationRows = (
  tx: Tx,
  stekId: string,
  { search }: Asked,
  slice: { offset: number; limit: number },
): Promise<OrganisationRow[]> =>
  organisationsAsked(tx, stekId, search).selectAll().orderBy('organisation_id').offset(slice.offset).limit(slice.limit).execute()

/** One organisation by its id. */
export const organisationById = (tx: Tx, stekId: string, id: string): Promise<OrganisationRow | undefined> =>
  organisationsAsked(tx, stekId, '').selectAll().where('organisation_id', '=', id).executeTakeFirst()

/** How many pairs of a service and a place there are. */
export const countAtLocations = async (tx: Tx, stekId: string): Promise<number> =>
  (
    await guide(tx)
      .selectFrom('service_at_location')
      .select(sql<number>`count(*)::int`.as('n'))
      .where('stek_id', '=', stekId)
      .executeTakeFirstOrThrow()
  ).n

/** Pairs of a service and a place. */
export const atLocationRows = (
  tx: Tx,
  stekId: string,
  slice: { offset: number; limit: number },
): Promise<{ serviceId: string; locationId: string }[]> =>
  guide(tx)
    .selectFrom('service_at_location')
    .select(['service_id as serviceId', 'location_id as locationId'])
    .where('stek_id', '=', stekId)
    .orderBy('service_id')
    .orderBy('location_id')
    .offset(slice.offset)
    .limit(slice.limit)
    .execute()
