import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { Hono } from 'hono'
import type { RoleKind } from '../../../place/person/rules.ts'
import type { Env } from '../../../platform/http/house.ts'
import { PageCache } from '../../../platform/http/page-cache.ts'
import { commonHeaders } from '../../../platform/http/security.ts'
import { type SmallStek, smallStek, weeklyOffer } from '../../../test/board-world.ts'
import { type TestHouse, testHouse } from '../../../test/house.ts'
import { addPerson, openWork, signedInVisit, type Visit } from '../../../test/work.ts'
import { mountProgramme } from '../../routes.ts'
import { mountUndo } from '../undo/routes.tsx'
import { mountSites } from './routes.ts'

let it: TestHouse
let app: Hono<Env>
let here: SmallStek
let there: SmallStek
let els: Visit
let number = 0

before(async () => {
  it = await testHouse()
})
after(() => it.close())
beforeEach(async () => {
  await it.owner.query('truncate network, person cascade')
  const pages = new PageCache(it.versions, () => it.clock.now().epochMilliseconds, commonHeaders(it.house.settings.baseUrl))
  const house = { ...it.house, pages }
  app = openWork(house)
  mountSites(app, house)
  mountUndo(app, house)
  mountProgramme(app, house, 'nl')
  here = await smallStek(it.owner)
  there = await smallStek(it.owner, 'wuustwezel', 'de STEK Wuustwezel')
  els = await as('community-worker')
})

async function as(kind: RoleKind, stek = here): Promise<Visit> {
  number += 1
  const person = { name: `Els ${number}`, email: `els${number}@voorbeeld.be`, stekId: stek.stekId, kind }
  return signedInVisit(
    app,
    it.house,
    await addPerson(it.owner, it.house.newId, { ...person, partnerId: kind === 'partner-worker' ? stek.partnerIds.caw : undefined }),
  )
}

const plain = (html: string) => html.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/** What a browser would send back of the first form for the place on a page. */
function formIn(html: string): Record<string, string> {
  const form = /<form method="post" action="\/werk\/plekken[\s\S]*?<\/form>/.exec(html)?.[0] ?? ''
  const fields: Record<string, string> = {}
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const [name = '', value = ''] = [/ name="([^"]*)"/, / value="([^"]*)"/].map((one) => one.exec(tag)?.[1] ?? '')
    if (!/type="(radio|checkbox)"/.test(tag) || / checked/.test(tag)) fields[name] = plain(value)
  }
  for (const [, name = '', text = ''] of form.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g))
    fields[name] = plain(text).replaceAll('\n', '\r\n')
  for (const [, name = '', options = ''] of form.matchAll(/<select[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g))
    fields[name] =
      /<option(?=[^>]* selected)[^>]* value="([^"]*)"|<option value="([^"]*)" selected/.exec(options)?.slice(1).find(Boolean) ?? ''
  return fields
}

const open = async (visit: Visit, path: string) => {
  const response = await visit.get(path)
  assert.equal(response.status, 200, path)
  return formIn(await response.text())
}
const rows = async (query: string, values: unknown[] = []) => (await it.owner.query(query, values)).rows
const publicText = async (path: string) => (await app.request(path)).text()
const says = (html: string, ...texts: RegExp[]) => {
  for (const text of texts) assert.ok(text.test(html), String(text))
}
const saysNot = (html: string, text: RegExp) => assert.ok(!text.test(html), String(text))
const refused = async (response: Response, ...sentences: RegExp[]) => {
  assert.equal(response.status, 422)
  const html = await response.text()
  says(html, ...sentences)
  return html
}

const SITE = () => `/werk/plekken/${here.siteId}?stek=kalmthout`
const CAW = () => `/werk/plekken/partner/${here.partnerIds.caw}?stek=kalmthout`

test('a community worker sees what the place tells visitors, and what they cannot read yet', async () => {
  const html = await (await els.get('/werk/plekken?stek=kalmthout')).text()
  for (const text of ['Kantine Bezemheide', 'Ingang naast de winkel.', 'Grote zaal', 'CAW Antwerpen']) assert.ok(html.includes(text), text)
  says(html, /Dit weten bezoekers nog niet: het volledige adres, welk toilet er is/)
  says(html, /Dit weten bezoekers nog niet: hoe je deze partner bereikt/)
})

test('what is changed about a site stands on the noticeboard at the next look, and can be undone', async () => {
  saysNot(await publicText('/kalmthout'), /achter de kerk/)
  const typed = {
    ...(await open(els, SITE())),
    directions: 'De deur is achter de kerk.',
    postcode: 'B-2920',
    toilet: 'adapted',
    street: 'Dorpsstraat 1',
  }
  const saved = await els.post(SITE(), typed)
  assert.equal(saved.status, 303)
  const board = await publicText('/kalmthout')
  says(board, /achter de kerk/)
  says(board, /Dorpsstraat 1, 2920/)
  says(board, /aangepast toilet/)
  const list = await (await els.get(saved.headers.get('location') ?? '')).text()
  const undo = /action="(\/werk\/ongedaan\/[^"]+)"/.exec(list)?.[1] ?? ''
  assert.equal((await els.post(plain(undo))).status, 303)
  says(await publicText('/kalmthout'), /Ingang naast de winkel/)
})

test('words in another language go with the site; an emptied one goes, and what the form does not ask stays', async () => {
  await it.owner.query(
    `update site set translations = '{"ar": {"directions": "المدخل", "name": "كانتين"}, "tr": {"bus": "durak"}}' where site_id = $1`,
    [here.siteId],
  )
  const form = await open(els, SITE())
  assert.equal(form['directions.ar'], 'المدخل')
  assert.equal((await els.post(SITE(), { ...form, 'directions.ar': '', 'bus.fr': 'Arrêt « Bezem » à 4 minutes.' })).status, 303)
  const [{ translations }] = await rows('select translations from site where site_id = $1', [here.siteId])
  assert.deepEqual(translations, { ar: { name: 'كانتين' }, tr: { bus: 'durak' }, fr: { bus: 'Arrêt « Bezem » à 4 minutes.' } })
})

test('everything that is wrong with a site is told at once, and what was typed stays', async () => {
  const typed = {
    ...(await open(els, SITE())),
    name: ' ',
    postcode: '292',
    street: 'x'.repeat(121),
    stepFree: 'misschien',
    directions: '<script>alert(1)</script>',
  }
  const html = await refused(await els.post(SITE(), typed), /Vul een naam in/, /vier cijfers/, /Dit telt 121 tekens/, /&lt;script>alert/)
  assert.equal(formIn(html).postcode, '292')
  assert.equal((await rows('select name from site where site_id = $1', [here.siteId]))[0].name, 'Kantine Bezemheide')
})

test('who saves second sees what somebody else changed meanwhile, and loses nothing', async () => {
  const [mine, theirs] = [await open(els, SITE()), await open(await as('coordinator'), SITE())]
  await els.post(SITE(), { ...theirs, street: 'Kerkstraat 2', bus: 'Halte Dorp.' })
  const html = await refused(
    await els.post(SITE(), { ...mine, bus: 'Halte Kerk.', parking: 'Op het plein.' }),
    /Iemand anders heeft dit net veranderd/,
    /Kerkstraat 2/,
    /Halte op 4 minuten\./,
  )
  const again = formIn(html)
  assert.deepEqual([again.street, again.bus, again.parking], ['Kerkstraat 2', 'Halte Kerk.', 'Op het plein.'])
  assert.equal((await els.post(SITE(), again)).status, 303)
  const [site] = await rows('select street, bus, parking from site where site_id = $1', [here.siteId])
  assert.deepEqual(site, { street: 'Kerkstraat 2', bus: 'Halte Kerk.', parking: 'Op het plein.' })
})

test('a form that was emptied of what it showed does not write over what is there', async () => {
  const { gezien: _, ...form } = await open(els, SITE())
  await refused(await els.post(SITE(), { ...form, street: 'Kerkstraat 2' }))
  assert.equal((await rows('select street from site where site_id = $1', [here.siteId]))[0].street, '')
})

test('a new site gets an address of its own and a first room, once, however often its button is pressed', async () => {
  const typed = { ...(await open(els, '/werk/plekken/nieuw?stek=kalmthout')), name: '’t Kattegat', town: 'Wuustwezel' }
  const [first, second] = [
    await els.post('/werk/plekken/nieuw?stek=kalmthout', typed),
    await els.post('/werk/plekken/nieuw?stek=kalmthout', typed),
  ]
  assert.deepEqual([first.status, second.status], [303, 303])
  assert.equal(first.headers.get('location'), second.headers.get('location'))
  const found = await rows(`select s.slug, r.name from site s join room r using (stek_id, site_id) where s.name = '’t Kattegat'`)
  assert.deepEqual(found, [{ slug: 't-kattegat', name: 'Grote ruimte' }])
  await refused(
    await els.post('/werk/plekken/nieuw?stek=kalmthout', { ...typed, name: '’T KATTEGAT', bus: 'Halte.' }),
    /Er is al iets met de naam/,
  )
  says(await publicText('/kalmthout'), /Kattegat/)
})

test('two workers who add the same site in the same second make one', async () => {
  const other = await as('coordinator')
  const add = '/werk/plekken/nieuw?stek=kalmthout'
  const sent = await Promise.all([els, other].map(async (visit) => visit.post(add, { ...(await open(visit, add)), name: 'Nieuwe zaal' })))
  assert.deepEqual(sent.map(({ status }) => status).sort(), [303, 422])
  assert.equal((await rows(`select from site where name = 'Nieuwe zaal'`)).length, 1)
})

test('two sites whose names look alike in an address each get their own, also in Arabic or with emoji', async () => {
  for (const name of ['Zaal één', 'Zaal een!', 'قاعة', '🏡']) {
    const typed = { ...(await open(els, '/werk/plekken/nieuw?stek=kalmthout')), name }
    assert.equal((await els.post('/werk/plekken/nieuw?stek=kalmthout', typed)).status, 303, name)
  }
  const slugs = (await rows(`select slug from site where stek_id = $1 and slug <> 'kantine' order by slug`, [here.stekId])).map(
    ({ slug }) => slug,
  )
  assert.deepEqual(slugs, ['plek-1', 'plek-2', 'zaal-een', 'zaal-een-2'])
})

test('a room is added and gets another name, never that of another room there', async () => {
  const add = `/werk/plekken/${here.siteId}/ruimte?stek=kalmthout`
  const typed = { ...(await open(els, add)), name: 'Keuken' }
  assert.deepEqual([(await els.post(add, typed)).status, (await els.post(add, typed)).status], [303, 303])
  const [kitchen] = await rows(`select room_id from room where name = 'Keuken'`)
  assert.equal((await rows(`select from room where name = 'Keuken'`)).length, 1)
  const change = `/werk/plekken/ruimte/${kitchen.room_id}?stek=kalmthout`
  const form = await open(els, change)
  await refused(await els.post(change, { ...form, name: 'grote  zaal' }), /Er is al iets met de naam/)
  assert.equal((await els.post(change, { ...form, name: 'Bureau' })).status, 303)
  assert.deepEqual(await rows('select name from room where room_id = $1', [kitchen.room_id]), [{ name: 'Bureau' }])
})

test('a room that was ever used stays; one that nobody used goes, and going twice is no mistake', async () => {
  const change = `/werk/plekken/ruimte/${here.roomId}?stek=kalmthout`
  const { slotId } = await weeklyOffer(it.owner, here, { title: 'Koffie', slug: 'koffie', endsOn: '2026-02-01' })
  await it.owner.query('update slot set room_id = $1 where slot_id = $2', [here.roomId, slotId])
  const { sleutel = '' } = await open(els, change)
  await refused(await els.post(change, { step: 'remove', sleutel }), /Daarom kan ze niet weg/)
  await it.owner.query('update slot set room_id = null')
  const removed = [await els.post(change, { step: 'remove', sleutel }), await els.post(change, { step: 'remove', sleutel })]
  assert.deepEqual(
    removed.map(({ status }) => status),
    [303, 303],
  )
  assert.equal((await rows('select from room where room_id = $1', [here.roomId])).length, 0)
})

test('what is changed about a partner stands on its page at the next look', async () => {
  const typed = {
    ...(await open(els, CAW())),
    what: 'Helpt met papieren.',
    phone: '03 000 00 01',
    email: 'Info@Voorbeeld.be',
    website: 'www.voorbeeld.be/hulp',
    pictogram: 'file-text',
  }
  assert.equal((await els.post(CAW(), typed)).status, 303)
  const html = await publicText('/kalmthout/partners/caw')
  for (const text of ['Helpt met papieren.', 'tel:030000001', 'mailto:info@voorbeeld.be', 'https://www.voorbeeld.be/hulp'])
    assert.ok(html.includes(text), text)
})

test('a partner tells no website that is none, no mail address without @, no drawing that does not exist', async () => {
  const form = await open(els, CAW())
  for (const website of [
    'javascript:alert(1)',
    'ftp://voorbeeld.be',
    'https://naam:wachtwoord@voorbeeld.be',
    'https://voorbeeld',
    'https://voor beeld.be',
  ])
    await refused(await els.post(CAW(), { ...form, website }), /Dit is geen adres van een website/)
  const html = await refused(
    await els.post(CAW(), { ...form, email: 'info', phone: 'bel maar', pictogram: '../x', 'what.en': 'x'.repeat(601) }),
    /naam@voorbeeld\.be/,
    /Vul een telefoonnummer in/,
    /Kies een van de mogelijkheden/,
    /Dit telt 601 tekens/,
  )
  says(html, /<details[^>]* open[^>]*>\s*<summary>[^<]*Engels/)
  assert.deepEqual(await rows('select website, email from partner where partner_id = $1', [here.partnerIds.caw]), [
    { website: null, email: null },
  ])
})

test('a new partner is there once, and can be undone', async () => {
  const add = '/werk/plekken/partner/nieuw?stek=kalmthout'
  const typed = { ...(await open(els, add)), name: 'Samen & Sterk' }
  const [first] = [await els.post(add, typed), await els.post(add, typed)]
  assert.deepEqual(await rows(`select slug, pictogram from partner where name = 'Samen & Sterk'`), [
    { slug: 'samen-en-sterk', pictogram: 'users' },
  ])
  says(await publicText('/kalmthout/partners'), /Samen &amp; Sterk/)
  const list = await (await els.get(first?.headers.get('location') ?? '')).text()
  assert.equal((await els.post(plain(/action="(\/werk\/ongedaan\/[^"]+)"/.exec(list)?.[1] ?? ''))).status, 303)
  saysNot(await publicText('/kalmthout/partners'), /Samen &amp; Sterk/)
})

test('a new site, which came with its first room, can be undone', async () => {
  const add = '/werk/plekken/nieuw?stek=kalmthout'
  const saved = await els.post(add, { ...(await open(els, add)), name: 'Dorpshuis Nieuwmoer' })
  assert.equal((await rows(`select from site where name = 'Dorpshuis Nieuwmoer'`)).length, 1)
  const list = await (await els.get(saved.headers.get('location') ?? '')).text()
  assert.equal((await els.post(plain(/action="(\/werk\/ongedaan\/[^"]+)"/.exec(list)?.[1] ?? ''))).status, 303)
  assert.equal((await rows(`select from site where name = 'Dorpshuis Nieuwmoer'`)).length, 0)
})

test('MEET-5 the stek sets its own limit for the price, as people type money', async () => {
  const address = '/werk/plekken/stek?stek=kalmthout'
  const form = await open(els, address)
  assert.equal(form.priceLimit, '3')
  const html = await refused(
    await els.post(address, { ...form, priceLimit: 'weinig', name: '', welcome: 'x'.repeat(241) }),
    /Vul een bedrag in/,
    /Vul een naam in/,
    /241 tekens/,
  )
  assert.equal(formIn(html).priceLimit, 'weinig')
  await refused(await els.post(address, { ...form, priceLimit: '101' }), /hoogstens/)
  assert.equal(
    (await els.post(address, { ...form, priceLimit: '3,50', welcome: 'Kom erbij.', 'welcome.en': 'Join us.', phone: '+32 3 000 00 09' }))
      .status,
    303,
  )
  const [stek] = await rows('select price_limit_in_cents, phone, translations from stek where stek_id = $1', [here.stekId])
  assert.deepEqual(stek, { price_limit_in_cents: 350, phone: '+32 3 000 00 09', translations: { en: { welcome: 'Join us.' } } })
  says(await publicText('/kalmthout'), /Kom erbij\./)
})

test('only who leads the stek changes the place; others are told so, and nothing is different', async () => {
  for (const kind of ['partner-worker', 'volunteer', 'funder'] as const) {
    const visit = await as(kind)
    for (const path of [
      '/werk/plekken?stek=kalmthout',
      '/werk/plekken/stek?stek=kalmthout',
      '/werk/plekken/nieuw?stek=kalmthout',
      SITE(),
      CAW(),
    ])
      assert.equal((await visit.get(path)).status, 403, `${kind} ${path}`)
    const form = await open(els, CAW())
    assert.equal((await visit.post(CAW(), { ...form, name: 'Van ons' })).status, 403)
  }
  assert.equal((await rows(`select from partner where name = 'Van ons'`)).length, 0)
})

test('another stek is not found, nor is anything of it', async () => {
  const form = await open(els, SITE())
  const add = { name: 'Indringer', stepFree: 'unknown', toilet: 'unknown', pictogram: 'users' }
  for (const path of [
    '/werk/plekken?stek=wuustwezel',
    '/werk/plekken/stek?stek=wuustwezel',
    `/werk/plekken/${there.siteId}?stek=wuustwezel`,
    `/werk/plekken/${there.siteId}?stek=kalmthout`,
    `/werk/plekken/${there.siteId}/ruimte?stek=kalmthout`,
    `/werk/plekken/ruimte/${there.roomId}?stek=kalmthout`,
    `/werk/plekken/partner/${there.partnerIds.caw}?stek=kalmthout`,
    `/werk/plekken/${'-'.repeat(36)}?stek=kalmthout`,
  ]) {
    assert.equal((await els.get(path)).status, 404, path)
    if (!/plekken\?/.test(path)) assert.equal((await els.post(path, { ...form, ...add })).status, 404, path)
  }
  await els.post(`/werk/plekken/ruimte/${there.roomId}?stek=kalmthout`, { step: 'remove', sleutel: 'x' })
  assert.equal((await rows('select from room where stek_id = $1', [there.stekId])).length, 1)
  assert.equal((await rows(`select from site where name = 'Indringer'`)).length, 0)
})
