import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { visitor } from '../../../platform/database/door.ts'
import { eraseKind } from '../../../platform/erasing/erase.ts'
import { dayOf } from '../../../programme/board/clock.ts'
import { loadDemoWorld } from '../../../programme/demo-world/load.ts'
import { formIn, wordsOn } from '../../../test/desk-world.ts'
import { type GuideWorld, guideWorld } from '../../../test/guide-world.ts'
import { testHouse } from '../../../test/house.ts'
import { addPerson, addStek, signedInVisit } from '../../../test/work.ts'
import { loadGuide } from '../guide/start-set/load.ts'
import { askIfStillRight } from './job.ts'
import { waitingInGuide } from './waiting.ts'

let world: GuideWorld
before(async () => {
  world = await guideWorld()
})
after(() => world.close())

type Request = { request_id: string; service_id: string; way: string; asked_on: string; answer: string | null }
const requests = () => world.rows<Request>('select * from freshness_request order by asked_on, request_id')
const outbox = () => world.rows<{ recipient: string; subject: string; body: string }>('select * from mail order by mail_id')
const linkIn = (body: string) => /http:\/\/localhost(\/wuustwezel\/klopt\?t=[\w-]{43})/.exec(body)?.[1] ?? ''
const checked = (id: string) => world.rows('select checked_on, checked_by from service where service_id = $1', [id])

/** Lets the job run on every day of a number of days. */
async function days(count: number): Promise<void> {
  for (let day = 0; day < count; day += 1) {
    await askIfStillRight(world.test.house)
    world.test.clock.pass({ days: 1 })
  }
}

async function fresh(): Promise<void> {
  await world.test.owner.query('delete from service; delete from mail; delete from job')
  world.test.clock.moveTo('2026-11-23T09:00:00+01:00')
}

test('REFER-3 organisations are asked about what is due, at most fifteen entries a week, three a day, three of one organisation', async () => {
  await fresh()
  for (let n = 0; n < 40; n += 1) {
    const id = world.test.house.newId()
    await world.test.owner.query(`insert into organisation (stek_id, organisation_id, slug, name, email) values ($1, $2, $3, $3, $4)`, [
      world.stekId,
      id,
      `org-${n}`,
      `org${n}@voorbeeld.example`,
    ])
    await world.test.owner.query(
      `insert into service (stek_id, service_id, organisation_id, slug, name, checked_on, checked_by) values ($1, $2, $3, $4, $4, $5, 'worker')`,
      [world.stekId, world.test.house.newId(), id, `s-${n}`, n < 30 ? '2026-01-01' : '2026-11-01'],
    )
  }
  for (let n = 0; n < 6; n += 1) await world.addService({ of: 'caw', name: `Van CAW ${n}` })
  await days(7)
  const first = await requests()
  assert.equal(first.length, 15)
  const perDay = Object.values(Object.groupBy(first, ({ asked_on }) => asked_on)).map((day) => day?.length)
  assert.deepEqual(perDay, [3, 3, 3, 3, 3], 'five working days, three each')
  const names = await world.rows<{ name: string }>(`select s.name from freshness_request f join service s using (stek_id, service_id)`)
  assert.equal(names.filter(({ name }) => name.startsWith('Van CAW')).length, 3)
  await days(7)
  assert.equal((await requests()).length, 30)
  assert.equal((await outbox()).length, 30)
})

test('REFER-3 the rhythm is that of the entry: three, six or twelve months after the last check', async () => {
  for (const [months, due] of [
    [3, '2026-08-23'],
    [6, '2026-05-23'],
    [12, '2025-11-23'],
  ] as const) {
    for (const [checkedOn, asked] of [
      [due, 1],
      [Temporal.PlainDate.from(due).add({ days: 1 }).toString(), 0],
    ] as const) {
      await fresh()
      const id = await world.addService({ email: 'dienst@voorbeeld.example', checkedOn })
      await world.test.owner.query('update service set check_every_months = $1 where service_id = $2', [months, id])
      await askIfStillRight(world.test.house)
      assert.equal((await requests()).length, asked, `${months} months, checked on ${checkedOn}`)
    }
  }
})

test('REFER-3 a scanner that opens the link in the mail changes nothing; one press of a person is the answer', async () => {
  await fresh()
  const id = await world.addService({ name: 'Voedselhulp', of: 'caw', phone: '03 123 00 00' })
  await askIfStillRight(world.test.house)
  const [mail] = await outbox()
  assert.equal(mail?.recipient, 'onthaal@caw.example')
  assert.match(mail?.body ?? '', /Telefoon: 03 123 00 00/)
  const link = linkIn(mail?.body ?? '')
  for (let n = 0; n < 3; n += 1) {
    const seen = await world.app.request(link)
    assert.equal(seen.status, 200)
    assert.match(await seen.text(), /Ja, dit klopt nog/)
    assert.equal((await world.app.request(link, { method: 'HEAD' })).status, 200)
    assert.equal((await world.app.request(`${link}&stap=anders`)).status, 200)
  }
  assert.deepEqual(await checked(id), [{ checked_on: null, checked_by: null }])
  const answer = await world.app.request(link, { method: 'POST', body: new URLSearchParams({ answer: 'same' }) })
  assert.equal(answer.status, 303)
  assert.match(wordsOn(await (await world.app.request(answer.headers.get('location') ?? '')).text()), /Goed zo/)
  assert.deepEqual(await checked(id), [{ checked_on: '2026-11-23', checked_by: 'organisation' }])
  world.test.clock.pass({ days: 2 })
  const again = await world.app.request(link, { method: 'POST', body: new URLSearchParams({ answer: 'changed', phone: '1234567' }) })
  assert.equal(again.status, 303, 'answering twice is thanked for and counts once')
  assert.deepEqual(await world.rows('select answer, proposal from freshness_request'), [{ answer: 'same', proposal: {} }])
  assert.deepEqual(await checked(id), [{ checked_on: '2026-11-23', checked_by: 'organisation' }])
})

test('REFER-3 what an organisation says is different waits for a worker, who takes it over field by field', async () => {
  await fresh()
  const id = await world.addService({ name: 'Formulieren', of: 'caw', phone: '03 123 00 00', what: 'Hulp met papieren' })
  await askIfStillRight(world.test.house)
  const link = linkIn((await outbox())[0]?.body ?? '')
  const blank = formIn(await (await world.app.request(`${link}&stap=anders`)).text()) as Record<string, string>
  assert.equal(blank.phone, '03 123 00 00')
  const wrong = await world.app.request(link, { method: 'POST', body: new URLSearchParams({ ...blank, hours: 'om negen' }) })
  assert.equal(wrong.status, 422)
  assert.match(wordsOn(await wrong.text()), /We begrijpen de uren niet/)
  const said = { ...blank, phone: '03 123 99 99', what: 'Iets helemaal anders', hours: 'ma 9-12', note: 'We zijn verhuisd' }
  assert.equal((await world.app.request(link, { method: 'POST', body: new URLSearchParams(said) })).status, 303)
  assert.deepEqual(await world.rows('select phone, checked_on from service where service_id = $1', [id]), [
    { phone: '03 123 00 00', checked_on: null },
  ])

  const worker = world.visits['partner-worker']
  const list = await (await worker.get('/werk/wegwijzer?stek=wuustwezel&toon=proposals')).text()
  assert.match(wordsOn(list), /1 antwoord om te bekijken/)
  const proposal = /\/werk\/wegwijzer\/voorstel\/[0-9a-f-]{36}\?stek=wuustwezel/.exec(list)?.[0] ?? ''
  const page = wordsOn(await (await worker.get(proposal)).text())
  assert.match(page, /We zijn verhuisd/)
  assert.match(page, /Telefoon 03 123 00 00 03 123 99 99/)
  assert.equal((await worker.post(proposal, { step: 'take', field: ['phone', 'hours'] })).status, 303)
  assert.deepEqual(await world.rows('select phone, what, checked_on, checked_by from service where service_id = $1', [id]), [
    { phone: '03 123 99 99', what: 'Hulp met papieren', checked_on: '2026-11-23', checked_by: 'organisation' },
  ])
  assert.deepEqual(await world.rows('select weekday, opens, closes from service_hours where service_id = $1', [id]), [
    { weekday: 1, opens: '09:00', closes: '12:00' },
  ])
  assert.deepEqual(await world.rows('select proposal from freshness_request'), [{ proposal: {} }], 'what was said is not kept')
  assert.equal((await worker.get(proposal)).status, 404)
})

test('REFER-3 an organisation that stopped says so, and the entry ends when a worker agrees', async () => {
  await fresh()
  const id = await world.addService({ of: 'caw' })
  await askIfStillRight(world.test.house)
  const link = linkIn((await outbox())[0]?.body ?? '')
  await world.app.request(link, { method: 'POST', body: new URLSearchParams({ answer: 'changed', ended: 'yes' }) })
  const [request] = await requests()
  assert.equal(request?.answer, 'ended')
  await world.visits.coordinator.post(`/werk/wegwijzer/voorstel/${request?.request_id}?stek=wuustwezel`, { step: 'take', field: 'ended' })
  assert.deepEqual(await world.rows('select ended_on from service where service_id = $1', [id]), [{ ended_on: '2026-11-23' }])
})

test('REFER-3 without an address, or after two mails without an answer, somebody calls; nobody is asked twice in four weeks', async () => {
  await fresh()
  const silent = await world.addService({ name: 'Stil', of: 'caw' })
  const called = await world.addService({ name: 'Zonder mail', phone: '03 555 55 55' })
  await days(28)
  assert.deepEqual((await requests()).map(({ service_id, way }) => [service_id === silent ? 'silent' : 'called', way]).sort(), [
    ['called', 'phone'],
    ['silent', 'mail'],
  ])
  await days(29)
  assert.deepEqual(
    (await requests()).filter(({ service_id }) => service_id === silent).map(({ way }) => way),
    ['mail', 'mail', 'phone'],
  )
  const worker = await signedInVisit(world.app, world.test.house, world.people.coordinator)
  const list = await (await worker.get('/werk/wegwijzer?stek=wuustwezel&toon=phone')).text()
  assert.match(wordsOn(list), /Bel deze week: \d/)
  assert.match(list, /href="tel:035555555"/)
  await worker.post(`/werk/wegwijzer/${called}/nagekeken?stek=wuustwezel`)
  assert.doesNotMatch(await (await worker.get('/werk/wegwijzer?stek=wuustwezel&toon=phone')).text(), /tel:035555555/)
})

test('a link that is over or unknown says so kindly, in every language', async () => {
  await fresh()
  await world.addService({ of: 'caw' })
  await askIfStillRight(world.test.house)
  const link = linkIn((await outbox())[0]?.body ?? '')
  const unknown = await world.app.request(`/wuustwezel/klopt?t=${'A'.repeat(43)}`)
  assert.equal(unknown.status, 404)
  assert.match(await unknown.text(), /Deze link kennen we niet/)
  assert.equal((await world.app.request('/wuustwezel/klopt')).status, 404)
  world.test.clock.pass({ days: 28 })
  assert.match(await (await world.app.request(link)).text(), /Deze link is voorbij/)
  assert.match(await (await world.app.request(`/fr${link}`)).text(), /Ce lien est terminé/)
  await world.app.request(link, { method: 'POST', body: new URLSearchParams({ answer: 'same' }) })
  assert.equal((await requests())[0]?.answer, null)
})

test('the mail job that runs twice asks nobody twice, and the questions die by themselves', async () => {
  await fresh()
  await world.addService({ of: 'caw' })
  await askIfStillRight(world.test.house)
  await askIfStillRight(world.test.house)
  assert.equal((await outbox()).length, 1)
  const [stored] = await world.rows<{ token_hash: Buffer }>('select token_hash from freshness_request')
  assert.equal(stored?.token_hash.length, 32)
  assert.ok(!(stored?.token_hash.toString('base64url') ?? '').includes(linkIn((await outbox())[0]?.body ?? '').slice(-20)))
  world.test.clock.pass({ days: 122 })
  await eraseKind(world.test.house).run({})
  assert.equal((await requests()).length, 0)
})

test('a visitor, a volunteer and another stek get nothing of the questions by raw SQL, and nobody answers without the link', async () => {
  await fresh()
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

test('REFER-3 a guide of which nothing was ever checked drowns nobody: fifteen calls at most wait, and the desk begins with them', async () => {
  await fresh()
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
  await days(1)
  assert.deepEqual(await waits(), { toCheck: 3, proposals: 0 })
  await days(20)
  assert.deepEqual(await waits(), { toCheck: 15, proposals: 0 })
  assert.equal((await requests()).length, 15, 'while they wait, no other call comes')
  assert.equal((await outbox()).length, 0, 'who has no address gets no mail')
  const worker = await signedInVisit(world.app, world.test.house, world.people.coordinator)
  const desk = await (await worker.get('/werk/wegwijzer?stek=wuustwezel')).text()
  assert.match(wordsOn(desk), /Bel deze week: 15 keer/)
  assert.equal([...desk.matchAll(/href="tel:031234567"/g)].length, 15)

  const { service_id: done } = (await requests())[0] ?? { service_id: '' }
  await world.test.owner.query('update service set ended_on = $2 where service_id = $1', [(await requests())[1]?.service_id, '2026-12-01'])
  await worker.post(`/werk/wegwijzer/${done}/nagekeken?stek=wuustwezel`)
  assert.deepEqual(await waits(), { toCheck: 13, proposals: 0 }, 'nobody calls about what stopped')
  await days(2)
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
