import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type DeskWorld, deskWorld, formIn, threeSteps, wordsOn } from '../../../test/desk-world.ts'
import { deskPaths } from '../paths.ts'

let world: DeskWorld
before(async () => {
  world = await deskWorld()
})
after(() => world.close())

const text = async (path: string) => (await world.app.request(path)).text()
const newOffer = deskPaths.newOffer('wuustwezel')
const soup = () => ({
  title: 'Samen soep koken',
  functions: 'meet',
  partner: world.ids.saamo,
  site: world.ids.kattegat,
  first: 'vrijdag',
  start: '10u',
  end: '12.30',
})

test('an offer with its first fixed moment is on the noticeboard after three steps', async () => {
  const { looked, saved } = await threeSteps(world.visits['community-worker'], newOffer, { ...soup(), whoYouMeet: 'de kok van SAAMO' })
  assert.match(wordsOn(looked), /Dit zien bezoekers Elke vrijdag, 10\.00 – 12\.30.*Vrijdag 27 november 2026.*Je ziet er: de kok van SAAMO/)
  assert.equal(saved?.status, 303)
  assert.match(await text('/wuustwezel/programma?week=2026-W48'), /Samen soep koken/)
  assert.equal((await world.app.request('/wuustwezel/activiteit/samen-soep-koken')).status, 200)
})

test('the address of an offer is its own, and stays when the title changes', async () => {
  const { saved } = await threeSteps(world.visits.coordinator, newOffer, soup())
  assert.equal(saved?.status, 303)
  const [second] = await world.rows<{ offer_id: string }>(`select offer_id from offer where slug = 'samen-soep-koken-2'`)
  assert.ok(second)
  await threeSteps(world.visits.coordinator, deskPaths.offer('wuustwezel', second.offer_id), { title: 'Soep en brood' })
  assert.match(await text('/wuustwezel/activiteit/samen-soep-koken-2'), /Soep en brood/)
})

test('LEARN-5 learning that costs something is refused on the form, and by the database itself', async () => {
  const { look, looked } = await threeSteps(world.visits['community-worker'], newOffer, {
    ...soup(),
    functions: ['meet', 'learn'],
    price: '2',
  })
  assert.equal(look.status, 422)
  assert.match(wordsOn(looked), /Leren is gratis\./)
  const [offer] = await world.rows<{ offer_id: string }>(`select offer_id from offer where slug = 'samen-soep-koken'`)
  await assert.rejects(
    world.test.owner.query(`update offer set functions = '{learn}', price_in_cents = 1 where offer_id = $1`, [offer?.offer_id]),
    { constraint: 'learning_is_free' },
  )
})

test('MEET-5 above the limit of the stek the form asks who carries the rest, and then it is on the page', async () => {
  const dear = { ...soup(), title: 'Daguitstap', price: '12,50' }
  const first = await threeSteps(world.visits['community-worker'], newOffer, dear)
  assert.equal(first.look.status, 422)
  assert.match(wordsOn(first.looked), /Het kost meer dan € 3\. Welke partner betaalt de rest\?/)
  assert.match(first.looked, /name="carrier"/)
  const { saved } = await threeSteps(world.visits['community-worker'], newOffer, { ...dear, carrier: world.ids.caw })
  assert.equal(saved?.status, 303)
  assert.match(await text('/wuustwezel/activiteit/daguitstap'), /€ 12,50[\s\S]*De rest betaalt CAW/)
})

test('LEARN-1 signing up for learning gets a gentle note and may be saved', async () => {
  const { looked, saved } = await threeSteps(world.visits['community-worker'], newOffer, {
    ...soup(),
    title: 'Fietsles',
    functions: 'learn',
    takingPart: 'sign-up',
  })
  assert.match(wordsOn(looked), /Leren gaat makkelijker als je gewoon kan binnenlopen/)
  assert.equal(saved?.status, 303)
  assert.match(await (await world.visits['community-worker'].get(newOffer)).text(), /value="walk-in" checked/)
})

test('a title of ten thousand characters comes back whole, with how long it is', async () => {
  const title = 'lang '.repeat(2000).trim()
  const { look, looked } = await threeSteps(world.visits['community-worker'], newOffer, { ...soup(), title })
  assert.equal(look.status, 422)
  assert.match(wordsOn(looked), /Dit telt 9999 tekens\. Het mogen er hoogstens 80 zijn/)
  assert.equal(formIn(looked).title, title)
})

test('HTML and script in a title are words like any other, and a title from right to left keeps its own direction', async () => {
  const script = '<script>alert(1)</script> قهوة ☕'
  const { looked, saved } = await threeSteps(world.visits['community-worker'], newOffer, { ...soup(), title: script })
  assert.doesNotMatch(looked, /<script>alert/)
  assert.equal(saved?.status, 303)
  const page = await text('/wuustwezel/programma?week=2026-W48')
  assert.doesNotMatch(page, /<script>alert/)
  assert.match(page, /<bdi>&lt;script>alert\(1\)&lt;\/script> قهوة ☕<\/bdi>/)
})

test('an empty form says what is needed, each beside its field', async () => {
  const { look, looked } = await threeSteps(world.visits['community-worker'], newOffer, {})
  assert.equal(look.status, 422)
  for (const sentence of [/Geef het een titel/, /Kies waarvoor het dient/, /Kies iets uit de lijst/, /Vul een dag in/, /Vul een uur in/])
    assert.match(wordsOn(looked), sentence)
  for (const [, id] of looked.matchAll(/<a href="#(f-[^"]+)"/g)) assert.ok(looked.includes(`id="${id}"`), `nothing has the id ${id}`)
})

test('two workers change one offer at once: the second sees field by field what changed, keeps what was typed, and saves on top', async () => {
  const path = deskPaths.offer('wuustwezel', world.koffie.offerId)
  const [noor, kobe] = [world.visits['community-worker'], world.visits.coordinator]
  const noors = formIn(await (await noor.get(path)).text())
  const kobes = formIn(await (await kobe.get(path)).text())
  const saved = await noor.post(path, { ...noors, title: 'Koffie & Formulieren', whoYouMeet: 'iemand van het CAW', step: 'save' })
  assert.equal(saved.status, 303)

  const second = await kobe.post(path, { ...kobes, title: 'Formulierenkoffie', summary: 'Breng je brief mee', step: 'save' })
  const html = await second.text()
  assert.equal(second.status, 422)
  assert.match(wordsOn(html), /Noor heeft dit net veranderd/)
  assert.match(wordsOn(html), /Titel Koffie en Formulieren Koffie & Formulieren Formulierenkoffie/)
  assert.match(wordsOn(html), /Wie zie je er\? \(leeg\) iemand van het CAW niets veranderd/)
  const again = formIn(html)
  assert.equal(again.title, 'Formulierenkoffie')
  assert.equal(again.summary, 'Breng je brief mee')

  assert.equal((await kobe.post(path, { ...again, step: 'save' })).status, 303)
  const [offer] = await world.rows('select title, who_you_meet, summary from offer where offer_id = $1', [world.koffie.offerId])
  assert.deepEqual(offer, { title: 'Formulierenkoffie', who_you_meet: 'iemand van het CAW', summary: 'Breng je brief mee' })
})

test('confirming that an offer is still right does not get in the way of somebody who is changing it', async () => {
  const path = deskPaths.offer('wuustwezel', world.koffie.offerId)
  const form = formIn(await (await world.visits.coordinator.get(path)).text())
  const confirmed = await world.visits['community-worker'].post(deskPaths.confirm('wuustwezel'), {
    sleutel: world.test.house.newId(),
    offer: world.koffie.offerId,
  })
  assert.equal(confirmed.status, 303)
  assert.equal((await world.visits.coordinator.post(path, { ...form, title: 'Koffie en Formulieren', step: 'save' })).status, 303)
})

test('going back and typing on after saving is not lost, although the form carries the same key', async () => {
  const path = deskPaths.offer('wuustwezel', world.koffie.offerId)
  const form = formIn(await (await world.visits.coordinator.get(path)).text())
  assert.equal((await world.visits.coordinator.post(path, { ...form, summary: 'eerst', step: 'save' })).status, 303)
  const again = await world.visits.coordinator.post(path, { ...form, summary: 'daarna', step: 'save' })
  assert.equal(again.status, 422)
  assert.equal(formIn(await again.text()).summary, 'daarna')
})

test('an offer that goes to another site leaves its room behind, and its moments stand at the new site', async () => {
  const path = deskPaths.offer('wuustwezel', world.koffie.offerId)
  const { saved } = await threeSteps(world.visits.coordinator, path, { site: world.ids.kerk })
  assert.equal(saved?.status, 303)
  assert.deepEqual(await world.rows('select room_id, needs_room_alone from slot where slot_id = $1', [world.koffie.slotId]), [
    { room_id: null, needs_room_alone: false },
  ])
  assert.deepEqual(await world.rows('select 1 from room_claim where slot_id = $1', [world.koffie.slotId]), [])
})

test('an offer stops after a day and can go on again', async () => {
  const zang = await world.weekly({ title: 'Zangkoor', weekday: 3, room: null })
  const path = deskPaths.endOffer('wuustwezel', zang.offerId)
  const visit = world.visits.coordinator
  assert.equal((await threeSteps(visit, path, { last: '23/11/2026' })).look.status, 422)
  assert.equal((await threeSteps(visit, path, { last: '2/12/2026' })).saved?.status, 303)
  assert.match(await text('/wuustwezel/programma?week=2026-W49'), /Zangkoor/)
  assert.doesNotMatch(await text('/wuustwezel/programma?week=2026-W50'), /Zangkoor/)
  assert.equal((await threeSteps(visit, path, { last: '' })).saved?.status, 303)
  assert.match(await text('/wuustwezel/programma?week=2026-W50'), /Zangkoor/)
})
