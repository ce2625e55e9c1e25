import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type SmallWorld, smallWorld } from '../../../test/small-world.ts'
import { type ProgrammeJson, programmeJson } from './form.ts'

let world: SmallWorld
let formsId: string
before(async () => {
  world = await smallWorld()
  await world.offer({
    slug: 'ontmoeting',
    title: 'Ontmoeting <script>',
    whoYouMeet: 'Els van het CAW',
    slots: [{ weekday: 4 }],
    translations: { fr: { title: 'Rencontre' } },
  })
  formsId = (await world.offer({ slug: 'formulieren', title: 'Formulieren', slots: [{ weekday: 1 }] }))[0] ?? ''
  await world.sql(
    `insert into exception (stek_id, slot_id, on_date, moved_to, reason) values ($1, $2, '2026-11-30', '2026-12-03', 'Els is ziek')`,
    [world.stekId, formsId],
  )
  await world.sql(
    `insert into exception (stek_id, slot_id, on_date, cancelled_at, reason) values ($1, $2, '2026-12-07', now(), 'Els is ziek')`,
    [world.stekId, formsId],
  )
})
after(() => world.close())

const read = async (path: string): Promise<ProgrammeJson> => programmeJson.parse(JSON.parse(await world.text(path)))

test('the JSON has the promised form: four weeks from this Monday, readable by any site', async () => {
  const answer = await world.get('/kalmthout/programma.json')
  assert.equal(answer.headers.get('content-type'), 'application/json; charset=utf-8')
  assert.equal(answer.headers.get('access-control-allow-origin'), '*')
  const programme = programmeJson.parse(await answer.json())
  assert.deepEqual([programme.from, programme.until], ['2026-11-23', '2026-12-20'])
  assert.deepEqual([...new Set(programme.moments.map(({ offer }) => offer))].sort(), ['formulieren', 'ontmoeting'])
  assert.equal(programme.moments.find(({ date }) => date === '2026-11-26')?.startsAt, '2026-11-26T13:00:00+01:00')
})

test('the JSON says of each moment whether it goes on, was moved or is off', async () => {
  const { moments } = await read('/kalmthout/programma.json')
  const forms = moments
    .filter(({ offer }) => offer === 'formulieren')
    .map(({ plannedDate, date, status, changes }) => ({ plannedDate, date, status, changes }))
  assert.deepEqual(forms, [
    { plannedDate: '2026-11-23', date: '2026-11-23', status: 'scheduled', changes: [] },
    { plannedDate: '2026-11-30', date: '2026-12-03', status: 'rescheduled', changes: ['date'] },
    { plannedDate: '2026-12-07', date: '2026-12-07', status: 'cancelled', changes: [] },
    { plannedDate: '2026-12-14', date: '2026-12-14', status: 'scheduled', changes: [] },
  ])
})

test('REFER-4 the JSON names nobody', async () => {
  assert.doesNotMatch(await world.text('/kalmthout/programma.json'), /Els/)
})

test('a week can be asked for; one that does not exist is refused in words', async () => {
  const programme = await read('/kalmthout/programma.json?week=2026-W50')
  assert.deepEqual([programme.from, programme.until], ['2026-12-07', '2026-12-13'])
  for (const wrong of ['2026-W54', 'morgen', '9999999-W01']) {
    const answer = await world.get(`/kalmthout/programma.json?week=${wrong}`)
    assert.equal(answer.status, 400)
    assert.deepEqual(await answer.json(), { error: 'unknown-week', message: 'Die week bestaat niet. Schrijf een week als 2026-W48.' })
  }
  assert.equal((await world.get('/nergens/programma.json')).status, 404)
})

test('the JSON in another language has the words of that language and says which ones stayed Dutch', async () => {
  const { language, offers, stek } = await read('/fr/kalmthout/programma.json')
  assert.equal(language, 'fr')
  assert.equal(stek.url, 'https://stek.example/fr/kalmthout')
  assert.deepEqual(
    offers.map(({ title, writtenIn }) => [title, writtenIn]),
    [
      ['Formulieren', 'nl'],
      ['Rencontre', 'fr'],
    ],
  )
})

test('the JSON answers 304 when nothing changed and tells a change at once', async () => {
  const first = await world.get('/kalmthout/programma.json')
  assert.equal((await world.get('/kalmthout/programma.json', { 'if-none-match': first.headers.get('etag') ?? '' })).status, 304)
  await world.sql(`update slot set weekday = 3 where slot_id = $1`, [formsId])
  const { moments } = await read('/kalmthout/programma.json')
  assert.ok(moments.filter(({ offer }) => offer === 'formulieren').every(({ date }) => Temporal.PlainDate.from(date).dayOfWeek === 3))
})
