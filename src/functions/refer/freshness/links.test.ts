import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { visitor } from '../../../platform/database/door.ts'
import { eraseKind } from '../../../platform/erasing/erase.ts'
import { type FreshnessWorld, freshnessWorld, linkIn } from '../../../test/freshness-world.ts'
import { addPerson, addStek } from '../../../test/work.ts'
import { askIfStillRight } from './job.ts'

let world: FreshnessWorld
before(async () => {
  world = await freshnessWorld()
})
after(() => world.close())

test('a link that is over or unknown says so kindly, in every language', async () => {
  await world.fresh()
  await world.addService({ of: 'caw' })
  await askIfStillRight(world.test.house)
  const link = linkIn((await world.outbox())[0]?.body ?? '')
  const unknown = await world.app.request(`/wuustwezel/klopt?t=${'A'.repeat(43)}`)
  assert.equal(unknown.status, 404)
  assert.match(await unknown.text(), /Deze link kennen we niet/)
  assert.equal((await world.app.request('/wuustwezel/klopt')).status, 404)
  world.test.clock.pass({ days: 28 })
  assert.match(await (await world.app.request(link)).text(), /Deze link is voorbij/)
  assert.match(await (await world.app.request(`/fr${link}`)).text(), /Ce lien est terminé/)
  await world.app.request(link, { method: 'POST', body: new URLSearchParams({ answer: 'same' }) })
  assert.equal((await world.requests())[0]?.answer, null)
})

test('the mail job that runs twice asks nobody twice, and the questions die by themselves', async () => {
  await world.fresh()
  await world.addService({ of: 'caw' })
  await askIfStillRight(world.test.house)
  await askIfStillRight(world.test.house)
  assert.equal((await world.outbox()).length, 1)
  const [stored] = await world.rows<{ token_hash: Buffer }>('select token_hash from freshness_request')
  assert.equal(stored?.token_hash.length, 32)
  assert.ok(!(stored?.token_hash.toString('base64url') ?? '').includes(linkIn((await world.outbox())[0]?.body ?? '').slice(-20)))
  world.test.clock.pass({ days: 122 })
  await eraseKind(world.test.house).run({})
  assert.equal((await world.requests()).length, 0)
})

test('a visitor, a volunteer and another stek get nothing of the questions by raw SQL, and nobody answers without the link', async () => {
  await world.fresh()
  await world.addService({ of: 'welzijn', email: 'x@voorbeeld.example' })
  await askIfStillRight(world.test.house)
  const { house, owner } = world.test
  const elsewhere = await addStek(owner, house.newId, 'elders')
  const els = await addPerson(owner, house.newId, { name: 'Els', email: 'els@stek.example', stekId: elsewhere.stekId, kind: 'coordinator' })
  const asked = async (personId: string | null, stekId: string) =>
    (await house.database.inStek({ personId }, stekId, (tx) => sql`select * from freshness_request`.execute(tx))).rows.length
  assert.equal(await asked(world.people.coordinator, world.stekId), 1)
  for (const personId of [null, world.people.volunteer, world.people['partner-worker'], world.people.funder, els])
    assert.equal(await asked(personId, world.stekId), 0)
  assert.equal(await asked(els, elsewhere.stekId), 0)
  for (const personId of [null, world.people.coordinator])
    await assert.rejects(
      house.database.inStek({ personId }, world.stekId, (tx) =>
        sql`insert into freshness_request (stek_id, request_id, service_id, way, asked_on, expires_on)
          select stek_id, gen_random_uuid(), service_id, 'phone', '2026-11-23', '2026-11-24' from service limit 1`.execute(tx),
      ),
      /permission denied/,
    )
  const answer = await house.database.inStek(visitor, world.stekId, (tx) =>
    sql<{ kept: boolean }>`select answer_freshness(sha256('x'), 'same', '{}', now(), '2026-11-23') as kept`.execute(tx),
  )
  assert.deepEqual(answer.rows, [{ kept: false }])
})
