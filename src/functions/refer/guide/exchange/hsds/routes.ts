import type { Context, Hono } from 'hono'
import { allSteks } from '../../../../../place/stek/queries.ts'
import type { Stek } from '../../../../../place/stek/stek.ts'
import { isId } from '../../../../../platform/clock/identifiers.ts'
import type { Tx } from '../../../../../platform/database/door.ts'
import type { Env, House } from '../../../../../platform/http/house.ts'
import { todayIn } from '../../../../../programme/desk/read.ts'
import { organisationRow, wholeServices } from '../../desk/queries.ts'
import { guardProgram, jsonAnswer, problem } from './answers.ts'
import { type AskedList, askedIn } from './asked.ts'
import { openApi } from './openapi.ts'
import { pageOf, pageWith } from './paging.ts'
import {
  type AtLocationRow,
  atLocationByPart,
  atLocationRows,
  changesOf,
  countAtLocations,
  countOrganisations,
  countServices,
  organisationRows,
  type Slice,
  type Sought,
  seek,
  serviceIds,
} from './queries.ts'
import { atLocationOf, type DatedService, lineOf, organizationOf, serviceOf } from './shape.ts'
import { taxonomies, taxonomyTerms } from './themes.ts'

/** An organisation with more services than this is asked for page by page: `services?organization_id=`. */
const MOST_OF_ONE = 1000

/**
 * `/api/hsds/…`: the services guide in Open Referral HSDS 3.0, for every program that wants it. Without `?stek=` the services of all steks, one
 * after the other. Nothing in it is about a person. @source contract of addresses, HSDS 3.0
 */
export function mountHsds(app: Hono<Env>, house: House): void {
  const program = guardProgram(app, '/api/hsds')
  const steksOf = (slug?: string): Promise<Stek[]> =>
    house.database.reading(null, async (tx) =>
      (await allSteks(tx))
        .filter((stek) => slug === undefined || stek.slug === slug)
        .sort((one, other) => one.slug.localeCompare(other.slug)),
    )
  const says = (c: Context<Env>, name: string) => ['true', '1', ''].includes(c.req.query(name) ?? 'false')

  /** The services of one stek with when they changed, each made into what is wanted. */
  async function servicesAs<Item>(tx: Tx, stekId: string, ids: readonly string[], make: (service: DatedService) => Item): Promise<Item[]> {
    const changes = await changesOf(tx, stekId, ids)
    return (await wholeServices(tx, stekId, ids)).map((service) => make({ ...service, changedAt: changes.get(service.row.service_id) }))
  }

  const asking = async (c: Context<Env>, answer: (asked: AskedList, steks: readonly Stek[]) => Promise<unknown>) => {
    const asked = askedIn((name) => c.req.query(name))
    if ('error' in asked) return problem(c, 400, asked.error, asked.message)
    const steks = await steksOf(asked.stek)
    if (asked.stek !== undefined && steks.length === 0) return problem(c, 404, 'unknown-stek', 'There is no such stek.')
    return jsonAnswer(c, await answer(asked, steks))
  }
  const list = <Item>(
    address: string,
    count: (tx: Tx, stekId: string, what: Sought) => Promise<number>,
    items: (c: Context<Env>) => (tx: Tx, stekId: string, what: Sought, slice: Slice) => Promise<Item[]>,
  ) =>
    app.get(address, (c) =>
      asking(c, (asked, steks) =>
        pageOf(house, steks, { seek: (tx, stekId) => seek(tx, stekId, asked.what), count, items: items(c) }, asked),
      ),
    )
  /** A short list that is the same for every stek. */
  const fixed = <Item extends { id: string; name: string }>(address: string, all: readonly Item[]) => {
    app.get(address, (c) =>
      asking(c, ({ page, perPage, what }) => {
        const words = what.search?.toLowerCase()
        const wanted = all.filter(({ name }) => words === undefined || name.toLowerCase().includes(words))
        return Promise.resolve(pageWith(wanted.slice((page - 1) * perPage, page * perPage), wanted.length, { page, perPage }))
      }),
    )
    app.get(`${address}/:id`, (c) => {
      const item = all.find(({ id }) => id === c.req.param('id')?.toLowerCase())
      return item ? jsonAnswer(c, item) : notThere(c)
    })
  }
  const notThere = (c: Context<Env>) => problem(c, 404, 'not-found', 'There is nothing with this id.')

  /** Looks in every stek for something with this id. */
  const one = <Item>(address: string, find: (tx: Tx, stekId: string, id: string, c: Context<Env>) => Promise<Item | undefined>) =>
    app.get(address, async (c) => {
      const id = c.req.param('id') ?? ''
      if (isId(id))
        for (const { stekId } of await steksOf()) {
          const item = await house.database.reading(stekId, (tx) => find(tx, stekId, id, c))
          if (item) return jsonAnswer(c, item)
        }
      return notThere(c)
    })

  app.get('/api/openapi.json', (c) => jsonAnswer(c, openApi(house.settings.baseUrl)))
  const about = {
    version: '3.0',
    profile: 'https://docs.openreferral.org/en/3.0/hsds/',
    openapi_url: `${house.settings.baseUrl}/api/openapi.json`,
  }
  app.get('/api/hsds', (c) => jsonAnswer(c, about))
  app.get('/api/hsds/', (c) => jsonAnswer(c, about))

  list('/api/hsds/services', countServices, (c) => async (tx, stekId, what, slice) => {
    const today = todayIn(house)
    const make = says(c, 'minimal')
      ? (service: DatedService) => {
          const { id, name, status, last_modified } = lineOf(service, today)
          return { id, name, status, ...(last_modified ? { last_modified } : {}) }
        }
      : (service: DatedService) => (says(c, 'full') ? serviceOf(service, today) : lineOf(service, today))
    return servicesAs<object>(tx, stekId, await serviceIds(tx, stekId, what, slice), make)
  })
  one('/api/hsds/services/:id', async (tx, stekId, id) => (await servicesAs(tx, stekId, [id], (one) => serviceOf(one, todayIn(house))))[0])

  list(
    '/api/hsds/organizations',
    countOrganisations,
    () => async (tx, stekId, what, slice) => (await organisationRows(tx, stekId, what, slice)).map(organizationOf),
  )
  one('/api/hsds/organizations/:id', async (tx, stekId, id, c) => {
    const row = await organisationRow(tx, stekId, id)
    if (!row) return undefined
    const ids = await serviceIds(tx, stekId, { found: undefined, organisationId: id }, { offset: 0, limit: MOST_OF_ONE })
    const make = (service: DatedService) => (says(c, 'full_service') ? serviceOf(service, todayIn(house)) : lineOf(service, todayIn(house)))
    const services = await servicesAs<object>(tx, stekId, ids, make)
    return services.length > 0 ? { ...organizationOf(row), services } : organizationOf(row)
  })

  async function atLocations(tx: Tx, stekId: string, rows: readonly AtLocationRow[], full: boolean) {
    const ids = [...new Set(rows.map(({ serviceId }) => serviceId))]
    const services = new Map(await servicesAs(tx, stekId, ids, (service) => [service.row.service_id, service] as const))
    return rows.flatMap(({ serviceId, locationId }) => {
      const service = services.get(serviceId)
      const place = service?.places.find(({ location_id }) => location_id === locationId)
      if (!service || !place) return []
      const today = todayIn(house)
      const told = full ? serviceOf(service, today) : { ...lineOf(service, today), organization: organizationOf(service.organisation) }
      const { service_at_locations: _, ...alone } = told as ReturnType<typeof serviceOf>
      return [{ ...atLocationOf(service, place), service: alone }]
    })
  }
  list(
    '/api/hsds/service_at_locations',
    countAtLocations,
    (c) => async (tx, stekId, what, slice) => atLocations(tx, stekId, await atLocationRows(tx, stekId, what, slice), says(c, 'full')),
  )
  one('/api/hsds/service_at_locations/:id', async (tx, stekId, id) => {
    const row = await atLocationByPart(tx, stekId, id)
    return row && (await atLocations(tx, stekId, [row], true))[0]
  })

  fixed('/api/hsds/taxonomies', taxonomies)
  fixed('/api/hsds/taxonomy_terms', taxonomyTerms)
  program.rest()
}
