import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { formIn, wordsOn } from '../../../test/desk-world.ts'
import { type HandoverWorld, handoverWorld } from '../../../test/handover-world.ts'
import { Visit } from '../../../test/work.ts'
import { guideDeskPaths } from '../guide/desk/paths.ts'
import { endHandovers } from './jobs.ts'
import { handoverPaths } from './paths.ts'

let world: HandoverWorld
before(async () => {
  world = await handoverWorld()
})
after(() => world.close())
beforeEach(async () => {
  await world.test.owner.query('delete from handover; delete from handover_outcome; update service set ended_on = null')
  world.test.clock.moveTo('2026-11-24T09:00:00+01:00')
})

const desk = () => world.visits['community-worker']
const words = async (answer: Response) => {
  assert.equal(answer.status, 200)
  return wordsOn(await answer.text())
}
const list = async () => words(await world.visits.volunteer.get('/werk/overdracht?stek=wuustwezel'))
const made = async (seal: string) => words(await desk().get(handoverPaths.made('wuustwezel', seal)))
const TEXT = 'Ik heb een brief over schulden.'

/** Every page of slips to a service that is not there any more: one with a message, one without. */
async function walk(withMessage: { own: string; service: string; seal: string }, bare: { seal: string }) {
  const mine = await world.opens(withMessage.own)
  assert.match(wordsOn(mine.html), /Vraag in de STEK waar je nu terecht kan/)
  assert.match(wordsOn(mine.html), /Je bericht is weg\. Niemand kan het nog lezen\./)
  assert.doesNotMatch(wordsOn(mine.html), /nog niet gelezen/)
  const torn = await world.opens(withMessage.service, '/fr')
  assert.doesNotMatch(torn.html, /value="lees"/)
  assert.doesNotMatch(await (await torn.visit.post(torn.address, { ...formIn(torn.html), wat: 'lees' })).text(), /schulden/)
  assert.match(await made(bare.seal), /Deze dienst is gestopt|Een dienst die uit de wegwijzer is/)
  assert.doesNotMatch(await made(bare.seal), /Maak samen een bericht/)
  const asked = await desk().get(handoverPaths.message('wuustwezel', bare.seal))
  assert.match(await words(await desk().get(asked.headers.get('location') ?? '')), /Er gaat geen bericht mee/)
  for (const language of ['', '/uk', '/ar']) {
    assert.equal((await new Visit(world.app).get(`${language}${handoverPaths.slip(bare.seal)}`)).status, 200)
    assert.equal((await new Visit(world.app).get(`${language}${handoverPaths.slipPdf(bare.seal)}`)).status, 200)
  }
  await endHandovers(world.test.house)
  world.test.clock.pass({ minutes: 15 })
  await endHandovers(world.test.house)
  assert.deepEqual(await world.test.house.keys.ids(), [], 'the key of the message goes with the service')
  assert.equal((await world.rows('select from sharing_consent')).length, 0)
  const again = await world.opens(withMessage.service)
  const answer = await again.visit.post(again.address, { ...formIn(again.html), wat: 'antwoord', outcome: 'passed-on', naar: '' })
  assert.match(await words(await again.visit.get(answer.headers.get('location') ?? '')), /Je antwoord is bewaard/)
}

test('a worker stops a service in the guide while slips to it go on: every page says so, the message and its key go, and answering still works', async () => {
  const one = await world.slip()
  await world.message(one.seal, TEXT, [1], { readable: 'until' })
  const other = await world.slip()
  const stopped = await world.visits.coordinator.post(guideDeskPaths.end('wuustwezel', world.services.social))
  assert.equal(stopped.status, 303)
  assert.equal((await desk().get(handoverPaths.make('wuustwezel', world.services.social))).status, 404)
  await walk(one, other)
  assert.match(await list(), /Sociale dienst .*Deze dienst is gestopt\. Zoek samen een andere\..*Doorgestuurd/)
  const back = await world.visits.coordinator.post(guideDeskPaths.again('wuustwezel', world.services.social))
  assert.equal(back.status, 303)
  assert.doesNotMatch(await list(), /gestopt/)
  assert.match(wordsOn((await world.opens(one.own)).html), /Je bericht is weg/, 'it does not come back with the service')
  world.test.clock.pass({ days: 30 })
  await endHandovers(world.test.house)
  assert.deepEqual(await world.rows('select service_id, outcome from handover_outcome order by outcome'), [
    { service_id: world.services.social, outcome: 'passed-on' },
    { service_id: world.services.social, outcome: 'unknown' },
  ])
})

test('a place that leaves the guide leaves a slip without one, and nothing else breaks', async () => {
  const { own, seal } = await world.slip()
  await world.test.owner.query('delete from service_location')
  assert.doesNotMatch(wordsOn((await world.opens(own)).html), /Dorpsplein/)
  assert.match(await made(seal), /Staat niet in de wegwijzer/)
})

test('a service that is deleted with slips open: the slips go on without it, and the tally counts them without a door', async () => {
  const one = await world.slip()
  await world.message(one.seal, TEXT, [1])
  const other = await world.slip()
  await world.test.owner.query('delete from service where service_id = $1', [world.services.social])
  await walk(one, other)
  assert.match(await list(), /Een dienst die uit de wegwijzer is/)
  await world.visits.volunteer.post('/werk/overdracht/weg?stek=wuustwezel', { briefje: other.handoverId, wat: 'alles' })
  world.test.clock.pass({ days: 30 })
  await endHandovers(world.test.house)
  assert.deepEqual(await world.rows('select service_id, outcome from handover_outcome'), [{ service_id: null, outcome: 'passed-on' }])
})
