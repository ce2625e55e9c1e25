import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../../platform/database/door.ts'
import type { OrganisationRow } from '../../desk/queries.ts'
import { findServices } from '../../search/find.ts'
import { wordsOf } from '../../search/fold.ts'
import type { GuideTables } from '../../tables.ts'

const guide = (tx: Tx) => tx.withTables<GuideTables>()

/** What is asked of a list: words, one organisation, a theme, a moment since which something changed. What is undefined is not asked. */
export type Asked = {
  search?: string | undefined
  organisationId?: string | undefined
  /** Services of any of these themes; of none of them when there are none. */
  themes?: readonly string[] | undefined
  modifiedAfter?: Temporal.Instant | undefined
}

/** What is asked, after words were looked up in the index of the guide: the services found, best first. Nothing of the words is left. */
export type Sought = Omit<Asked, 'search'> & { found: readonly string[] | undefined }

/** A part of a list. */
export type Slice = { offset: number; limit: number }

/** Looks up the words that were asked for by the index of the guide, which bounds its work and gives at most a hundred services; no words that say something, no services. */
export async function seek(tx: Tx, stekId: string, { search, ...asked }: Asked): Promise<Sought> {
  if (search === undefined) return { ...asked, found: undefined }
  if (wordsOf(search).length === 0) return { ...asked, found: [] }
  return { ...asked, found: (await findServices(tx, stekId, search)).scored.map(({ serviceId }) => serviceId) }
}

const isEverything = ({ found, organisationId, themes, modifiedAfter }: Sought): boolean =>
  (found ?? organisationId ?? themes ?? modifiedAfter) === undefined

const servicesAsked = (tx: Tx, stekId: string, { found, organisationId, themes, modifiedAfter }: Sought) =>
  guide(tx)
    .selectFrom('service as s')
    .where('s.stek_id', '=', stekId)
    .$if(found !== undefined, (query) => query.where(sql<boolean>`s.service_id = any (${[...(found ?? [])]}::uuid[])`))
    .$if(organisationId !== undefined, (query) => query.where('s.organisation_id', '=', organisationId ?? ''))
    .$if(themes !== undefined, (query) => query.where(sql<boolean>`s.themes && ${[...(themes ?? [])]}::text[]`))
    .$if(modifiedAfter !== undefined, (query) =>
      query.where(
        sql<boolean>`s.service_id in (select c.service_id from service_change c where c.stek_id = ${stekId} and c.changed_at >= ${modifiedAfter?.toString() ?? ''}::timestamptz)`,
      ),
    )

const orderOf = (found: readonly string[] | undefined, column: string): RawBuilder<unknown> =>
  found ? sql`array_position(${[...found]}::uuid[], ${sql.ref(column)})` : sql.ref(column)

const howMany = sql<number>`count(*)::int`.as('n')

/** How many services of a stek are asked for; those that ended count too, and say so. */
export const countServices = async (tx: Tx, stekId: string, asked: Sought): Promise<number> =>
  (await servicesAsked(tx, stekId, asked).select(howMany).executeTakeFirstOrThrow()).n

/** The ids of services that are asked for: the best answer first when words were, else in the order in which they were added. */
export const serviceIds = async (tx: Tx, stekId: string, asked: Sought, slice: Slice): Promise<string[]> =>
  (
    await servicesAsked(tx, stekId, asked)
      .select('s.service_id')
      .orderBy(orderOf(asked.found, 's.service_id'))
      .offset(slice.offset)
      .limit(slice.limit)
      .execute()
  ).map(({ service_id }) => service_id)

/** When services, or anything that hangs on them, were last changed. */
export async function changesOf(tx: Tx, stekId: string, ids: readonly string[]): Promise<ReadonlyMap<string, Temporal.Instant>> {
  if (ids.length === 0) return new Map()
  const rows = await guide(tx)
    .selectFrom('service_change')
    .select(['service_id', 'changed_at'])
    .where('stek_id', '=', stekId)
    .where('service_id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ service_id, changed_at }) => [service_id, changed_at]))
}

const organisationsAsked = (tx: Tx, stekId: string, asked: Sought) =>
  guide(tx)
    .selectFrom('organisation as o')
    .where('o.stek_id', '=', stekId)
    .$if(!isEverything(asked), (query) =>
      query.where('o.organisation_id', 'in', servicesAsked(tx, stekId, asked).select('s.organisation_id')),
    )

/** How many organisations of a stek are asked for; with words, those of the services that are found. */
export const countOrganisations = async (tx: Tx, stekId: string, asked: Sought): Promise<number> =>
  (await organisationsAsked(tx, stekId, asked).select(howMany).executeTakeFirstOrThrow()).n

/** Organisations that are asked for, in the order in which they were added. */
export const organisationRows = (tx: Tx, stekId: string, asked: Sought, slice: Slice): Promise<OrganisationRow[]> =>
  organisationsAsked(tx, stekId, asked).selectAll('o').orderBy('o.organisation_id').offset(slice.offset).limit(slice.limit).execute()

const atLocationsAsked = (tx: Tx, stekId: string, asked: Sought) =>
  guide(tx)
    .selectFrom('service_at_location as a')
    .where('a.stek_id', '=', stekId)
    .$if(!isEverything(asked), (query) => query.where('a.service_id', 'in', servicesAsked(tx, stekId, asked).select('s.service_id')))

/** A service at a place, by their ids. */
export type AtLocationRow = { serviceId: string; locationId: string }

/** How many pairs of a service that is asked for and a place there are. */
export const countAtLocations = async (tx: Tx, stekId: string, asked: Sought): Promise<number> =>
  (await atLocationsAsked(tx, stekId, asked).select(howMany).executeTakeFirstOrThrow()).n

/** Pairs of a service that is asked for and a place. */
export const atLocationRows = (tx: Tx, stekId: string, asked: Sought, slice: Slice): Promise<AtLocationRow[]> =>
  atLocationsAsked(tx, stekId, asked)
    .select(['a.service_id as serviceId', 'a.location_id as locationId'])
    .orderBy(orderOf(asked.found, 'a.service_id'))
    .orderBy('a.location_id')
    .offset(slice.offset)
    .limit(slice.limit)
    .execute()

/** The pair of a service and a place that other programs know by this id. */
export const atLocationByPart = (tx: Tx, stekId: string, partId: string): Promise<AtLocationRow | undefined> =>
  guide(tx)
    .selectFrom('service_at_location')
    .select(['service_id as serviceId', 'location_id as locationId'])
    .where('stek_id', '=', stekId)
    .where('part_id', '=', partId)
    .executeTakeFirst()
