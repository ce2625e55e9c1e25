import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hsdsChecker as checkerOf, hsdsIsThere as there } from '../../../../../test/hsds.ts'
import { type HsdsWorld, hsdsWorld, type Json } from '../../../../../test/hsds-world.ts'

let world: HsdsWorld
let ids: HsdsWorld['added']
let read: HsdsWorld['read']
before(async () => {
  world = await hsdsWorld()
  ;({ added: ids, read } = world)
})
after(() => world.close())

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
    const below = path.replace('/{id}', '')
    const first = path.includes('/hsds/') && path !== below ? ((await read(below)) as { contents: { id: string }[] }).contents[0]?.id : ''
    const id = path.includes('/organizations/') ? organisation : (first ?? '')
    assert.equal((await world.app.request(path.replace('{stek}', 'wuustwezel').replace('{id}', id))).status, 200, path)
  }
})
