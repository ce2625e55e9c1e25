import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type HsdsWorld, hsdsWorld, type Json } from '../../../../../test/hsds-world.ts'
import type { GuideTables } from '../../tables.ts'

let world: HsdsWorld
let ids: HsdsWorld['added']
let read: HsdsWorld['read']
before(async () => {
  world = await hsdsWorld()
  ;({ added: ids, read } = world)
})
after(() => world.close())

test('a list has pages, and can be asked of one stek, one organisation or with a word', async () => {
  const first = await read('/api/hsds/services?per_page=2')
  assert.deepEqual(
    [first.total_items, first.total_pages, first.page_number, first.size, first.first_page, first.last_page, first.empty],
    [3, 2, 1, 2, true, false, false],
  )
  const second = await read('/api/hsds/services?per_page=2&page=2')
  assert.deepEqual([second.size, second.last_page], [1, true])
  for (const page of ['99', '1000000000', '9'.repeat(30)]) {
    const beyond = await read(`/api/hsds/services?page=${page}`)
    assert.deepEqual([beyond.size, beyond.empty, beyond.last_page, beyond.total_items], [0, true, true, 3], page)
  }
  for (const size of ['200', '201', '999999999999', '9'.repeat(30)])
    assert.equal((await read(`/api/hsds/services?per_page=${size}`)).size, 3)
  const count = async (query: string) => (await read(`/api/hsds/services?${query}`)).total_items
  assert.equal(await count('search=niets'), 1)
  assert.equal(await count('search=nietsje'), 1, 'as people write it')
  assert.equal(await count('search=gedaan'), 0, 'what ended is not found by words')
  for (const nothing of ['100%25', '%25%25', '_', 'a%00b', '%F0%9F%98%80', encodeURIComponent("'; drop table service; --")])
    assert.equal(await count(`search=${nothing}`), 0, nothing)
  assert.equal(await count('search='), 3)
  assert.equal(await count(`organization_id=${world.organisations.caw}`), 1)
  assert.equal(await count(`organization_id=${world.organisations.welzijn}&search=alles`), 0)
  for (const [query, status] of [
    ['page=0', 400],
    ['page=-1', 400],
    ['page=1.5', 400],
    ['page=abc', 400],
    ['per_page=0', 400],
    ['per_page=-1', 400],
    ['organization_id=x', 400],
    ['taxonomy_term_id=x', 400],
    ['modified_after=gisteren', 400],
    ['modified_after=2026-13-40', 400],
    ['format=xml', 400],
    ['stek=elders', 404],
  ] as const) {
    const answer = await world.app.request(`/api/hsds/services?${query}`)
    assert.equal(answer.status, status, query)
    assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/)
    const told = (await answer.json()) as Json
    assert.deepEqual([told.status, typeof told.title, typeof told.detail, typeof told.error], [status, 'string', 'string', 'string'])
  }
})

test('words that everything says, and questions that are made to hurt, are answered by a bounded part of the index', async () => {
  const added: string[] = []
  for (let at = 0; at < 250; at += 1) added.push(await world.addService({ name: `Zwemles voor iedereen ${at}` }))
  const all = (await read('/api/hsds/services?search=zwemles&per_page=200')) as { total_items: number; contents: { name: string }[] }
  assert.ok(all.total_items > 20 && all.total_items <= 100, `${all.total_items}`)
  assert.ok(all.contents.every(({ name }) => name.startsWith('Zwemles')))
  const pages = await Promise.all([1, 2, 3].map((page) => read(`/api/hsds/services?search=zwemles&per_page=10&page=${page}`)))
  const seen = pages.flatMap(({ contents }) => (contents as { id: string }[]).map(({ id }) => id))
  assert.equal(new Set(seen).size, 30, 'page after page without a double')
  for (const hurting of [
    'zwemlea '.repeat(20),
    '%_'.repeat(100),
    'a'.repeat(5000),
    '\u0635\u0644\u0627\u0629 '.repeat(40),
    '((((((((a+)+)+)+)+)+)+)+b',
    Array.from({ length: 60 }, (_, at) => `wrd${at}`).join(' '),
  ])
    assert.equal((await world.app.request(`/api/hsds/services?search=${encodeURIComponent(hurting)}`)).status, 200, hurting.slice(0, 20))
  await world.test.owner.query('delete from service where service_id = any ($1)', [added])
})

test('a program asks for a theme, and finds organisations and places by what is given there', async () => {
  const { contents: terms } = (await read('/api/hsds/taxonomy_terms')) as { contents: { id: string; code: string }[] }
  const termOf = (code: string) => terms.find((one) => one.code === code)?.id
  const count = async (path: string) => (await read(`/api/hsds/${path}`)).total_items
  assert.equal(await count(`services?taxonomy_term_id=${termOf('MobiliteitOpenbareWerken')}`), 1)
  assert.equal(await count(`services?taxonomy_term_id=${termOf('OnderwijsWetenschap')}`), 0)
  assert.equal(await count('services?taxonomy_term_id=018f0000-0000-7000-8000-000000000000'), 0)
  const { contents: lists } = (await read('/api/hsds/taxonomies')) as { contents: { id: string }[] }
  assert.equal(await count(`services?taxonomy_id=${lists[0]?.id}`), 1)
  assert.equal(((await read(`/api/hsds/taxonomies/${lists[0]?.id}`)) as { name: string }).name, 'IPDC Thema')
  assert.equal((await read(`/api/hsds/taxonomy_terms/${terms[0]?.id}`)).id, terms[0]?.id)
  assert.equal(await count('organizations?search=alles'), 1)
  assert.equal(await count('organizations?search=zwembad'), 0)
  assert.equal(await count('service_at_locations?search=alles'), 2)
  assert.equal(await count('service_at_locations?search=niets'), 0)
  assert.equal(await count(`service_at_locations?organization_id=${world.organisations.welzijn}`), 0)
  const { contents: places } = (await read('/api/hsds/service_at_locations')) as { contents: { id: string }[] }
  const full = (await read(`/api/hsds/service_at_locations/${places[0]?.id}`)) as { id: string; service: { languages: unknown[] } }
  assert.deepEqual([full.id, full.service.languages.length], [places[0]?.id, 3])
  const organisation = (await read(`/api/hsds/organizations/${world.organisations.caw}?full_service=true`)) as {
    services: { languages: unknown[] }[]
  }
  assert.equal(organisation.services[0]?.languages.length, 3)
})

test('whatever hangs on a service, when it changes a program hears of it by asking what changed since', async () => {
  const { owner, house } = world.test
  const place = (await world.rows<{ location_id: string }>('select location_id from service_at_location limit 1'))[0]?.location_id
  const longAgo = () => owner.query(`update service_change set changed_at = '2020-01-01T10:00:00.123Z'`)
  const since = async (path = 'services', after = '2020-01-01T10:00:01Z') =>
    ((await read(`/api/hsds/${path}?modified_after=${encodeURIComponent(after)}`)) as { contents: { id: string }[] }).contents.map(
      ({ id }) => id,
    )
  await longAgo()
  assert.deepEqual(await since(), [])
  assert.equal((await since('services', '2020-01-01T10:00:00.123Z')).length, 3, 'at that very moment too')
  assert.equal((await since('services', '2020-01-01T11:00:00+01:00')).length, 3, 'in any time zone')
  assert.equal((await since('services', '2020-01-01')).length, 3)
  assert.equal((await since('services', '2020-01-02')).length, 0)
  assert.equal(((await read(`/api/hsds/services/${ids.full}`)) as Json).last_modified, '2020-01-01T10:00:00.123Z')
  const { contents: short } = (await read('/api/hsds/services?minimal=true')) as { contents: Json[] }
  assert.deepEqual(Object.keys(short[0] ?? {}), ['id', 'name', 'status', 'last_modified'])
  for (const [what, sql, values] of [
    ['its name', 'update service set name = name where service_id = $1', [ids.full]],
    [
      'hours more',
      `insert into service_hours (stek_id, hours_id, service_id, weekday, opens, closes) values ($2, $3, $1, 6, '9:00', '10:00')`,
      [ids.full, world.stekId, house.newId()],
    ],
    ['other hours', `update service_hours set note = 'x' where service_id = $1 and weekday = 6`, [ids.full]],
    ['hours less', 'delete from service_hours where service_id = $1 and weekday = 6', [ids.full]],
    ['a notice', `update service_notice set message = 'x' where service_id = $1`, [ids.full]],
    ['a place', `update service_location set directions = 'Voordeur' where location_id = $1`, [place]],
    ['its organisation', `update organisation set phone = '03 2' where organisation_id = $1`, [world.organisations.caw]],
    ['a place less', 'delete from service_at_location where service_id = $1 and location_id = $2', [ids.full, place]],
    [
      'a place more',
      'insert into service_at_location (stek_id, service_id, location_id) values ($2, $1, $3)',
      [ids.full, world.stekId, place],
    ],
  ] as const) {
    await longAgo()
    await owner.query(sql, [...values])
    assert.deepEqual(await since(), [ids.full], what)
  }
  assert.equal((await since('service_at_locations')).length, 2)
  assert.deepEqual(await since('organizations'), [world.organisations.caw])
  const other = await world.addService({ name: 'Even' })
  assert.ok((await since()).includes(other))
  await owner.query('delete from service where service_id = $1', [other])
  assert.deepEqual(await world.rows('select from service_change where service_id = $1', [other]), [])
  const rows = await house.database.inStek({ personId: null }, house.newId(), (tx) =>
    tx.withTables<GuideTables>().selectFrom('service_change').selectAll().execute(),
  )
  assert.deepEqual(rows, [], 'another stek reads nothing')
})

test('other programs may read from anywhere, ask again cheaply, and find a description of everything', async () => {
  const answer = await world.app.request('/api/hsds/services')
  assert.equal(answer.headers.get('access-control-allow-origin'), '*')
  assert.match(answer.headers.get('access-control-expose-headers') ?? '', /ETag/)
  const etag = answer.headers.get('etag') ?? ''
  assert.equal((await world.app.request('/api/hsds/services', { headers: { 'if-none-match': etag } })).status, 304)
  const about = (await read('/api/hsds/')) as { version: string; openapi_url: string }
  assert.equal(about.version, '3.0')
  const described = (await read(new URL(about.openapi_url).pathname)) as { openapi: string; paths: Json }
  assert.equal(described.openapi, '3.1.0')
  for (const path of ['/{stek}/programma.json', '/api/hsds/services', '/api/hsds/services/{id}', '/api/hsds/organizations'])
    assert.ok(path in described.paths)
})

test('another program only reads: it may look at the head, ask beforehand, and is told in JSON what is not there or cannot be', async () => {
  const at = (path: string, method: string, headers: Record<string, string> = {}) => world.app.request(path, { method, headers })
  for (const path of ['/api/hsds', '/api/hsds/services', `/api/hsds/services/${ids.full}`, '/api/openapi.json']) {
    const [head, whole] = [await at(path, 'HEAD'), await at(path, 'GET')]
    assert.equal(head.status, 200, path)
    assert.equal(await head.text(), '')
    assert.equal(head.headers.get('etag'), whole.headers.get('etag'))
  }
  const before = await at('/api/hsds/services', 'OPTIONS', {
    ...{ Origin: 'https://elders.example', 'Access-Control-Request-Method': 'GET', 'Access-Control-Request-Headers': 'if-none-match' },
  })
  assert.deepEqual([before.status, before.headers.get('access-control-allow-origin')], [204, '*'])
  assert.match(before.headers.get('access-control-allow-headers') ?? '', /If-None-Match/)
  assert.equal(before.headers.get('set-cookie'), null)
  for (const [path, method, status] of [
    ['/api/hsds/services/niets', 'GET', 404],
    ['/api/hsds/services/018f0000-0000-7000-8000-000000000000', 'GET', 404],
    ['/api/hsds/organizations/018f0000-0000-7000-8000-000000000000', 'GET', 404],
    ['/api/hsds/service_at_locations/018f0000-0000-7000-8000-000000000000', 'GET', 404],
    ['/api/hsds/taxonomy_terms/018f0000-0000-7000-8000-000000000000', 'GET', 404],
    ['/api/hsds/taxonomies/x', 'GET', 404],
    ['/api/hsds/mensen', 'GET', 404],
    ['/api/hsds/services', 'POST', 405],
    [`/api/hsds/services/${ids.full}`, 'DELETE', 405],
  ] as const) {
    const answer = await at(path, method)
    assert.equal(answer.status, status, `${method} ${path}`)
    assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/)
    assert.equal(answer.headers.get('access-control-allow-origin'), '*')
    assert.equal(((await answer.json()) as Json).status, status)
  }
  assert.equal((await at('/api/hsds/services/', 'GET')).status, 308)
})
