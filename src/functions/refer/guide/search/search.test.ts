import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { loadDemoWorld } from '../../../../programme/demo-world/load.ts'
import { type TestHouse, testHouse } from '../../../../test/house.ts'
import { loadGuide } from '../start-set/load.ts'
import { readStartSet } from '../start-set/shape.ts'
import { findServices } from './find.ts'
import { foldOf, plainOf, wordsOf } from './fold.ts'
import { type AskedQuestion, readQuestions, shareFound } from './quality.ts'
import { distanceBetween } from './spelling.ts'

let it: TestHouse
let stekId = ''
let otherId = ''
const slugs = new Map<string, string>()

before(async () => {
  it = await testHouse()
  await loadDemoWorld(it.owner, it.clock.now())
  await loadGuide(it.owner, it.house.newId)
  const steks = await it.owner.query<{ stek_id: string; slug: string }>('select stek_id, slug from stek order by slug')
  ;[stekId, otherId] = steks.rows.map(({ stek_id }) => stek_id) as [string, string]
  const { rows } = await it.owner.query<{ service_id: string; slug: string }>('select service_id, slug from service')
  for (const { service_id, slug } of rows) slugs.set(service_id, slug)
})
after(() => it.close())

const search = async (q: string, at = stekId) => {
  const { scored } = await it.house.database.reading(at, (tx) => findServices(tx, at, q))
  return scored.map(({ serviceId }) => slugs.get(serviceId) ?? serviceId)
}

test('the public test set is large enough, in every language, and names services that exist', () => {
  const questions = readQuestions()
  const known = new Set(readStartSet().services.map(({ slug }) => slug))
  const of = (language: string) => questions.filter((one) => one.language === language)
  assert.ok(of('nl').length >= 150, `${of('nl').length} in Dutch`)
  for (const language of ['en', 'fr', 'ar', 'uk']) assert.ok(of(language).length >= 20, `${of(language).length} in ${language}`)
  assert.deepEqual(
    questions.flatMap(({ is }) => is).filter((slug) => !known.has(slug)),
    [],
  )
})

for (const held of [false, true]) {
  test(`REFER-3 who asks in own words finds the right service among the first three, ${held ? 'also for questions kept aside' : 'in every language'}`, async () => {
    const asked = readQuestions().filter((one) => one.held === held)
    const per = Map.groupBy(asked, ({ language }: AskedQuestion) => language)
    for (const [language, questions] of per) {
      const { share, missed } = await shareFound(questions, search)
      assert.ok(share >= 0.95, `${language}: ${Math.round(share * 100)} %; ${missed.join(' | ')}`)
    }
  })
}

test('a sentence with two spelling mistakes finds the service', async () => {
  assert.equal((await search('ik kan mijn huurr niet betaalen'))[0], 'schuldhulp')
  assert.ok((await search('mijn idetniteitskaart verlooren')).slice(0, 2).includes('docstop'))
  assert.equal((await search('waar kan ik een kinderfeits leenen'))[0], 'fietsbieb')
})

test('the same question gives the same list every time', async () => {
  const first = await search('hulp met geld en wonen')
  for (let n = 0; n < 3; n += 1) assert.deepEqual(await search('hulp met geld en wonen'), first)
})

test('services of another stek are never found', async () => {
  const there = await it.owner.query<{ service_id: string }>('select service_id from service where stek_id = $1', [otherId])
  const others = new Set(there.rows.map(({ service_id }) => service_id))
  for (const q of ['samen eten', 'selab', 'geld', '']) {
    const { scored } = await it.house.database.reading(stekId, (tx) => findServices(tx, stekId, q))
    assert.ok(scored.every(({ serviceId }) => !others.has(serviceId)))
  }
  assert.ok((await search('selab', otherId)).includes('selab'))
  assert.ok(!(await search('selab')).includes('selab'))
  const foreign = await it.house.database.reading(stekId, (tx) => findServices(tx, otherId, 'geld'))
  assert.deepEqual(foreign.scored, [])
})

test('odd input is an ordinary question: very long, emoji, SQL, right to left, broken letters', async () => {
  const odd = [
    'x'.repeat(10_000),
    '🙈🙈🙈',
    "'; drop table service; --",
    '\u202egeld\u202c',
    '%_%\\',
    '((((',
    '\ud800 huur',
    'huur '.repeat(2500),
    '#t:mobility',
    '  ',
  ]
  for (const q of odd) assert.ok(Array.isArray(await search(q)), q.slice(0, 30))
  assert.equal((await search(`ik kan mijn huur niet betalen ${'ja '.repeat(3000)}`))[0], 'schuldhulp')
})

test('what says nothing shows nothing in particular: a letter, smiles, a street, a telephone number; the number of a line leads to that line', async () => {
  for (const q of ['a', '😭😭😭', '?!', 'Kapellensteenweg 12', '0470 12 34 56', 'qsdfghjklm']) {
    const { scored, understood } = await it.house.database.reading(stekId, (tx) => findServices(tx, stekId, q))
    assert.deepEqual([scored.length, understood], [0, false], q)
  }
  assert.equal((await search('116 000'))[0], 'child-focus')
  assert.equal((await search('1813'))[0], 'zelfmoordlijn-1813')
})

test('a box for danger comes with the danger, not with a word of it', async () => {
  const calmFor = async (q: string) => (await it.house.database.reading(stekId, (tx) => findServices(tx, stekId, q))).calm
  assert.equal(await calmFor('ik wil dood'), 'suicide')
  assert.equal(await calmFor('mijn kind is verdwenen'), 'missing')
  for (const q of [
    'mijn man is dood',
    'mijn vrouw is bij mij weg',
    'ik rook een pak per dag',
    'halve prijs op de trein',
    'telenet rekening klopt niet',
  ])
    assert.equal(await calmFor(q), undefined, q)
  assert.equal((await search('mijn man is dood'))[0], 'rouw')
})

test('of all questions on the lists, those about danger get the box, and hardly any other does', async () => {
  const lines = [
    'zelfmoordlijn-1813',
    'hulplijn-1712',
    'partnergeweld',
    'noodnummer-112',
    'seksueel-geweld',
    'antigifcentrum',
    'child-focus',
  ]
  const boxes = { missed: [] as string[], needless: [] as string[] }
  for (const { q, is } of readQuestions()) {
    const { calm } = await it.house.database.reading(stekId, (tx) => findServices(tx, stekId, q))
    if (!calm && lines.includes(is[0] ?? '')) boxes.missed.push(q)
    if (calm && !is.some((slug) => lines.includes(slug))) boxes.needless.push(`${calm}: ${q}`)
  }
  assert.ok(boxes.missed.length <= 2, boxes.missed.join(' | '))
  assert.ok(boxes.needless.length <= 6, boxes.needless.join(' | '))
})

test('words typed apart are one, and two that only look like one are two', async () => {
  assert.equal((await search('leef loon'))[0], 'leefloon')
  assert.equal((await search('sociale woning'))[0], 'sociale-woning')
  assert.notEqual((await search('ik zoek een huis om te huren'))[0], 'schuldhulp')
})

test('a compound that nobody put on the list is what its two words say, also when another word is two letters off', async () => {
  assert.ok((await search('premie vloerwerken')).slice(0, 3).includes('verbouwpremie'))
})

test('who it is about does not lead away from what it is about', async () => {
  assert.equal((await search('mijn papa zoekt werk'))[0], 'vdab')
  assert.equal((await search('mijn papa kan de trap niet meer op'))[0], 'vaph')
  assert.ok(!(await search('mama en papa hebben nog geen pensioen')).slice(0, 3).includes('awel'))
})

test('a long story leads to what most of it is about, and to the box when that is danger', async () => {
  const debts =
    'Met vijf kredieten en een loon dat voor de helft wordt ingehouden kom ik er in geen twintig jaar. Iemand sprak van een rechter.'
  assert.ok((await search(debts)).slice(0, 3).includes('collectieve-schuldenregeling'))
  const bruises = 'Het kindje van hiernaast heeft dikwijls blauwe plekken en krimpt ineen als haar vader roept.'
  const { calm } = await it.house.database.reading(stekId, (tx) => findServices(tx, stekId, bruises))
  assert.equal(calm, 'violence')
})

test('the rent of a house is not the hire of a bike', async () => {
  const found = await search('huur')
  assert.equal(found[0], 'huurdersbond')
  assert.ok(!found.slice(0, 10).includes('fietsbieb'), found.join())
})

test('who writes Ukrainian with Russian words, or Arabic with all vowel marks, is understood', async () => {
  assert.equal((await search('нет денег на еду'))[0], 'voedselhulp')
  assert.equal((await search('أُرِيدُ مُحَامِيًا مَجَّانِيًّا'))[0], 'pro-deo')
})

test('the app and the database take a word apart in the same way', async () => {
  const { organisations, services } = readStartSet()
  const texts = [
    ...organisations.map(({ name }) => name),
    ...services.flatMap((one) => [one.also, ...one.nl, ...one.en, ...one.fr, ...one.ar, ...one.uk]),
  ]
  const strange = fc.sample(
    fc.oneof(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.string({ unit: 'binary-ascii', maxLength: 20 })),
    300,
  )
  const said = [
    ...texts,
    ...strange.map((text) => text.replaceAll('\0', '')),
    'Ёж Ґанок Її',
    'مُحَامِيًا',
    'Œuvre Straße Łódź',
    "'s avonds foto’s",
  ]
  const { rows } = await it.owner.query<{ plain: string; words: string[] }>(
    `select guide_plain(s) as plain, array(select w || '=' || guide_fold(w) from guide_split(s) w order by 1) as words from unnest($1::text[]) with ordinality u (s, n) order by n`,
    [said.map((text) => text.toWellFormed())],
  )
  const wrong = rows.flatMap(({ words }, at) => {
    const ours = [...new Set(wordsOf((said[at] ?? '').toWellFormed()).map((word) => `${word}=${foldOf(word)}`))].toSorted()
    return ours.join() === [...words].toSorted().join() ? [] : [`${said[at]}: ${ours.join(' ')} against ${words.join(' ')}`]
  })
  assert.deepEqual(wrong, [])
  assert.equal(plainOf('Élève’s'), 'eleves')
})

test('forms of a word and its misspellings meet', () => {
  for (const [one, other] of [
    ['sociaal', 'sociale'],
    ['huis', 'huizen'],
    ['betalen', 'betaald'],
    ['politie', 'polietie'],
    ['kinderen', 'kind'],
    ['elektriciteit', 'electrisiteid'],
    ['rijbewijs', 'reibeweis'],
    ['school', 'sgool'],
  ] as const)
    assert.equal(foldOf(one), foldOf(other), `${one} and ${other}`)
  assert.equal(distanceBetween('huur', 'huru', 2), 1)
})
