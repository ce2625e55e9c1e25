import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type pg from 'pg'
import { clientOf } from '../../platform/database/connection.ts'
import { brokenConstraint } from '../../platform/database/door.ts'
import { type DeskWorld, deskWorld, formIn, threeSteps, wordsOn } from '../../test/desk-world.ts'
import { deskPaths } from '../desk/paths.ts'
import { extendRooms } from './job.ts'

let world: DeskWorld
before(async () => {
  world = await deskWorld()
  await extendRooms(world.test.house)
})
after(() => world.close())

const claims = () =>
  world.rows<{ slot_id: string; on_date: string; room_id: string; during: string; lanes: string }>(
    'select slot_id, on_date, room_id, during::text, lanes::text from room_claim order by on_date, slot_id',
  )
/** An offer in the old church, without a room yet. */
const inChurch = async (title: string) => {
  const offer = await world.weekly({ title, weekday: 7, room: null })
  await world.test.owner.query('update offer set site_id = $1 where offer_id = $2', [world.ids.kerk, offer.offerId])
  return offer
}
const count = async () => (await claims()).length

test('the nightly job promises the rooms of the coming 400 days, and doing it again changes nothing', async () => {
  const first = await claims()
  assert.equal(first[0]?.on_date, '2026-11-30')
  assert.equal(first.at(-1)?.on_date, '2027-12-27')
  // 57 Mondays, of which three are a public holiday on which it rests.
  assert.equal(first.length, 57 - 3)
  await extendRooms(world.test.house)
  assert.deepEqual(await claims(), first)
})

test('the nightly job mends what is missing or wrong, and takes away what is over', async () => {
  const right = await claims()
  await world.test.owner.query(`delete from room_claim where on_date < '2027-01-01'`)
  await world.test.owner.query(
    `update room_claim set during = tstzrange(lower(during) + interval '1 hour', upper(during)) where on_date = '2027-02-01'`,
  )
  await world.test.owner.query(
    `insert into room_claim values ($1, $2, '2026-11-16', $3, tstzrange('2026-11-16 13:00+01', '2026-11-16 16:00+01'), int8range(1, 2))`,
    [world.stekId, world.koffie.slotId, world.ids.zaal],
  )
  await extendRooms(world.test.house)
  assert.deepEqual(await claims(), right)
})

test('sharing a room is normal: a second activity beside the coffee is welcome', async () => {
  const beside = await world.weekly({ title: 'Beside', weekday: 5 })
  const { saved } = await threeSteps(world.visits.coordinator, deskPaths.newSlot('wuustwezel', beside.offerId), {
    first: '30/11/2026',
    start: '13u',
    end: '16u',
    room: world.ids.zaal,
  })
  assert.equal(saved?.status, 303)
})

const alone = { first: 'maandag', start: '15u', end: '17u', alone: 'yes' }

test('needing a room alone is refused, with the first five dates of the clash and how many more there are', async () => {
  const gesprek = await world.weekly({ title: 'Gesprek', weekday: 6 })
  const path = deskPaths.newSlot('wuustwezel', gesprek.offerId)
  const typed = { ...alone, room: world.ids.zaal }
  const { look, looked } = await threeSteps(world.visits['community-worker'], path, typed)
  assert.equal(look.status, 422)
  assert.match(
    wordsOn(looked),
    /Zaal is dan al bezet door Beside en Koffie en Formulieren\. Het botst op maandag 30 november, maandag 7 december, maandag 14 december, maandag 21 december, maandag 28 december en nog 50\./,
  )
  assert.equal(formIn(looked).start, '15u')
  assert.equal((await threeSteps(world.visits['community-worker'], path, { ...typed, room: world.ids.keuken })).saved?.status, 303)
})

test('cancelling gives the room free, and taking the cancellation back is refused once somebody has it alone', async () => {
  const visit = world.visits.coordinator
  const once = await world.weekly({ title: 'Vergadering', weekday: 6, startsOn: '2027-06-05' })
  const cancel = deskPaths.moment('wuustwezel', world.koffie.slotId, '2027-03-08', 'af')
  assert.equal((await threeSteps(visit, cancel, { reason: 'vergadering' })).saved?.status, 303)
  // Whatever else stands in the room that day goes as well.
  for (const { slot_id } of await world.rows<{ slot_id: string }>(
    `select slot_id from room_claim where on_date = '2027-03-08' and room_id = $1`,
    [world.ids.zaal],
  ))
    await threeSteps(visit, deskPaths.moment('wuustwezel', slot_id, '2027-03-08', 'af'), {})
  const typed = { ...alone, howOften: 'once', first: '8/3/2027', room: world.ids.zaal }
  assert.equal((await threeSteps(visit, deskPaths.newSlot('wuustwezel', once.offerId), typed)).saved?.status, 303)
  const back = await visit.get(deskPaths.moment('wuustwezel', world.koffie.slotId, '2027-03-08', 'terug'))
  assert.equal(back.status, 422)
  assert.match(wordsOn(await back.text()), /Zaal is dan al bezet door Vergadering.*maandag 8 maart/)
})

test('a closure gives every room of the site free, and removing it takes them back', async () => {
  await extendRooms(world.test.house)
  const before = await count()
  const visit = world.visits['community-worker']
  const typed = { site: world.ids.kattegat, from: '4/1/2027', until: '10/1/2027' }
  assert.equal((await threeSteps(visit, deskPaths.closures('wuustwezel'), typed)).saved?.status, 303)
  assert.deepEqual(await world.rows(`select 1 from room_claim where on_date between '2027-01-04' and '2027-01-10'`), [])
  const [closure] = await world.rows<{ closure_id: string }>('select closure_id from closure')
  const removed = await visit.post(deskPaths.removeClosure('wuustwezel', closure?.closure_id ?? ''), { sleutel: world.test.house.newId() })
  assert.equal(removed.status, 303)
  assert.equal(await count(), before)
})

test('two workers who want a room alone in the same second: one gets it, the other reads the date, fifty times out of fifty', async () => {
  const offers = [await inChurch('Yoga'), await inChurch('Zang')]
  const workers = [world.visits['community-worker'], world.visits.coordinator]
  const start = Temporal.PlainDate.from('2026-11-25')
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const first = start.add({ days: attempt }).toString()
    const answers = await Promise.all(
      offers.map(({ offerId }, index) => {
        const path = deskPaths.newSlot('wuustwezel', offerId)
        const form = {
          sleutel: world.test.house.newId(),
          howOften: 'once',
          first,
          start: '10u',
          end: '12u',
          room: world.ids.kerkzaal,
          alone: 'yes',
          step: 'save',
        }
        return (workers[index] ?? assert.fail()).post(path, form)
      }),
    )
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422], `attempt ${attempt}`)
    const lost = answers.find(({ status }) => status === 422)
    assert.match(wordsOn((await lost?.text()) ?? ''), /Kerkzaal is dan al bezet door (Yoga|Zang)\. Het botst op \p{L}+ \d+ \p{L}+\./u)
  }
})

test('whoever does not look first is stopped by the database: of two connections that take a room at once one gets it, fifty times out of fifty', async () => {
  const [one, other] = [await inChurch('Toneel'), await inChurch('Film')]
  const clients = [clientOf(world.test.connection), clientOf(world.test.connection)]
  for (const client of clients) await client.connect()
  const start = Temporal.PlainDate.from('2027-03-01')
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const date = start.add({ days: attempt }).toString()
    for (const client of clients) await client.query('begin')
    const take = async (client: pg.Client, slotId: string) => {
      try {
        await client.query(
          `insert into room_claim values ($1, $2, $3, $4, tstzrange($3::date + time '10:00', $3::date + time '12:00'), int8range(null, null))`,
          [world.stekId, slotId, date, world.ids.kerkzaal],
        )
        await client.query('commit')
        return 'taken'
      } catch (thrown) {
        await client.query('rollback')
        return brokenConstraint(thrown) ?? (thrown as { code?: string }).code
      }
    }
    const ends = await Promise.all(clients.map((client, index) => take(client, (index === 0 ? one : other).slotId)))
    assert.equal(ends.filter((end) => end === 'taken').length, 1, `attempt ${attempt}`)
    assert.ok(ends.includes('room_is_not_promised_twice') || ends.includes('40P01'), String(ends))
  }
  for (const client of clients) await client.end()
})

test('a promise nobody can explain is refused in plain words, and nothing is half saved', async () => {
  const lezing = await inChurch('Lezing')
  const date = '2027-05-05'
  await world.test.owner.query(
    `insert into room_claim values ($1, $2, $3, $4, tstzrange('2027-05-05 10:00+02', '2027-05-05 12:00+02'), int8range(null, null))`,
    [world.stekId, world.koffie.slotId, date, world.ids.kerkzaal],
  )
  const form = {
    sleutel: world.test.house.newId(),
    howOften: 'once',
    first: '5/5/2027',
    start: '10u',
    end: '12u',
    room: world.ids.kerkzaal,
    step: 'save',
  }
  const answer = await world.visits.coordinator.post(deskPaths.newSlot('wuustwezel', lezing.offerId), form)
  assert.equal(answer.status, 422)
  assert.match(wordsOn(await answer.text()), /Iemand anders was je net voor/)
  assert.deepEqual(await world.rows(`select 1 from slot where pattern = 'once' and starts_on = $1`, [date]), [])
})

test('the database itself refuses a room twice, whoever asks', async () => {
  const [taken] = await world.rows<{ on_date: string }>(
    `select on_date from room_claim c where room_id = $1
       and not exists (select from room_claim own where own.slot_id = $2 and own.on_date = c.on_date) order by on_date limit 1`,
    [world.ids.kerkzaal, world.koffie.slotId],
  )
  assert.ok(taken)
  await assert.rejects(
    world.test.owner.query(
      `insert into room_claim select stek_id, $2, on_date, room_id, during, int8range(9, 10) from room_claim where room_id = $1 and on_date = $3`,
      [world.ids.kerkzaal, world.koffie.slotId, taken.on_date],
    ),
    { code: '23P01', constraint: 'room_is_not_promised_twice' },
  )
})
