import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type GuideWorld, guideWorld } from '../../../../../test/guide-world.ts'
import { hsdsChecker as checkerOf, hsdsIsThere as there } from '../../../../../test/hsds.ts'

let world: GuideWorld
let ids: { full: string; empty: string; ended: string }

before(async () => {
  world = await guideWorld()
  const full = await world.addService({
    name: 'Alles <b>erop</b>',
    of: 'caw',
    phone: '03 123 45 67',
    email: 'balie@caw.example',
    website: 'https://caw.example/a',
    what: 'Van alles',
    checkedOn: '2026-11-01',
  })
  ids = { full, empty: await world.addService({ name: 'Niets' }), ended: await world.addService({ name: 'Gedaan' }) }
  const { owner, house } = world.test
  const [place, other] = [house.newId(), house.newId()]
  await owner.query(
    `update service set for_whom = 'Iedereen', conditions = 'Geen', cost = 'Eerste keer gratis', is_free = true, bring = 'Kids-ID', how_to_reach = 'Bel', ask_for = 'De balie',
      themes = '{welfare-health,mobility}', level = 'local', languages = '{nl,fr,ar}', ways = '{walk-in}', also_called = 'geheim woord' where service_id = $1`,
    [full],
  )
  await owner.query(
    `update organisation set kbo_number = '0123456749', website = 'https://caw.example', phone = '03 1', what = 'Welzijn', part_of_id = $2 where organisation_id = $1`,
    [world.organisations.caw, world.organisations.welzijn],
  )
  await owner.query(
    `insert into service_location (stek_id, location_id, name, street, postcode, town, latitude, longitude, bus, directions, step_free) values
      ($1, $2, 'Sociaal huis', 'Dorp 1', '2990', 'Wuustwezel', 51.39, 4.59, 'Lijn 600', 'Achterdeur', 'yes'), ($1, $3, 'Bus', '', null, '', null, null, '', '', 'unknown')`,
    [world.stekId, place, other],
  )
  await owner.query('insert into service_at_location select $1, $2, unnest($3::uuid[])', [world.stekId, full, [place, other]])
  await owner.query(
    `insert into service_hours (stek_id, hours_id, service_id, location_id, weekday, opens, closes, by_appointment, from_date, until_date, note) values
      ($1, $3, $2, null, 1, '09:00', '12:00', false, null, null, ''), ($1, $4, $2, $5, 7, '13:30', '16:00', true, '2026-07-01', '2026-08-31', 'zomer')`,
    [world.stekId, full, house.newId(), house.newId(), place],
  )
  await owner.query(
    `insert into service_notice (stek_id, notice_id, service_id, kind, from_date, until_date, message) values ($1, $3, $2, 'closure', '2026-11-20', '2026-11-30', 'Verbouwing'), ($1, $4, $2, 'message', '2026-12-20', '2026-12-30', 'Later')`,
    [world.stekId, full, house.newId(), house.newId()],
  )
  await owner.query(`update service set ended_on = '2026-11-01' where service_id = $1`, [ids.ended])
})
after(() => world.close())

type Json = Record<string, unknown>
const read = async (path: string): Promise<Json> => (await world.app.request(path)).json() as Promise<Json>

test('REFER-3 every service, organisation and place of the guide passes the strict schema of HSDS 3.0', async (context) => {
  if (!there) return context.diagnostic('skipped: oracle not present')
  const [service, organization, atLocation] = [checkerOf('service'), checkerOf('organization'), checkerOf('service_at_location')]
  for (const id of Object.values(ids)) assert.equal(service(await read(`/api/hsds/services/${id}`)), '')
  for (const path of [
    '/api/hsds/services',
    '/api/hsds/services?full=true',
    '/api/hsds/services?minimal=true',
    '/api/hsds/services?stek=wuustwezel',
  ]) {
    const { contents } = (await read(path)) as { contents: unknown[] }
    assert.equal(contents.length, 3)
    for (const one of contents) assert.equal(service(one), '', path)
  }
  const { contents: all } = (await read('/api/hsds/organizations')) as { contents: { id: string }[] }
  assert.equal(all.length, 2)
  for (const one of all) {
    assert.equal(organization(one), '')
    assert.equal(organization(await read(`/api/hsds/organizations/${one.id}`)), '')
  }
  const { contents: places } = (await read('/api/hsds/service_at_locations')) as { contents: unknown[] }
  assert.equal(places.length, 2)
  for (const one of places) assert.equal(atLocation(one), '')
})

test('the strict schema would refuse what the plain one lets pass', (context) => {
  if (!there) return context.diagnostic('skipped: oracle not present')
  const service = checkerOf('service')
  const good = { id: '018f0000-0000-7000-8000-000000000000', name: 'x', status: 'active' }
  assert.equal(service(good), '')
  for (const odd of [
    { opened_by: 'iemand' },
    { schedules: [{ id: good.id, opens_at: '9u' }] },
    { schedules: [{ id: good.id, byday: 'MAANDAG' }] },
    { status: 'open' },
  ])
    assert.notEqual(service({ ...good, ...odd }), '', JSON.stringify(odd))
})

test('a service says for other programs what visitors see: hours, places, closure, when it was checked', async () => {
  const service = (await read(`/api/hsds/services/${ids.full}`)) as Record<string, unknown>
  assert.equal(service.status, 'temporarily closed')
  assert.equal(service.alert, '2026-11-20/2026-11-30 Closed Verbouwing', 'what is more than ten days ahead is not told yet')
  assert.equal(service.assured_date, '2026-11-01')
  const [schedule] = service.schedules as Json[]
  assert.deepEqual(
    { ...schedule, id: '' },
    { id: '', freq: 'WEEKLY', interval: 1, wkst: 'MO', byday: 'MO', opens_at: '09:00', closes_at: '12:00' },
  )
  const [bus, house] = service.service_at_locations as Json[]
  assert.equal((bus?.location as Json | undefined)?.addresses, undefined)
  const at = house?.location as { addresses: Json[]; latitude: number }
  assert.equal(at.addresses[0]?.state_province, 'Antwerpen')
  assert.equal(at.latitude, 51.39)
  const [attribute] = service.attributes as { taxonomy_term: Json }[]
  assert.equal(attribute?.taxonomy_term.term_uri, 'https://productencatalogus.data.vlaanderen.be/id/concept/Thema/WelzijnGezondheid')
  assert.deepEqual(await read(`/api/hsds/services/${ids.full}`), service, 'ids are the same each time')
  assert.equal((await read(`/api/hsds/services/${ids.ended}`)).status, 'inactive')
  assert.doesNotMatch(JSON.stringify(service), /geheim woord|assurer_email/)
})

test('a list has pages, and can be asked of one stek, one organisation or with a word', async () => {
  const first = await read('/api/hsds/services?per_page=2')
  assert.deepEqual(
    [first.total_items, first.total_pages, first.page_number, first.size, first.first_page, first.last_page, first.empty],
    [3, 2, 1, 2, true, false, false],
  )
  const second = await read('/api/hsds/services?per_page=2&page=2')
  assert.deepEqual([second.size, second.last_page], [1, true])
  const beyond = await read('/api/hsds/services?page=99')
  assert.deepEqual([beyond.size, beyond.empty], [0, true])
  const count = async (query: string) => (await read(`/api/hsds/services?${query}`)).total_items
  assert.equal(await count('search=niets'), 1)
  assert.equal(await count('search=100%25'), 0)
  assert.equal(await count(`organization_id=${world.organisations.caw}`), 1)
  for (const [query, status] of [
    ['page=0', 400],
    ['page=abc', 400],
    ['per_page=-1', 400],
    ['organization_id=x', 400],
    ['stek=elders', 404],
  ] as const)
    assert.equal((await world.app.request(`/api/hsds/services?${query}`)).status, status, query)
  assert.equal((await world.app.request('/api/hsds/services/niets')).status, 404)
})

test('other programs may read from anywhere, ask again cheaply, and find a description of everything', async () => {
  const answer = await world.app.request('/api/hsds/services')
  assert.equal(answer.headers.get('access-control-allow-origin'), '*')
  const etag = answer.headers.get('etag') ?? ''
  assert.equal((await world.app.request('/api/hsds/services', { headers: { 'if-none-match': etag } })).status, 304)
  const about = (await read('/api/hsds/')) as { version: string; openapi_url: string }
  assert.equal(about.version, '3.0')
  const described = (await read(new URL(about.openapi_url).pathname)) as { openapi: string; paths: Json }
  assert.equal(described.openapi, '3.1.0')
  for (const path of ['/{stek}/programma.json', '/api/hsds/services', '/api/hsds/services/{id}', '/api/hsds/organizations'])
    assert.ok(path in described.paths)
})

test('every address that gives JSON to other programs stands in the description, and every address in it answers', async () => {
  const { paths } = (await read('/api/openapi.json')) as { paths: Record<string, unknown> }
  const mounted = world.app.routes
    .filter(({ method, path }) => method === 'GET' && !path.startsWith('/werk') && (path.startsWith('/api/') || /\.json\b/.test(path)))
    .map(({ path }) => path.replace(/:([a-zA-Z]+)(\{[^}]*\})*/g, '{$1}'))
    .filter((path) => !/^\/(?:en|fr|ar|uk)\//.test(path))
  const tidy = (path: string) => path.replace(/\\/g, '').replace(/\/$/, '')
  const described = new Set(Object.keys(paths).map(tidy))
  assert.ok(mounted.length >= 8, mounted.join(' '))
  assert.deepEqual(
    [...new Set(mounted.map(tidy))].filter((path) => !described.has(path) && path !== '/api/openapi.json'),
    [],
  )
  const organisation = ((await read('/api/hsds/organizations')) as { contents: { id: string }[] }).contents[0]?.id ?? ''
  for (const path of Object.keys(paths)) {
    const id = path.includes('/organizations/') ? organisation : ids.full
    assert.equal((await world.app.request(path.replace('{stek}', 'wuustwezel').replace('{id}', id))).status, 200, path)
  }
})
