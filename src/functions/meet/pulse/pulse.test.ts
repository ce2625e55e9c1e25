import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type DeskWorld, deskWorld, formIn, wordsOn } from '../../../test/desk-world.ts'
import { Visit } from '../../../test/work.ts'

let world: DeskWorld
let slotId: string
before(async () => {
  world = await deskWorld()
  ;({ slotId } = await world.weekly({ title: 'Soep en babbel', weekday: 2 }))
})
after(() => world.close())
beforeEach(async () => {
  world.test.clock.moveTo('2026-11-24T14:00:00+01:00')
  await world.test.owner.query('delete from welcome_count; delete from welcome_tablet')
})

const started = async (): Promise<string> => {
  const html = await (await world.visits.volunteer.get(`/werk/welkom/tablet/${slotId}/2026-11-24?stek=wuustwezel`)).text()
  return /href="(\/wuustwezel\/welkom\?t=[\w-]+)"/.exec(html)?.[1] ?? ''
}
const counted = async () => {
  const rows = await world.rows<{ answer: string; count: number }>(
    'select answer, sum(count)::int as count from welcome_count group by answer',
  )
  return Object.fromEntries(rows.map(({ answer, count }) => [answer, count]))
}

test('somebody presses a face and one choice, is thanked, and the tablet goes back by itself; without account, cookie or script', async () => {
  const address = await started()
  const visit = new Visit(world.app, {})
  const first = await visit.get(address)
  assert.equal(first.status, 200)
  const html = await first.text()
  assert.match(html, /Hoe was het hier vandaag\?.*Blij.*Gaat wel.*Niet zo goed/s)
  assert.doesNotMatch(html, /<script/)
  assert.equal(first.headers.get('set-cookie'), null)
  assert.equal(first.headers.get('cache-control'), 'no-store')

  const pressed = await visit.post(address, { antwoord: 'glad' })
  assert.equal(pressed.status, 303)
  const second = await visit.get(pressed.headers.get('location') ?? '')
  assert.match(await second.text(), /nog meer welkom.*Wat muziek.*Niets, het is goed/s)
  assert.match(second.headers.get('refresh') ?? '', /^120; url=\/wuustwezel\/welkom\?t=/)
  const chosen = await visit.post(pressed.headers.get('location') ?? '', { antwoord: 'music' })
  const thanks = await visit.get(chosen.headers.get('location') ?? '')
  assert.match(wordsOn(await thanks.text()), /Dank je/)
  assert.equal(thanks.headers.get('refresh'), `6; url=${address}`)
  assert.deepEqual(await counted(), { glad: 1, music: 1 })
})

test('in every language the same three faces, and the choice stays in that language', async () => {
  const address = await started()
  const visit = new Visit(world.app, {})
  for (const [language, word] of [
    ['en', 'Happy'],
    ['fr', 'Content'],
    ['ar', 'سعيد'],
    ['uk', 'Добре'],
  ]) {
    const page = await (await visit.get(`/${language}${address}`)).text()
    assert.ok(page.includes(word ?? '') && page.includes(`lang="${language}"`))
  }
  const pressed = await visit.post(`/ar${address}`, { antwoord: 'so-so' })
  assert.match(pressed.headers.get('location') ?? '', /^\/ar\/wuustwezel\/welkom\?t=.*stap=keuze$/)
})

test('one answer per press: the same tablet pauses, another does not wait, and one face has one choice', async () => {
  const [address, other] = [await started(), await started()]
  const visit = new Visit(world.app, {})
  const press = async (where: string, antwoord: string) => (await visit.post(where, { antwoord })).status
  assert.equal(await press(address, 'glad'), 303)
  assert.equal(await press(address, 'glad'), 422)
  assert.equal(await press(other, 'glad'), 303)
  world.test.clock.pass({ seconds: 5 })
  assert.equal(await press(address, 'not-well'), 422)
  world.test.clock.pass({ seconds: 1 })
  assert.equal(await press(address, 'not-well'), 303)
  for (let turn = 0; turn < 5; turn += 1) assert.equal(await press(address, 'music'), 303)
  world.test.clock.pass({ seconds: 130 })
  assert.equal(await press(other, 'music'), 303)
  assert.deepEqual(await counted(), { glad: 2, 'not-well': 1, music: 1 })
})

test('fifty presses at the same moment on one tablet count once', async () => {
  const address = await started()
  const answers = await Promise.all(Array.from({ length: 50 }, () => new Visit(world.app, {}).post(address, { antwoord: 'glad' })))
  assert.equal(answers.filter(({ status }) => status === 303).length, 1)
  assert.deepEqual(await counted(), { glad: 1 })
})

test('without the address of today nobody can press, from home or tomorrow', async () => {
  const address = await started()
  const visit = new Visit(world.app, {})
  for (const where of ['/wuustwezel/welkom', '/wuustwezel/welkom?t=abc', address.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'))]) {
    const page = await visit.get(where)
    assert.equal(page.status, 403, where)
    assert.match(wordsOn(await page.text()), /nu dicht/)
    assert.equal((await visit.post(where, { antwoord: 'glad' })).status, 403)
  }
  world.test.clock.moveTo('2026-11-25T00:00:01+01:00')
  assert.equal((await visit.post(address, { antwoord: 'glad' })).status, 403)
  assert.equal((await visit.get('/nergens/welkom')).status, 404)
  assert.equal((await visit.post(address, { antwoord: 'x'.repeat(300) })).status, 403)
  assert.deepEqual(await counted(), {})
})

test('only a moment of today can be asked about, by who works here', async () => {
  const start = (visit: Visit, slot: string, date: string) => visit.get(`/werk/welkom/tablet/${slot}/${date}?stek=wuustwezel`)
  assert.equal((await start(world.visits.volunteer, slotId, '2026-12-01')).status, 404)
  assert.equal((await start(world.visits.volunteer, world.koffie.slotId, '2026-11-24')).status, 404)
  assert.equal((await start(world.visits.funder, slotId, '2026-11-24')).status, 403)
  assert.equal((await new Visit(world.app).get('/werk/welkom')).status, 303)
})

test('no table of the pulse holds a person, a time of a press or an address', async () => {
  const columns = await world.rows<{ name: string }>(
    `select column_name || ' ' || data_type as name from information_schema.columns where table_name = 'welcome_count' order by ordinal_position`,
  )
  assert.deepEqual(
    columns.map(({ name }) => name),
    ['stek_id uuid', 'site_id uuid', 'on_date date', 'answer text', 'way text', 'count integer'],
  )
  const keys = await world.rows(`select from pg_constraint where conrelid in ('welcome_count'::regclass, 'welcome_tablet'::regclass)
    and confrelid = 'person'::regclass`)
  assert.deepEqual(keys, [])
})

test('what was counted on paper counts once, however often the form is sent, and only while the month is open', async () => {
  const visit = world.visits['partner-worker']
  const path = '/werk/welkom/papier?stek=wuustwezel'
  const send = async (typed: Record<string, string>) =>
    visit.post(path, { ...formIn(await (await visit.get(path)).text()), plek: world.ids.kattegat, ...typed })
  for (let turn = 0; turn < 3; turn += 1) assert.equal((await send({ dag: '23/11', glad: '12', 'so-so': '7', music: '9' })).status, 303)
  assert.deepEqual(Object.fromEntries(Object.entries(await counted()).filter(([, count]) => count > 0)), { glad: 12, 'so-so': 7, music: 9 })
  const late = await send({ dag: '31/10/2026', glad: '12' })
  assert.equal(late.status, 422)
  assert.match(await late.text(), /al afgesloten/)
  const odd = await send({ dag: 'ooit', glad: 'veel', plek: 'x' })
  assert.equal(odd.status, 422)
  assert.match(await odd.text(), /value="veel"/)
})

test('staff see settled months from five answers on, with small numbers hidden, and nothing of this month', async () => {
  const put = (date: string, answer: string, count: number) =>
    world.test.owner.query(`insert into welcome_count values ($1, $2, $3, $4, 'tablet', $5)`, [
      world.stekId,
      world.ids.kattegat,
      date,
      answer,
      count,
    ])
  await put('2026-10-06', 'glad', 21)
  await put('2026-10-13', 'so-so', 8)
  await put('2026-10-20', 'not-well', 3)
  await put('2026-10-20', 'music', 4)
  await put('2026-11-03', 'glad', 77)
  const words = wordsOn(await (await world.visits.volunteer.get('/werk/welkom?stek=wuustwezel')).text())
  assert.match(words, /oktober 2026: 32 antwoorden.*Blij 21 Gaat wel verborgen Niet zo goed verborgen/)
  assert.doesNotMatch(words, /77|november 2026/)
  assert.match(words, /Te weinig keuzes/)
  assert.match(words, /Oude Kerk Nog niet genoeg antwoorden/)
  assert.equal((await world.visits.funder.get('/werk/welkom?stek=wuustwezel')).status, 403)
})

test('the sheet of paper has every face in five languages', async () => {
  const words = wordsOn(await (await world.visits.volunteer.get('/werk/welkom/blad?stek=wuustwezel')).text())
  for (const word of ['Blij', 'Happy', 'Content', 'سعيد', 'Добре', 'Schrijf geen naam']) assert.ok(words.includes(word), word)
})
