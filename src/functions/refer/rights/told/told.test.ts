import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { visitor } from '../../../../platform/database/door.ts'
import { type DeskWorld, deskWorld, formIn, wordsOn } from '../../../../test/desk-world.ts'
import { Visit } from '../../../../test/work.ts'
import { toldPerRight } from './queries.ts'
import { type MonthTold, toldOfRights, toldOutcomes } from './rules.ts'

let world: DeskWorld
before(async () => {
  world = await deskWorld({ now: '2026-11-25T09:00:00+01:00' })
})
after(() => world.close())
beforeEach(() => world.test.owner.query('delete from rights_told_month; delete from attempt'))

const told = { recht: 'leefloon', uitkomst: 'failed' }
const blank = async (visit: Visit) => formIn(await (await visit.get('/rechten/gelukt')).text())

test('somebody tells how it went: one number of the month grows for the right, and nothing else is kept', async () => {
  const visit = new Visit(world.app, {})
  const before = await blank(visit)
  for (let once = 0; once < 2; once += 1) {
    const done = await visit.post('/rechten/gelukt', { ...before, ...told })
    assert.equal(done.status, 303)
    assert.equal(done.headers.get('set-cookie'), null)
    assert.match(wordsOn(await (await visit.get(done.headers.get('location') ?? '')).text()), /Dank je/)
  }
  assert.deepEqual(await world.rows('select month::text, per_right from rights_told_month'), [
    { month: '2026-11-01', per_right: { leefloon: { failed: 2 } } },
  ])
})

test('REFER-5 who holds the database itself cannot tell where or in which order rights were told: no two rows bear the same mark', async () => {
  const { database } = world.test.house
  const tellOne = (right: string, what: string) =>
    database.atTheDoor((tx) => sql`select tell_rights(${right}, ${what}, '2026-11-01')`.execute(tx))
  await tellOne('igo', 'asked')
  await tellOne('leefloon', 'failed')
  await tellOne('huisarts', 'asked')
  const tables = await world.rows<{ name: string }>(
    `select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  )
  const marked = tables.map(({ name }) => `select '${name}' as name from ${name} where xmin = (select xmin from rights_told_month)`)
  assert.ok(marked.length > 50, 'every table was looked at')
  assert.deepEqual(await world.rows(marked.join(' union all ')), [{ name: 'rights_told_month' }])
  // Nor do columns: nothing in the row is a moment, and what came last stands where its name sorts.
  const columns = await world.rows<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = 'rights_told_month'::regclass and attnum > 0`,
  )
  assert.deepEqual(columns.map(({ name }) => name).sort(), ['month', 'per_right'])
  const [row] = await world.rows<{ text: string }>('select per_right::text as text from rights_told_month')
  assert.equal(row?.text, '{"igo": {"asked": 1}, "huisarts": {"asked": 1}, "leefloon": {"failed": 1}}')
})

test('the check is found from the front page, from the page of a stek and where people look for help', async () => {
  const visit = new Visit(world.app, {})
  assert.match(await (await visit.get('/fr')).text(), /href="\/fr\/rechten"/)
  assert.match(await (await visit.get('/wuustwezel')).text(), /href="\/rechten\?stek=wuustwezel"/)
  assert.match(await (await visit.get('/ar/wuustwezel/programma?functie=refer')).text(), /href="\/ar\/rechten\?stek=wuustwezel"/)
})

test('in another language the thanks come in that language, and nobody asks at which stek', async () => {
  const visit = new Visit(world.app, {})
  const form = await blank(visit)
  assert.equal('stek' in form, false)
  const done = await visit.post('/uk/rechten/gelukt', { ...form, recht: 'igo', uitkomst: 'asked' })
  assert.equal(done.headers.get('location'), '/uk/rechten/gelukt?dank=ja')
})

test('what is not chosen is asked again with what was chosen kept; unknown words change nothing', async () => {
  const visit = new Visit(world.app, {})
  const answer = await visit.post('/rechten/gelukt', { ...(await blank(visit)), recht: 'leefloon', uitkomst: 'gewonnen' })
  assert.equal(answer.status, 422)
  const html = await answer.text()
  assert.match(html, /href="#f-uitkomst"/)
  assert.equal(formIn(html)['recht'], 'leefloon')
  assert.equal((await visit.post('/rechten/gelukt', { ...(await blank(visit)), recht: 'erfenis', uitkomst: 'had' })).status, 422)
  assert.deepEqual(await world.rows('select count(*)::int as n from rights_told_month'), [{ n: 0 }])
})

test('another site, or a form without its token, changes nothing', async () => {
  assert.equal((await new Visit(world.app, { 'Sec-Fetch-Site': 'cross-site' }).post('/rechten/gelukt', told)).status, 403)
  const refused = await new Visit(world.app, {}).post('/rechten/gelukt', told)
  assert.equal(refused.status, 403)
  assert.equal(formIn(await refused.text())['recht'], 'leefloon', 'what was chosen is still there')
  assert.deepEqual(await world.rows('select count(*)::int as n from rights_told_month'), [{ n: 0 }])
})

test('a machine that tells the same over and over is stopped; the check itself never is', async () => {
  const visit = new Visit(world.app)
  const statuses: number[] = []
  for (let once = 0; once < 22; once += 1) statuses.push((await visit.post('/rechten/gelukt', told)).status)
  assert.deepEqual(statuses.slice(18), [303, 303, 429, 429])
  for (let once = 0; once < 30; once += 1) assert.equal((await visit.post('/rechten', { a: 'vt:yes', doe: 'toon' })).status, 200)
})

test('small numbers are hidden, months that run are not told, and what is told never changes', () => {
  const months = [
    { month: '2026-08', counts: { asked: 3 } },
    { month: '2026-09', counts: { asked: 4, failed: 6, had: 3 } },
    { month: '2026-10', counts: { asked: 1 } },
    { month: '2026-11', counts: { asked: 50 } },
  ]
  const told = (rows: MonthTold[], today: string) => toldOfRights(new Map([['leefloon', rows]]), today).get('leefloon') ?? []
  const periods = told(months, '2026-11-25')
  assert.equal(periods.length, 1)
  assert.equal(`${periods[0]?.from} ${periods[0]?.until}`, '2026-08 2026-09')
  assert.deepEqual(periods[0]?.shown.total, 16)
  assert.equal(toldOutcomes.filter((outcome) => periods[0]?.shown.parts[outcome] === null).length >= 2, true)
  assert.deepEqual(told(months, '2027-03-01').at(-1), periods[0])
})

test('a month in which nobody told of a right is not given away by the months around it', () => {
  const asked = (month: string, count: number): MonthTold => ({ month, counts: { asked: count, had: 9, failed: 9, nothing: 9 } })
  const perRight = new Map([
    ['leefloon', [asked('2026-05', 9), asked('2026-07', 0), asked('2026-08', 7)]],
    ['igo', [asked('2026-08', 9)]],
  ])
  const periods = (right: string) =>
    toldOfRights(perRight, '2026-11-25')
      .get(right)
      ?.map(({ from, until }) => `${from} ${until}`)
  assert.deepEqual(periods('leefloon'), ['2026-08 2026-08', '2026-06 2026-07', '2026-05 2026-05'])
  assert.deepEqual(periods('igo'), ['2026-05 2026-08'])
})

test('what is hidden of one right cannot be had by subtracting the others from all of a stek', async () => {
  const { database } = world.test.house
  for (const [right, outcome, times] of [
    ['leefloon', 'asked', 9],
    ['leefloon', 'failed', 6],
    ['igo', 'failed', 3],
  ] as const)
    for (let once = 0; once < times; once += 1)
      await database.atTheDoor((tx) => sql.raw(`select tell_rights('${right}', '${outcome}', '2026-10-01')`).execute(tx))
  const words = wordsOn(await (await world.visits.coordinator.get('/werk/rechten?stek=wuustwezel')).text())
  assert.match(words, /15 antwoorden/, 'those of the living wage')
  assert.doesNotMatch(words, /18 antwoorden/, 'with those of all rights, three would be left for the other one')
})

test('by raw SQL a visitor, a volunteer, a partner worker and another stek read and write nothing of it', async () => {
  const { database } = world.test.house
  await database.atTheDoor((tx) => sql.raw(`select tell_rights('leefloon', 'asked', '2026-11-01')`).execute(tx))
  const read = (personId: string | null, stekId: string) =>
    database.inStek({ personId }, stekId, async (tx) => (await toldPerRight(tx)).size)
  assert.equal(await read(null, world.stekId), 0)
  assert.equal(await read(world.people.volunteer, world.stekId), 0)
  assert.equal(await read(world.people['partner-worker'], world.stekId), 0)
  assert.equal(await read(world.people.coordinator, world.test.house.newId()), 0)
  for (const wrong of [`'leefloon', 'won', '2026-11-01'`, `'Leefloon!', 'had', '2026-11-01'`, `'igo', 'had', '2026-11-02'`])
    await assert.rejects(
      database.atTheDoor((tx) => sql.raw(`select tell_rights(${wrong})`).execute(tx)),
      /no such|violates check/,
    )
  assert.equal(await read(world.people.coordinator, world.stekId), 1)
  for (const statement of [
    `select * from rights_told_month`,
    `insert into rights_told_month values ('2026-11-01', '{"leefloon": {"had": 9}}')`,
    `update rights_told_month set per_right = '{}'`,
    `delete from rights_told_month`,
    `select tell_rights('leefloon', 'had', '2026-11-01')`,
  ])
    await assert.rejects(
      database.inStek(visitor, world.stekId, (tx) => sql.raw(statement).execute(tx)),
      /permission denied/,
      statement,
    )
})
