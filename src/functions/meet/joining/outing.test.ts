import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { deskPaths } from '../../../programme/desk/paths.ts'
import { signUpPaths } from '../../../programme/sign-up/paths.ts'
import { formIn, threeSteps, wordsOn } from '../../../test/desk-world.ts'
import { type JoiningWorld, joiningWorld } from '../../../test/joining-world.ts'
import { Visit } from '../../../test/work.ts'

let world: JoiningWorld
let off: string
let list: string
before(async () => {
  world = await joiningWorld()
  off = deskPaths.moment('wuustwezel', world.outing.slotId, world.date, 'af')
  list = signUpPaths.list('wuustwezel', world.outing.slotId, world.date)
})
after(() => world.close())
beforeEach(async () => {
  await world.test.owner.query(
    'delete from sign_up_moment; delete from exception; delete from attempt; delete from mail; delete from ride_request; delete from ride_place; delete from outing',
  )
  await world.test.owner.query(`update offer set price_in_cents = 0, cost_carrier_id = null, confidential = false`)
  await world.terms({ capacity: 9 })
  world.test.versions.forget(world.stekId)
})

const desk = () => world.visits.coordinator
const read = async (visit: Visit, path: string) => (await visit.get(path)).text()
const mails = () => world.rows<{ recipient: string; body: string }>('select recipient, body from mail order by created_at, mail_id')
const isOuting = async (weather: string | null = null) => {
  await world.test.owner.query(`insert into outing (stek_id, offer_id, wheelchair, weather_decided_by) values ($1, $2, 'ask', $3)`, [
    world.stekId,
    world.outing.offerId,
    weather,
  ])
  world.test.versions.forget(world.stekId)
}

/** Presses "the weather" and then saves the page that says who hears of it. */
async function weatherStops(visit = desk()) {
  const seen = await read(visit, `${off}&reden=weer`)
  const form = formIn(seen)
  return { seen: wordsOn(seen), form, saved: await visit.post(off, { ...form, step: 'save' }) }
}

test('MEET-5 a visitor sees an outing as one: where and when, back when, one price and who carries the rest, wheelchair and weather', async () => {
  const desk = world.visits['community-worker']
  const terms = signUpPaths.terms('wuustwezel', world.outing.offerId)
  const form = formIn(await read(desk, terms))
  assert.equal((await desk.post(terms, { ...form, outing: 'yes', weather: 'straks' })).status, 422)
  assert.equal((await desk.post(terms, { ...form, outing: 'yes', wheelchair: 'yes', weather: '9u' })).status, 303)
  await world.test.owner.query(`update offer set price_in_cents = 1200, cost_carrier_id = $1 where offer_id = $2`, [
    world.ids.caw,
    world.outing.offerId,
  ])
  world.test.versions.forget(world.stekId)
  const page = await read(new Visit(world.app), '/wuustwezel/activiteit/uitstap-naar-zee')
  const words = wordsOn(page)
  assert.match(words, /Uitstap .*Afspreken .*Aan de bushalte .*Wanneer .*woensdag 25 november, 10.00 .*Terug .*rond 12.00/)
  assert.match(words, /Je betaalt € 12.* De rest betaalt CAW\. .*Een trui .*16 zitplaatsen .*Met een rolstoel .*Dat kan/)
  assert.match(words, /Alleen bij goed weer\. We beslissen die dag, ten laatste om 09.00/)
  assert.match(page, new RegExp(`href="${signUpPaths.join('wuustwezel', world.outing.slotId, world.date)}"`))
  assert.match(page, /href="\/wuustwezel\/rit\//)
  assert.match(wordsOn(await read(new Visit(world.app), '/wuustwezel')), /We spreken af: Aan de bushalte, 10.00 .*Uitstap/)
  assert.match(await read(new Visit(world.app), '/wuustwezel/voorlezen'), /We spreken af: Aan de bushalte, 10 uur\./)
  assert.match((await read(new Visit(world.app), '/wuustwezel/programma.ics')).replace(/\r\n /g, ''), /Afspreken: Aan de bushalte/)
  assert.match(wordsOn(await read(new Visit(world.app), '/ar/wuustwezel/activiteit/uitstap-naar-zee')), /نزهة/)
  assert.equal((await desk.post(terms, { ...formIn(await read(desk, terms)), outing: '' })).status, 303)
  assert.doesNotMatch(await read(new Visit(world.app), '/wuustwezel/activiteit/uitstap-naar-zee'), /goed weer/)
})

test('the weather stops an outing in two taps: it says who hears of it, and the mails go out with the same press', async () => {
  await isOuting()
  await world.arrives({ name: 'Amina', email: 'amina@voorbeeld.be' })
  await world.arrives({ name: 'Jef', phone: '0470 12 34 56' })
  await world.arrives({ name: 'Rita' })
  const { seen, form, saved } = await weatherStops()
  assert.match(seen, /Gaat niet door\..*Het weer.*3 mensen schreven zich in.*1 krijgt een mail.*1 bel je zelf.*1 liet geen contact na/)
  assert.equal(saved.status, 303)
  assert.equal((await mails()).length, 1)
  const told = (await mails())[0]
  assert.equal(told?.recipient, 'amina@voorbeeld.be')
  assert.match(told?.body ?? '', /Dit gaat niet door: woensdag 25 november, 10.00 – 12.00, ’t Kattegat/)
  assert.doesNotMatch(told?.body ?? '', /zee|weer|Uitstap/, 'place and time only')
  assert.equal((await desk().post(off, { ...form, step: 'save' })).status, 303, 'the same press twice')
  assert.equal((await mails()).length, 1, 'sends nothing new')
  const after = await read(desk(), saved.headers.get('location') ?? '')
  assert.match(wordsOn(after), /1 iemand liet een contact na en weet het nog niet.*Bellen .*Jef .*0470 12 34 56/)
  assert.doesNotMatch(wordsOn(after), /Verwittig iedereen/, 'nobody is left to mail')
  assert.match(wordsOn(await read(desk(), '/werk?stek=wuustwezel')), /1 iemand weet het nog niet: Uitstap naar zee/)
  const [jef] = await world.rows<{ id: string }>(`select sign_up_id as id from sign_up where name = 'Jef'`)
  await desk().post(list, { _token: form._token ?? '', doe: 'gebeld', wie: jef?.id ?? '' })
  assert.match(wordsOn(await read(desk(), list)), /Iedereen die een contact naliet, weet het/)
  assert.doesNotMatch(wordsOn(await read(desk(), '/werk?stek=wuustwezel')), /weet het nog niet/)
})

test('without the tick nobody is mailed, and the list still offers to tell them', async () => {
  await world.arrives({ name: 'Amina', email: 'amina@voorbeeld.be' })
  const seen = await read(desk(), `${off}&reden=weer`)
  const { verwittig: _, ...form } = formIn(seen)
  const saved = await desk().post(off, { ...form, step: 'save' })
  assert.equal((await mails()).length, 0)
  const page = await read(desk(), saved.headers.get('location') ?? '')
  assert.match(wordsOn(page), /Verwittig iedereen/)
  for (const many of ['1', '0']) {
    const told = await desk().post(list, { _token: form._token ?? '', doe: 'verwittig' })
    assert.match(told.headers.get('location') ?? '', new RegExp(`verwittigd=${many}$`))
  }
})

test('undoing it offers to tell that it goes on after all, only to who heard that it was off; and off again is told again', async () => {
  await world.arrives({ name: 'Amina', email: 'amina@voorbeeld.be' })
  await world.arrives({ name: 'Jef', phone: '0470 12 34 56' })
  const { form, saved } = await weatherStops()
  const gedaan = new URL(`http://x${saved.headers.get('location')}`).searchParams.get('gedaan') ?? ''
  const undone = await desk().post(deskPaths.undo('wuustwezel', gedaan), { _token: form._token ?? '' })
  assert.equal(undone.status, 303)
  const cockpit = await read(desk(), undone.headers.get('location') ?? '')
  assert.match(wordsOn(cockpit), /1 iemand weet het nog niet: Uitstap naar zee, woensdag 25 november/, 'Jef was never called')
  assert.match(wordsOn(await read(desk(), list)), /Dit gaat toch door.*Verwittig iedereen/)
  await desk().post(list, { _token: form._token ?? '', doe: 'verwittig' })
  await weatherStops()
  assert.deepEqual((await mails()).map(({ body }) => body.split('\n')[2]?.slice(0, 20)).sort(), [
    'Dit gaat niet door: ',
    'Dit gaat niet door: ',
    'Dit gaat toch door: ',
  ])
})

test('a moment that moves is told with the same press, and who signed up later already knows', async () => {
  await world.arrives({ name: 'Amina', email: 'amina@voorbeeld.be' })
  const { looked, saved } = await threeSteps(desk(), deskPaths.moment('wuustwezel', world.outing.slotId, world.date), {
    start: '11',
    end: '13',
  })
  assert.match(wordsOn(looked), /1 iemand schreef zich in.*1 krijgt een mail/)
  assert.equal(saved?.status, 303)
  assert.match((await mails())[0]?.body ?? '', /Het is nu: woensdag 25 november, 11.00 – 13.00/)
  const join = signUpPaths.join('wuustwezel', world.outing.slotId, world.date)
  const visit = new Visit(world.app)
  await visit.post(join, { ...formIn(await read(visit, join)), name: 'Bo', email: 'bo@voorbeeld.be' })
  await desk().post(list, { _token: formIn(await read(desk(), list))._token ?? '', doe: 'verwittig' })
  assert.deepEqual(
    (await mails()).map(({ recipient }) => recipient),
    ['amina@voorbeeld.be'],
  )
})

test('two who press at the same moment tell nobody twice', async () => {
  for (const name of ['an', 'bo', 'cis']) await world.arrives({ name, email: `${name}@voorbeeld.be` })
  const { form } = await (async () => {
    const seen = formIn(await read(desk(), `${off}&reden=weer`))
    const { verwittig: _, ...without } = seen
    await desk().post(off, { ...without, step: 'save' })
    return { form: seen }
  })()
  const other = world.visits['community-worker']
  const token = formIn(await read(other, list))._token ?? ''
  await Promise.all([
    desk().post(list, { _token: form._token ?? '', doe: 'verwittig' }),
    other.post(list, { _token: token, doe: 'verwittig' }),
  ])
  assert.equal((await mails()).length, 3)
})

test('the rides of a moment that is off are told too: the list says so, and each call is ticked', async () => {
  await world.arrives({ name: 'Amina', email: 'amina@voorbeeld.be' })
  const place = world.test.house.newId()
  await world.test.owner.query(`insert into ride_place (stek_id, place_id, name) values ($1, $2, 'Gooreind')`, [world.stekId, place])
  await world.test.owner.query(
    `insert into ride_request (stek_id, request_id, slot_id, on_date, happens_on, name, phone, place_id, seats, ways, asked_at)
     values ($1, $2, $3, $4, $4, 'Omar', '0470123456', $5, 1, 'both', now())`,
    [world.stekId, world.test.house.newId(), world.outing.slotId, world.date, place],
  )
  const { saved } = await weatherStops()
  const page = await read(desk(), saved.headers.get('location') ?? '')
  assert.match(wordsOn(page), /1 rit gevraagd of aangeboden\. Bel ook hen/)
  const rides = /href="(\/werk\/ritten\/[^"]+)"/.exec(page.slice(page.indexOf('Bel ook hen')))?.[1]?.replaceAll('&amp;', '&') ?? ''
  assert.match(wordsOn(await read(desk(), '/werk/ritten?stek=wuustwezel')), /gaat niet door.*1 iemand weet het nog niet\. Bel/)
  const ridePage = await read(desk(), rides)
  assert.match(wordsOn(ridePage), /Omar.*Gebeld, weet het nu/)
  const request = /name="request" value="([^"]+)"/.exec(ridePage)?.[1] ?? ''
  const called = await desk().post(rides.replace('?', '/gebeld?'), { _token: formIn(ridePage)._token ?? '', request })
  assert.equal(called.status, 303)
  assert.doesNotMatch(wordsOn(await read(desk(), rides)), /Gebeld, weet het nu/)
  assert.doesNotMatch(wordsOn(await read(desk(), list)), /Bel ook hen/)
  assert.doesNotMatch(wordsOn(await read(desk(), '/werk/ritten?stek=wuustwezel')), /weet het nog niet/)
})

test('a slot that stops leaves nobody waiting: who signed up reads that it is off, and is on the list to tell', async () => {
  const signUpId = await world.arrives({ name: 'Amina', email: 'amina@voorbeeld.be' })
  await world.test.owner.query(`update slot set ends_on = '2026-11-24' where slot_id = $1`, [world.outing.slotId])
  world.test.versions.forget(world.stekId)
  assert.ok(signUpId)
  assert.match(wordsOn(await read(desk(), '/werk?stek=wuustwezel')), /1 iemand weet het nog niet/)
  assert.match(wordsOn(await read(desk(), list)), /Dit gaat niet door.*Verwittig iedereen/)
  await world.test.owner.query(`update slot set ends_on = null where slot_id = $1`, [world.outing.slotId])
  world.test.versions.forget(world.stekId)
})

test('a closed site, which takes moments away by itself, puts who signed up on the list to tell', async () => {
  await world.arrives({ name: 'Amina', email: 'amina@voorbeeld.be' })
  await world.test.owner.query(`insert into closure (stek_id, closure_id, site_id, from_date, until_date) values ($1, $2, $3, $4, $4)`, [
    world.stekId,
    world.test.house.newId(),
    world.ids.kattegat,
    world.date,
  ])
  world.test.versions.forget(world.stekId)
  assert.match(wordsOn(await read(desk(), '/werk?stek=wuustwezel')), /1 iemand weet het nog niet: Uitstap naar zee/)
  const token = formIn(await read(desk(), list))._token ?? ''
  await desk().post(list, { _token: token, doe: 'verwittig' })
  assert.match((await mails())[0]?.body ?? '', /Dit gaat niet door/)
  await world.test.owner.query('delete from closure')
  world.test.versions.forget(world.stekId)
  assert.match(wordsOn(await read(desk(), list)), /Dit gaat toch door/)
})

test('an outing is made by who may change its offer only, and the database refuses what it does not know', async () => {
  const add = (personId: string | null, wheelchair = 'yes') =>
    world.test.house.database.inStek({ personId }, world.stekId, (tx) =>
      tx
        .withTables<{ outing: { stek_id: string; offer_id: string; wheelchair: string } }>()
        .insertInto('outing')
        .values({ stek_id: world.stekId, offer_id: world.outing.offerId, wheelchair })
        .execute(),
    )
  for (const personId of [null, world.people.volunteer, world.people.funder, world.people['partner-worker']])
    await assert.rejects(add(personId), /row-level security/)
  await assert.rejects(add(world.people.coordinator, 'maybe'), /outing_wheelchair_check/)
  await add(world.people.coordinator)
})
