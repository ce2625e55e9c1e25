import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { languages } from '../../platform/i18n/languages.ts'
import { drawingOf, offerPictograms } from '../../ui/icons.tsx'
import { demoFolder, readDemoWorld } from './files.ts'
import { demoRoles } from './load.ts'
import type { Said } from './shape.ts'
import type { DemoStek } from './world.ts'

const world = readDemoWorld()
const stekOf = (slug: string): DemoStek => {
  const found = world.steks.find((stek) => stek.slug === slug)
  assert.ok(found, `there is no stek ${slug}`)
  return found
}
const planned = (stek: DemoStek) =>
  stek.week.offers.flatMap((plan) => {
    const offer = stek.offers.find(({ slug }) => slug === plan.offer)
    return offer ? plan.slots.map((slot) => ({ slot, offer })) : []
  })
const everyWeek = (stek: DemoStek) =>
  planned(stek)
    .filter(({ slot }) => slot.nthOfMonth === undefined && (slot.everyWeeks ?? 1) === 1)
    .map(({ offer }) => `${offer.title.nl} (${stek.partners.find(({ slug }) => slug === offer.partner)?.name})`)
    .sort()

/** Every text of the world in its five languages, with where it stands. */
const texts: { where: string; said: Said }[] = [
  ...Object.entries(world.waysToReach).map(([name, said]) => ({ where: name, said })),
  ...world.steks.flatMap((stek) => [
    { where: `${stek.slug}, welcome`, said: stek.welcome },
    ...stek.sites.flatMap((site) =>
      (['directions', 'bus'] as const).map((field) => ({ where: `${site.slug}, ${field}`, said: site[field] })),
    ),
    ...stek.partners.map(({ slug, what }) => ({ where: slug, said: what })),
    ...stek.offers.flatMap((offer) =>
      (['title', 'summary', 'description', 'whoYouMeet'] as const).map((field) => ({
        where: `${stek.slug}, ${offer.slug}, ${field}`,
        said: offer[field],
      })),
    ),
  ]),
]

test('CONTEXT-3 every week in Kantine Bezemheide: exactly the offers of autumn 2023', () => {
  assert.deepEqual(everyWeek(stekOf('kalmthout')), [
    'De Voorkempen: sociaal wonen (De Voorkempen)',
    'Koffie en Formulieren (CAW Antwerpen)',
    'Ontmoetingsmoment (SAAMO provincie Antwerpen)',
    'Open Leersalon (Ligo)',
    'Rap op Stap (Rap op Stap)',
    "Sociale kruidenier 't Kruideniertje ('t Kruideniertje (Sociaal Winkelpunt))",
    "Tweedehands voor kinderen: 't Winkeltje ('t Winkeltje)",
    'UiTPAS (Gemeente Kalmthout)',
  ])
})

test("CONTEXT-3 every week in 't Kattegat: exactly the offers of autumn 2023", () => {
  assert.deepEqual(everyWeek(stekOf('wuustwezel')), [
    'De Voorkempen: sociaal wonen (De Voorkempen)',
    'Fietsbieb (Fietsbieb (Beweging.net))',
    'Koffie en Formulieren (CAW Antwerpen)',
    'Ontmoetingsmoment (SAAMO provincie Antwerpen)',
    'Open Leersalon (Ligo Kempen)',
    'Rap op Stap (Rap op Stap)',
    'Sociale kruidenier De Cirkel (De Cirkel (Sociaal Winkelpunt))',
  ])
})

test('what comes back less often is there too: cooking every month, an evening every two weeks, the evenings of the Fietsbieb', () => {
  const rare = (slug: string) =>
    planned(stekOf(slug))
      .filter(({ slot }) => slot.nthOfMonth !== undefined || (slot.everyWeeks ?? 1) > 1)
      .map(({ offer, slot }) => `${offer.slug}: ${slot.weekday} ${slot.nthOfMonth ?? `every ${slot.everyWeeks} weeks`}`)
  assert.deepEqual(rare('kalmthout'), [
    'samen-koken-samen-eten: tuesday 1',
    'avond-in-de-stek: thursday every 2 weeks',
    'participatiegroep: friday 2',
    'samen-op-stap: saturday 2',
  ])
  assert.deepEqual(rare('wuustwezel'), ['fietsbieb: wednesday 3', 'rap-op-stap: wednesday 3', 'ontmoetingsmoment: wednesday 3'])
})

test('Koffie en Formulieren is confidential, without volunteers, beside the coffee on Monday in Wuustwezel and on Thursday in Kalmthout', () => {
  const when = (slug: string, name: string) =>
    planned(stekOf(slug))
      .filter(({ offer }) => offer.slug === name)
      .map(({ slot }) => `${slot.weekday} ${slot.from}-${slot.until}`)
  assert.deepEqual(when('wuustwezel', 'koffie-en-formulieren'), ['monday 13:00-16:00'])
  assert.deepEqual(when('kalmthout', 'koffie-en-formulieren'), ['thursday 13:00-16:00'])
  assert.deepEqual(when('wuustwezel', 'sociale-kruidenier'), ['thursday 13:00-16:00'], 'on Thursday people come for the grocer')
  for (const { slug, week, offers } of world.steks) {
    const rooms = week.offers.filter(({ offer }) => ['koffie-en-formulieren', 'ontmoetingsmoment'].includes(offer)).map(({ room }) => room)
    assert.deepEqual(new Set(rooms), new Set(['Ontmoetingsruimte']), slug)
    const help = offers.find((offer) => offer.slug === 'koffie-en-formulieren')
    assert.deepEqual([help?.confidential, help?.professionalsOnly], [true, true], slug)
  }
})

test('only the Tuesday afternoon of Kalmthout has its hours from the source; every other time is marked as an assumption', () => {
  const given = world.steks.flatMap((stek) =>
    planned(stek)
      .filter(({ slot }) => slot.assumption !== true)
      .map(({ offer, slot }) => `${stek.slug} ${offer.slug} ${slot.weekday} ${slot.from}-${slot.until} (${slot.source})`),
  )
  assert.deepEqual(given, ['kalmthout ontmoetingsmoment tuesday 13:00-16:00 (4.2, 5.4)'])
})

test('no street, stop or door is made up: the source does not give them', () => {
  for (const { slug, assumption, directions, bus } of world.steks.flatMap(({ sites }) => sites)) {
    assert.equal(assumption, true, slug)
    for (const said of [directions, bus])
      assert.doesNotMatch(said.nl, /controleren|straat \d|halte [A-Z]/i, 'nothing that nobody knows, and no note that it is unknown')
  }
})

test('CONTEXT-1 each municipality has its own figures, with who published them and of when', () => {
  const figures = (slug: string) => stekOf(slug).figures.map(({ amount, unit, publishedBy }) => `${amount} ${unit}, ${publishedBy}`)
  assert.deepEqual(figures('kalmthout'), ['19196 mensen, provincie.in.cijfers.be', '323 mensen per km², provincie.in.cijfers.be'])
  assert.deepEqual(figures('wuustwezel'), ['21527 mensen, provincie.in.cijfers.be', '241 mensen per km², provincie.in.cijfers.be'])
})

test('CONTEXT-2 all key moments of both steks are there, each on its day or in its season', () => {
  const days = (slug: string) => stekOf(slug).keyMoments.map(({ on, knownTo }) => (knownTo === 'day' ? on : `${knownTo} ${on}`))
  assert.deepEqual(
    days('kalmthout').join(' · '),
    'season 2021-10-01 · 2022-01-10 · 2022-02-08 · 2022-03-07 · 2022-05-24 · 2022-05-28 · season 2022-07-01 · 2022-09-02 · 2022-09-22 · 2022-09-29' +
      ' · 2022-10-01 · 2022-11-18 · 2022-12-09 · 2023-03-07 · 2023-03-09 · 2023-05-16 · 2023-05-22 · 2023-06-03',
  )
  assert.deepEqual(
    days('wuustwezel').join(' · '),
    'season 2021-10-01 · 2022-01-10 · 2022-03-14 · 2022-03-14 · month 2022-03-01 · 2022-04-18 · 2022-08-17 · 2022-10-14 · 2022-10-21 · 2022-11-14' +
      ' · 2022-11-26 · 2023-01-19 · 2023-02-09 · 2023-02-23 · 2023-03-09 · 2023-03-15 · 2023-03-22 · 2023-03-27 · 2023-04-08 · 2023-05-20 · 2023-05-29',
  )
})

test('what visitors read is really told in five languages, Arabic and Ukrainian in their own letters', () => {
  assert.ok(texts.length > 100, `only ${texts.length} texts were read`)
  for (const { where, said } of texts) {
    for (const language of languages) assert.ok(said[language].length > 2, `${where}, ${language}`)
    assert.match(said.ar, /^\p{Script=Arabic}/u, `${where}: Arabic that begins with another letter is laid out from the left`)
    assert.doesNotMatch(said.ar, /'/, `${where}: between Arabic words the apostrophe of 't jumps to the wrong side`)
    assert.match(said.uk, /\p{Script=Cyrillic}{2}/u, where)
    assert.doesNotMatch(`${said.nl}${said.en}${said.fr}`, /[\p{Script=Cyrillic}\p{Script=Arabic}]/u, where)
    assert.doesNotMatch(said.uk, /[ыэъё]/u, `${where}: Russian letters in Ukrainian`)
  }
})

test('no text names a day or an hour: those change, and then the text would be wrong', () => {
  const timely =
    /(maan|dins|woens|donder|vrij|zater|zon)dag(?!e)|\b(mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|понеділ|вівтор|серед[аиу]\b|четвер|п.ятниц|субот|неділ|\d{1,2}[.:u]\d{2}/i
  for (const { where, said } of texts)
    for (const language of languages) assert.doesNotMatch(said[language], timely, `${where}, ${language}`)
})

test('nobody real is in it: first names in roles, addresses at example.org, no phone numbers', () => {
  const files = readdirSync(demoFolder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'))
  assert.ok(files.length >= 15)
  for (const file of files) {
    const written = readFileSync(join(demoFolder, file), 'utf8')
    for (const [address] of written.matchAll(/\S+@\S+/g)) assert.match(address, /^[a-z]+@example\.org$/, file)
    assert.doesNotMatch(written, /(?:\+32|\b0)[ ./]?\d{1,3}(?:[ ./]?\d{2,3}){2,}/, `${file}: this looks like a phone number`)
  }
  for (const { name } of world.people) assert.match(name, /^\p{Lu}\p{Ll}+$/u)
})

test('each demo role is a person of people.yaml, in the same order', () => {
  assert.deepEqual(
    demoRoles.map(({ email }) => email),
    world.people.map(({ email }) => email),
  )
})

test('every pictogram exists, and a worker can choose those of the offers', () => {
  for (const { partners, offers } of world.steks) {
    for (const { pictogram } of [...partners, ...offers]) assert.ok(drawingOf(pictogram), pictogram)
    for (const { pictogram } of offers) assert.ok((offerPictograms as readonly string[]).includes(pictogram), pictogram)
  }
})

const refusalAfter = (file: string, from: string | RegExp, to: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'stek-demo-'))
  try {
    cpSync(demoFolder, folder, { recursive: true })
    const before = readFileSync(join(folder, file), 'utf8')
    const after = before.replace(from, to)
    assert.notEqual(after, before, 'the test changed nothing')
    writeFileSync(join(folder, file), after)
    readDemoWorld(folder)
    return ''
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('a mistake in a file is refused with the file and the field', () => {
  const wrong: [file: string, from: string | RegExp, to: string, said: RegExp][] = [
    ['kalmthout/week.yaml', 'from: 13:00', 'from: 9u', /kalmthout\/week\.yaml, offers\.0\.slots\.0\.from: must be a time like 13:00/],
    ['kalmthout/week.yaml', 'until: 16:00', 'until: 12:00', /offers\.0\.slots\.0\.until: must be later than from/],
    ['wuustwezel/week.yaml', ', assumption: true }', ' }', /slots\.0\.assumption: each time either names its source or is an assumption/],
    ['wuustwezel/week.yaml', 'offer: fietsbieb', 'offer: fietsbib', /week\.yaml: there is no offer fietsbib/],
    ['wuustwezel/week.yaml', 'room: Winkel', 'room: Zolder', /sociale-kruidenier: 't Kattegat has no room Zolder/],
    ['both/offers.yaml', /^ {4}uk: .*\n/m, '', /both\/offers\.yaml, 0\.title\.uk: must be a text/],
    ['both/offers.yaml', 'partner: saamo', 'partner: samo', /ontmoetingsmoment: kalmthout has no partner samo/],
    ['kalmthout/partners.yaml', 'howToReach: at-its-moments', 'howToReach: by-car', /kruideniertje: there is no way to reach named by-car/],
    ['people.yaml', 'opbouwwerker@example.org', 'someone@gmail.com', /people\.yaml, 0\.email: must be an address at example\.org/],
    ['people.yaml', 'stek: kalmthout', 'stek: essen', /people\.yaml, Noor: there is no stek essen/],
    ['network.yaml', 'name: Noorderkempen', 'nam: Noorderkempen', /network\.yaml, .*nam/],
    ['kalmthout/stek.yaml', 'slug: kalmthout', 'slug: [kalmthout', /cannot be read\. data\/demo\/kalmthout\/stek\.yaml: /],
  ]
  for (const [file, from, to, said] of wrong) assert.match(refusalAfter(file, from, to), said)
  assert.match(refusalAfter('network.yaml', 'wuustwezel', 'essen'), /cannot be read\. data\/demo\/essen\/partners\.yaml/)
})
