import { Hono } from 'hono'
import type pg from 'pg'
import { guardWork, mountPerson } from '../place/person/mount.tsx'
import type { RoleKind } from '../place/person/rules.ts'
import { makeSignInLink } from '../place/person/sign-in/link.ts'
import { signedInOf } from '../place/person/signed-in.ts'
import type { Env, House } from '../platform/http/house.ts'
import { traceOf } from '../platform/log/log.ts'

/** The staff side alone: the guard, the pages of people, and a first page that says who is signed in. */
export function openWork(house: House): Hono<Env> {
  const app = new Hono<Env>()
  guardWork(app, house)
  app.get('/werk', (c) => c.text(`hier werkt ${signedInOf(c).name}`))
  mountPerson(app, house)
  app.onError((thrown, c) => {
    house.log.error({ route: c.req.routePath, ...traceOf(thrown) }, 'a request failed')
    return c.text('broken', 500)
  })
  return app
}

type Fields = Record<string, string | readonly string[]>

/** A browser without a screen: keeps its cookie, sends the headers of a modern browser unless `headers` says otherwise. */
export class Visit {
  private readonly app: Pick<Hono<Env>, 'request'>
  private readonly headers: Record<string, string>
  cookie: string | undefined

  constructor(app: Pick<Hono<Env>, 'request'>, headers: Record<string, string> = { 'Sec-Fetch-Site': 'same-origin' }) {
    this.app = app
    this.headers = headers
  }

  async get(path: string): Promise<Response> {
    return this.keep(await this.app.request(path, { headers: this.sent({}) }))
  }

  async post(path: string, fields: Fields = {}, headers: Record<string, string> = {}): Promise<Response> {
    const body = new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])))
    return this.keep(await this.app.request(path, { method: 'POST', body, headers: this.sent(headers) }))
  }

  async postJson(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const sent = this.sent({ 'Content-Type': 'application/json', ...headers })
    return this.keep(await this.app.request(path, { method: 'POST', body: JSON.stringify(body), headers: sent }))
  }

  private sent(more: Record<string, string>): Record<string, string> {
    return { ...this.headers, ...(this.cookie ? { Cookie: `stek_session=${this.cookie}` } : {}), ...more }
  }

  private keep(response: Response): Response {
    const given = /stek_session=([^;]*)/.exec(response.headers.get('set-cookie') ?? '')
    if (given) this.cookie = given[1] || undefined
    return response
  }
}

/** The token that the forms of a page carry. */
export const formTokenIn = (html: string): string => /name="_token" value="([^"]+)"/.exec(html)?.[1] ?? ''

/** Adds a network with one stek, one site and two partners, as the owner; gives their ids. */
export async function addStek(owner: pg.Client, newId: () => string, slug: string) {
  const ids = { stekId: newId(), siteId: newId(), partnerId: newId(), otherPartnerId: newId() }
  const networkId = newId()
  await owner.query('insert into network (network_id, slug, name) values ($1, $2, $3)', [networkId, `net-${slug}`, `Netwerk van ${slug}`])
  await owner.query('insert into stek (stek_id, network_id, slug, name, municipality) values ($1, $2, $3, $4, $4)', [
    ids.stekId,
    networkId,
    slug,
    slug,
  ])
  await owner.query('insert into site (stek_id, site_id, slug, name) values ($1, $2, $3, $4)', [ids.stekId, ids.siteId, 'zaal', 'Zaal'])
  for (const [id, name] of [
    [ids.partnerId, 'huis'],
    [ids.otherPartnerId, 'tuin'],
  ]) {
    await owner.query('insert into partner (stek_id, partner_id, slug, name) values ($1, $2, $3, $3)', [ids.stekId, id, name])
  }
  return ids
}

/** Adds a person with one role, as the owner; gives the id. */
export async function addPerson(
  owner: pg.Client,
  newId: () => string,
  person: { name: string; email: string; stekId: string; kind: RoleKind; partnerId?: string },
): Promise<string> {
  const personId = newId()
  await owner.query('insert into person (person_id, name, email) values ($1, $2, $3)', [personId, person.name, person.email])
  await addRole(owner, { ...person, personId })
  return personId
}

/** Gives somebody a role, as the owner. */
export async function addRole(
  owner: pg.Client,
  role: { personId: string; stekId: string; kind: RoleKind; partnerId?: string },
): Promise<void> {
  const values = [role.stekId, role.personId, role.kind, role.partnerId ?? null]
  await owner.query('insert into role (stek_id, person_id, kind, partner_id) values ($1, $2, $3, $4)', values)
}

/** Somebody who is signed in through a real link. */
export async function signedInVisit(app: Pick<Hono<Env>, 'request'>, house: House, personId: string): Promise<Visit> {
  const visit = new Visit(app)
  await visit.post(await makeSignInLink(house.database, personId, house.clock.now()))
  return visit
}
