import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { eraseKind } from '../../../../../platform/erasing/erase.ts'
import { type GuideWorld, guideWorld } from '../../../../../test/guide-world.ts'
import { importVisit } from '../../../../../test/import-visit.ts'

let world: GuideWorld
let desk: ReturnType<typeof importVisit>
before(async () => {
  world = await guideWorld()
  desk = importVisit(world)
})
after(() => world.close())
beforeEach(() =>
  world.test.owner.query(
    `delete from guide_import; delete from organisation where imported_from is not null; delete from service; delete from service_location`,
  ),
)

const uuid = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`
const service = (n: number, more: object = {}) => ({
  id: uuid(n),
  name: `Dienst ${n}`,
  status: 'active',
  description: 'Hulp',
  organization: { id: uuid(900), name: 'Welzijnspunt', description: 'Helpt', phones: [{ id: uuid(901), number: '03 123 45 67' }] },
  schedules: [{ id: uuid(800 + n), freq: 'WEEKLY', byday: 'MO,TH', opens_at: '09:00', closes_at: '12:00:00' }],
  service_at_locations: [
    {
      id: uuid(700 + n),
      location: {
        id: uuid(600),
        location_type: 'physical',
        name: 'Huis',
        addresses: [{ id: uuid(601), address_1: 'Dorp 1', city: 'Wuustwezel', postal_code: '2990' }],
      },
      schedules: [{ id: uuid(750 + n), freq: 'WEEKLY', byday: 'FR', opens_at: '13:30Z', closes_at: '16:00' }],
    },
  ],
  ...more,
})
const json = (services: object[]) => [{ name: 'lijst.json', content: JSON.stringify(services) }]
const inGuide = (columns: string) => world.rows(`select ${columns} from service where imported_from is not null order by name`)

test('REFER-3 a list of HSDS is read, its difference is shown, and only after a yes it stands in the guide', async () => {
  const read = await desk.bring(
    json([service(1), service(2, { languages: [{ id: uuid(5), code: 'fr' }], cost_options: [{ id: uuid(6), amount: 0 }] })]),
  )
  assert.equal(read.status, 303)
  assert.deepEqual(desk.counts(read.html), { 'service-new': 2, 'organisation-new': 1, 'location-new': 1 })
  assert.deepEqual(await inGuide('name'), [], 'nothing is written yet')
  assert.match(await desk.agree(read.path), /De lijst is overgenomen/)
  assert.deepEqual(await inGuide('name, slug, what, is_free, languages, imported_from, imported_id'), [
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
  const before = await inGuide('service_id, revision, slug')
  const again = await desk.bring(json([service(1), service(2), service(3)]))
  assert.deepEqual(desk.counts(again.html), { 'service-same': 3, 'organisation-same': 1, 'location-same': 1 })
  assert.match(again.words, /Er verandert niets/)
  await desk.agree(again.path)
  assert.deepEqual(await inGuide('service_id, revision, slug'), before)

  const other = await desk.bring(json([service(1, { description: 'Andere hulp' }), service(2)]))
  assert.deepEqual(desk.counts(other.html), { 'service-changed': 1, 'service-same': 1, 'organisation-same': 1, 'location-same': 1 })
  assert.match(other.words, /Wat vind je er\?: Hulp → Andere hulp/)
  assert.match(other.words, /1 dienst kwam vroeger uit deze lijst/)
  await desk.agree(other.path, { endVanished: 'yes' })
  assert.deepEqual(await inGuide('name, what, revision, ended_on is not null as ended'), [
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
  assert.deepEqual(await inGuide('name, bring, checked_on, checked_by'), [
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
    /stond al op rij 1/,
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
  assert.deepEqual(await inGuide('name, ask_for'), [
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

const table = [
  'Naam;Organisatie;Omschrijving;Telefoon;Openingsuren;Gemeente;Gratis;Talen',
  'Café Élan;Buurthuis;Praten & koffie;03/123.45.67;ma-vr 9u-12u;Wuustwezel;ja;Nederlands, Frans',
  'Ruilwinkel;Buurthuis;Ruilen;;za 10-12;Wuustwezel;nee;nl',
  'Kapot;Buurthuis;x;;altijd open;Wuustwezel;;',
].join('\r\n')

test('a table in Latin-1 with semicolons is read; the columns are guessed and can be corrected', async () => {
  const read = await desk.bring([{ name: 'gids.csv', content: Buffer.from(table, 'latin1') }])
  assert.match(read.words, /Welke kolom is wat/)
  assert.match(read.html, /Café Élan/)
  const html = await desk.choose(read.path)
  assert.deepEqual(desk.counts(html), { 'service-new': 2, 'service-refused': 1, 'organisation-new': 1, 'location-new': 1 })
  assert.match(html, /Ik begrijp de uren niet: ‘altijd open’/)
  await desk.agree(read.path)
  assert.deepEqual(await inGuide('name, phone, is_free, languages'), [
    { name: 'Café Élan', phone: '03/123.45.67', is_free: true, languages: ['nl', 'fr'] },
    { name: 'Ruilwinkel', phone: null, is_free: false, languages: ['nl'] },
  ])
  assert.equal((await world.rows('select from service_hours')).length, 6)
  const again = await desk.bring([{ name: 'gids.csv', content: table }])
  assert.deepEqual(
    desk.counts(await desk.choose(again.path)),
    { 'service-same': 2, 'service-refused': 1, 'organisation-same': 1, 'location-same': 1 },
    'the same in UTF-8',
  )
  const wrong = await desk.bring([{ name: 'gids.csv', content: table }], { source: 'anders' })
  assert.match(await desk.choose(wrong.path, { name: '' }), /Kies de kolom met de naam/)
  assert.match(await desk.choose(wrong.path, { what: '0' }), /twee keer gekozen/)
})

test('the tables of HSDS are read together', async () => {
  const files = {
    'organizations.csv': `id,name,description\n${uuid(1)},Huis,Een huis\n`,
    'services.csv': `id,organization_id,name,description,status\n${uuid(2)},${uuid(1)},Soep,Warm,active\n${uuid(3)},${uuid(9)},Wees,,active\n`,
    'locations.csv': `id,name,location_type\n${uuid(4)},Zaal,physical\n`,
    'addresses.csv': `id,location_id,address_1,city,postal_code\n${uuid(5)},${uuid(4)},Dorp 2,Wuustwezel,2990\n`,
    'service_at_locations.csv': `id,service_id,location_id\n${uuid(6)},${uuid(2)},${uuid(4)}\n`,
    'schedules.csv': `id,service_id,service_at_location_id,freq,byday,opens_at,closes_at\n${uuid(7)},,${uuid(6)},WEEKLY,TU,11:30,13:00\n`,
    'phones.csv': `id,service_id,number\n${uuid(8)},${uuid(2)},03 000 00 00\n`,
  }
  const read = await desk.bring(Object.entries(files).map(([name, content]) => ({ name, content })))
  assert.deepEqual(desk.counts(read.html), { 'service-new': 1, 'service-refused': 1, 'organisation-new': 1, 'location-new': 1 })
  await desk.agree(read.path)
  assert.deepEqual(await inGuide('name, phone'), [{ name: 'Soep', phone: '03 000 00 00' }])
  assert.deepEqual(
    await world.rows('select l.street, h.weekday, h.opens from service_hours h join service_location l using (stek_id, location_id)'),
    [{ street: 'Dorp 2', weekday: 2, opens: '11:30' }],
  )
})

test('a concept of IPDC becomes a service with a link to it, in everyday Dutch when it has that', async () => {
  const concept = {
    '@context': 'https://nergens.example/context.jsonld',
    '@graph': [
      {
        '@id': 'https://ipdc.example/id/concept/1',
        '@type': 'https://vocab.example/ns#PublicServiceConcept',
        'dct:title': { 'nl-be-x-formal': 'Leefloon aanvragen', 'nl-be-x-informal': 'Je leefloon aanvragen', en: 'Living wage' },
        'http://purl.org/dc/terms/description': [
          { '@language': 'nl', '@value': '<p>Heb je te weinig <b>geld</b>?</p><p>Vraag het aan.</p>' },
        ],
        'm8g:thematicArea': [{ '@id': 'https://productencatalogus.data.vlaanderen.be/id/concept/Thema/WelzijnGezondheid' }],
        'lpdc:competentAuthorityLevel': ['https://productencatalogus.data.vlaanderen.be/id/concept/BevoegdBestuursniveau/Lokaal'],
        'belgif:hasRequirement': [{ 'dct:title': { nl: 'Leeftijd' }, 'dct:description': { nl: 'Je bent 18 jaar.' } }],
      },
      { '@id': 'x', '@type': 'Agent', title: 'geen dienst' },
    ],
  }
  const read = await desk.bring([{ name: 'ipdc.jsonld', content: JSON.stringify(concept) }], { organisation: world.organisations.welzijn })
  assert.deepEqual(desk.counts(read.html), { 'service-new': 1 })
  await desk.agree(read.path)
  assert.deepEqual(await inGuide('name, what, conditions, themes, level, ipdc_uri, translations'), [
    {
      name: 'Je leefloon aanvragen',
      what: 'Heb je te weinig geld?\nVraag het aan.',
      conditions: 'Leeftijd: Je bent 18 jaar.',
      themes: ['welfare-health'],
      level: 'local',
      ipdc_uri: 'https://ipdc.example/id/concept/1',
      translations: { en: { name: 'Living wage' } },
    },
  ])
})

test('a list that is cut off, on its way or in itself, leaves nothing behind', async () => {
  const good = JSON.stringify([service(1), service(2), service(3)])
  for (const [files, more, sentence] of [
    [[{ name: 'a.json', content: good.slice(0, -30) }], {}, /breekt af voor het einde.*Tot daar waren 2 rijen goed/],
    [[{ name: 'a.json', content: good }], { cut: 60 }, /breekt af voor het einde/],
    [[{ name: 'a.csv', content: 'naam;wat\nSoep;"Warm' }], {}, /aanhalingsteken/],
    [[{ name: 'a.csv', content: 'zomaar wat tekst\nnog wat' }], {}, /Ik vind geen kolommen/],
    [[{ name: 'a.json', content: '[{"id": 1, "name": nee}]' }], {}, /geen geldige JSON/],
    [[{ name: 'a.json', content: Buffer.from(good.replace('Hulp', 'Café'), 'latin1') }], {}, /UTF-8/],
    [[{ name: 'a.xlsx', content: 'PK\x03\x04 maar geen Excel' }], {}, /Excel-bestand is beschadigd/],
    [
      [
        { name: 'a.csv', content: 'naam;wat\na;b' },
        { name: 'b.csv', content: 'naam;wat\nc;d' },
      ],
      {},
      /horen niet bij elkaar/,
    ],
  ] as const) {
    const read = await desk.bring(files, more)
    assert.match(read.words, sentence)
    assert.match(read.words, /Er is niets overgenomen/)
  }
  assert.deepEqual(await world.rows('select from guide_import_row'), [])
  assert.deepEqual(await inGuide('name'), [])
})

test('a file of two gigabytes is refused before it is read; so is a form that is not ours', async () => {
  assert.equal((await desk.send(json([service(1)]), { length: String(2 * 1024 ** 3) })).status, 413)
  assert.equal((await desk.send(json([service(1)]), { token: 'vals' })).status, 403)
  assert.equal((await desk.send(json([service(1)]), { source: '' })).status, 422)
  assert.equal((await desk.send([])).status, 422)
  assert.deepEqual(await world.rows('select from guide_import'), [])
  const partner = await world.app.request('/werk/wegwijzer/invoer?stek=wuustwezel', {
    method: 'POST',
    body: '--x--',
    headers: {
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': '5',
      'Sec-Fetch-Site': 'same-origin',
      Cookie: `stek_session=${world.visits['partner-worker'].cookie}`,
    },
  })
  assert.equal(partner.status, 404)
})

test('when the database refuses halfway, nothing of the list is written', async () => {
  const read = await desk.bring(json([service(1), service(2)]))
  await world.test.owner.query(`update guide_import_row set slug = 'dienst-1' where kind = 'service'`)
  assert.match(await desk.agree(read.path), /Er is niets overgenomen/)
  assert.deepEqual(await inGuide('name'), [])
  assert.deepEqual(await world.rows('select from organisation where imported_from is not null'), [])
})

test('what was read dies after two days, and nobody but who leads the stek sees it by raw SQL', async () => {
  await desk.bring(json([service(1)]))
  const count = (personId: string | null, table: string) =>
    world.test.house.database.inStek(
      { personId },
      world.stekId,
      async (tx) => (await sql`select * from ${sql.table(table)}`.execute(tx)).rows.length,
    )
  for (const tableName of ['guide_import', 'guide_import_row']) {
    assert.ok((await count(world.people.coordinator, tableName)) > 0)
    for (const kind of ['partner-worker', 'volunteer', 'funder'] as const) assert.equal(await count(world.people[kind], tableName), 0)
    assert.equal(await count(null, tableName), 0)
  }
  world.test.clock.pass({ days: 2, hours: 1 })
  await eraseKind(world.test.house).run({})
  world.test.clock.pass({ days: -2, hours: -1 })
  assert.deepEqual(await world.rows('select from guide_import_row'), [])
  assert.deepEqual(await world.rows('select from guide_import'), [])
})

test('the examples of HSDS itself are read, without the names in them', async (context) => {
  const example = join(import.meta.dirname, '../../../../../../../shared/oracles/hsds-3.0/examples-service_full.json')
  if (!existsSync(example)) return context.diagnostic('skipped: oracle not present')
  const read = await desk.bring([{ name: 'service_full.json', content: readFileSync(example) }])
  assert.deepEqual(desk.counts(read.html), { 'service-new': 1, 'organisation-new': 1, 'location-new': 1 })
  await desk.agree(read.path)
  assert.doesNotMatch(JSON.stringify(await world.rows('select * from service')), /Ann Persona/)
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
