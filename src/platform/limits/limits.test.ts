import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { Hono } from 'hono'
import { type TestHouse, testHouse } from '../../test/house.ts'
import { addressOf, neighbourhoodOf, oneAddress } from './address.ts'
import { hasRoom, tryWithin } from './limits.ts'

let it: TestHouse
before(async () => {
  it = await testHouse()
})
after(() => it.close())
beforeEach(() => it.owner.query('delete from attempt'))

const limit = (about: string, allowed = 3) => ({ kind: 'ring', about, allowed, windowInMinutes: 15 })
const isAllowed = async (about: string) => (await tryWithin(it.house, [limit(about)])).allowed

test('so many and no more, until the first is long enough ago', async () => {
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    assert.equal(await isAllowed('a'), true)
    it.clock.pass({ minutes: 1 })
  }
  assert.deepEqual(await tryWithin(it.house, [limit('a')]), { allowed: false, retryAfterInSeconds: 12 * 60 })
  assert.equal(await isAllowed('b'), true, 'somebody else is not held up')
  it.clock.pass({ minutes: 12 })
  assert.equal(await isAllowed('a'), true)
  assert.equal(await isAllowed('a'), false)
})

test('who keeps trying while refused does not wait longer', async () => {
  for (let attempt = 1; attempt <= 3; attempt += 1) await isAllowed('a')
  for (let minute = 1; minute < 15; minute += 1) {
    it.clock.pass({ minutes: 1 })
    assert.equal(await isAllowed('a'), false)
  }
  it.clock.pass({ minutes: 1 })
  assert.equal(await isAllowed('a'), true)
})

test('what one limit refuses does not count for the other', async () => {
  for (let attempt = 1; attempt <= 4; attempt += 1) await tryWithin(it.house, [limit('address', 4), limit('account', 2)])
  const { rows } = await it.owner.query('select bucket, count(*)::int as n from attempt group by bucket order by n')
  assert.deepEqual(
    rows.map(({ n }) => n),
    [2, 2],
  )
})

test('what is only counted never refuses, and whether there is room can be asked without counting', async () => {
  const counted = { ...limit('a'), allowed: Number.POSITIVE_INFINITY }
  assert.equal(await hasRoom(it.house, []), true)
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    assert.equal(await hasRoom(it.house, [limit('a')]), attempt <= 3)
    assert.equal(await hasRoom(it.house, [limit('b'), limit('a')]), attempt <= 3)
    assert.equal((await tryWithin(it.house, [counted])).allowed, true)
  }
  it.clock.pass({ minutes: 15 })
  assert.equal(await hasRoom(it.house, [limit('a')]), true)
})

test('many at the same moment do not slip through together', async () => {
  const answers = await Promise.all(Array.from({ length: 24 }, () => isAllowed('a')))
  const passed = answers.filter(Boolean).length
  assert.ok(passed >= 1 && passed <= 4, `${passed} of 24 passed a limit of 3`)
})

test('the table holds no address and no account', async () => {
  await isAllowed('81.82.83.84')
  const { rows } = await it.owner.query<{ bucket: Buffer }>('select bucket from attempt')
  assert.equal(rows[0]?.bucket.length, 32)
  assert.doesNotMatch(JSON.stringify((await it.owner.query('select * from attempt')).rows), /81\.82/)
})

test('one household counts as one address', () => {
  assert.equal(oneAddress('2001:db8:1:2:aaaa::1'), oneAddress('2001:0DB8:0001:0002:bbbb:0:0:9'))
  assert.notEqual(oneAddress('2001:db8:1:2::1'), oneAddress('2001:db8:1:3::1'))
  assert.equal(oneAddress('::ffff:10.1.2.3'), '10.1.2.3')
  assert.equal(oneAddress('::1'), '0:0:0:0')
  assert.equal(oneAddress('wat dan ook'), 'unknown')
})

test('addresses that one hand is likely to rent together are one neighbourhood', () => {
  assert.equal(neighbourhoodOf('10.1.2.3'), '10.1.2')
  assert.equal(neighbourhoodOf(oneAddress('2001:db8:1:2::1')), neighbourhoodOf(oneAddress('2001:db8:1:ffff::9')))
  assert.notEqual(neighbourhoodOf(oneAddress('2001:db8:1:2::1')), neighbourhoodOf(oneAddress('2001:db8:2:2::1')))
  assert.equal(neighbourhoodOf('unknown'), 'unknown')
})

test('the address a proxy saw counts, not what a visitor claims; without https there is no proxy to believe', async () => {
  const app = new Hono()
  app.get('/:scheme', (c) => c.text(addressOf(c, `${c.req.param('scheme')}://stek.example.be`)))
  const ask = async (scheme: string) => (await app.request(`/${scheme}`, { headers: { 'X-Forwarded-For': '1.1.1.1, 9.9.9.9' } })).text()
  assert.equal(await ask('https'), '9.9.9.9')
  assert.equal(await ask('http'), 'unknown')
})
