import { createHash } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { allSteks } from '../../../../../place/stek/queries.ts'
import type { Stek } from '../../../../../place/stek/stek.ts'
import { isId } from '../../../../../platform/clock/identifiers.ts'
import type { Tx } from '../../../../../platform/database/door.ts'
import type { Env, House } from '../../../../../platform/http/house.ts'
import { todayIn } from '../../../../../programme/desk/read.ts'
import { openApi } from './openapi.ts'
import { type ListOf, pageOf } from './paging.ts'
import {
  atLocationRows,
  countAtLocations,
  countOrganisations,
  countServices,
  organisationById,
  organisationRows,
  serviceIds,
  wholeServices,
} from './queries.ts'
import { atLocationOf, lineOf, organizationOf, serviceOf } from './shape.ts'

const HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Content-Type': 'application/json; charset=utf-8',
  'Cache-Control': 'public, no-cache',
}
const MOST_PER_PAGE = 200
const LONGEST_SEARCH = 100

/**
 * `/api/hsds/…`: the services guide in Open Referral HSDS 3.0, for every program that wants it. Without `?stek=` the services of all steks, one
 * after the other. Nothing in it is about a person. @source contract of addresses, HSDS 3.0
 */
export function mountHsds(app: Hono<Env>, house: House): void {
  const json = (c: Context<Env>, body: unknown, status: 200 | 400 | 404 = 200) => {
    const text = JSON.stringify(body)
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
    if (status === 200 && (c.req.header('if-none-match') ?? '').includes(etag)) return c.body(null, 304, { ...HEADERS, ETag: etag })
    return c.body(text, status, status === 200 ? { ...HEADERS, ETag: etag } : HEADERS)
  }
  const wrong = (c: Context<Env>, error: string, message: string, status: 400 | 404 = 400) => json(c, { error, message }, status)

  const steksOf = (slug?: string): Promise<Stek[]> =>
    house.database.reading(null, async (tx) =>
      (await allSteks(tx))
        .filter((stek) => slug === undefined || stek.slug === slug)
        .sort((one, other) => one.slug.localeCompare(other.slug)),
    )

  /** What the address asks, or the answer that says what is wrong with it. */
  async function askedIn(c: Context<Env>) {
    const whole = (name: string, otherwise: number, most: number): number | undefined => {
      const text = c.req.query(name)
      if (text === undefined) return otherwise
      return /^[1-9]\d{0,6}$/.test(text) ? Math.min(Number(text), most) : undefined
    }
    const page = whole('page', 1, 1_000_000)
    const perPage = whole('per_page', 50, MOST_PER_PAGE)
    if (page === undefined || perPage === undefined) return wrong(c, 'wrong-page', 'page and per_page are whole numbers from 1.')
    const organisationId = c.req.query('organization_id')
    if (organisationId !== undefined && !isId(organisationId)) return wrong(c, 'wrong-id', 'organization_id is a uuid.')
    const slug = c.req.query('stek')
    const steks = await steksOf(slug)
    if (slug !== undefined && steks.length === 0) return wrong(c, 'unknown-stek', 'There is no such stek.', 404)
    const search = (c.req.query('search') ?? '').replaceAll('\0', '').slice(0, LONGEST_SEARCH)
    return { page, perPage, steks, what: { search, organisationId } }
  }

  const says = (c: Context<Env>, name: string) => ['true', '1', ''].includes(c.req.query(name) ?? 'false')

  const list = <Item>(
    address: string,
    make: (c: Context<Env>, what: { search: string; organisationId: string | undefined }) => ListOf<Item>,
  ) =>
    app.get(address, async (c) => {
      const asked = await askedIn(c)
      return asked instanceof Response ? asked : json(c, await pageOf(house, asked.steks, make(c, asked.what), asked))
    })

  /** Looks in every stek for something with this id. */
  const one = <Item>(address: string, find: (tx: Tx, stekId: string, id: string) => Promise<Item | undefined>) =>
    app.get(address, async (c) => {
      const id = c.req.param('id') ?? ''
      if (isId(id))
        for (const { stekId } of await steksOf()) {
          const item = await house.database.reading(stekId, (tx) => find(tx, stekId, id))
          if (item) return json(c, item)
        }
      return wrong(c, 'not-found', 'There is nothing with this id.', 404)
    })

  app.get('/api/openapi.json', (c) => json(c, openApi(house.settings.baseUrl)))
  const about = {
    version: '3.0',
    profile: 'https://docs.openreferral.org/en/3.0/hsds/',
    openapi_url: `${house.settings.baseUrl}/api/openapi.json`,
  }
  app.get('/api/hsds', (c) => json(c, about))
  app.get('/api/hsds/', (c) => json(c, about))

  list('/api/hsds/services', (c, what) => ({
    count: (tx, stekId) => countServices(tx, stekId, what),
    items: async (tx, stekId, slice) => {
      const services = await wholeServices(tx, stekId, await serviceIds(tx, stekId, what, slice))
      if (says(c, 'minimal'))
        return services.map(({ row }) => ({ id: row.service_id, name: row.name, status: row.ended_on ? 'inactive' : 'active' }))
      return services.map((service) => (says(c, 'full') ? serviceOf(service, todayIn(house)) : lineOf(service, todayIn(house))))
    },
  }))
  one('/api/hsds/services/:id', async (tx, stekId, id) => {
    const [service] = await wholeServices(tx, stekId, [id])
    return service && serviceOf(service, todayIn(house))
  })

  list('/api/hsds/organizations', (_, what) => ({
    count: (tx, stekId) => countOrganisations(tx, stekId, what),
    items: async (tx, stekId, slice) => (await organisationRows(tx, stekId, what, slice)).map(organizationOf),
  }))
  one('/api/hsds/organizations/:id', async (tx, stekId, id) => {
    const row = await organisationById(tx, stekId, id)
    if (!row) return undefined
    const ids = await serviceIds(tx, stekId, { search: '', organisationId: id }, { offset: 0, limit: 1000 })
    const services = (await wholeServices(tx, stekId, ids)).map((service) => lineOf(service, todayIn(house)))
    return services.length > 0 ? { ...organizationOf(row), services } : organizationOf(row)
  })

  list('/api/hsds/service_at_locations', () => ({
    count: countAtLocations,
    items: async (tx, stekId, slice) => {
      const rows = await atLocationRows(tx, stekId, slice)
      const services = new Map(
        (await wholeServices(tx, stekId, [...new Set(rows.map(({ serviceId }) => serviceId))])).map((service) => [
          service.row.service_id,
          service,
        ]),
      )
      return rows.flatMap(({ serviceId, locationId }) => {
        const service = services.get(serviceId)
        const place = service?.places.find(({ location_id }) => location_id === locationId)
        if (!service || !place) return []
        return [
          {
            ...atLocationOf(service, place),
            service: { ...lineOf(service, todayIn(house)), organization: organizationOf(service.organisation) },
          },
        ]
      })
    },
  }))
}
