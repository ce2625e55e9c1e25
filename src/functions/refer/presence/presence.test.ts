import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { erase } from '../../../platform/erasing/erase.ts'
import { formIn, wordsOn } from '../../../test/desk-world.ts'
import { type HandoverWorld, handoverWorld } from '../../../test/handover-world.ts'
import { Visit } from '../../../test/work.ts'
import { handoverPaths } from '../handover/paths.ts'

let world: HandoverWorld
before(async () => {
  world = await handoverWorld()
})
after(() => world.close())

const form = async (serviceId: string, as: Visit = world.visits['community-worker']) =>
  wordsOn(await (await as.get(handoverPaths.make('wuustwezel', serviceId))).text())

test('REFER-1 who makes a slip sees when the people of that service are here', async () => {
  const words = await form(world.services.debts)
  assert.match(words, /CAW is in de STEK op: maandag 30 november, 13\.00 – 16\.00, ’t Kattegat maandag 7 december/)
  assert.doesNotMatch(await form(world.services.social), /is in de STEK op/)
})

test('REFER-1 the hours a partner is present each week are there for the mirror, by the programme', async () => {
  await world.weekly({ title: 'Om de twee weken', weekday: 4, from: '09:00', until: '11:00', partner: 'caw' })
  await world.test.owner.query(`update slot set every_weeks = 2 where start_time = '09:00'`)
  const hours = await world.rows<{ minutes: string }>(
    `select minutes_a_week as minutes from presence_minutes('2026-11-24') where partner_id = $1`,
    [world.ids.caw],
  )
  assert.deepEqual(hours, [{ minutes: '240.0' }])
})

test('a contact stands there only with the yes of that worker, for workers only, and goes after half a year', async () => {
  const address = handoverPaths.contacts('wuustwezel', world.services.social)
  const desk = world.visits['community-worker']
  const blank = formIn(await (await desk.get(address)).text())
  const wrong: Record<string, string>[] = [
    { first_name: 'Ilse', how: 'via het onthaal' },
    { first_name: 'ilse@voorbeeld.be', how: 'via het onthaal', agreed: 'yes' },
    { first_name: 'Ilse', how: '', agreed: 'yes' },
  ]
  for (const typed of wrong) {
    const refused = await desk.post(address, { ...blank, ...typed })
    assert.equal(refused.status, 422, JSON.stringify(typed))
  }
  for (let times = 0; times < 2; times++)
    assert.equal((await desk.post(address, { ...blank, first_name: 'Ilse', how: 'via het onthaal', agreed: 'yes' })).status, 303)
  assert.equal((await world.rows('select from service_contact')).length, 1, 'the same form sent twice is one colleague')
  assert.match(await form(world.services.social), /Ilse via het onthaal/)
  assert.doesNotMatch(await form(world.services.social, world.visits.volunteer), /Ilse/)
  assert.equal((await world.visits.volunteer.get(address)).status, 403)
  assert.equal((await new Visit(world.app).get(address)).status, 303)

  const { clock, house } = world.test
  clock.pass({ days: 150 })
  const [{ id } = { id: '' }] = await world.rows<{ id: string }>('select contact_id as id from service_contact')
  // Signed out by then: asked again by a colleague, through the same door.
  await house.database.inStek({ personId: world.people.coordinator }, world.stekId, async (tx) => {
    const { confirmContact } = await import('./queries.ts')
    await confirmContact(tx, world.stekId, id, '2027-04-23')
  })
  clock.pass({ days: 100 })
  await erase(house.database, clock.now(), 'Europe/Brussels')
  assert.equal((await world.rows('select from service_contact')).length, 1)
  clock.pass({ days: 90 })
  await erase(house.database, clock.now(), 'Europe/Brussels')
  assert.equal((await world.rows('select from service_contact')).length, 0)
})
