import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openApp } from '../app.tsx'
import { hashSource } from '../platform/http/security.ts'
import { type SmallStek, smallStek, weeklyOffer } from '../test/board-world.ts'
import { type TestHouse, testHouse } from '../test/house.ts'
import { addPerson } from '../test/work.ts'
import { offersOf } from './offer/queries.ts'
import type { ProgrammeTables } from './tables.ts'

let world: TestHouse
let stek: SmallStek
let app: ReturnType<typeof openApp>
let coffee: { offerId: string; slotId: string }

before(async () => {
  world = await testHouse({ now: '2026-11-24T13:30:00+01:00' })
  stek = await smallStek(world.owner)
  coffee = await weeklyOffer(world.owner, stek, {
    title: 'Koffie en een babbel',
    slug: 'koffie',
    whoYouMeet: 'opbouwwerker',
    translations: { en: { title: 'Coffee and a chat' }, ar: { title: 'قهوة ودردشة' } },
  })
  await weeklyOffer(world.owner, stek, {
    title: 'Koffie en Formulieren',
    slug: 'formulieren',
    partner: 'caw',
    functions: ['refer'],
    weekday: 4,
    confidential: true,
  })
  app = openApp(world.house)
})
after(() => world.close())

const page = async (path: string): Promise<string> => {
  const response = await app.request(path)
  assert.equal(response.status, 200, path)
  return response.text()
}

const publicPages = [
  '/',
  '/kalmthout',
  '/kalmthout/programma',
  '/kalmthout/activiteit/koffie',
  '/kalmthout/partners',
  '/kalmthout/partners/caw',
  '/toegankelijkheid',
  '/privacy',
]

test('every public page is one document: no script, no cookie, nothing of a third party, its own style allowed by hash', async () => {
  for (const path of publicPages.flatMap((one) => [one, one === '/' ? '/ar' : `/ar${one}`])) {
    const response = await app.request(path)
    const html = await response.text()
    assert.equal(response.status, 200, path)
    assert.equal(response.headers.getSetCookie().length, 0, path)
    assert.doesNotMatch(html, /<script(?! type="application\/ld\+json")|<img|<iframe|\son\w+=|\sstyle=|javascript:/i, path)
    const css = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? ''
    const policy = response.headers.get('content-security-policy') ?? ''
    assert.ok(policy.includes(hashSource(css)), `${path}: the policy allows the style`)
    assert.doesNotMatch(policy, /unsafe|https?:|\*/, path)
    assert.doesNotMatch(html, /(?:src|href)="(?:https?:)?\/\/(?!localhost)/, path)
    assert.match(html, /href="\/weg"/, `${path} has a way out`)
    assert.equal(response.headers.get('referrer-policy'), 'no-referrer')
    assert.equal((html.match(/<h1[ >]/g) ?? []).length, 1, `${path} has one heading of the first level`)
  }
})

test('CONTEXT-3 the board of a stek tells first that it is open, until when, and what is on', async () => {
  const html = await page('/kalmthout')
  assert.match(html, /Nu open, tot 16 uur/)
  assert.ok(html.indexOf('Nu open') < html.indexOf('Waarvoor kom je?'))
  assert.match(html, /Vandaag, dinsdag 24 november/)
  assert.match(html, /Donderdag 26 november/)
  assert.match(html, /in vertrouwen/)
})

test('MEET-1, ACCESSIBLE-1 the board tells how to get there and how to get in', async () => {
  const html = await page('/kalmthout')
  for (const words of ['Kantine Bezemheide', 'Ingang naast de winkel.', 'Halte op 4 minuten.', 'Zonder trap binnen.'])
    assert.ok(html.includes(words), words)
})

test('a page in Arabic is read from right to left and says what was translated in Arabic', async () => {
  const html = await page('/ar/kalmthout')
  assert.match(html, /<html lang="ar" dir="rtl">/)
  assert.ok(html.includes('قهوة ودردشة'))
  assert.ok(html.includes('المدخل بجانب المتجر.'))
  assert.match(html, /<bdi lang="nl">Koffie en Formulieren/, 'what nobody translated says that it is Dutch')
})

test('the programme leafs through weeks and is narrowed down by function and by partner', async () => {
  const all = await page('/kalmthout/programma?week=2026-W49')
  assert.match(all, /Koffie en een babbel/)
  assert.match(all, /week=2026-W48|href="\/kalmthout\/programma"/)
  assert.match(all, /week=2026-W50/)
  const refer = await page('/kalmthout/programma?functie=refer')
  assert.doesNotMatch(refer, /<article[\s\S]*Koffie en een babbel/)
  assert.match(refer, /<article[\s\S]*Koffie en Formulieren/)
  const saamo = await page('/kalmthout/programma?partner=saamo')
  assert.doesNotMatch(saamo, /<article[\s\S]*Koffie en Formulieren/)
})

test('a week that does not exist is said kindly, and this week is shown', async () => {
  for (const week of ['2026-W54', '2026-W00', 'kerst', '99999-W01', '2026-w48']) {
    const html = await page(`/kalmthout/programma?week=${encodeURIComponent(week)}`)
    assert.match(html, /Die week bestaat niet/, week)
    assert.match(html, /Koffie en een babbel/, week)
  }
})

test('a stek, an offer, a partner or an address that does not exist all give the same plain page', async () => {
  const bodies = await Promise.all(
    ['/nergens', '/kalmthout/activiteit/niets', '/kalmthout/partners/niemand', '/kalmthout/iets/anders', '/nergens/programma'].map(
      async (path) => {
        const response = await app.request(path)
        assert.equal(response.status, 404, path)
        return response.text()
      },
    ),
  )
  assert.equal(new Set(bodies).size, 1)
  assert.match(bodies[0] ?? '', /Deze bladzijde is er niet/)
})

test('a cancelled moment stays visible, struck through, with the next chance and the reason', async () => {
  await world.owner.query(
    `insert into exception (stek_id, slot_id, on_date, cancelled_at, reason) values ($1, $2, '2026-12-01', now(), 'Ziekte')`,
    [stek.stekId, coffee.slotId],
  )
  await world.versions.look()
  const html = await page('/kalmthout/programma?week=2026-W49')
  assert.match(html, /class="m meet off"/)
  assert.match(html, /Gaat niet door\. Volgende keer: dinsdag 8 december\./)
  assert.match(html, /Reden: Ziekte/)
  assert.match(await page('/fr/kalmthout/programma?week=2026-W49'), /<bdi lang="nl">Ziekte<\/bdi>/)
})

test('a reason the desk gives in one tap is read in the language of the page', async () => {
  await world.owner.query(`update exception set reason = 'Het weer' where reason = 'Ziekte'`)
  await world.versions.look()
  const html = await page('/fr/kalmthout/programma?week=2026-W49')
  assert.match(html, /La météo/)
  assert.doesNotMatch(html, /Het weer/)
  await world.owner.query(`update exception set reason = 'Ziekte' where reason = 'Het weer'`)
})

test('a moment that moved leaves a note behind and stands on its new day', async () => {
  await world.owner.query(
    `insert into exception (stek_id, slot_id, on_date, moved_to, start_time, end_time) values ($1, $2, '2026-12-08', '2026-12-10', '10:00', '12:00')`,
    [stek.stekId, coffee.slotId],
  )
  await world.versions.look()
  const html = await page('/kalmthout/programma?week=2026-W50')
  assert.match(html, /Verplaatst naar donderdag 10 december, 10\.00 – 12\.00/)
  assert.match(html, /Andere dag dan anders/)
})

test('a change by staff is there on the very next request, and looking around changes nothing', async () => {
  const noor = { name: 'Noor', email: 'noor@example.org', stekId: stek.stekId, kind: 'community-worker' } as const
  const personId = await addPerson(world.owner, world.house.newId, noor)
  const as = { personId }
  const title = (text: string) =>
    world.house.database.inStek(as, stek.stekId, (tx) =>
      tx.withTables<ProgrammeTables>().updateTable('offer').set({ title: text }).where('offer_id', '=', coffee.offerId).execute(),
    )
  await page('/kalmthout')
  await title('Koffie en taart')
  assert.match(await page('/kalmthout'), /Koffie en taart/)
  const before = world.versions.changes
  await world.house.database.inStek(as, stek.stekId, (tx) => offersOf(tx, stek.stekId))
  assert.equal(world.versions.changes, before)
})

test('a stek with nothing in sight does not look dead', async () => {
  const quiet = await smallStek(world.owner, 'stil', 'de STEK Stil')
  assert.match(await page('/stil'), /Er staat nu niets op het programma/)
  await weeklyOffer(world.owner, quiet, { title: 'Later', slug: 'later', startsOn: '2026-12-20' })
  await world.versions.look()
  const html = await page('/stil')
  assert.match(html, /Eerstvolgende keer: dinsdag 22 december om 13 uur/)
  assert.match(html, /rustige week/)
})

test('titles with HTML, emoji and right-to-left words are shown as they were typed and run nothing', async () => {
  await weeklyOffer(world.owner, stek, { title: '<script>alert(1)</script> 🎉 שלום "&', slug: 'vreemd', weekday: 5 })
  await world.versions.look()
  const html = await page('/kalmthout')
  assert.ok(html.includes('&lt;script>alert(1)&lt;/script> 🎉 שלום'))
  for (const [, json] of html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)) {
    const data = JSON.parse(json ?? '')
    assert.ok(data['@graph'].some((node: { name?: string }) => node.name?.startsWith('<script>alert')))
  }
})

test('search engines find events with place, hours and organiser, and nothing about who comes', async () => {
  const html = await page('/kalmthout/activiteit/formulieren')
  const [, json] = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html) ?? []
  const graph = JSON.parse(json ?? '')['@graph'] as Record<string, unknown>[]
  const event = graph.find((node) => node['@type'] === 'Event')
  assert.equal(event?.startDate, '2026-11-26T12:00:00Z')
  assert.equal(event?.isAccessibleForFree, true)
  assert.deepEqual(Object.keys(event ?? {}).sort(), [
    '@type',
    'endDate',
    'eventStatus',
    'isAccessibleForFree',
    'location',
    'name',
    'organizer',
    'startDate',
    'url',
  ])
})

test('ACCESSIBLE-3 every partner has a page that says what it does here and how to reach it', async () => {
  assert.match(await page('/kalmthout/partners'), /CAW Antwerpen/)
  const html = await page('/kalmthout/partners/caw')
  assert.match(html, /CAW Antwerpen helpt hier\./)
  assert.match(html, /Elke donderdag, 13\.00 – 16\.00/)
})

test('the way out leads away at once and leaves nothing in the stores of the browser', async () => {
  const response = await app.request('/weg')
  assert.equal(response.status, 303)
  assert.doesNotMatch(response.headers.get('location') ?? '', /localhost/)
  assert.match(response.headers.get('clear-site-data') ?? '', /cache/)
})

test('whoever watches over the house sees whether it lives and whether it can serve', async () => {
  assert.equal((await app.request('/healthz')).status, 200)
  assert.equal((await app.request('/readyz')).status, 200)
})
