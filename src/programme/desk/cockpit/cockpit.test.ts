import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type DeskWorld, deskWorld, threeSteps, wordsOn } from '../../../test/desk-world.ts'
import { deskPaths } from '../paths.ts'

let world: DeskWorld
before(async () => {
  world = await deskWorld()
})
after(() => world.close())

const cockpit = async (kind: keyof DeskWorld['visits'] = 'coordinator') =>
  wordsOn(await (await world.visits[kind].get(deskPaths.cockpit('wuustwezel'))).text())
const newId = () => world.test.house.newId()

test('a day without moments names the next one', async () => {
  assert.match(
    await cockpit(),
    /Vandaag staat er niets op het programma\. Het eerstvolgende is Koffie en Formulieren, maandag 30 november om 13\.00\./,
  )
})

test('what goes on today stands on top, with what can be done about it', async () => {
  await world.weekly({ title: 'Dinsdagsoep', weekday: 2, room: null })
  assert.match(await cockpit(), /Vandaag, dinsdag 24 november 13\.00 – 16\.00 Dinsdagsoep .*Gaat niet door/)
})

test('COLLABORATE-2 an offer that visitors will not find in the coming two weeks is named', async () => {
  assert.doesNotMatch(await cockpit(), /komende twee weken/)
  for (const date of ['2026-11-30', '2026-12-07'])
    await threeSteps(world.visits.coordinator, deskPaths.moment('wuustwezel', world.koffie.slotId, date, 'af'), {})
  assert.match(await cockpit(), /Dit aanbod heeft de komende twee weken geen moment: Koffie en Formulieren/)
  assert.match(
    wordsOn(await (await world.visits.coordinator.get(deskPaths.week('wuustwezel'))).text()),
    /komende twee weken geen moment: Koffie en Formulieren/,
  )
})

test('an offer that nobody confirmed for long asks for one tap; all of them for one tap as well', async () => {
  await world.test.owner.query(`update offer set confirmed_at = '2026-06-01T10:00:00Z'`)
  assert.match(await cockpit(), /Klopt dit nog\? \(2\).*Laatst nagekeken op maandag 1 juni 2026/)
  const visit = world.visits['partner-worker']
  const one = await visit.post(deskPaths.confirm('wuustwezel'), { sleutel: newId(), offer: world.koffie.offerId })
  assert.equal(one.status, 303)
  assert.match(await cockpit(), /Klopt dit nog\? Dinsdagsoep/)
  await world.test.owner.query(`update offer set confirmed_at = '2026-06-01T10:00:00Z'`)
  const ids = (await world.rows<{ offer_id: string }>('select offer_id from offer')).map(({ offer_id }) => offer_id)
  const all = await world.visits.coordinator.post(deskPaths.confirm('wuustwezel'), { sleutel: newId(), offer: ids })
  assert.match(
    wordsOn(await (await world.visits.coordinator.get(all.headers.get('location') ?? '')).text()),
    /2 keer bevestigd: het klopt nog\. Maak ongedaan/,
  )
  assert.match(await cockpit(), /Laatst veranderd/)
  assert.doesNotMatch(await cockpit(), /Klopt dit nog/)
})

test('MEET-3 a flyer that was printed is told to be out of date once the programme changed', async () => {
  const visit = world.visits['community-worker']
  assert.match(await cockpit(), /Er is nog geen flyer gedrukt/)
  const press = { sleutel: newId(), channel: 'flyer-a5', language: 'nl' }
  const answers = await Promise.all([
    visit.post(deskPaths.printed('wuustwezel'), press),
    visit.post(deskPaths.printed('wuustwezel'), press),
  ])
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303],
  )
  assert.equal((await world.rows('select 1 from printing')).length, 1)
  assert.doesNotMatch(await cockpit(), /verouderd|nog geen flyer/)
  world.test.clock.pass({ minutes: 10 })
  await threeSteps(visit, deskPaths.moment('wuustwezel', world.koffie.slotId, '2026-12-14'), {
    date: 'donderdag 17 december',
    howLong: 'always',
  })
  assert.match(await cockpit(), /Flyer \(Nederlands\) gedrukt op dinsdag 24 november is verouderd/)
  await visit.post(deskPaths.printed('wuustwezel'), { ...press, sleutel: newId() })
  assert.doesNotMatch(await cockpit(), /verouderd/)
})

test('an empty programme shows the first step, and to who only reads that nothing is there yet', async () => {
  await world.test.owner.query('delete from offer')
  world.test.versions.forget(world.stekId)
  assert.match(await cockpit(), /Je bord is nog leeg.*Zet het eerste aanbod op het bord/)
  assert.doesNotMatch(await cockpit('volunteer'), /Zet het eerste aanbod/)
})
