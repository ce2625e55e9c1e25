import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { beginSession, endSession, endSessionsOf } from '../../platform/sessions/sessions.ts'
import { type TestHouse, testHouse } from '../../test/house.ts'
import { signedInBy } from './queries.ts'

let it: TestHouse
let personId: string
before(async () => {
  it = await testHouse()
  personId = it.house.newId()
  await it.owner.query(`insert into person (person_id, name, email) values ($1, 'Els', 'els@voorbeeld.be')`, [personId])
})
after(() => it.close())

const door = {
  begin: (device: 'own' | 'shared') => it.house.database.atTheDoor((tx) => beginSession(tx, personId, it.clock.now(), device)),
  who: async (token: string) => (await it.house.database.atTheDoor((tx) => signedInBy(tx, token, it.clock.now())))?.personId,
}

test("a device of one's own stays signed in while it is used, and for 30 days after", async () => {
  const token = await door.begin('own')
  for (let week = 0; week < 8; week += 1) {
    assert.equal(await door.who(token), personId)
    it.clock.pass({ days: 7 })
  }
  it.clock.pass({ days: 24 })
  assert.equal(await door.who(token), undefined)
})

test('a shared device is signed out after half a day without use', async () => {
  const token = await door.begin('shared')
  for (let round = 0; round < 4; round += 1) {
    it.clock.pass({ hours: 8 })
    assert.equal(await door.who(token), personId)
  }
  it.clock.pass({ hours: 12 })
  assert.equal(await door.who(token), undefined)
})

test('however busy, a session ends after half a year', async () => {
  const token = await door.begin('own')
  let days = 0
  while (await door.who(token)) {
    it.clock.pass({ days: 5 })
    days += 5
  }
  assert.ok(days > 175 && days <= 185, `${days} days`)
})

test('reading pages quickly after each other writes nothing', async () => {
  const token = await door.begin('own')
  const at = async () =>
    (await it.owner.query('select last_seen_at from session order by created_at desc limit 1')).rows[0].last_seen_at.toString()
  const first = await at()
  it.clock.pass({ minutes: 4 })
  await door.who(token)
  assert.equal(await at(), first)
  it.clock.pass({ minutes: 1 })
  await door.who(token)
  assert.notEqual(await at(), first)
})

test('signing out ends one session, signing out everywhere all of them', async () => {
  const [one, other] = [await door.begin('own'), await door.begin('own')]
  await it.house.database.atTheDoor((tx) => endSession(tx, one))
  assert.equal(await door.who(one), undefined)
  assert.equal(await door.who(other), personId)
  await it.house.database.atTheDoor((tx) => endSessionsOf(tx, personId))
  assert.equal(await door.who(other), undefined)
})

test('the database never holds what opens the door', async () => {
  const token = await door.begin('own')
  const { rows } = await it.owner.query('select * from session')
  assert.ok(rows.length > 0)
  assert.equal(
    rows.some(({ token_hash }) => token_hash.equals(Buffer.from(token, 'base64url'))),
    false,
  )
  assert.equal(await door.who(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`), undefined)
})
