import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type GuideWorld, guideWorld } from '../../../../../test/guide-world.ts'
import { json, service, uuid } from '../../../../../test/hsds-lists.ts'
import { importVisit } from '../../../../../test/import-visit.ts'

let world: GuideWorld
let desk: ReturnType<typeof importVisit>
before(async () => {
  world = await guideWorld()
  desk = importVisit(world)
})
after(() => world.close())
beforeEach(() => desk.emptyGuide())

test('REFER-3 a list of HSDS is read, its difference is shown, and only after a yes it stands in the guide', async () => {
  const read = await desk.bring(
    json([service(1), service(2, { languages: [{ id: uuid(5), code: 'fr' }], cost_options: [{ id: uuid(6), amount: 0 }] })]),
  )
  assert.equal(read.status, 303)
  assert.deepEqual(desk.counts(read.html), { 'service-new': 2, 'organisation-new': 1, 'location-new': 1 })
  assert.deepEqual(await desk.inGuide('name'), [], 'nothing is written yet')
  assert.match(await desk.agree(read.path), /De lijst is overgenomen/)
  assert.deepEqual(await desk.inGuide('name, slug, what, is_free, languages, imported_from, imported_id'), [
    { name: 'Dienst 1', slug: 'dienst-1', what: 'Hulp', is_free: null, languages: ['nl'], imported_from: 'proef', imported_id: uuid(1) },
    { name: 'Dienst 2', slug: 'dienst-2', what: 'Hulp', is_free: true, languages: ['fr'], imported_from: 'proef', imported_id: uuid(2) },
  ])
  assert.deepEqual(
    await world.rows(`select weekday, opens, closes, l.name from service_hours h left join service_location l using (stek_id, location_id)
    join service s using (stek_id, service_id) where s.name = 'Dienst 1' order by weekday`),
    [
      { weekday: 1, opens: '09:00', closes: '12:00', name: null },
      { weekday: 4, opens: '09:00', closes: '12:00', name: null },
      { weekday: 5, opens: '13:30', closes: '16:00', name: 'Huis' },
    ],
  )
})

test('REFER-3 the same list again changes nothing; one word that differs is shown and changes one row', async () => {
  const first = await desk.bring(json([service(1), service(2), service(3)]))
  await desk.agree(first.path)
  const before = await desk.inGuide('service_id, revision, slug')
  const again = await desk.bring(json([service(1), service(2), service(3)]))
  assert.deepEqual(desk.counts(again.html), { 'service-same': 3, 'organisation-same': 1, 'location-same': 1 })
  assert.match(again.words, /Er verandert niets/)
  await desk.agree(again.path)
  assert.deepEqual(await desk.inGuide('service_id, revision, slug'), before)

  const other = await desk.bring(json([service(1, { description: 'Andere hulp' }), service(2)]))
  assert.deepEqual(desk.counts(other.html), { 'service-changed': 1, 'service-same': 1, 'organisation-same': 1, 'location-same': 1 })
  assert.match(other.words, /Wat vind je er\?: Hulp → Andere hulp/)
  assert.match(other.words, /1 dienst kwam vroeger uit deze lijst/)
  await desk.agree(other.path, { endVanished: 'yes' })
  assert.deepEqual(await desk.inGuide('name, what, revision, ended_on is not null as ended'), [
    { name: 'Dienst 1', what: 'Andere hulp', revision: 2, ended: false },
    { name: 'Dienst 2', what: 'Hulp', revision: 1, ended: false },
    { name: 'Dienst 3', what: 'Hulp', revision: 2, ended: true },
  ])
})

test('what a list does not tell stays as a worker wrote it', async () => {
  const first = await desk.bring(json([service(1)]))
  await desk.agree(first.path)
  await world.test.owner.query(`update service set bring = 'Kids-ID', checked_on = '2026-11-20', checked_by = 'worker'`)
  const again = await desk.bring(json([service(1, { name: 'Nieuwe naam', assured_date: '2020-01-01' })]))
  await desk.agree(again.path)
  assert.deepEqual(await desk.inGuide('name, bring, checked_on, checked_by'), [
    { name: 'Nieuwe naam', bring: 'Kids-ID', checked_on: '2026-11-20', checked_by: 'worker' },
  ])
})

test('rows that cannot be are refused one by one, with the reason; the others go on', async () => {
  const read = await desk.bring(
    json([
      service(1),
      service(2, { schedules: [{ id: uuid(3), byday: 'MO', opens_at: '9u', closes_at: '12:00' }] }),
      service(3, { schedules: [{ id: uuid(4), byday: 'MAANDAG', opens_at: '09:00', closes_at: '12:00' }] }),
      service(1, { name: 'Dubbel' }),
      service(5, { description: 'Vraag naar 93.05.18-223.61' }),
      { id: uuid(6), name: 'Zwevend', status: 'active', organization_id: uuid(404) },
      service(7, { name: '' }),
      service(8, {
        contacts: [{ id: uuid(9), name: 'Els Voorbeeld', title: 'Onthaal' }],
        description: 'Mail jan@voorbeeld.example',
        email: 'geen adres',
      }),
      { ...service(9), organization: undefined },
    ]),
  )
  assert.deepEqual(desk.counts(read.html), { 'service-new': 2, 'service-refused': 7, 'organisation-new': 1, 'location-new': 1 })
  for (const sentence of [
    /‘9u’ is geen uur zoals 09:00/,
    /‘MAANDAG’ is geen dag/,
    /stond al als nummer 1 in de lijst/,
    /rijksregisternummer/,
    /De organisatie ‘018f0000-0000-7000-8000-000000000404’ staat niet in de lijst/,
    /Er staat geen naam/,
    /Er staat geen organisatie bij/,
    /De naam van iemand is weggelaten/,
    /Er staat een e-mailadres in ‘Wat vind je er\?’/,
    /‘geen adres’ is weggelaten uit ‘E-mail’/,
  ])
    assert.match(read.words, sentence)
  await desk.agree(read.path)
  assert.deepEqual(await desk.inGuide('name, ask_for'), [
    { name: 'Dienst 1', ask_for: '' },
    { name: 'Dienst 8', ask_for: 'Onthaal' },
  ])
  assert.doesNotMatch(JSON.stringify(await world.rows('select * from service')), /Els Voorbeeld/)
})

test('organisations that are part of each other in a circle are refused, with their services', async () => {
  const organisation = (n: number, parent: number) => ({
    id: uuid(n),
    name: `Org ${n}`,
    description: 'x',
    parent_organization_id: uuid(parent),
  })
  const read = await desk.bring(
    json([
      service(1, { organization: organisation(10, 11) }),
      service(2, { organization: organisation(11, 12) }),
      service(3, { organization: organisation(12, 10) }),
      service(4, { organization: organisation(13, 14) }),
      service(5, { organization: { ...organisation(14, 404), name: 'Ouder' } }),
    ]),
  )
  assert.deepEqual(desk.counts(read.html), {
    'service-new': 2,
    'service-refused': 3,
    'organisation-new': 2,
    'organisation-refused': 3,
    'location-new': 1,
  })
  assert.match(read.words, /hoort bij zichzelf/)
  assert.match(read.words, /De organisatie ‘Org 10’ is zelf niet overgenomen/)
  await desk.agree(read.path)
  assert.deepEqual(
    await world.rows(
      `select o.name, p.name as parent from organisation o left join organisation p on p.organisation_id = o.part_of_id where o.imported_from is not null order by o.name`,
    ),
    [
      { name: 'Org 13', parent: 'Ouder' },
      { name: 'Ouder', parent: null },
    ],
  )
})

test('the guide can be taken along as tables, and a cell is never a formula', async () => {
  await world.addService({ name: '=1+1', phone: '+32 3 123 45 67' })
  const answer = await desk.visit.get('/werk/wegwijzer/uitvoer/diensten.csv?stek=wuustwezel')
  assert.match(answer.headers.get('content-disposition') ?? '', /wuustwezel-diensten\.csv/)
  assert.match(await answer.text(), /;'=1\+1;|'=1\+1;Welzijnshuis;;\+32 3 123 45 67/)
  for (const name of ['organisaties', 'plaatsen', 'uren'])
    assert.equal((await desk.visit.get(`/werk/wegwijzer/uitvoer/${name}.csv?stek=wuustwezel`)).status, 200)
  assert.equal((await desk.visit.get('/werk/wegwijzer/uitvoer/mensen.csv?stek=wuustwezel')).status, 404)
})

test('REFER-3 the whole guide can be taken along in one file, whatever its size; a partner takes only what is of the own organisation', async () => {
  for (let n = 0; n < 450; n += 1) await world.addService({ name: `Dienst ${n}`, of: n % 9 === 0 ? 'caw' : 'welzijn' })
  const file = '/werk/wegwijzer/uitvoer/hsds.json?stek=wuustwezel'
  const answer = await desk.visit.get(file)
  assert.match(answer.headers.get('content-disposition') ?? '', /wuustwezel-wegwijzer\.json/)
  const content = await answer.text()
  assert.equal((JSON.parse(content) as unknown[]).length, 450)
  const read = await desk.bring([{ name: 'wuustwezel-wegwijzer.json', content }], { source: '' })
  assert.deepEqual(desk.counts(read.html), { 'service-refused': 450, 'organisation-refused': 2 }, 'it stands here already')
  assert.match(read.words, /Dit staat al in deze gids: de lijst komt van hier/)
  assert.match(read.words, /Er verandert niets/)
  const csv = await (await desk.visit.get('/werk/wegwijzer/uitvoer/diensten.csv?stek=wuustwezel')).text()
  const table = await desk.bring([{ name: 'wuustwezel-diensten.csv', content: csv }])
  assert.equal(desk.counts(await desk.choose(table.path))['service-refused'], 450)
  assert.equal(((await (await world.visits['partner-worker'].get(file)).json()) as unknown[]).length, 50)
  assert.notEqual((await world.visits.volunteer.get(file)).status, 200)
  assert.notEqual((await world.app.request(file)).status, 200)
  await world.test.owner.query('delete from service')
  assert.equal(await (await desk.visit.get(file)).text(), '[]\n')
})
