import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { dayOf } from '../../../programme/board/clock.ts'
import { loadDemoWorld } from '../../../programme/demo-world/load.ts'
import { wordsOn } from '../../../test/desk-world.ts'
import { type FreshnessWorld, freshnessWorld } from '../../../test/freshness-world.ts'
import { testHouse } from '../../../test/house.ts'
import { signedInVisit } from '../../../test/work.ts'
import { loadGuide } from '../guide/start-set/load.ts'
import { askIfStillRight } from './job.ts'
import { waitingInGuide } from './waiting.ts'

let world: FreshnessWorld
before(async () => {
  world = await freshnessWorld()
})
after(() => world.close())

test('REFER-3 without an address, or after two mails without an answer, somebody calls; nobody is asked twice in four weeks', async () => {
  await world.fresh()
  const silent = await world.addService({ name: 'Stil', of: 'caw' })
  const called = await world.addService({ name: 'Zonder mail', phone: '03 555 55 55' })
  await world.days(28)
  assert.deepEqual((await world.requests()).map(({ service_id, way }) => [service_id === silent ? 'silent' : 'called', way]).sort(), [
    ['called', 'phone'],
    ['silent', 'mail'],
  ])
  await world.days(29)
  assert.deepEqual(
    (await world.requests()).filter(({ service_id }) => service_id === silent).map(({ way }) => way),
    ['mail', 'mail', 'phone'],
  )
  const worker = await signedInVisit(world.app, world.test.house, world.people.coordinator)
  const list = await (await worker.get('/werk/wegwijzer?stek=wuustwezel&toon=phone')).text()
  assert.match(wordsOn(list), /Bel deze week: \d/)
  assert.match(list, /href="tel:035555555"/)
  await worker.post(`/werk/wegwijzer/${called}/nagekeken?stek=wuustwezel`)
  assert.doesNotMatch(await (await worker.get('/werk/wegwijzer?stek=wuustwezel&toon=phone')).text(), /tel:035555555/)
})

test('REFER-3 a guide of which nothing was ever checked drowns nobody: fifteen calls at most wait, and the desk begins with them', async () => {
  await world.fresh()
  await world.test.owner.query(`update organisation set phone = '03 111 22 33'`)
  for (let n = 0; n < 60; n += 1) {
    const id = world.test.house.newId()
    await world.test.owner.query(
      `insert into organisation (stek_id, organisation_id, slug, name, phone) values ($1, $2, $3, $3, '03 123 45 67')`,
      [world.stekId, id, `stil-${n}`],
    )
    await world.test.owner.query(`insert into service (stek_id, service_id, organisation_id, slug, name) values ($1, $2, $3, $4, $4)`, [
      world.stekId,
      world.test.house.newId(),
      id,
      `nooit-${n}`,
    ])
  }
  const waits = () =>
    world.test.house.database.inStek({ personId: world.people.coordinator }, world.stekId, (tx) =>
      waitingInGuide(tx, world.stekId, dayOf(world.test.clock.now(), 'Europe/Brussels')),
    )
  assert.deepEqual(await waits(), { toCheck: 0, proposals: 0 })
  await world.days(1)
  assert.deepEqual(await waits(), { toCheck: 3, proposals: 0 })
  await world.days(20)
  assert.deepEqual(await waits(), { toCheck: 15, proposals: 0 })
  assert.equal((await world.requests()).length, 15, 'while they wait, no other call comes')
  assert.equal((await world.outbox()).length, 0, 'who has no address gets no mail')
  const worker = await signedInVisit(world.app, world.test.house, world.people.coordinator)
  const desk = await (await worker.get('/werk/wegwijzer?stek=wuustwezel')).text()
  assert.match(wordsOn(desk), /Bel deze week: 15 keer/)
  assert.equal([...desk.matchAll(/href="tel:031234567"/g)].length, 15)

  const { service_id: done } = (await world.requests())[0] ?? { service_id: '' }
  await world.test.owner.query('update service set ended_on = $2 where service_id = $1', [
    (await world.requests())[1]?.service_id,
    '2026-12-01',
  ])
  await worker.post(`/werk/wegwijzer/${done}/nagekeken?stek=wuustwezel`)
  assert.deepEqual(await waits(), { toCheck: 13, proposals: 0 }, 'nobody calls about what stopped')
  await world.days(2)
  assert.deepEqual(await waits(), { toCheck: 15, proposals: 0 })
  await world.test.owner.query(
    `update freshness_request set answer = 'changed', answered_at = now() where request_id in (select request_id from freshness_request join service using (stek_id, service_id) where answer is null and ended_on is null limit 2)`,
  )
  assert.deepEqual(await waits(), { toCheck: 13, proposals: 2 })
  for (const kind of ['volunteer', 'partner-worker'] as const)
    assert.deepEqual(
      await world.test.house.database.inStek({ personId: world.people[kind] }, world.stekId, (tx) =>
        waitingInGuide(tx, world.stekId, '2026-12-15'),
      ),
      { toCheck: 0, proposals: 0 },
    )
})

test('REFER-3 the demo world writes to nobody: its start set is checked by telephone, three calls on the first working day', async () => {
  const demo = await testHouse()
  try {
    await loadDemoWorld(demo.owner, demo.clock.now())
    await loadGuide(demo.owner, demo.house.newId)
    await askIfStillRight(demo.house)
    assert.equal((await demo.owner.query('select from mail')).rowCount, 0)
    const { rows } = await demo.owner.query('select stek_id, way, count(*)::int as n from freshness_request group by 1, 2')
    assert.deepEqual(
      rows.map(({ way, n }) => [way, n]),
      [
        ['phone', 3],
        ['phone', 3],
      ],
    )
  } finally {
    await demo.close()
  }
})
