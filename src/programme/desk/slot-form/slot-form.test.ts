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
const slotsOf = (offerId: string) =>
  world.rows<{ pattern: string; weekday: number; starts_on: string; ends_on: string | null; start_time: string; room_id: string | null }>(
    'select pattern, weekday, starts_on, ends_on, start_time, room_id from slot where offer_id = $1 order by starts_on, start_time',
    [offerId],
  )

test('CONTEXT-3 an offer gets a second fixed moment: the third Wednesday of the month in the evening', async () => {
  const path = deskPaths.newSlot('wuustwezel', world.koffie.offerId)
  const { looked, saved } = await threeSteps(world.visits['community-worker'], path, {
    howOften: 'monthly',
    first: '16/12/2026',
    start: '18u30',
    end: '20.30',
  })
  assert.match(wordsOn(looked), /Elke derde woensdag van de maand, 18\.30 – 20\.30/)
  assert.equal(saved?.status, 303)
  assert.match(await text('/wuustwezel/programma?week=2026-W51'), /18\.30 – 20\.30/)
  assert.match(await text('/wuustwezel/programma?week=2027-W03'), /18\.30 – 20\.30/)
})

test('a fixed moment changes from a day on; what was before stays as it was', async () => {
  const path = deskPaths.slot('wuustwezel', world.koffie.slotId)
  const { saved } = await threeSteps(world.visits.coordinator, path, { first: '14/12/2026', start: '9u', end: '12u' })
  assert.equal(saved?.status, 303)
  const [old, next] = (await slotsOf(world.koffie.offerId)).filter(({ weekday }) => weekday === 1)
  assert.deepEqual([old?.ends_on, old?.start_time], ['2026-12-13', '13:00'])
  assert.deepEqual([next?.starts_on, next?.ends_on, next?.start_time], ['2026-12-14', null, '09:00'])
  assert.match(await text('/wuustwezel/programma?week=2026-W50'), /13\.00 – 16\.00/)
  assert.match(await text('/wuustwezel/programma?week=2026-W51'), /09\.00 – 12\.00/)
})

test('only another last day changes nothing but that', async () => {
  const lezen = await world.weekly({ title: 'Samen lezen', weekday: 2 })
  const { saved } = await threeSteps(world.visits.coordinator, deskPaths.slot('wuustwezel', lezen.slotId), { until: '29/06/2027' })
  assert.equal(saved?.status, 303)
  assert.deepEqual(
    (await slotsOf(lezen.offerId)).map(({ starts_on, ends_on }) => [starts_on, ends_on]),
    [['2026-09-07', '2027-06-29']],
  )
})

test('a change never begins in the past, and a new period is not over before it begins', async () => {
  const lezen = await world.weekly({ title: 'Voorlezen', weekday: 2 })
  const changed = await threeSteps(world.visits.coordinator, deskPaths.slot('wuustwezel', lezen.slotId), { first: '10/11/2026' })
  assert.equal(changed.look.status, 422)
  assert.match(wordsOn(changed.looked), /wat geweest is, blijft staan/)
  const added = await threeSteps(world.visits.coordinator, deskPaths.newSlot('wuustwezel', lezen.offerId), {
    first: '1/9/2026',
    until: '30/9/2026',
    start: '9u',
    end: '10u',
  })
  assert.equal(added.look.status, 422)
  assert.match(wordsOn(added.looked), /is al voorbij/)
})

test('a fixed moment stops after a day; one that never was goes away, with what was arranged for it', async () => {
  const visit = world.visits.coordinator
  const naaien = await world.weekly({ title: 'Naaien', weekday: 4 })
  assert.equal((await threeSteps(visit, deskPaths.endSlot('wuustwezel', naaien.slotId), { last: '10/12/2026' })).saved?.status, 303)
  assert.deepEqual(
    (await slotsOf(naaien.offerId)).map(({ ends_on }) => ends_on),
    ['2026-12-10'],
  )
  const later = await world.weekly({ title: 'Breien', weekday: 4, startsOn: '2027-01-07' })
  await world.test.owner.query(`insert into exception (stek_id, slot_id, on_date, cancelled_at) values ($1, $2, '2027-01-14', now())`, [
    world.stekId,
    later.slotId,
  ])
  assert.equal((await threeSteps(visit, deskPaths.endSlot('wuustwezel', later.slotId), { last: 'vandaag' })).look.status, 422)
  assert.equal((await threeSteps(visit, deskPaths.endSlot('wuustwezel', later.slotId), { last: '24/11/2026' })).saved?.status, 303)
  assert.deepEqual(await slotsOf(later.offerId), [])
})

test('two workers change one fixed moment: the second sees the other’s hours and can save on top', async () => {
  const wandelen = await world.weekly({ title: 'Wandelen', weekday: 5 })
  const path = deskPaths.slot('wuustwezel', wandelen.slotId)
  const [noor, kobe] = [world.visits['community-worker'], world.visits.coordinator]
  const noors = formIn(await (await noor.get(path)).text())
  const kobes = formIn(await (await kobe.get(path)).text())
  // A last day only: the slot stays one and the same.
  assert.equal((await noor.post(path, { ...noors, until: '26/03/2027', step: 'save' })).status, 303)
  const second = await kobe.post(path, { ...kobes, start: '14u', end: '17u', step: 'save' })
  const html = await second.text()
  assert.equal(second.status, 422)
  assert.match(wordsOn(html), /Noor heeft dit net veranderd.*Laatste dag \(leeg\) 26\/03\/2027 niets veranderd/)
  const again = formIn(html)
  assert.deepEqual([again.start, again.until], ['14u', '26/03/2027'])
  assert.equal((await kobe.post(path, { ...again, step: 'save' })).status, 303)
  assert.equal((await slotsOf(wandelen.offerId)).at(-1)?.ends_on, '2027-03-26')
})

test('a change of a fixed moment says which later arrangements it drops, before it is saved; so does a stop', async () => {
  const yoga = await world.weekly({ title: 'Yoga', weekday: 2 })
  await world.test.owner.query(
    `insert into exception (stek_id, slot_id, on_date, start_time, end_time) values ($1, $2, '2026-12-08', '14:00', '15:00')`,
    [world.stekId, yoga.slotId],
  )
  const visit = world.visits.coordinator
  const moved = await threeSteps(visit, deskPaths.slot('wuustwezel', yoga.slotId), { first: '26/11/2026' })
  assert.match(wordsOn(moved.looked), /Wat je al afsprak voor dinsdag 8 december vervalt/)
  const later = await world.weekly({ title: 'Tai chi', weekday: 2 })
  await world.test.owner.query(
    `insert into exception (stek_id, slot_id, on_date, start_time, end_time) values ($1, $2, '2026-12-08', '14:00', '15:00')`,
    [world.stekId, later.slotId],
  )
  const kept = await threeSteps(visit, deskPaths.slot('wuustwezel', later.slotId), { start: '14u', end: '17u' })
  assert.doesNotMatch(wordsOn(kept.looked), /vervalt/, 'the same day keeps it')
  const other = await world.weekly({ title: 'Pilates', weekday: 2 })
  await world.test.owner.query(
    `insert into exception (stek_id, slot_id, on_date, start_time, end_time) values ($1, $2, '2026-12-08', '14:00', '15:00')`,
    [world.stekId, other.slotId],
  )
  const stopped = await threeSteps(visit, deskPaths.endSlot('wuustwezel', other.slotId), { last: '1/12/2026' })
  assert.match(wordsOn(stopped.looked), /voor dinsdag 8 december vervalt/)
})

test('who stops a fixed moment that a colleague changed meanwhile sees what changed first, and can stop it on top', async () => {
  const dansen = await world.weekly({ title: 'Dansen', weekday: 5 })
  const path = deskPaths.endSlot('wuustwezel', dansen.slotId)
  const kobe = world.visits.coordinator
  const kobes = formIn(await (await kobe.get(path)).text())
  await threeSteps(world.visits['community-worker'], deskPaths.slot('wuustwezel', dansen.slotId), { until: '26/03/2027' })
  const second = await kobe.post(path, { ...kobes, last: '18/12/2026', step: 'save' })
  const html = await second.text()
  assert.equal(second.status, 422)
  assert.match(wordsOn(html), /Noor heeft dit net veranderd.*26\/03\/2027/)
  const again = formIn(html)
  assert.equal(again.last, '18/12/2026')
  assert.equal((await kobe.post(path, { ...again, step: 'save' })).status, 303)
  assert.equal((await slotsOf(dansen.offerId)).at(-1)?.ends_on, '2026-12-18')
})
