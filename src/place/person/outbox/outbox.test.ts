import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import type { Env } from '../../../platform/http/house.ts'
import { queueMail } from '../../../platform/mail/queries.ts'
import { type TestHouse, testHouse } from '../../../test/house.ts'
import { addPerson, addRole, addStek, openWork, signedInVisit } from '../../../test/work.ts'
import type { RoleKind } from '../rules.ts'

let it: TestHouse
let app: Hono<Env>
const people = {} as Record<RoleKind | 'both', string>
before(async () => {
  it = await testHouse()
  app = openWork(it.house)
  const { newId } = it.house
  const here = await addStek(it.owner, newId, 'kalmthout')
  const there = await addStek(it.owner, newId, 'wuustwezel')
  for (const kind of ['coordinator', 'community-worker', 'volunteer', 'funder'] as const) {
    people[kind] = await addPerson(it.owner, newId, { name: kind, email: `${kind}@voorbeeld.be`, stekId: here.stekId, kind })
  }
  people.both = await addPerson(it.owner, newId, { name: 'both', email: 'both@voorbeeld.be', stekId: here.stekId, kind: 'volunteer' })
  await addRole(it.owner, { personId: people.both, stekId: there.stekId, kind: 'coordinator' })
  for (const name of ['volunteer', 'both', 'niemand']) {
    const letter = { recipient: `${name}@voorbeeld.be`, subject: `Voor ${name}`, body: `Dag <b>${name}</b>\nhttps://x/werk/aanmelden/abc` }
    await it.house.database.asKeeper((tx) => queueMail(tx, letter, { newId, now: it.clock.now() }))
  }
})
after(() => it.close())

test('who leads reads in the outbox what was written to colleagues', async () => {
  for (const kind of ['coordinator', 'community-worker'] as const) {
    const response = await (await signedInVisit(app, it.house, people[kind])).get('/werk/postvak')
    assert.equal(response.status, 200)
    const html = await response.text()
    assert.match(html, /Voor volunteer/)
    assert.match(html, /Aan volunteer@voorbeeld\.be/)
    assert.match(html, /Dag &lt;b>volunteer/)
    assert.match(html, /24 november 2026, 09:00/)
    assert.match(html, /Er is geen mailserver ingesteld/)
  }
})

test('nobody reads the mail of a colleague who also works where one does not lead', async () => {
  const html = await (await (await signedInVisit(app, it.house, people.coordinator)).get('/werk/postvak')).text()
  assert.doesNotMatch(html, /Voor both|Voor niemand/)
})

test('a volunteer and a funder cannot open the outbox', async () => {
  for (const kind of ['volunteer', 'funder'] as const) {
    assert.equal((await (await signedInVisit(app, it.house, people[kind])).get('/werk/postvak')).status, 403)
  }
})
