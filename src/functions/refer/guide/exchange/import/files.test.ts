import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import excel from 'exceljs'
import { wordsOn } from '../../../../../test/desk-world.ts'
import { type GuideWorld, guideWorld } from '../../../../../test/guide-world.ts'
import { uuid } from '../../../../../test/hsds-lists.ts'
import { importVisit } from '../../../../../test/import-visit.ts'
import { packed } from '../../../../../test/packed.ts'

let world: GuideWorld
let desk: ReturnType<typeof importVisit>
before(async () => {
  world = await guideWorld()
  desk = importVisit(world)
})
after(() => world.close())
beforeEach(() => desk.emptyGuide())

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
  assert.match(
    wordsOn(html),
    /Lijst: proef.*Deze rijen slaan we over. De andere gaan gewoon door.*Kapot dienst, rij 4 De uren in de kolom ‘Openingsuren’ zijn niet te lezen. Ik vind geen dag in ‘altijd open’. Begin met de dag, zoals: ma 9-12/,
  )
  await desk.agree(read.path)
  assert.deepEqual(await desk.inGuide('name, phone, is_free, languages'), [
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

const tables = {
  'organizations.csv': `id,name,description\n${uuid(1)},Huis,Een huis\n`,
  'services.csv': `id,organization_id,name,description,status\n${uuid(2)},${uuid(1)},Soep,Warm,active\n${uuid(3)},${uuid(9)},Wees,,active\n`,
  'locations.csv': `id,name,location_type\n${uuid(4)},Zaal,physical\n`,
  'addresses.csv': `id,location_id,address_1,city,postal_code\n${uuid(5)},${uuid(4)},Dorp 2,Wuustwezel,2990\n`,
  'service_at_locations.csv': `id,service_id,location_id\n${uuid(6)},${uuid(2)},${uuid(4)}\n`,
  'schedules.csv': `id,service_id,service_at_location_id,freq,byday,opens_at,closes_at\n${uuid(7)},,${uuid(6)},WEEKLY,TU,11:30,13:00\n`,
  'phones.csv': `id,service_id,number\n${uuid(8)},${uuid(2)},03 000 00 00\n`,
}
const filesOf = (given: Readonly<Record<string, string>>) => Object.entries(given).map(([name, content]) => ({ name, content }))

test('the tables of HSDS are read together', async () => {
  const read = await desk.bring(filesOf(tables))
  assert.deepEqual(desk.counts(read.html), { 'service-new': 1, 'service-refused': 1, 'organisation-new': 1, 'location-new': 1 })
  await desk.agree(read.path)
  assert.deepEqual(await desk.inGuide('name, phone'), [{ name: 'Soep', phone: '03 000 00 00' }])
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
  assert.deepEqual(await desk.inGuide('name, what, conditions, themes, level, ipdc_uri, translations'), [
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

test('the examples of HSDS itself are read, without the names in them', async (context) => {
  const example = join(import.meta.dirname, '../../../../../../../shared/oracles/hsds-3.0/examples-service_full.json')
  if (!existsSync(example)) return context.diagnostic('skipped: oracle not present')
  const read = await desk.bring([{ name: 'service_full.json', content: readFileSync(example) }])
  assert.deepEqual(desk.counts(read.html), { 'service-new': 1, 'organisation-new': 1, 'location-new': 1 })
  await desk.agree(read.path)
  assert.doesNotMatch(JSON.stringify(await world.rows('select * from service')), /Ann Persona/)
})

test('the tables of HSDS are read from one zip too, with what their makers and their systems put beside them', async () => {
  const beside = {
    'datapackage.json': '{"resources":[{"name":"services","path":"services.csv"}]}',
    'README.txt': 'id,naam\n1,niets',
    '__MACOSX/._services.csv': 'x',
    'programs.csv': `id,name\n${uuid(50)},Programma\n`,
    'taxonomy_terms.csv': `id,code,name\n${uuid(60)},Mobiliteit,Mobiliteit\n${uuid(61)},WelzijnGezondheid,Welzijn en gezondheid\n`,
    'attributes.csv': `id,link_id,link_entity,taxonomy_term_id\n${uuid(62)},${uuid(2)},service,${uuid(61)}\n`,
    'accessibility.csv': `id,location_id,description\n${uuid(63)},${uuid(4)},Step-free\n`,
  }
  const content = packed([...filesOf(beside), ...filesOf(tables).map(({ name, content }) => ({ name: `gids\\data\\${name}`, content }))])
  const read = await desk.bring([{ name: 'gids.zip', content }])
  assert.deepEqual(desk.counts(read.html), { 'service-new': 1, 'service-refused': 1, 'organisation-new': 1, 'location-new': 1 })
  assert.match(read.words, /dienst, services\.csv, rij 3 De organisatie/)
  await desk.agree(read.path)
  assert.deepEqual(await desk.inGuide('name, phone, themes'), [{ name: 'Soep', phone: '03 000 00 00', themes: ['welfare-health'] }])
  assert.deepEqual(await world.rows('select street, step_free from service_location'), [{ street: 'Dorp 2', step_free: 'yes' }])
  const again = await desk.bring(
    filesOf({ ...tables, ...beside, '__MACOSX/._services.csv': '' }).filter(({ name }) => /^[a-z_]+\.csv$/.test(name)),
  )
  assert.deepEqual(desk.counts(again.html), { 'service-same': 1, 'service-refused': 1, 'organisation-same': 1, 'location-same': 1 })
})

test('a zip that means harm, or is broken, is refused with a sentence, and our memory and disk stay as they were', async () => {
  const good = filesOf(tables)
  const spaces = Buffer.alloc(40 * 1024 ** 2, ' ')
  const whole = packed(good)
  const before = process.memoryUsage().rss
  for (const [content, sentence] of [
    [whole.subarray(0, whole.length - 60), /zip-bestand is beschadigd of breekt af/],
    [Buffer.concat([whole.subarray(0, 200), Buffer.alloc(40), whole.subarray(240)]), /zip-bestand is beschadigd/],
    [packed(good.map((one) => ({ ...one, says: { sum: 1 } }))), /zip-bestand is beschadigd/],
    [packed([{ name: 'services.csv', content: spaces, says: { size: 1000 } }]), /zip-bestand is beschadigd/],
    [packed([{ name: 'services.csv', content: 'id,name\n', says: { size: 2 * 1024 ** 3 } }]), /veel te groot als het opengaat/],
    [packed(Array.from({ length: 600 }, (_, at) => ({ name: `t${at}.csv`, content: 'id,name\n' }))), /veel te groot/],
    [packed([...good, { name: '../../etc/services.csv', content: 'x' }]), /naar een andere map wijst/],
    [packed([...good, { name: '..\\boven.csv', content: 'x' }]), /naar een andere map wijst/],
    [packed([...good, { name: '/tmp/services.csv', content: 'x' }]), /naar een andere map wijst/],
    [packed([...good, { name: 'C:\\services.csv', content: 'x' }]), /naar een andere map wijst/],
    [packed([...good, { name: 'oud/services.csv', content: 'id,name\n1,x\n' }]), /twee keer een bestand met dezelfde naam/],
    [packed(good.map((one) => ({ ...one, says: { locked: true } }))), /wachtwoord/],
    [packed([{ name: 'foto.jpg', content: 'x' }]), /Er staat niets in dit bestand/],
    [packed([]), /Er staat niets in dit bestand/],
  ] as const) {
    const read = await desk.bring([{ name: 'gids.zip', content }])
    assert.match(read.words, sentence)
    assert.match(read.words, /Er is niets overgenomen/)
  }
  assert.ok(process.memoryUsage().rss - before < 200 * 1024 ** 2)
  assert.deepEqual(await world.rows('select from guide_import_row'), [])
})

test('a refused row is the row that a spreadsheet shows, also under a title, with empty rows and texts of several lines', async () => {
  const content = 'Gids van de gemeente;;\n\nNaam;Organisatie;Openingsuren\nSoep;Huis;"ma 9-12\ndi 9-12"\n\n;Huis;\nBrood;Huis;9u\n'
  const read = await desk.bring([{ name: 'gids.csv', content }])
  const html = await desk.choose(read.path)
  assert.deepEqual(desk.counts(html), { 'service-new': 1, 'service-refused': 2, 'organisation-new': 1 })
  assert.match(wordsOn(html), /dienst, rij 6 /)
  assert.match(wordsOn(html), /dienst, rij 7 /)
})

test('hours that cannot be read say in which file and row they stand, in which column, what stands there and how it should look; the other rows go on', async () => {
  const read = await desk.bring([
    { name: 'organizations.csv', content: 'id,name,description\no1,Huis,Buurthuis\n' },
    {
      name: 'services.csv',
      content: 'id,organization_id,name,status\ns1,o1,Soep,active\ns2,o1,Brood,active\ns3,o1,Koffie,active\ns4,o1,Thee,active\n',
    },
    {
      name: 'schedules.csv',
      content:
        'id,service_id,byday,opens_at,closes_at\nh1,s1,MO,09:00,12:00\nh2,s2,MO,9u,12:00\nh3,s3,MAANDAG,09:00,12:00\nh4,s4,TU,12:00,09:00\n',
    },
  ])
  assert.deepEqual(desk.counts(read.html), { 'service-new': 1, 'service-refused': 3, 'organisation-new': 1 })
  for (const sentence of [
    /Brood dienst, services\.csv, rij 3 schedules\.csv, rij 3: ‘9u’ is geen uur zoals 09:00\. Het staat in ‘opens_at’/,
    /Koffie dienst, services\.csv, rij 4 schedules\.csv, rij 4: ‘MAANDAG’ is geen dag zoals MO of TU\. Het staat in ‘byday’/,
    /Thee dienst, services\.csv, rij 5 schedules\.csv, rij 5: De uren lopen niet juist: van 12:00 tot 09:00/,
  ])
    assert.match(read.words, sentence)
  await desk.agree(read.path)
  assert.deepEqual(await desk.inGuide('name'), [{ name: 'Soep' }])
})

test('an Excel file with a title over merged cells above its columns is read', async () => {
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('gids')
  sheet.addRow(['Gids van de gemeente'])
  sheet.mergeCells('A1:D1')
  sheet.addRow([])
  sheet.addRow(['Naam', 'Organisatie', 'Contact', ''])
  sheet.mergeCells('C3:D3')
  sheet.addRow(['Soep', 'Huis', '03 000 00 00', 'soep@huis.example'])
  sheet.addRow(['', 'Huis', '', ''])
  const read = await desk.bring([{ name: 'gids.xlsx', content: new Uint8Array(await book.xlsx.writeBuffer()) }])
  assert.match(read.words, /4 — soep@huis\.example/)
  const html = await desk.choose(read.path, { howToReach: '', phone: '2', email: '3' })
  assert.deepEqual(desk.counts(html), { 'service-new': 1, 'service-refused': 1, 'organisation-new': 1 })
  assert.match(wordsOn(html), /dienst, rij 5 /)
  await desk.agree(read.path)
  assert.deepEqual(await desk.inGuide('name, phone, email'), [{ name: 'Soep', phone: '03 000 00 00', email: 'soep@huis.example' }])
})
