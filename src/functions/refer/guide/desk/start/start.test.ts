import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type DeskWorld, deskWorld, formIn } from '../../../../../test/desk-world.ts'

let world: DeskWorld
before(async () => {
  world = await deskWorld()
})
after(() => world.close())

const list = '/werk/wegwijzer?stek=wuustwezel'
const count = async () => (await world.rows<{ n: number }>('select count(*)::int as n from service'))[0]?.n ?? 0

test('REFER-3 a leader with an empty guide takes over the start set with one button, and visitors find their way in it at once', async () => {
  const leader = world.visits.coordinator
  const page = await (await leader.get(list)).text()
  assert.match(page, /Neem de startset over/)
  const blank = formIn(page)
  const [one, other] = await Promise.all([
    leader.post('/werk/wegwijzer/startset?stek=wuustwezel', blank),
    leader.post('/werk/wegwijzer/startset?stek=wuustwezel', blank),
  ])
  assert.deepEqual([one.status, other.status], [303, 303])
  assert.ok((await count()) > 100)
  assert.equal((await world.rows('select from service where stek_id <> $1', [world.stekId])).length, 0)
  const after = await (await leader.get(list)).text()
  assert.doesNotMatch(after, /Neem de startset over/)
  const found = await (await world.app.request('/wuustwezel/wegwijzer?q=deurwaarder')).text()
  assert.match(found, /Schuldbemiddeling/)
})

test('taking the start set over again changes nothing, and who does not lead cannot', async () => {
  const before = await count()
  assert.equal((await world.visits.coordinator.post('/werk/wegwijzer/startset?stek=wuustwezel', {})).status, 303)
  assert.equal(await count(), before)
  await world.rows('delete from organisation')
  const volunteer = await world.visits.volunteer.post('/werk/wegwijzer/startset?stek=wuustwezel', {})
  assert.notEqual(volunteer.status, 303)
  assert.equal(await count(), 0)
})
