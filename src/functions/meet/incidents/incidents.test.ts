import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { erase } from '../../../platform/erasing/erase.ts'
import { type DeskWorld, deskWorld, formIn, wordsOn } from '../../../test/desk-world.ts'
import type { Visit } from '../../../test/work.ts'

let world: DeskWorld
before(async () => {
  world = await deskWorld()
})
after(() => world.close())

const path = '/werk/voorvallen?stek=wuustwezel'
const blank = async (visit: Visit) => formIn(await (await visit.get(path)).text())
const note = async (visit: Visit, typed: Record<string, string>) =>
  visit.post(path, { ...(await blank(visit)), soort: 'accident', plek: world.ids.kattegat, ...typed })
const all = () => world.rows<{ kind: string; what_changed: string; on_date: string }>('select * from incident order by incident_id')

test('MEET-2 what happened is noted as a sort of thing and what the house changed, sent twice it is one, and nowhere who', async () => {
  const visit = world.visits['community-worker']
  const fields = { ...(await blank(visit)), soort: 'accident', plek: world.ids.kattegat, dag: '23/11', veranderd: 'De mat ligt nu vast.' }
  for (let turn = 0; turn < 2; turn += 1) assert.equal((await visit.post(path, fields)).status, 303)
  assert.equal((await all()).length, 1)
  const words = wordsOn(await (await visit.get(path)).text())
  assert.match(words, /Ongeval maandag 23 november · ’t Kattegat De mat ligt nu vast\./)
  assert.match(words, /Aantal per soort .*2026.*Ongeval 1 .*Samen 1/)
  const columns = await world.rows<{ column_name: string }>(
    `select column_name from information_schema.columns where table_name = 'incident'`,
  )
  assert.deepEqual(columns.map((one) => one.column_name).sort(), ['incident_id', 'kind', 'on_date', 'site_id', 'stek_id', 'what_changed'])
})

test('words that could say who it was are refused, and what was typed stays', async () => {
  const visit = world.visits.coordinator
  const before = (await all()).length
  for (const [changed, said] of [
    ['De man met 93.05.18-223.61 komt niet meer.', /rijksregisternummer/],
    ['Bel 0470 12 34 56.', /telefoonnummer/],
    ['Mail naar iemand@voorbeeld.be', /mailadres/],
    ['Stort op BE68 5390 0754 7034', /rekeningnummer/],
    ['Jan Voorbeeld, 34 jaar, mag niet meer binnen.', /naam of adres/],
    ['x'.repeat(401), /401 tekens/],
  ] as const) {
    const refused = await note(visit, { veranderd: changed })
    assert.equal(refused.status, 422)
    const html = await refused.text()
    assert.match(wordsOn(html), said)
    assert.equal(formIn(html).veranderd, changed)
  }
  const odds: Record<string, string>[] = [{ soort: 'murder' }, { plek: 'x' }, { dag: '25/11/2026' }, { dag: '1/1/2026' }, { dag: 'ooit' }]
  for (const odd of odds) assert.equal((await note(visit, odd)).status, 422, JSON.stringify(odd))
  assert.equal((await all()).length, before)
})

test('what was changed can be told later', async () => {
  const visit = world.visits.coordinator
  assert.equal((await note(visit, { soort: 'theft' })).status, 303)
  const [row] = await world.rows<{ incident_id: string }>(`select incident_id from incident where kind = 'theft'`)
  const own = `/werk/voorvallen/${row?.incident_id}?stek=wuustwezel`
  const fields = formIn(await (await visit.get(own)).text())
  assert.equal((await visit.post(own, { ...fields, veranderd: 'Bel 03 123 45 67' })).status, 422)
  assert.equal((await visit.post(own, { ...fields, veranderd: 'Er is een kastje met een slot.' })).status, 303)
  assert.match(wordsOn(await (await visit.get(path)).text()), /Diefstal .*Er is een kastje met een slot\./)
  for (const id of [world.test.house.newId(), '-'.repeat(36)])
    assert.equal((await visit.get(`/werk/voorvallen/${id}?stek=wuustwezel`)).status, 404)
})

test('only community workers and coordinators see incidents, in the page and in the database', async () => {
  for (const kind of ['partner-worker', 'volunteer', 'funder'] as const) {
    assert.equal((await world.visits[kind].get(path)).status, 403)
    assert.equal((await world.visits[kind].post(path, { soort: 'fire' })).status, 403)
  }
  type Tables = { incident: { incident_id: string }; welcome_count: { count: number }; welcome_tablet: { presses: number } }
  const seen = (personId: string | null, table: keyof Tables, stekId = world.stekId) =>
    world.test.house.database.inStek(
      { personId },
      stekId,
      async (tx) => (await tx.withTables<Tables>().selectFrom(table).selectAll().execute()).length,
    )
  await world.test.owner.query(`insert into welcome_count values ($1, $2, '2026-11-24', 'glad', 'tablet', 7)`, [
    world.stekId,
    world.ids.kattegat,
  ])
  for (const personId of [null, world.people['partner-worker'], world.people.volunteer, world.people.funder])
    assert.equal(await seen(personId, 'incident'), 0)
  assert.ok((await seen(world.people.coordinator, 'incident')) > 0)
  assert.equal(await seen(world.people.coordinator, 'incident', world.test.house.newId()), 0)
  for (const personId of [null, world.people.funder]) assert.equal(await seen(personId, 'welcome_count'), 0)
  assert.equal(await seen(world.people.volunteer, 'welcome_count'), 1)
  await assert.rejects(seen(world.people.coordinator, 'welcome_tablet'), /permission denied/)
})

test('who works here cannot put numbers under the name of the tablet', async () => {
  type Tables = { welcome_count: { stek_id: string; site_id: string; on_date: string; answer: string; way: string; count: number } }
  const put = (way: string) =>
    world.test.house.database.inStek({ personId: world.people.coordinator }, world.stekId, (tx) =>
      tx
        .withTables<Tables>()
        .insertInto('welcome_count')
        .values({ stek_id: world.stekId, site_id: world.ids.kerk, on_date: '2026-11-24', answer: 'glad', way, count: 7 })
        .execute(),
    )
  await put('paper')
  await assert.rejects(put('tablet'), /row-level security/)
})

test('after 180 days the words are gone and the number of each sort stays', async () => {
  const { house } = world.test
  const count = (await all()).length
  assert.ok((await all()).some(({ what_changed }) => what_changed !== ''))
  await erase(house.database, Temporal.Instant.from('2027-05-20T12:00:00Z'), 'Europe/Brussels')
  assert.ok((await all()).some(({ what_changed }) => what_changed !== ''))
  await erase(house.database, Temporal.Instant.from('2027-05-26T12:00:00Z'), 'Europe/Brussels')
  assert.equal((await all()).length, count)
  assert.ok((await all()).every(({ what_changed }) => what_changed === ''))
})
