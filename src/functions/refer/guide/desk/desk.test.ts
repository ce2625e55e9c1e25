import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { formIn, wordsOn } from '../../../../test/desk-world.ts'
import { type GuideWorld, guideWorld } from '../../../../test/guide-world.ts'

let world: GuideWorld
before(async () => {
  world = await guideWorld()
})
after(() => world.close())

const at = (path: string) => `/werk/wegwijzer${path}${path.includes('?') ? '&' : '?'}stek=wuustwezel`
const leader = () => world.visits.coordinator

async function type(path: string, typed: Record<string, string | string[]>, visit = leader()) {
  const blank = formIn(await (await visit.get(path)).text())
  return visit.post(path, { ...blank, ...typed })
}

test('a worker adds an organisation and a service with hours and a place, and it stands in the guide', async () => {
  const added = await type(at('/organisaties/nieuw'), { name: 'Huis van het Kind', phone: '03 123 45 67' })
  assert.equal(added.status, 303)
  const toService = added.headers.get('location') ?? ''
  const saved = await type(toService, {
    name: 'Speelbabbel',
    what: 'Spelen en babbelen.',
    ways: ['walk-in', 'phone'],
    hours: 'ma-di 9-12, 13u30-16\ndo 14-16 op afspraak (niet in juli)',
    placeName: 'Gemeentehuis',
    placeStreet: 'Gemeentepark 1',
    placeTown: 'Wuustwezel',
    free: 'yes',
    'name.fr': 'Jouer et parler',
  })
  assert.equal(saved.status, 303)
  const [service] = await world.rows<{ service_id: string; slug: string; is_free: boolean; translations: object }>(
    `select * from service where name = 'Speelbabbel'`,
  )
  assert.equal(service?.slug, 'speelbabbel')
  assert.equal(service?.is_free, true)
  assert.deepEqual(service?.translations, { fr: { name: 'Jouer et parler' } })
  const hours = await world.rows(`select weekday, opens, closes, by_appointment, note from service_hours order by weekday, opens`)
  assert.deepEqual(hours, [
    { weekday: 1, opens: '09:00', closes: '12:00', by_appointment: false, note: '' },
    { weekday: 1, opens: '13:30', closes: '16:00', by_appointment: false, note: '' },
    { weekday: 2, opens: '09:00', closes: '12:00', by_appointment: false, note: '' },
    { weekday: 2, opens: '13:30', closes: '16:00', by_appointment: false, note: '' },
    { weekday: 4, opens: '14:00', closes: '16:00', by_appointment: true, note: 'niet in juli' },
  ])
  assert.equal((await world.rows('select from service_at_location')).length, 1)
  const page = await (await leader().get(at(`/${service?.service_id}`))).text()
  assert.match(page, /ma, di 9-12, 13u30-16\ndo 14-16 op afspraak \(niet in juli\)/)
  assert.match(page, /Jouer et parler/)
})

test('what cannot be read is given back as it was typed, with a sentence that says how', async () => {
  const path = at(`/nieuw?organisatie=${world.organisations.caw}`)
  for (const [field, text, sentence] of [
    ['hours', 'maandag 9 uur', /Ik begrijp de uren niet in ‘maandag 9 uur’/],
    ['hours', 'altijd 9-12', /Ik vind geen dag in ‘altijd 9-12’/],
    ['hours', 'ma 12-9', /komt het einde voor het begin/],
    ['hours', 'ma 9-12\nma 11-13', /overlapt met een andere lijn/],
    ['phone', 'bel ons', /telefoonnummer met cijfers/],
    ['email', 'onthaal', /geen e-mailadres/],
    ['website', 'niks', /geen adres van een website/],
    ['rightsUrl', 'javascript:alert(1)', /geen adres van een website/],
    ['askFor', 'Mevrouw Peeters', /geen naam of nummer van iemand/],
    ['askFor', 'Els Voorbeeld', /geen naam of nummer van iemand/],
    ['what', 'Bel met 93.05.18-223.61', /rijksregisternummer/],
    ['cost', 'storten op BE68 5390 0754 7034', /rekeningnummer/],
    ['name', '', /Vul een naam in/],
  ] as const) {
    const answer = await type(path, { name: 'Iets', [field]: text })
    assert.equal(answer.status, 422, `${field}: ${text}`)
    const html = await answer.text()
    assert.match(wordsOn(html), sentence)
    if (text) assert.ok(formIn(html)[field] === text || field === 'website' || field === 'rightsUrl', `${field} is kept`)
  }
  assert.equal((await world.rows(`select from service where name = 'Iets'`)).length, 0)
  assert.equal((await type(path, { name: 'Iets', askFor: 'De sociale dienst' })).status, 303)
})

test('who saves second sees what changed meanwhile, and nothing is lost', async () => {
  const id = await world.addService({ name: 'Ruildienst', phone: '03 000 00 01' })
  const mine = formIn(await (await leader().get(at(`/${id}`))).text())
  const theirs = formIn(await (await world.visits['community-worker'].get(at(`/${id}`))).text())
  assert.equal(
    (await world.visits['community-worker'].post(at(`/${id}`), { ...theirs, phone: '03 000 00 02', hours: 'ma 9-12' })).status,
    303,
  )
  const answer = await leader().post(at(`/${id}`), { ...mine, what: 'Ruilen maar' })
  assert.equal(answer.status, 422)
  const html = await answer.text()
  assert.match(wordsOn(html), /03 000 00 01 03 000 00 02/)
  assert.match(wordsOn(html), /ma 9-12/)
  assert.equal(formIn(html).phone, '03 000 00 02', 'what I did not touch takes the new value')
  assert.equal(formIn(html).what, 'Ruilen maar', 'what I typed stays')
  assert.equal((await leader().post(at(`/${id}`), formIn(html))).status, 303)
  assert.deepEqual(await world.rows(`select phone, what from service where service_id = $1`, [id]), [
    { phone: '03 000 00 02', what: 'Ruilen maar' },
  ])
})

test('the list begins with what most wants mending, and says what to do', async () => {
  await world.addService({ name: 'Bijna Goed', phone: '03 111 11 11', checkedOn: '2026-11-01', what: 'Alles' })
  const poor = await world.addService({ name: 'Arm Ding' })
  const html = await (await leader().get(at(''))).text()
  const order = [...html.matchAll(/data-service="([^"]+)"/g)].map(([, id]) => id)
  assert.equal(order[0], poor)
  assert.match(wordsOn(html), /Nog nooit nagekeken/)
  assert.match(wordsOn(html), /geen enkele manier om hen te bereiken/)
  const found = await (await leader().get(at('?q=bijna'))).text().then((text) => [...text.matchAll(/data-service="([^"]+)"/g)].length)
  assert.equal(found, 1)
})

test('one press says that an entry was looked at today', async () => {
  const id = await world.addService({ name: 'Even Bellen' })
  const html = await (await leader().get(at(`/${id}`))).text()
  const answer = await leader().post(at(`/${id}/nagekeken`), { _token: String(formIn(html)._token) })
  assert.equal(answer.status, 303)
  assert.deepEqual(await world.rows('select checked_on, checked_by from service where service_id = $1', [id]), [
    { checked_on: '2026-11-24', checked_by: 'worker' },
  ])
})

test('after one press in the list somebody is where they were, to go on with the next', async () => {
  const id = await world.addService({ name: 'Twintigste' })
  const answer = await leader().post(at(`/${id}/nagekeken`), { toon: 'mend', q: 'twin', vanaf: '10' })
  const back = new URL(answer.headers.get('location') ?? '', 'http://stek.example').searchParams
  assert.deepEqual([back.get('toon'), back.get('q'), back.get('vanaf'), back.get('gedaan')], ['mend', 'twin', '10', 'Twintigste'])
})

test('what to mend leads to the very field, and a saved entry may count as looked at with the same press', async () => {
  const id = await world.addService({ name: 'Zonder Nummer' })
  const html = await (await leader().get(at(`/${id}`))).text()
  for (const [, field] of html.matchAll(/<a href="#(f-\w+)">/g)) assert.ok(html.includes(`id="${field}"`), `${field} is there`)
  assert.match(html, /<a href="#f-phone">/)
  assert.match(html, new RegExp(`href="/werk/overdracht\\?stek=wuustwezel(&amp;|&)dienst=${id}"`), 'a slip is one press away')
  const looked = async () => (await world.rows('select phone, checked_on from service where service_id = $1', [id]))[0]
  await type(at(`/${id}`), { phone: '03 333 33 33', step: 'save' })
  assert.deepEqual(await looked(), { phone: '03 333 33 33', checked_on: null })
  const answer = await type(at(`/${id}`), { phone: '03 333 33 34', step: 'checked' })
  assert.match(answer.headers.get('location') ?? '', /gedaan=Zonder/)
  assert.deepEqual(await looked(), { phone: '03 333 33 34', checked_on: '2026-11-24' })
})

test('a service of an organisation that is not there yet is added in one form, once', async () => {
  const path = at('/nieuw')
  const both = await type(path, { name: 'Eetplek', organisation: world.organisations.caw, newOrganisation: 'Buurtkeuken' })
  assert.equal(both.status, 422)
  assert.equal(formIn(await both.text()).newOrganisation, 'Buurtkeuken', 'what was typed stays')
  const form = formIn(await (await leader().get(path)).text())
  for (let times = 0; times < 2; times++)
    assert.equal((await leader().post(path, { ...form, name: 'Eetplek', newOrganisation: 'Buurtkeuken' })).status, 303)
  assert.equal((await type(path, { name: 'Kookles', newOrganisation: 'buurtkeuken' })).status, 303)
  assert.deepEqual(
    await world.rows(`select o.name as organisation, s.name from service s join organisation o using (stek_id, organisation_id)
      where o.name ilike 'buurtkeuken' order by s.name`),
    [
      { organisation: 'Buurtkeuken', name: 'Eetplek' },
      { organisation: 'Buurtkeuken', name: 'Kookles' },
    ],
  )
  const partner = world.visits['partner-worker']
  const own = formIn(await (await partner.get(path)).text())
  assert.equal((await partner.post(path, { ...own, name: 'Van ons', organisation: '', newOrganisation: 'Nieuwe' })).status, 422)
  assert.equal((await world.rows(`select from organisation where name = 'Nieuwe'`)).length, 0)
})

test('a closure that is sent twice is one closure, and hours beside a closure are asked about', async () => {
  const id = await world.addService({ name: 'Dubbeldruk' })
  const path = at(`/${id}/anders`)
  const form = formIn(await (await leader().get(path)).text())
  for (const until of ['24/12', '26/12', '26/12'])
    assert.equal((await leader().post(path, { ...form, from: '24/12', until, message: 'Kerst' })).status, 303)
  assert.deepEqual(await world.rows('select until_date from service_notice where service_id = $1', [id]), [{ until_date: '2026-12-26' }])
  const other = await world.addService({ name: 'Van een ander' })
  await leader().post(at(`/${other}/anders`), { ...form, from: '1/12', until: '2/12', message: 'Gekaapt' })
  assert.equal(
    (await world.rows(`select from service_notice where message = 'Gekaapt'`)).length,
    0,
    'the notice of one service is not moved by the form of another',
  )
  const odd = await type(path, { kind: 'closure', from: '1/12', start: '9', end: '12' })
  assert.equal(odd.status, 422)
  assert.match(wordsOn(await odd.text()), /Zijn het andere uren\?/)
})

test('a closure with dates stands by the service and can be taken away', async () => {
  const id = await world.addService({ name: 'Kerstdienst' })
  assert.equal((await type(at(`/${id}/anders`), { kind: 'closure', from: '24/12', until: '2/1', message: 'Kerstvakantie' })).status, 303)
  assert.deepEqual(await world.rows(`select kind, from_date, until_date, message from service_notice where service_id = $1`, [id]), [
    { kind: 'closure', from_date: '2026-12-24', until_date: '2027-01-02', message: 'Kerstvakantie' },
  ])
  for (const [typed, sentence] of [
    [{ kind: 'hours', from: 'ooit' }, /‘ooit’ is geen dag die bestaat/],
    [{ kind: 'hours', from: '1/12' }, /uur/i],
    [{ kind: 'message', from: '1/12' }, /Schrijf wat bezoekers moeten weten/],
    [{ kind: 'closure', from: '2/12', until: '1/12/2026' }, /De laatste dag komt voor de eerste/],
  ] as const) {
    const answer = await type(at(`/${id}/anders`), typed)
    assert.equal(answer.status, 422)
    assert.match(wordsOn(await answer.text()), sentence)
  }
  const html = await (await leader().get(at(`/${id}`))).text()
  const notice = /name="notice" value="([^"]+)"/.exec(html)?.[1] ?? ''
  assert.equal((await leader().post(at(`/${id}/anders/weg`), { notice })).status, 303)
  assert.equal((await world.rows('select from service_notice where service_id = $1', [id])).length, 0)
})

test('a service that ends stays where it is, for what points at it', async () => {
  const id = await world.addService({ name: 'Stopt Nu' })
  assert.equal((await leader().post(at(`/${id}/stop`))).status, 303)
  assert.deepEqual(await world.rows('select ended_on from service where service_id = $1', [id]), [{ ended_on: '2026-11-24' }])
  assert.doesNotMatch(await (await leader().get(at(''))).text(), /Stopt Nu/)
  assert.match(await (await leader().get(at('?toon=ended'))).text(), /Stopt Nu/)
  await leader().post(at(`/${id}/terug`))
  assert.deepEqual(await world.rows('select ended_on from service where service_id = $1', [id]), [{ ended_on: null }])
  await leader().post(at(`/organisaties/${world.organisations.welzijn}/weg`))
  assert.equal(
    (await world.rows('select from organisation where organisation_id = $1', [world.organisations.welzijn])).length,
    1,
    'it has services',
  )
})

test('a place says how one gets there from each site', async () => {
  const site = world.ids.kattegat
  const saved = await type(at('/plaatsen/nieuw'), {
    name: 'Sociaal Huis',
    point: '51,38 4.59',
    [`bus.minutes.${site}`]: '25',
    [`bus.first.${site}`]: '8u15',
    [`bus.last.${site}`]: '17.40',
    [`bus.days.${site}`]: ['1', '2', '3', '4', '5'],
    [`foot.minutes.${site}`]: '50',
  })
  assert.equal(saved.status, 303)
  assert.deepEqual(await world.rows('select by_means, minutes, weekdays, first_there, last_back from service_reach order by by_means'), [
    { by_means: 'bus', minutes: 25, weekdays: [1, 2, 3, 4, 5], first_there: '08:15', last_back: '17:40' },
    { by_means: 'foot', minutes: 50, weekdays: [1, 2, 3, 4, 5, 6, 7], first_there: null, last_back: null },
  ])
  assert.equal((await type(at('/plaatsen/nieuw'), { name: 'X', [`car.minutes.${site}`]: 'een uur' })).status, 422)
})

test('a partner worker keeps the own organisation right, and finds nothing of another', async () => {
  const partner = world.visits['partner-worker']
  const [own, other] = [await world.addService({ name: 'Van het CAW', of: 'caw' }), await world.addService({ name: 'Van elders' })]
  const list = await (await partner.get(at(''))).text()
  assert.match(list, /Van het CAW/)
  assert.doesNotMatch(list, /Van elders/)
  assert.equal((await type(at(`/${own}`), { phone: '03 222 22 22' }, partner)).status, 303)
  for (const path of [
    `/${other}`,
    `/${other}/anders`,
    `/organisaties/${world.organisations.welzijn}`,
    '/plaatsen',
    '/organisaties/nieuw',
    '/invoer',
  ])
    assert.equal((await partner.get(at(path))).status, 404, path)
  assert.equal((await partner.post(at(`/${other}/stop`))).status, 404)
  const stolen = await type(at(`/${own}`), { organisation: world.organisations.welzijn }, partner)
  assert.equal(stolen.status, 422, 'a service is not moved to an organisation that is not the own one')
  for (const role of ['volunteer', 'funder'] as const) assert.equal((await world.visits[role].get(at(''))).status, 403)
  assert.equal((await leader().get('/werk/wegwijzer?stek=elders')).status, 404)
})
