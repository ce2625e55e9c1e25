import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { openApp } from '../../../../../app.tsx'
import type { Env } from '../../../../../platform/http/house.ts'
import { loadDemoWorld } from '../../../../../programme/demo-world/load.ts'
import { type GuideWorld, guideWorld } from '../../../../../test/guide-world.ts'
import { type TestHouse, testHouse } from '../../../../../test/house.ts'
import { hsdsChecker, hsdsIsThere } from '../../../../../test/hsds.ts'
import { importVisit } from '../../../../../test/import-visit.ts'
import { loadGuide } from '../../start-set/load.ts'
import { readStartSet } from '../../start-set/shape.ts'
import type { Page, Service } from './form.ts'

let demo: TestHouse
let app: Hono<Env>
let world: GuideWorld

before(async () => {
  demo = await testHouse()
  await loadDemoWorld(demo.owner, demo.clock.now())
  await loadGuide(demo.owner, demo.house.newId)
  app = openApp(demo.house)
  world = await guideWorld()
})
after(async () => {
  await world.close()
  await demo.close()
})

/** Every item of a list, page after page until the last. */
async function everyPage<Item>(of: Hono<Env>, path: string): Promise<Item[]> {
  const items: Item[] = []
  for (let number = 1; ; number += 1) {
    const answer = await of.request(`${path}${path.includes('?') ? '&' : '?'}page=${number}&per_page=37`)
    assert.equal(answer.status, 200, path)
    const page = (await answer.json()) as Page<Item>
    items.push(...page.contents)
    assert.equal(page.page_number, number)
    if (page.last_page) {
      assert.equal(items.length, page.total_items, `${path}: as many items on its pages as it says`)
      return items
    }
  }
}

test('REFER-3 the whole start set passes the strict schema of HSDS 3.0, on every page of every list and one by one', async (context) => {
  if (!hsdsIsThere) return context.diagnostic('skipped: not present')
  const service = hsdsChecker('service')
  const seen = new Map<string, number>()
  for (const path of [
    '/api/hsds/services',
    '/api/hsds/services?full=true',
    '/api/hsds/services?minimal=true',
    '/api/hsds/services?stek=kalmthout&full=true',
  ]) {
    const all = await everyPage<Service>(app, path)
    seen.set(path, all.length)
    for (const one of all) assert.equal(service(one), '', `${path} ${one.name}`)
  }
  const { services } = readStartSet()
  assert.ok((seen.get('/api/hsds/services') ?? 0) >= services.length, `${[...seen]}`)
  for (const { id } of await everyPage<Service>(app, '/api/hsds/services?stek=wuustwezel'))
    assert.equal(service(await oneAt(`/api/hsds/services/${id}`)), '')
  const organization = hsdsChecker('organization')
  const organizations = await everyPage<{ id: string }>(app, '/api/hsds/organizations')
  assert.ok(organizations.length > 20)
  for (const one of organizations) {
    assert.equal(organization(one), '')
    assert.equal(organization(await oneAt(`/api/hsds/organizations/${one.id}`)), '')
  }
  const atLocation = hsdsChecker('service_at_location')
  const places = await everyPage<{ id: string }>(app, '/api/hsds/service_at_locations')
  assert.ok(places.length > 5)
  const full = await everyPage(app, '/api/hsds/service_at_locations?full=true')
  assert.equal(full.length, places.length)
  for (const one of [...places, ...full]) assert.equal(atLocation(one), '')
  for (const { id } of places.slice(0, 20)) assert.equal(atLocation(await oneAt(`/api/hsds/service_at_locations/${id}`)), '')
  const term = hsdsChecker('taxonomy_term')
  const terms = await everyPage<{ id: string }>(app, '/api/hsds/taxonomy_terms')
  assert.equal(terms.length, 8)
  for (const one of terms) {
    assert.equal(term(one), '')
    const filed = await everyPage<Service>(app, `/api/hsds/services?full=true&taxonomy_term_id=${one.id}`)
    for (const { attributes = [] } of filed) assert.ok(attributes.some(({ taxonomy_term_id }) => taxonomy_term_id === one.id))
  }
})

/** One item by its address. */
async function oneAt(path: string): Promise<unknown> {
  const answer = await app.request(path)
  assert.equal(answer.status, 200, path)
  return answer.json()
}

/** What is left of an object when every id is taken out of it, and when it was last changed. */
const withoutIds = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutIds)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'id' && name !== 'last_modified' && !/_id$/.test(name))
      .map(([name, below]) => [name, withoutIds(below)]),
  )
}
const byName = (services: readonly Service[]) =>
  (withoutIds(services) as Service[]).sort(
    (one, other) => one.name.localeCompare(other.name, 'en') || JSON.stringify(one).localeCompare(JSON.stringify(other), 'en'),
  )

test('REFER-3 a guide that is taken along and brought to another stek is the same guide there, apart from its ids', async () => {
  const { rows } = await demo.owner.query<{ service_id: string; location_id: string }>(
    `select service_id, location_id from service_at_location join service using (stek_id, service_id) join stek using (stek_id) where stek.slug = 'wuustwezel' limit 1`,
  )
  const [{ service_id: some, location_id: place } = { service_id: '', location_id: '' }] = rows
  await demo.owner.query(
    `update service set is_free = true, cost = '', bring = E'Kids-ID\\nKlever', for_whom = 'Iedereen', conditions = 'Geen', languages = '{nl,fr}', checked_on = '2026-11-02', checked_by = 'worker', email = 'balie@stek.example' where service_id = $1`,
    [some],
  )
  await demo.owner.query(
    `update service_location set step_free = 'partly', street = 'Dorp 1', postcode = '2990', bus = 'Lijn 1', directions = 'Achterdeur' where location_id = $1`,
    [place],
  )
  await demo.owner.query(
    `insert into service_hours (stek_id, hours_id, service_id, location_id, weekday, opens, closes, by_appointment, from_date, until_date, note)
     select stek_id, gen_random_uuid(), service_id, null::uuid, 2, '09:00'::time, '12:00'::time, true, '2026-09-01'::date, '2026-12-31'::date, 'niet in de vakantie' from service where service_id = $1
     union all select stek_id, gen_random_uuid(), service_id, $2::uuid, 5, '13:30'::time, '16:00'::time, false, null::date, null::date, '' from service where service_id = $1`,
    [some, place],
  )
  const taken = await everyPage<Service>(app, '/api/hsds/services?stek=wuustwezel&full=true')
  assert.ok(taken.length > 100)

  await world.test.owner.query('delete from service; delete from organisation')
  const desk = importVisit(world)
  const half = Math.floor(taken.length / 2)
  const read = await desk.bring([
    { name: 'bladzijde-1.json', content: JSON.stringify({ contents: taken.slice(0, half) }) },
    { name: 'bladzijde-2.json', content: JSON.stringify({ contents: taken.slice(half) }) },
  ])
  const counts = desk.counts(read.html)
  assert.equal(counts['service-new'], taken.length, JSON.stringify(counts))
  assert.deepEqual(
    Object.keys(counts).filter((name) => name.endsWith('refused')),
    [],
  )
  await desk.agree(read.path)
  const brought = await everyPage<Service>(world.app, '/api/hsds/services?stek=wuustwezel&full=true')
  const was = byName(taken)
  assert.equal(brought.length, was.length)
  for (const [at, one] of byName(brought).entries()) assert.deepEqual(one, was[at])
})
