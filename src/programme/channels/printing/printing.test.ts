import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { type SmallWorld, smallWorld } from '../../../test/small-world.ts'
import { readBoard } from '../../board/queries.ts'
import { paperWindow } from '../flyer/standing.ts'
import { isFingerprint, rightPaper } from './fingerprint.ts'
import { lastPrintings, recordPrinting } from './queries.ts'
import { outdatedPrintings, type Printing } from './rules.ts'

const ZONE = 'Europe/Brussels'
let world: SmallWorld
let weekly: string

before(async () => {
  world = await smallWorld()
})
after(() => world.close())
afterEach(() => world.sql('delete from offer'))

const start = async () => {
  weekly =
    (await world.offer({ slug: 'ontmoeting', title: 'Ontmoeting', slots: [{ weekday: 2 }], translations: { ar: { title: 'لقاء' } } }))[0] ??
    ''
}

/** The paper as it is on a day, and whether an older fingerprint is still right then. */
async function paperOn(today: string) {
  const board = await readBoard(world.test.house.database, 'kalmthout', paperWindow(today))
  assert.ok(board)
  return rightPaper(board, today, ZONE)
}

test('the fingerprint stays the same while nothing on the paper changes, whatever day it is', async () => {
  await start()
  const { current } = await paperOn('2026-11-24')
  assert.ok(isFingerprint(current))
  await world.sql(`update offer set description = 'lang', translations = '{}'`)
  await world.sql(`insert into exception (stek_id, slot_id, on_date, cancelled_at) values ($1, $2, '2026-12-01', now())`, [
    world.stekId,
    weekly,
  ])
  assert.equal((await paperOn('2026-11-24')).current, current)
  assert.equal((await paperOn('2027-02-03')).current, current)
})

test('MEET-3 a flyer is out of date when a day, an hour, a title, a price or a new offer changed since', async () => {
  await start()
  const seen = [(await paperOn('2026-11-24')).current]
  for (const change of [
    `update slot set weekday = 4`,
    `update slot set start_time = '14:00'`,
    `update offer set title = 'Babbel'`,
    `update offer set price_in_cents = 100`,
    `update site set street = 'Dorpsplein 2'`,
    `update stek set phone = '03 111 11 11'`,
    `update slot set ends_on = '2026-12-31'`,
  ]) {
    await world.sql(change)
    const { current, right } = await paperOn('2026-11-24')
    assert.deepEqual([...right], [current], change)
    assert.ok(!seen.includes(current), change)
    seen.push(current)
  }
  await world.offer({ slug: 'les', title: 'Les', slots: [{ weekday: 5 }] })
  assert.ok(!seen.includes((await paperOn('2026-11-24')).current))
})

test('a flyer stays right when an outing on it is over, and not when that outing was called off before', async () => {
  await start()
  const [outing] = await world.offer({ slug: 'zee', title: 'Naar zee', slots: [{ on: '2026-12-05' }] })
  const printed = (await paperOn('2026-11-24')).current
  const later = await paperOn('2026-12-07')
  assert.notEqual(later.current, printed)
  assert.ok(later.right.has(printed))
  await world.sql(`insert into exception (stek_id, slot_id, on_date, cancelled_at) values ($1, $2, '2026-12-05', now())`, [
    world.stekId,
    outing,
  ])
  assert.ok(!(await paperOn('2026-11-25')).right.has(printed))
  assert.ok(!(await paperOn('2026-12-07')).right.has(printed))
})

test('a flyer that lacks what begins soon is out of date; one that already names it is not', async () => {
  await start()
  const before = (await paperOn('2026-11-24')).current
  await world.offer({ slug: 'les', title: 'Les', slots: [{ weekday: 5, startsOn: '2026-12-11' }] })
  const named = await paperOn('2026-11-24')
  assert.ok(!named.right.has(before))
  assert.ok((await paperOn('2026-12-20')).right.has(named.current))
})

test('the page behind the code on the flyer says yes, no, or that it does not know the flyer', async () => {
  await start()
  const { current } = await paperOn('2026-11-24')
  assert.match(await world.text(`/kalmthout/flyer?v=${current}`), /Ja, je flyer klopt/)
  assert.match(await world.text(`/kalmthout/flyer?v=%20${current.toUpperCase()}%20`), /Ja, je flyer klopt/)
  assert.match(await world.text('/kalmthout/flyer?v=%3Cscript%3E'), /Welke flyer heb je\?/)
  assert.match(await world.text('/kalmthout/flyer'), /Welke flyer heb je\?/)
  await world.sql(`update slot set weekday = 4`)
  const old = await world.text(`/kalmthout/flyer?v=${current}`)
  assert.match(old, /Nee, er is iets veranderd/)
  assert.match(old, /Elke donderdag, 13\.00 – 16\.00/)
  assert.equal((await world.get('/nergens/flyer')).status, 404)
})

test('what was printed is written down by who leads the stek, and the last printing of each paper is compared', async () => {
  await start()
  const { current, right } = await paperOn('2026-11-24')
  const { house, owner } = world.test
  const personId = house.newId()
  await owner.query(`insert into person (person_id, name, email) values ($1, 'Opbouwwerker', 'opbouwwerker@stek.example')`, [personId])
  await owner.query(`insert into role (stek_id, person_id, kind) values ($1, $2, 'community-worker')`, [world.stekId, personId])
  const printing = (channel: Printing['channel'], fingerprint: string, day: string): Printing => ({
    printingId: house.newId(),
    channel,
    language: 'nl',
    fingerprint,
    printedAt: Temporal.Instant.from(`2026-11-${day}T10:00:00Z`),
  })
  const record = (actor: string | null, one: Printing) =>
    house.database.inStek({ personId: actor }, world.stekId, (tx) => recordPrinting(tx, world.stekId, one))
  await assert.rejects(record(null, printing('flyer-a5', current, '01')), /row-level security/)
  await record(personId, printing('flyer-a5', 'old00000', '01'))
  await record(personId, printing('flyer-a5', current, '20'))
  await record(personId, printing('poster-a3', current, '02'))
  await record(personId, printing('poster-a3', 'old00000', '03'))
  const last = await house.database.reading(world.stekId, (tx) => lastPrintings(tx, world.stekId))
  assert.deepEqual(
    last.map(({ channel, fingerprint }) => [channel, fingerprint]),
    [
      ['flyer-a5', current],
      ['poster-a3', 'old00000'],
    ],
  )
  assert.deepEqual(
    outdatedPrintings(last, right).map(({ channel }) => channel),
    ['poster-a3'],
  )
})

test('of one kind of paper in one language only the last printing counts, and every language on its own', () => {
  const printed = (printingId: string, language: string, fingerprint: string, day: string): Printing => ({
    printingId,
    channel: 'flyer-a5',
    language,
    fingerprint,
    printedAt: Temporal.Instant.from(`2026-11-${day}T10:00:00Z`),
  })
  const printings = [
    printed('replaced', 'nl', 'old00000', '01'),
    printed('fine', 'nl', 'right000', '20'),
    printed('stale', 'fr', 'old00000', '19'),
    printed('was-fine', 'fr', 'right000', '02'),
  ]
  assert.deepEqual(
    outdatedPrintings(printings, new Set(['right000'])).map(({ printingId }) => printingId),
    ['stale'],
  )
})
