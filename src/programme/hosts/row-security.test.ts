import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { erase } from '../../platform/erasing/erase.ts'
import { type DeskWorld, deskWorld } from '../../test/desk-world.ts'
import { addPerson, addStek } from '../../test/work.ts'

let world: DeskWorld
let elsewhere: { stekId: string; personId: string }
before(async () => {
  world = await deskWorld()
  const { owner, house } = world.test
  const other = await addStek(owner, house.newId, 'kalmthout')
  const personId = await addPerson(owner, house.newId, {
    name: 'Ans',
    email: 'ans@stek.example',
    stekId: other.stekId,
    kind: 'coordinator',
  })
  elsewhere = { stekId: other.stekId, personId }
})
after(() => world.close())
beforeEach(async () => {
  await world.test.owner.query('delete from host_request; delete from moment_host; delete from slot_host; delete from name_consent')
  await world.test.owner.query('update offer set professionals_only = false')
})

const as = (personId: string | null, statement: string, stekId = world.stekId) =>
  world.test.house.database.inStek({ personId }, stekId, async (tx) => (await sql.raw(statement).execute(tx)).rows)
const date = '2026-11-30'
const moment = (personId: string, day = date) =>
  `insert into moment_host values ('${world.stekId}', '${world.koffie.slotId}', '${day}', '${personId}', now())`
const standing = (personId: string, part: string) =>
  `insert into slot_host values ('${world.stekId}', '${world.koffie.slotId}', '${personId}', '${part}', now())`
const request = (by: string, of: string | null, day = date) =>
  `insert into host_request values ('${world.stekId}', '${world.test.house.newId()}', '${world.koffie.slotId}', '${day}', '${by}', ${of ? `'${of}'` : 'null'}, now(), now() + interval '1 day')`
const consent = (personId: string) => `insert into name_consent values ('${world.stekId}', '${personId}', now())`
const refused = /row-level security|host_may_host|cannot be the host|permission denied/

test('a visitor, a funder and another stek see no host, no question and no consent', async () => {
  const { people } = world
  await as(people.coordinator, standing(people['community-worker'], 'responsible'))
  await as(people.coordinator, moment(people.volunteer))
  await as(people.volunteer, request(people.volunteer, null))
  await as(people.volunteer, consent(people.volunteer))
  for (const table of ['slot_host', 'moment_host', 'host_request', 'name_consent']) {
    for (const [who, stekId] of [
      [null, world.stekId],
      [people.funder, world.stekId],
      [elsewhere.personId, elsewhere.stekId],
      [elsewhere.personId, world.stekId],
    ] as const)
      assert.deepEqual(await as(who, `select * from ${table}`, stekId), [], `${table} ${who}`)
  }
  assert.deepEqual(await as(people.coordinator, 'select * from name_consent'), [], 'not even who leads sees the consent of somebody else')
})

test('a volunteer puts nobody else on, and takes nothing from a host who did not ask', async () => {
  const { people } = world
  await assert.rejects(as(people.volunteer, moment(people['partner-worker'])), refused)
  await assert.rejects(as(people.volunteer, standing(people.volunteer, 'responsible')), refused)
  await assert.rejects(as(people.volunteer, standing(people['partner-worker'], 'helper')), refused)
  await assert.rejects(as(people.funder, moment(people.funder)), refused)
  await assert.rejects(as(null, moment(people.volunteer)), refused)
  await as(people.coordinator, standing(people['partner-worker'], 'responsible'))
  await assert.rejects(as(people.volunteer, moment(people.volunteer)), refused)
  await as(people['partner-worker'], request(people['partner-worker'], people['community-worker']))
  await assert.rejects(as(people.volunteer, moment(people.volunteer)), refused, 'it was asked of somebody else')
  await as(people['community-worker'], `update moment_host set person_id = person_id`)
  await as(people['community-worker'], moment(people['community-worker']))
  await as(people.volunteer, `update moment_host set person_id = '${people.volunteer}'`)
  await as(people.volunteer, 'delete from moment_host; ')
  await as(people.volunteer, 'delete from slot_host')
  assert.deepEqual(await world.rows('select person_id from moment_host'), [{ person_id: people['community-worker'] }])
  assert.equal((await world.rows('select from slot_host')).length, 1)
  assert.equal((await world.rows('select from host_request')).length, 0, 'taken: the question is gone')
})

test('nobody asks in the name of somebody else, nor about a moment of another host, nor somebody who may not', async () => {
  const { people } = world
  await assert.rejects(as(people.volunteer, request(people['partner-worker'], null)), refused)
  await assert.rejects(as(people.volunteer, request(people.volunteer, people.funder)), refused)
  await assert.rejects(as(people.volunteer, request(people.volunteer, elsewhere.personId)), refused)
  await as(people.coordinator, standing(people['community-worker'], 'responsible'))
  await assert.rejects(as(people.volunteer, request(people.volunteer, null)), refused)
  await as(people['community-worker'], request(people['community-worker'], people['partner-worker']))
  assert.deepEqual(await as(people.volunteer, 'select * from host_request'), [])
  await as(people.volunteer, 'delete from host_request')
  assert.equal((await world.rows('select from host_request')).length, 1)
  await assert.rejects(as(people['partner-worker'], `update host_request set asked_of = '${people.volunteer}'`), refused)
})

test('MEET-2 REFER-1 the database itself lets no volunteer be responsible where professionals are asked, and nobody without a role', async () => {
  const { owner } = world.test
  const { people } = world
  await owner.query('update offer set professionals_only = true')
  await assert.rejects(owner.query(moment(people.volunteer)), /cannot be the host/)
  await assert.rejects(owner.query(standing(people.volunteer, 'responsible')), /cannot be the host/)
  await owner.query(standing(people.volunteer, 'helper'))
  await assert.rejects(owner.query(`update slot_host set part = 'responsible'`), /cannot be the host/)
  await assert.rejects(owner.query(moment(people.funder)), /cannot be the host/)
  await assert.rejects(owner.query(moment(elsewhere.personId)), /cannot be the host/)
  await owner.query(standing(people['partner-worker'], 'responsible'))
  await assert.rejects(owner.query(standing(people.coordinator, 'responsible')), /one_is_responsible/)
})

test('only the person gives the consent to show a name, in a stek with an own role', async () => {
  const { people } = world
  await assert.rejects(as(people.coordinator, consent(people.volunteer)), refused)
  await assert.rejects(as(people.funder, consent(people.funder)), refused)
  await assert.rejects(as(elsewhere.personId, consent(elsewhere.personId)), refused)
  await as(people.volunteer, consent(people.volunteer))
  await as(people.coordinator, 'delete from name_consent')
  assert.equal((await world.rows('select from name_consent')).length, 1)
})

test('erasing a person takes every trace of hosting, and keeps the moment without a host', async () => {
  const { owner, house } = world.test
  const gone = await addPerson(owner, house.newId, { name: 'Wout', email: 'wout@stek.example', stekId: world.stekId, kind: 'volunteer' })
  await owner.query(standing(gone, 'helper'))
  await owner.query(moment(gone))
  await owner.query(request(gone, null, '2026-12-14'))
  await owner.query(request(world.people.coordinator, gone, '2026-12-21'))
  await owner.query(consent(gone))
  await owner.query('delete from person where person_id = $1', [gone])
  for (const table of ['slot_host', 'host_request', 'name_consent']) assert.deepEqual(await world.rows(`select from ${table}`), [], table)
  assert.deepEqual(await world.rows('select person_id from moment_host'), [{ person_id: null }])
})

test('who was host is forgotten thirty days after the moment', async () => {
  const { owner, house, clock } = world.test
  await owner.query(moment(world.people.volunteer, '2026-10-01'))
  await owner.query(moment(world.people.volunteer))
  await erase(house.database, clock.now(), 'Europe/Brussels')
  assert.deepEqual(await world.rows('select on_date from moment_host'), [{ on_date: date }])
})
