import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  as,
  els,
  formIn,
  here,
  inTwoSteks,
  it,
  open,
  plain,
  publicText,
  refused,
  rows,
  SITE,
  says,
  saysNot,
} from '../../../test/place-world.ts'

inTwoSteks()

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

test('a new site, which came with its first room, can be undone', async () => {
  const add = '/werk/plekken/nieuw?stek=kalmthout'
  const saved = await els.post(add, { ...(await open(els, add)), name: 'Dorpshuis Nieuwmoer' })
  assert.equal((await rows(`select from site where name = 'Dorpshuis Nieuwmoer'`)).length, 1)
  const list = await (await els.get(saved.headers.get('location') ?? '')).text()
  assert.equal((await els.post(plain(/action="(\/werk\/ongedaan\/[^"]+)"/.exec(list)?.[1] ?? ''))).status, 303)
  assert.equal((await rows(`select from site where name = 'Dorpshuis Nieuwmoer'`)).length, 0)
})
