import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { erase } from '../../../platform/erasing/erase.ts'
import { type DeskWorld, deskWorld, wordsOn } from '../../../test/desk-world.ts'
import { formTokenIn, Visit } from '../../../test/work.ts'

const MONDAY = '2026-11-30'
let world: DeskWorld
const place: Record<string, string> = {}
let publicPath = ''
let workPath = ''

before(async () => {
  world = await deskWorld()
  publicPath = `/wuustwezel/rit/${world.koffie.slotId}/${MONDAY}`
  workPath = `/werk/ritten/${world.koffie.slotId}/${MONDAY}`
})
after(() => world.close())

const text = async (answer: Response | Promise<Response>) => (await answer).text()
const stranger = () => new Visit(world.app)
const asking = (more: Record<string, string | string[]> = {}) => ({
  name: 'Mia',
  phone: '0470 00 00 01',
  place: place.Gooreind ?? '',
  seats: '1',
  ways: 'both',
  ...more,
})
const idOf = async (table: 'ride_request' | 'ride_offer', name: string) => {
  const key = table === 'ride_request' ? 'request_id' : 'ride_offer_id'
  const [row] = await world.rows<Record<string, string>>(`select ${key} as id from ${table} where name = $1`, [name])
  return row?.id ?? ''
}

test('without places yet, the page of a ride says where to call or ask, and what else there is', async () => {
  const words = wordsOn(await text(stranger().get(publicPath)))
  assert.match(words, /vraag in de STEK om een rit te regelen/)
  assert.match(words, /Minder Mobielen Centrale.*48 uur vooraf.*Te controleren/)
})

test('a coordinator keeps a list of rough places, and an address is refused', async () => {
  const visit = world.visits.coordinator
  const refused = await visit.post('/werk/ritten/plekken', { placeName: 'Kerkstraat 12' })
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /Dit lijkt een adres/)
  for (const [placeName, point, site] of [
    ['Gooreind', '51.398, 4.552', ''],
    ['Loenhout', '51.399 4.641', ''],
    ['Dorp', '51.391, 4.595', world.ids.kattegat],
  ] as const)
    assert.equal((await visit.post('/werk/ritten/plekken', { placeName, point, site })).status, 303)
  for (const row of await world.rows<{ id: string; name: string }>('select place_id as id, name from ride_place')) place[row.name] = row.id
  const minutes = { from: place.Gooreind ?? '', to: place.Loenhout ?? '', minutes: '14' }
  assert.equal((await visit.post('/werk/ritten/plekken/minuten', minutes)).status, 303)
  assert.match(wordsOn(await text(visit.get('/werk/ritten/plekken'))), /14 minuten/)
  assert.equal((await visit.post('/werk/ritten/plekken/minuten', { ...minutes, to: minutes.from })).status, 422)
})

test('PRACTICE-9 a visitor asks a ride without an account or a cookie, and hears what happens now', async () => {
  const visit = stranger()
  const form = await visit.get(publicPath)
  assert.equal(form.headers.get('set-cookie'), null)
  const sent = await visit.post(publicPath, asking({ needs: 'rollator' }))
  assert.equal(sent.status, 303)
  assert.equal(sent.headers.get('set-cookie'), null)
  const done = wordsOn(await text(visit.get(sent.headers.get('location') ?? '')))
  assert.match(done, /We hebben je vraag.*Iemand van de STEK belt je/)
  assert.doesNotMatch(done, /Mia|0470/)
  const [row] = await world.rows('select name, phone, happens_on::text as day, needs from ride_request')
  assert.deepEqual(row, { name: 'Mia', phone: '0470000001', day: MONDAY, needs: ['rollator'] })
})

test('what cannot be right is refused in the language of the page, and what was typed stays', async () => {
  const refused = await stranger().post(`/fr${publicPath}`, asking({ name: 'jan@example.org', phone: '12' }))
  assert.equal(refused.status, 422)
  const html = await refused.text()
  assert.match(html, /adresse e-mail/)
  assert.match(html, /value="jan@example\.org"/)
  for (const typed of [{}, { name: ['a', 'b'], seats: '99999', ways: 'sideways', place: 'x', needs: 'horse' }])
    assert.equal((await stranger().post(publicPath, typed as Record<string, string | string[]>)).status, 422)
})

test('another site cannot ask a ride, and an old phone without headers can with the token of the page', async () => {
  const other = new Visit(world.app, { 'Sec-Fetch-Site': 'cross-site' })
  assert.equal((await other.post(publicPath, asking({ name: 'Nep' }))).status, 403)
  const old = new Visit(world.app, {})
  assert.equal((await old.post(publicPath, asking({ name: 'Nep' }))).status, 403)
  const token = formTokenIn(await text(old.get(publicPath)))
  assert.equal((await old.post(publicPath, asking({ name: 'Oud', phone: '0470 00 00 02', _token: token }))).status, 303)
  assert.equal(await idOf('ride_request', 'Nep'), '')
})

test('a moment that is not there gives no page; one that is over or off takes no questions', async () => {
  for (const path of [`/wuustwezel/rit/${world.koffie.slotId}/2026-12-01`, `/wuustwezel/rit/${world.koffie.slotId}/2026-13-99`])
    assert.equal((await stranger().get(path)).status, 404)
  const past = `/wuustwezel/rit/${world.koffie.slotId}/2026-11-23`
  assert.match(wordsOn(await text(stranger().get(past))), /voorbij/)
  assert.equal((await stranger().post(past, asking())).status, 422)
})

test('a volunteer offers seats, and sees that somebody waits but nobody’s name or number', async () => {
  const visit = world.visits.volunteer
  const list = await text(visit.get('/werk/ritten'))
  assert.match(wordsOn(list), /2 mensen zoeken een rit/)
  const typed = { phone: '0470 00 00 09', place: place.Gooreind ?? '', seats: '2', ways: 'both', carries: 'rollator' }
  assert.equal((await visit.post(`${workPath}/rijden`, { ...typed, phone: 'geen' })).status, 422)
  assert.equal((await visit.post(`${workPath}/rijden`, typed)).status, 303)
  const mine = await text(visit.get('/werk/ritten'))
  assert.match(wordsOn(mine), /Mijn ritten.*Nog niemand rijdt met je mee/)
  assert.doesNotMatch(mine, /Mia|0470000001/)
  assert.equal((await visit.get(workPath)).status, 403)
})

test('REFER-4 a driver sees a number only after both said yes, also in the page itself', async () => {
  const { coordinator, volunteer } = world.visits
  assert.equal((await coordinator.post(`${workPath}/voorstel`)).status, 303)
  const arranged = wordsOn(await text(coordinator.get(workPath)))
  assert.match(arranged, /Heen: Oud \(Gooreind\), Mia \(Gooreind\) Terug: Oud/)
  const hidden = async () => {
    const html = await text(volunteer.get('/werk/ritten'))
    assert.match(wordsOn(html), /Gooreind · 1 persoon/)
    assert.doesNotMatch(html, /Mia|0470000001/)
  }
  await hidden()
  const mia = await idOf('ride_request', 'Mia')
  await coordinator.post(`${workPath}/ja`, { request: mia })
  await hidden()
  await volunteer.post('/werk/ritten/ik-rij', { car: await idOf('ride_offer', 'Jef') })
  const html = await text(volunteer.get('/werk/ritten'))
  assert.match(html, /Mia/)
  assert.match(html, /tel:0470000001/)
  assert.doesNotMatch(html, /Oud|0470000002/, 'the other one did not say yes yet')
  assert.match(wordsOn(await text(coordinator.get(workPath))), /Allebei ja/)
  await coordinator.post(`${workPath}/voorstel`)
  assert.match(await text(volunteer.get('/werk/ritten')), /Mia/, 'a new proposal leaves what was agreed')
})

test('a full car is refused, whoever tries, and what a worker did by hand stands', async () => {
  const { coordinator } = world.visits
  await coordinator.post(`${workPath}/vraag`, asking({ name: 'Gezin', seats: '4' }))
  const answer = await coordinator.post(`${workPath}/auto`, {
    request: await idOf('ride_request', 'Gezin'),
    there: await idOf('ride_offer', 'Jef'),
    back: '',
  })
  assert.equal(answer.status, 422)
  assert.match(await answer.text(), /geen plaats genoeg/)
  await coordinator.post(`${workPath}/rijden`, {
    driver: '',
    name: 'Buur',
    phone: '0470000008',
    place: place.Loenhout ?? '',
    seats: '5',
    ways: 'there',
  })
  const car = await idOf('ride_offer', 'Buur')
  assert.equal(
    (await coordinator.post(`${workPath}/auto`, { request: await idOf('ride_request', 'Gezin'), there: car, back: '' })).status,
    303,
  )
  assert.match(wordsOn(await text(coordinator.get(workPath))), /Nog geen auto voor: Terug\. Zo blijft iemand achter/)
})

test('kilometres are kept per driver and month when a ride is closed, once, without who rode along', async () => {
  const { coordinator, volunteer } = world.visits
  const car = await idOf('ride_offer', 'Jef')
  assert.equal((await coordinator.post(`${workPath}/klaar`, { car, kilometres: 'veel' })).status, 422)
  for (const _ of [1, 2]) await coordinator.post(`${workPath}/klaar`, { car, kilometres: '12 km' })
  const rows = await world.rows('select person_id, month::text, kilometres from ride_kilometres')
  assert.deepEqual(rows, [{ person_id: world.people.volunteer, month: '2026-11-01', kilometres: 12 }])
  assert.match(wordsOn(await text(volunteer.get('/werk/ritten/kilometers'))), /november 2026: 12 km/)
  await coordinator.post('/werk/ritten/kilometers', { driver: world.people.volunteer, month: '2026-11-01', kilometres: '20' })
  assert.match(wordsOn(await text(coordinator.get('/werk/ritten/kilometers'))), /20 km/)
  assert.equal(
    (await volunteer.post('/werk/ritten/kilometers', { driver: world.people.volunteer, month: '2026-11-01', kilometres: '900' })).status,
    403,
  )
})

test('who has no part in rides gets no page of them', async () => {
  for (const kind of ['partner-worker', 'funder'] as const) assert.equal((await world.visits[kind].get('/werk/ritten')).status, 403)
  assert.equal((await stranger().get('/werk/ritten')).status, 303)
  assert.equal((await world.visits.volunteer.post(`${workPath}/voorstel`)).status, 403)
})

test('a moment that moves takes its rides along, and the day after everything about them is gone but the kilometres', async () => {
  const { owner, house, clock } = world.test
  await owner.query(`insert into exception (stek_id, slot_id, on_date, moved_to) values ($1, $2, $3, '2026-12-02')`, [
    world.stekId,
    world.koffie.slotId,
    MONDAY,
  ])
  const left = async () =>
    (await world.rows<{ n: number }>('select (select count(*) from ride_request)::int + (select count(*) from ride_offer)::int as n'))[0]?.n
  const before = await left()
  clock.moveTo('2026-12-02T23:30:00+01:00')
  await erase(house.database, clock.now(), 'Europe/Brussels')
  assert.equal(await left(), before)
  clock.moveTo('2026-12-03T00:05:00+01:00')
  await erase(house.database, clock.now(), 'Europe/Brussels')
  assert.equal(await left(), 0)
  assert.deepEqual(await world.rows('select * from ride_match'), [])
  assert.equal((await world.rows('select * from ride_kilometres')).length, 1)
  clock.moveTo('2028-11-03T00:05:00+01:00')
  await erase(house.database, clock.now(), 'Europe/Brussels')
  assert.equal((await world.rows('select * from ride_kilometres')).length, 0)
})
