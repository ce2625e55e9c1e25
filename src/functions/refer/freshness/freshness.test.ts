import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { formIn, wordsOn } from '../../../test/desk-world.ts'
import { type FreshnessWorld, freshnessWorld, linkIn } from '../../../test/freshness-world.ts'
import { askIfStillRight } from './job.ts'

let world: FreshnessWorld
before(async () => {
  world = await freshnessWorld()
})
after(() => world.close())

const checked = (id: string) => world.rows('select checked_on, checked_by from service where service_id = $1', [id])

test('REFER-3 organisations are asked about what is due, at most fifteen entries a week, three a day, three of one organisation', async () => {
  await world.fresh()
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
  await world.days(7)
  const first = await world.requests()
  assert.equal(first.length, 15)
  const perDay = Object.values(Object.groupBy(first, ({ asked_on }) => asked_on)).map((day) => day?.length)
  assert.deepEqual(perDay, [3, 3, 3, 3, 3], 'five working days, three each')
  const names = await world.rows<{ name: string }>(`select s.name from freshness_request f join service s using (stek_id, service_id)`)
  assert.equal(names.filter(({ name }) => name.startsWith('Van CAW')).length, 3)
  await world.days(7)
  assert.equal((await world.requests()).length, 30)
  assert.equal((await world.outbox()).length, 30)
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
      await world.fresh()
      const id = await world.addService({ email: 'dienst@voorbeeld.example', checkedOn })
      await world.test.owner.query('update service set check_every_months = $1 where service_id = $2', [months, id])
      await askIfStillRight(world.test.house)
      assert.equal((await world.requests()).length, asked, `${months} months, checked on ${checkedOn}`)
    }
  }
})

test('REFER-3 a scanner that opens the link in the mail changes nothing; one press of a person is the answer', async () => {
  await world.fresh()
  const id = await world.addService({ name: 'Voedselhulp', of: 'caw', phone: '03 123 00 00' })
  await askIfStillRight(world.test.house)
  const [mail] = await world.outbox()
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
  await world.fresh()
  const id = await world.addService({ name: 'Formulieren', of: 'caw', phone: '03 123 00 00', what: 'Hulp met papieren' })
  await askIfStillRight(world.test.house)
  const link = linkIn((await world.outbox())[0]?.body ?? '')
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
  await world.fresh()
  const id = await world.addService({ of: 'caw' })
  await askIfStillRight(world.test.house)
  const link = linkIn((await world.outbox())[0]?.body ?? '')
  await world.app.request(link, { method: 'POST', body: new URLSearchParams({ answer: 'changed', ended: 'yes' }) })
  const [request] = await world.requests()
  assert.equal(request?.answer, 'ended')
  await world.visits.coordinator.post(`/werk/wegwijzer/voorstel/${request?.request_id}?stek=wuustwezel`, { step: 'take', field: 'ended' })
  assert.deepEqual(await world.rows('select ended_on from service where service_id = $1', [id]), [{ ended_on: '2026-11-23' }])
})
