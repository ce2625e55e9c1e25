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
const momentPath = (date: string, what?: 'af' | 'terug', slotId = world.koffie.slotId) => deskPaths.moment('wuustwezel', slotId, date, what)
const changeCount = async () => Number((await world.rows<{ count: number }>('select count(*) from change'))[0]?.count)

test('a worker cancels a moment in three steps, with a reason that visitors read', async () => {
  const noor = world.visits['community-worker']
  const { look, looked, saved } = await threeSteps(noor, momentPath('2026-12-07', 'af'), { reason: 'De verwarming is stuk' })
  assert.equal(look.status, 200)
  assert.match(
    wordsOn(looked),
    /Dit zien bezoekers .*Koffie en Formulieren .*Gaat niet door.* Volgende keer: maandag 14 december.*De verwarming is stuk/,
  )
  assert.equal(saved?.status, 303)
  assert.match(await text('/wuustwezel/programma?week=2026-W50'), /De verwarming is stuk/)
  const there = await noor.get(saved?.headers.get('location') ?? '')
  assert.match(wordsOn(await there.text()), /Bewaard\. Koffie en Formulieren gaat niet door op maandag 7 december\. Maak ongedaan/)
})

test('looking first changes nothing', async () => {
  const before = await changeCount()
  const form = formIn(await (await world.visits.coordinator.get(momentPath('2026-12-14', 'af'))).text())
  assert.equal((await world.visits.coordinator.post(momentPath('2026-12-14', 'af'), { ...form, reason: 'x', step: 'look' })).status, 200)
  assert.equal(await changeCount(), before)
  assert.deepEqual(await world.rows(`select 1 from exception where on_date = '2026-12-14'`), [])
})

test('what was cancelled goes on again in one look and one tap', async () => {
  const noor = world.visits['community-worker']
  const looked = await (await noor.get(momentPath('2026-12-07', 'terug'))).text()
  assert.match(wordsOn(looked), /Dit zien bezoekers Maandag 7 december 2026 13\.00 – 16\.00 Koffie en Formulieren/)
  const saved = await noor.post(momentPath('2026-12-07', 'terug'), { ...formIn(looked), step: 'save' })
  assert.equal(saved.status, 303)
  assert.deepEqual(await world.rows(`select 1 from exception where on_date = '2026-12-07'`), [])
})

test('CONTEXT-3 moved to another day for once: the new day has it, the old day says where it went', async () => {
  const { saved } = await threeSteps(world.visits['community-worker'], momentPath('2026-12-14'), {
    date: 'woensdag 16 december',
    start: '14u',
  })
  assert.equal(saved?.status, 303)
  const week = await text('/wuustwezel/programma?week=2026-W51')
  assert.match(week, /Verplaatst naar woensdag 16 december, 14\.00 – 16\.00/)
  assert.match(week, /Andere dag dan anders/)
})

test('CONTEXT-3 Koffie en Formulieren goes from Monday to Thursday for good in three steps, and every channel says Thursday', async () => {
  const world = await deskWorld()
  const path = deskPaths.moment('wuustwezel', world.koffie.slotId, '2026-11-30')
  const say = async (address: string) => (await world.app.request(address)).text()
  // What was arranged for a later Monday: it goes along only where the new day has it too.
  await world.test.owner.query(`insert into exception (stek_id, slot_id, on_date, cancelled_at) values ($1, $2, '2026-12-21', now())`, [
    world.stekId,
    world.koffie.slotId,
  ])
  const typed = { date: 'donderdag 3 december', start: '13.30', end: '16.30', howLong: 'always' }
  const { looked, saved } = await threeSteps(world.visits.coordinator, path, typed)
  assert.match(wordsOn(looked), /Elke donderdag, 13\.30 – 16\.30/)
  assert.match(wordsOn(looked), /voor maandag 21 december vervalt/)
  assert.equal(saved?.status, 303)
  assert.equal(new URL(saved?.headers.get('location') ?? '', 'http://x').searchParams.get('week'), '2026-W49')

  const week = await say('/wuustwezel/programma?week=2026-W49')
  assert.match(week, /donderdag 3 december[\s\S]*Koffie en Formulieren/i)
  assert.doesNotMatch(week, /Maandag 30 november/)
  assert.match(await say('/wuustwezel/activiteit/koffie-en-formulieren'), /Elke donderdag, 13\.30 – 16\.30/)
  assert.match(await say('/wuustwezel/programma.json'), /2026-12-03/)
  assert.match(await say('/wuustwezel/programma.ics'), /20261203T123000Z/)

  const slots = await world.rows<{ weekday: number; starts_on: string; ends_on: string | null }>(
    'select weekday, starts_on, ends_on from slot where offer_id = $1 order by starts_on',
    [world.koffie.offerId],
  )
  assert.deepEqual(slots, [
    { weekday: 1, starts_on: '2026-09-07', ends_on: '2026-11-29' },
    { weekday: 4, starts_on: '2026-12-03', ends_on: null },
  ])
  const claimed = await world.rows<{ days: string[] }>(
    `select array_agg(distinct extract(isodow from lower(during) at time zone 'Europe/Brussels')::text) as days from room_claim`,
  )
  assert.deepEqual(claimed, [{ days: ['4'] }])
  await world.close()
})

test('other hours for good keep what was arranged for later days', async () => {
  const dans = await world.weekly({ title: 'Dansen', weekday: 5, room: null })
  await world.test.owner.query(
    `insert into exception (stek_id, slot_id, on_date, cancelled_at, reason) values ($1, $2, '2026-12-18', now(), 'Kerstmarkt')`,
    [world.stekId, dans.slotId],
  )
  const { saved } = await threeSteps(world.visits.coordinator, momentPath('2026-11-27', undefined, dans.slotId), {
    end: '17u',
    howLong: 'always',
  })
  assert.equal(saved?.status, 303)
  const arranged = await world.rows<{ slot_id: string; reason: string }>(
    `select slot_id, reason from exception where on_date = '2026-12-18'`,
  )
  assert.equal(arranged.length, 1)
  assert.notEqual(arranged[0]?.slot_id, dans.slotId)
  assert.equal(arranged[0]?.reason, 'Kerstmarkt')
})

test('odd times and days give a plain sentence each, keep what was typed, and change nothing', async () => {
  const visit = world.visits['community-worker']
  const blank = formIn(await (await visit.get(momentPath('2026-12-28'))).text())
  const odd: [Record<string, string>, RegExp][] = [
    [{ start: '25:00' }, /‘25:00’ is geen uur/],
    [{ end: '12.00' }, /Het einde \(12\.00\) komt niet na het begin \(13\.00\)/],
    [{ date: '31/02/2027' }, /‘31\/02\/2027’ is geen dag die bestaat/],
    [{ date: '23/11/2026' }, /maandag 23 november 2026 is al voorbij/],
    [{ end: '17u', reason: 'x'.repeat(161) }, /Dit telt 161 tekens/],
    [{}, /Je hebt nog niets veranderd/],
  ]
  for (const [typed, sentence] of odd) {
    const answer = await visit.post(momentPath('2026-12-28'), { ...blank, ...typed, step: 'save' })
    const html = await answer.text()
    assert.equal(answer.status, 422)
    assert.match(wordsOn(html), sentence)
    for (const [name, value] of Object.entries(typed)) assert.equal(formIn(html)[name], value)
  }
  assert.deepEqual(await world.rows(`select 1 from exception where on_date = '2026-12-28'`), [])
})

test('the same form sent twice is done once and answered the same', async () => {
  const visit = world.visits.coordinator
  const form = { ...formIn(await (await visit.get(momentPath('2027-01-04', 'af'))).text()), reason: 'dicht', step: 'save' }
  const before = await changeCount()
  const answers = await Promise.all([visit.post(momentPath('2027-01-04', 'af'), form), visit.post(momentPath('2027-01-04', 'af'), form)])
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303],
  )
  assert.equal(answers[0]?.headers.get('location'), answers[1]?.headers.get('location'))
  assert.equal(await changeCount(), before + 1)
})

test('two workers change one moment: the second sees what stands there now, keeps what was typed, and can save on top', async () => {
  const path = momentPath('2027-01-11')
  const [noor, kobe] = [world.visits['community-worker'], world.visits.coordinator]
  const noors = formIn(await (await noor.get(path)).text())
  const kobes = formIn(await (await kobe.get(path)).text())
  assert.equal((await noor.post(path, { ...noors, end: '15u', reason: 'vergadering', step: 'save' })).status, 303)
  const second = await kobe.post(path, { ...kobes, date: '13/01/2027', step: 'save' })
  const html = await second.text()
  assert.equal(second.status, 422)
  assert.match(wordsOn(html), /Noor heeft dit net veranderd.*Tot.*15\.00.*16\.00/)
  const again = formIn(html)
  assert.equal(again.date, '13/01/2027')
  assert.equal((await kobe.post(path, { ...again, step: 'save' })).status, 303)
  const [row] = await world.rows<{ moved_to: string; end_time: string | null }>(
    `select moved_to, end_time from exception where on_date = '2027-01-11'`,
  )
  assert.equal(row?.moved_to, '2027-01-13')
})

test('a moment of years ahead is shown as it will be, too', async () => {
  const { looked, saved } = await threeSteps(world.visits.coordinator, momentPath('2029-01-08', 'af'), { reason: 'ver weg' })
  assert.match(wordsOn(looked), /Maandag 8 januari 2029 .*Gaat niet door.*ver weg/)
  assert.equal(saved?.status, 303)
})

test('a moment that does not exist, and a day that is none, are not found', async () => {
  for (const path of [
    momentPath('2026-12-08'),
    momentPath('2026-13-01'),
    momentPath('2026-12-07').replace(world.koffie.slotId, world.stekId),
  ])
    assert.equal((await world.visits.coordinator.get(path)).status, 404)
})
