import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type Actor, brokenConstraint, visitor } from '../../../platform/database/door.ts'
import { type DeskWorld, deskWorld } from '../../../test/desk-world.ts'
import { addPerson, addStek } from '../../../test/work.ts'

const MONDAY = '2026-11-30'
let world: DeskWorld
let ids: Record<'place' | 'request' | 'offer' | 'other', string>
let elsewhere: { stekId: string; actor: Actor }

const ask = (stekId: string, requestId: string, seats = 2) => sql`
  insert into ride_request (stek_id, request_id, slot_id, on_date, happens_on, name, phone, place_id, seats, ways, asked_at)
  values (${stekId}, ${requestId}, ${world.koffie.slotId}, ${MONDAY}, ${MONDAY}, 'Mia', '0470000001', ${ids.place}, ${seats}, 'both', now())`

const run = <Row>(actor: Actor, statement: ReturnType<typeof sql<Row>>, stekId = world.stekId): Promise<readonly Row[]> =>
  world.test.house.database.inStek(actor, stekId, async (tx) => (await statement.execute(tx)).rows)

const as = (kind: keyof DeskWorld['people']): Actor => ({ personId: world.people[kind] })

before(async () => {
  world = await deskWorld()
  const newId = world.test.house.newId
  ids = { place: newId(), request: newId(), offer: newId(), other: newId() }
  const { owner } = world.test
  await owner.query(`insert into ride_place (stek_id, place_id, name) values ($1, $2, 'Gooreind')`, [world.stekId, ids.place])
  for (const [offer, person] of [
    [ids.offer, world.people.volunteer],
    [ids.other, null],
  ])
    await owner.query(
      `insert into ride_offer (stek_id, ride_offer_id, slot_id, on_date, happens_on, person_id, name, phone, place_id, seats, ways, offered_at)
       values ($1, $2, $3, $4, $4, $5, 'Jef', '0470000009', $6, 3, 'both', now())`,
      [world.stekId, offer, world.koffie.slotId, MONDAY, person, ids.place],
    )
  const other = await addStek(owner, newId, 'elders')
  const personId = await addPerson(owner, newId, { name: 'Els', email: 'els@stek.example', stekId: other.stekId, kind: 'coordinator' })
  elsewhere = { stekId: other.stekId, actor: { personId } }
})
after(() => world.close())

test('REFER-4 a visitor can put a question for a ride in, and read nothing of it, nor change it or take it out', async () => {
  await run(visitor, ask(world.stekId, ids.request))
  assert.deepEqual(await run(visitor, sql`select * from ride_request`), [])
  assert.deepEqual(await run(visitor, sql`update ride_request set seats = 6 returning 1`), [])
  assert.deepEqual(await run(visitor, sql`delete from ride_request returning 1`), [])
  for (const table of ['ride_offer', 'ride_match', 'ride_kilometres', 'ride_minutes', 'ride_for_driver', 'ride_wanted'])
    assert.deepEqual(await run(visitor, sql`select * from ${sql.id(table)}`), [], table)
  assert.equal((await run(as('coordinator'), sql`select * from ride_request`)).length, 1)
})

test('a visitor cannot offer to drive, seat somebody or add a place', async () => {
  const values = sql`${world.stekId}, ${ids.request}, 'there', ${ids.offer}, 1`
  await assert.rejects(run(visitor, sql`insert into ride_match (stek_id, request_id, way, ride_offer_id, position) values (${values})`))
  await assert.rejects(run(visitor, sql`insert into ride_place (stek_id, place_id, name) values (${world.stekId}, ${ids.other}, 'Ergens')`))
  await assert.rejects(run(as('volunteer'), ask(world.stekId, ids.other)), /row-level security/)
})

test('who leads another stek sees and changes nothing here', async () => {
  for (const table of ['ride_request', 'ride_offer', 'ride_match', 'ride_place', 'ride_wanted'])
    assert.deepEqual(await run(elsewhere.actor, sql`select * from ${sql.id(table)}`, elsewhere.stekId), [], table)
  assert.deepEqual(await run(elsewhere.actor, sql`select * from ride_request`), [])
  await assert.rejects(run(elsewhere.actor, ask(world.stekId, ids.other), elsewhere.stekId))
})

test('REFER-4 the database itself gives a driver no name and no number before both said yes', async () => {
  const lead = as('coordinator')
  await run(
    lead,
    sql`insert into ride_match (stek_id, request_id, way, ride_offer_id, position)
    values (${world.stekId}, ${ids.request}, 'there', ${ids.offer}, 1)`,
  )
  const seen = () => run(as('volunteer'), sql<{ name: string | null; phone: string | null }>`select name, phone from ride_for_driver`)
  const nobody = [{ name: null, phone: null }]
  assert.deepEqual(await seen(), nobody)
  await run(lead, sql`update ride_match set passenger_yes_at = now()`)
  assert.deepEqual(await seen(), nobody)
  assert.deepEqual(await run(as('volunteer'), sql`select * from ride_request`), [])
  assert.deepEqual(await run(as('volunteer'), sql`select * from ride_match`), [])
  assert.deepEqual(await run(as('volunteer'), sql`update ride_match set driver_yes_at = now() returning 1`), [])
  await run(as('partner-worker'), sql`select driver_says_yes(${ids.offer}, now())`)
  assert.deepEqual(await seen(), nobody, 'only the own driver can say yes')
  await run(as('volunteer'), sql`select driver_says_yes(${ids.offer}, now())`)
  assert.deepEqual(await seen(), [{ name: 'Mia', phone: '0470000001' }])
  assert.deepEqual(await run(as('partner-worker'), sql`select * from ride_for_driver`), [])
})

test('a driver sees and takes back only the own offer', async () => {
  assert.equal((await run(as('volunteer'), sql`select * from ride_offer`)).length, 1)
  assert.deepEqual(await run(as('volunteer'), sql`delete from ride_offer where ride_offer_id = ${ids.other} returning 1`), [])
  assert.deepEqual(await run(as('volunteer'), sql`update ride_offer set seats = 8 returning 1`), [])
})

test('the database refuses one person too many in a car, a second car each way, and a car that does not drive there', async () => {
  const [second, third] = [world.test.house.newId(), world.test.house.newId()]
  await run(visitor, ask(world.stekId, second))
  await run(visitor, ask(world.stekId, third, 1))
  const seat = (request: string, way: string, offer: string) =>
    run(
      as('coordinator'),
      sql`insert into ride_match (stek_id, request_id, way, ride_offer_id, position)
      values (${world.stekId}, ${request}, ${way}, ${offer}, 2)`,
    )
  const broken = async (work: Promise<unknown>) =>
    brokenConstraint(
      await work.then(
        () => undefined,
        (thrown: unknown) => thrown,
      ),
    )
  assert.equal(await broken(seat(second, 'there', ids.offer)), 'seats_are_enough')
  assert.equal(await broken(seat(ids.request, 'there', ids.other)), 'ride_match_pkey')
  await world.test.owner.query(`update ride_offer set ways = 'there' where ride_offer_id = $1`, [ids.other])
  assert.equal(await broken(seat(second, 'back', ids.other)), 'car_goes_there')
  const both = await Promise.all([broken(seat(second, 'there', ids.other)), broken(seat(third, 'there', ids.offer))])
  assert.deepEqual(both, [undefined, undefined])
})

test('the last seat is given once when two workers give it at the same moment', async () => {
  const newId = world.test.house.newId
  const offer = newId()
  await world.test.owner.query(
    `insert into ride_offer (stek_id, ride_offer_id, slot_id, on_date, happens_on, name, phone, place_id, seats, ways, offered_at)
     values ($1, $2, $3, $4, $4, 'Bus', '0470000007', $5, 1, 'both', now())`,
    [world.stekId, offer, world.koffie.slotId, MONDAY, ids.place],
  )
  const requests = [newId(), newId(), newId()]
  for (const request of requests) await run(visitor, ask(world.stekId, request, 1))
  const outcomes = await Promise.allSettled(
    requests.map((request) =>
      run(
        as('coordinator'),
        sql`insert into ride_match (stek_id, request_id, way, ride_offer_id, position)
        values (${world.stekId}, ${request}, 'there', ${offer}, 1)`,
      ),
    ),
  )
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
})
