import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { Hono } from 'hono'
import type { Env } from '../../../platform/http/house.ts'
import { type TestHouse, testHouse } from '../../../test/house.ts'
import { openWork, Visit } from '../../../test/work.ts'
import { makeSetUpLink, setUpIsNeeded } from './link.ts'
import { reservedSlugs, slugFrom, slugRefusal } from './rules.ts'

let it: TestHouse
let app: Hono<Env>
before(async () => {
  it = await testHouse()
  app = openWork(it.house)
})
after(() => it.close())
beforeEach(() => it.owner.query('truncate network, person, sign_in_link cascade'))

const whole = {
  networkName: 'Noorderkempen',
  stekName: 'De STEK Kalmthout',
  municipality: 'Kalmthout',
  slug: '',
  siteName: `'t Kattegat`,
  street: 'Dorpsstraat 1',
  postcode: '2920',
  town: 'Kalmthout',
  partnerName: 'Buurtwerk',
  name: 'Els',
  email: 'Els@voorbeeld.be',
}
const link = () => makeSetUpLink(it.house.database, it.clock.now())
const count = async (table: string) => (await it.owner.query(`select from ${table}`)).rowCount

test('an empty house is set up in one form and ends on the first page, signed in', async () => {
  assert.equal(await setUpIsNeeded(it.house.database), true)
  const path = await link()
  const visit = new Visit(app)
  assert.equal((await visit.get(path)).status, 200)
  const done = await visit.post(path, whole)
  assert.equal(done.status, 303)
  assert.equal(done.headers.get('location'), '/werk?stek=kalmthout')
  assert.equal(await (await visit.get('/werk')).text(), 'hier werkt Els')
  const { rows } = await it.owner.query(`
    select network.slug as network, stek.name as stek, site.slug as site, site.postcode, room.name as room, partner.name as partner
    from stek join network using (network_id) join site using (stek_id) join room using (stek_id) join partner using (stek_id)`)
  assert.deepEqual(rows, [
    {
      network: 'noorderkempen',
      stek: 'De STEK Kalmthout',
      site: 't-kattegat',
      postcode: '2920',
      room: 'Grote ruimte',
      partner: 'Buurtwerk',
    },
  ])
  const { rows: roles } = await it.owner.query('select kind from role order by kind')
  assert.deepEqual(roles, [{ kind: 'community-worker' }, { kind: 'coordinator' }])
  assert.equal(await setUpIsNeeded(it.house.database), false)
  assert.equal((await visit.get('/werk/mensen')).status, 200)
})

test('a set-up link works once, for a week, and only the newest', async () => {
  const first = await link()
  const second = await link()
  assert.equal((await new Visit(app).get(first)).status, 404)
  it.clock.pass({ days: 7 })
  const late = await new Visit(app).get(second)
  assert.equal(late.status, 404)
  assert.match(await late.text(), /Start het programma opnieuw/)
  assert.equal((await new Visit(app).post(second, whole)).status, 404)
  const third = await link()
  const [one, other] = await Promise.all([new Visit(app).post(third, whole), new Visit(app).post(third, { ...whole, slug: 'andere' })])
  assert.equal(await count('stek'), 1)
  assert.deepEqual([one.status, other.status], [303, 303], 'whoever pressed twice is in')
  assert.equal((await new Visit(app).get(third)).status, 404)
  it.clock.pass({ minutes: 11 })
  assert.equal((await new Visit(app).post(third, whole)).status, 404)
  await assert.rejects(link(), /has a stek already/)
})

test('a link for signing in sets nothing up, and the other way round', async () => {
  const path = await link()
  assert.equal((await new Visit(app).post(path.replace('/werk/start/', '/werk/aanmelden/'), {})).status, 404)
  assert.equal((await new Visit(app).get(`/werk/start/${'x'.repeat(43)}`)).status, 404)
})

test('everything that is wrong is told at once, and nothing is lost', async () => {
  const path = await link()
  const response = await new Visit(app).post(path, {
    ...whole,
    networkName: ' ',
    siteName: '',
    postcode: '29',
    name: '',
    email: 'els',
    stekName: '<script>alert(1)</script>',
  })
  assert.equal(response.status, 422)
  const html = await response.text()
  for (const sentence of [
    /naam van het netwerk/,
    /naam van de plek/,
    /Een postcode heeft vier cijfers/,
    /Vul je naam in/,
    /Vul een e-mailadres in/,
  ])
    assert.match(html, sentence)
  assert.match(html, /&lt;script>alert/)
  assert.match(html, /value="Dorpsstraat 1"/)
  assert.equal(await count('network'), 0)
  assert.equal((await new Visit(app).post(path, whole)).status, 303, 'and the link still works')
})

test('a form with nothing in it asks for everything', async () => {
  const response = await new Visit(app).post(await link(), {})
  assert.equal(response.status, 422)
})

test('an address of the product itself is refused with a sentence', async () => {
  const path = await link()
  for (const slug of ['werk', 'API', 'rechten']) {
    const response = await new Visit(app).post(path, { ...whole, slug })
    assert.equal(response.status, 422)
    assert.match(await response.text(), /Dit adres hebben we zelf nodig/)
  }
  for (const slug of ['en', 'a--b', 'kalmthout!', 'x'.repeat(61)]) {
    assert.match(await (await new Visit(app).post(path, { ...whole, slug })).text(), /Gebruik voor het adres/, slug)
  }
})

test('the form refuses the same addresses as the database', async () => {
  const { rows } = await it.owner.query<{ rule: string }>(
    `select pg_get_constraintdef(oid) as rule from pg_constraint where conrelid = 'stek'::regclass and contype = 'c'`,
  )
  const rule = rows.map((row) => row.rule).find((text) => text.includes('werk')) ?? ''
  const inDatabase = [...rule.matchAll(/'([a-z]+)'::text/g)].map(([, slug]) => slug ?? '')
  assert.deepEqual([...reservedSlugs].sort(), inDatabase.sort())
  for (const slug of inDatabase) assert.equal(slugRefusal(slug), 'reserved')
})

test('an address is made from any name', () => {
  assert.equal(slugFrom(`'t Kattegat`, 'plek'), 't-kattegat')
  assert.equal(slugFrom('Café  Wuustwezél — centrum!', 'plek'), 'cafe-wuustwezel-centrum')
  assert.equal(slugFrom('مركز', 'plek'), 'plek')
  assert.equal(slugFrom(`${'lang '.repeat(40)}`, 'plek').length <= 60, true)
  assert.equal(slugRefusal(slugFrom(`${'lang '.repeat(40)}`, 'plek')), undefined)
})
