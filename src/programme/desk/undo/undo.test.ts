import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type DeskWorld, deskWorld, threeSteps, wordsOn } from '../../../test/desk-world.ts'
import type { Visit } from '../../../test/work.ts'
import { deskPaths } from '../paths.ts'

let world: DeskWorld
before(async () => {
  world = await deskWorld()
})
after(() => world.close())

const changeIn = (response: Response | undefined): string =>
  new URL(response?.headers.get('location') ?? '', 'http://x').searchParams.get('gedaan') ?? ''
const undo = (visit: Visit, changeId: string) => visit.post(deskPaths.undo('wuustwezel', changeId))
const offerRow = async (offerId: string) =>
  (
    await world.rows<{ row: Record<string, unknown> }>('select to_jsonb(o) - $2 as row from offer o where offer_id = $1', [
      offerId,
      'revision',
    ])
  )[0]?.row
const text = async (path: string) => (await world.app.request(path)).text()

test('a change of an offer is undone: everything is as it was, and visitors see it at once', async () => {
  const visit = world.visits.coordinator
  const before = await offerRow(world.koffie.offerId)
  const { saved } = await threeSteps(visit, deskPaths.offer('wuustwezel', world.koffie.offerId), {
    title: 'Iets anders',
    price: '3,50',
    carrier: world.ids.saamo,
    'title.fr': 'Autre chose',
    functions: ['refer', 'meet'],
  })
  assert.match(await text('/wuustwezel/activiteit/koffie-en-formulieren'), /Iets anders/)
  const undone = await undo(visit, changeIn(saved))
  assert.equal(undone.status, 303)
  assert.deepEqual(await offerRow(world.koffie.offerId), before)
  assert.match(await text('/wuustwezel/activiteit/koffie-en-formulieren'), /Koffie en Formulieren/)
  assert.match(wordsOn(await (await visit.get(undone.headers.get('location') ?? '')).text()), /Ongedaan gemaakt:/)
})

test('an offer that was moved for good goes back to its day, with what was arranged', async () => {
  const visit = world.visits.coordinator
  const state = () => world.rows('select slot_id, weekday, starts_on, ends_on from slot order by slot_id')
  await world.test.owner.query(
    `insert into exception (stek_id, slot_id, on_date, end_time, start_time) values ($1, $2, '2026-12-21', '15:00', '13:00')`,
    [world.stekId, world.koffie.slotId],
  )
  const before = [await state(), await world.rows('select slot_id, on_date, end_time from exception')]
  const claims = await world.rows('select slot_id, on_date from room_claim order by on_date')
  const { saved } = await threeSteps(visit, deskPaths.moment('wuustwezel', world.koffie.slotId, '2026-11-30'), {
    start: '12.30',
    howLong: 'always',
  })
  assert.notDeepEqual(await state(), before[0])
  assert.equal((await undo(visit, changeIn(saved))).status, 303)
  assert.deepEqual([await state(), await world.rows('select slot_id, on_date, end_time from exception')], before)
  if (claims.length > 0) assert.deepEqual(await world.rows('select slot_id, on_date from room_claim order by on_date'), claims)
})

test('adding is undone too, and undoing twice does it once', async () => {
  const visit = world.visits['community-worker']
  const soup = {
    title: 'Soep',
    functions: 'meet',
    partner: world.ids.saamo,
    site: world.ids.kattegat,
    first: 'vrijdag',
    start: '10u',
    end: '12u',
  }
  const { saved } = await threeSteps(visit, deskPaths.newOffer('wuustwezel'), soup)
  assert.equal((await undo(visit, changeIn(saved))).status, 303)
  assert.deepEqual(await world.rows(`select 1 from offer where slug = 'soep'`), [])
  assert.equal((await undo(visit, changeIn(saved))).status, 303)
})

test('nothing is undone when something came after it: the page says what', async () => {
  const visit = world.visits.coordinator
  const first = await threeSteps(visit, deskPaths.offer('wuustwezel', world.koffie.offerId), { title: 'Eerst' })
  world.test.clock.pass({ minutes: 1 })
  await threeSteps(visit, deskPaths.offer('wuustwezel', world.koffie.offerId), { title: 'Daarna' })
  const answer = await undo(visit, changeIn(first.saved))
  assert.equal(answer.status, 422)
  assert.match(wordsOn(await answer.text()), /Er is sindsdien iets anders veranderd.*Daarna is aangepast/)
  assert.equal((await offerRow(world.koffie.offerId))?.title, 'Daarna')
})

test('a change of other fields does not stand in the way', async () => {
  const visit = world.visits.coordinator
  const path = deskPaths.offer('wuustwezel', world.koffie.offerId)
  const first = await threeSteps(visit, path, { title: 'Koffie en Formulieren' })
  await threeSteps(visit, path, { summary: 'Breng je brief mee' })
  assert.equal((await undo(visit, changeIn(first.saved))).status, 303)
  const row = await offerRow(world.koffie.offerId)
  assert.deepEqual([row?.title, row?.summary], ['Daarna', 'Breng je brief mee'])
})

test('an offer that was added is not taken away once something was arranged for it', async () => {
  const visit = world.visits.coordinator
  const { saved } = await threeSteps(visit, deskPaths.newOffer('wuustwezel'), {
    title: 'Dansen',
    functions: 'meet',
    partner: world.ids.saamo,
    site: world.ids.kattegat,
    first: 'vrijdag',
    start: '10u',
    end: '12u',
  })
  const [slot] = await world.rows<{ slot_id: string }>(
    `select slot_id from slot join offer using (stek_id, offer_id) where slug = 'dansen'`,
  )
  await threeSteps(visit, deskPaths.moment('wuustwezel', slot?.slot_id ?? '', '2026-12-04', 'af'), { reason: 'feest' })
  assert.equal((await undo(visit, changeIn(saved))).status, 422)
  assert.equal((await world.rows(`select 1 from offer where slug = 'dansen'`)).length, 1)
})

test('LEARN-5 undoing never makes learning cost something: what was given a price since stays a meeting', async () => {
  const visit = world.visits.coordinator
  const les = {
    title: 'Naailes',
    functions: 'learn',
    partner: world.ids.saamo,
    site: world.ids.kattegat,
    first: 'vrijdag',
    start: '10u',
    end: '12u',
  }
  await threeSteps(visit, deskPaths.newOffer('wuustwezel'), les)
  const [offer] = await world.rows<{ offer_id: string }>(`select offer_id from offer where slug = 'naailes'`)
  const path = deskPaths.offer('wuustwezel', offer?.offer_id ?? '')
  const asMeeting = await threeSteps(visit, path, { functions: 'meet' })
  await threeSteps(visit, path, { price: '2' })
  const answer = await undo(visit, changeIn(asMeeting.saved))
  assert.equal(answer.status, 422)
  assert.match(wordsOn(await answer.text()), /Er is sindsdien iets anders veranderd/)
  assert.deepEqual(await world.rows(`select functions, price_in_cents from offer where slug = 'naailes'`), [
    { functions: ['meet'], price_in_cents: 200 },
  ])
})

test('a partner worker undoes only what was done by himself', async () => {
  const { saved } = await threeSteps(world.visits.coordinator, deskPaths.offer('wuustwezel', world.koffie.offerId), { summary: 'van Kobe' })
  assert.equal((await undo(world.visits['partner-worker'], changeIn(saved))).status, 403)
  const own = await threeSteps(world.visits['partner-worker'], deskPaths.offer('wuustwezel', world.koffie.offerId), { summary: 'van Mila' })
  assert.equal((await undo(world.visits['partner-worker'], changeIn(own.saved))).status, 303)
  assert.equal((await offerRow(world.koffie.offerId))?.summary, 'van Kobe')
})

test('a change that does not exist, and one of two weeks ago, are not undone', async () => {
  const visit = world.visits.coordinator
  assert.equal((await undo(visit, world.stekId)).status, 404)
  assert.equal((await undo(visit, 'x')).status, 404)
  const { saved } = await threeSteps(visit, deskPaths.offer('wuustwezel', world.koffie.offerId), { summary: 'oud' })
  await world.test.owner.query(`update change set happened_at = happened_at - interval '14 days' where change_id = $1`, [changeIn(saved)])
  assert.equal((await undo(visit, changeIn(saved))).status, 403)
})
