import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import ExcelJS from 'exceljs'
import { erase } from '../../../platform/erasing/erase.ts'
import { wordsOn } from '../../../test/desk-world.ts'
import { type JoiningWorld, joiningWorld } from '../../../test/joining-world.ts'
import { addPerson, addStek, signedInVisit } from '../../../test/work.ts'
import { tellSettledMonths } from './release/job.ts'

let world: JoiningWorld
let soup: { offerId: string; slotId: string }
let digital: { offerId: string; slotId: string }
before(async () => {
  world = await joiningWorld()
  soup = await world.weekly({ title: 'Soep', weekday: 1, room: null, from: '11:00', until: '14:00' })
  digital = await world.weekly({ title: 'Digidoe', weekday: 5, room: null, from: '09:00', until: '11:00' })
  await world.rows(`update offer set functions = '{learn}', themes = '{education}' where offer_id = $1`, [digital.offerId])
  await world.rows(`update offer set functions = '{meet}', themes = '{welfare-health}', price_in_cents = 250 where offer_id = $1`, [
    soup.offerId,
  ])
})
after(() => world.close())
beforeEach(async () => {
  await world.rows('delete from figures_release')
  await world.rows('delete from tally_entry')
  await world.rows('delete from exception')
  world.test.clock.moveTo('2026-11-24T09:00:00+01:00')
})

/** The four Mondays of September 2026, of which the month of whole weeks ends on the 27th. */
const MONDAYS = ['2026-09-07', '2026-09-14', '2026-09-21']

const count = async (slot: { slotId: string }, date: string, change: number, counted = 'heads', reason = '') =>
  world.rows(
    `insert into tally_entry (stek_id, entry_id, slot_id, on_date, counted, change, received_at, reason) values ($1, $2, $3, $4, $5, $6, now(), $7)`,
    [world.stekId, world.test.house.newId(), slot.slotId, date, counted, change, reason],
  )
const tell = () => tellSettledMonths(world.test.house)
/** Signs in anew: the clock of these tests runs past the end of a session. */
const visit = (who: keyof JoiningWorld['people']) => signedInVisit(world.app, world.test.house, world.people[who])
const page = async (query = '', who: keyof JoiningWorld['people'] = 'funder') => {
  const response = await (await visit(who)).get(`/werk/cijfers?stek=wuustwezel${query}`)
  assert.equal(response.status, 200)
  return response.text()
}
const sheets = async (query = ''): Promise<Record<string, (string | number)[][]>> => {
  const response = await (await visit('funder')).get(`/werk/cijfers.xlsx?stek=wuustwezel${query}`)
  assert.equal(response.status, 200)
  assert.match(response.headers.get('content-disposition') ?? '', /^attachment; filename="cijfers-wuustwezel-[a-z]+-[\w-]+\.xlsx"$/)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(await response.arrayBuffer())
  return Object.fromEntries(
    workbook.worksheets.map((sheet) => [
      sheet.name,
      sheet.getSheetValues().flatMap((row) => (Array.isArray(row) ? [row.slice(1) as (string | number)[]] : [])),
    ]),
  )
}
/** The cells of the rows of all tables on a page, as read aloud. */
const rowsOn = (html: string): string[] =>
  [...html.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) =>
    row
      .replace(/<small>[\s\S]*?<\/small>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )

test('a month is told when it is settled, and the page, the drawing and the workbook say the same', async () => {
  for (const [nth, monday] of MONDAYS.entries()) await count(world.koffie, monday, 12 + nth)
  await count(world.koffie, '2026-10-05', 20)
  assert.match(wordsOn(await page()), /Er zijn nog geen cijfers/)
  world.test.clock.moveTo('2026-11-01T12:00:00+01:00')
  assert.equal(await tell(), 0, 'on the 35th day a phone may still bring taps of 27 September')
  world.test.clock.moveTo('2026-11-02T12:00:00+01:00')
  assert.equal(await tell(), 1)
  const html = await page()
  assert.match(wordsOn(html), /September 2026: 39 mensen/)
  assert.ok(rowsOn(html).includes('Koffie en Formulieren 39 3'), rowsOn(html).join('\n'))
  assert.match(html, /<svg class="chart"[\s\S]*<title[^>]*>Mensen per periode<\/title>\s*<desc[^>]*>[^<]*39[\s\S]*<text[^>]*>39<\/text>/)
  assert.doesNotMatch(html, /<script|style="/)
  const book = await sheets()
  assert.deepEqual(Object.keys(book), ['Uitleg', 'Samen', 'Plek en activiteit', 'Wie er was', 'Wat samengaat', 'Hoe gevarieerd'])
  assert.deepEqual(book.Samen?.at(-1)?.slice(0, 4), ['september 2026', '2026-08-31', '2026-09-27', 39])
  const weeks = rowsOn(await page('&per=week'))
  assert.ok(
    weeks.some((row) => row.startsWith('Koffie en Formulieren 14 13 12')),
    weeks.join('\n'),
  )
  assert.match(
    wordsOn(await page('&per=kwartaal')),
    /Er zijn nog geen cijfers/,
    'July was before counting began, and a quarter is told whole',
  )
})

test('small numbers stay hidden on every page and in every workbook, together with what would give them away', async () => {
  for (const monday of MONDAYS) await count(world.koffie, monday, 13)
  for (const monday of MONDAYS) await count(soup, monday, 1)
  for (const friday of ['2026-09-11', '2026-09-18', '2026-09-25']) await count(digital, friday, 17)
  await count(soup, MONDAYS[0] ?? '', 3, 'children')
  await tell()
  for (const query of ['', '&per=week', '&per=maand&tot=2026-09']) {
    const said = JSON.stringify([rowsOn(await page(query)), await sheets(query)])
    for (const secret of [/Soep 3\b/, /"Soep",[^\]]*27",3,/, /"Kinderen",[^\]]*,3\]/, /Kinderen 3\b/])
      assert.doesNotMatch(said, secret, query)
  }
  const html = await page()
  assert.match(wordsOn(html), /September 2026: 93 mensen/)
  const rows = rowsOn(html)
  for (const row of ['Soep verborgen 3', 'Kinderen verborgen', 'Uitstap naar zee niet geteld 3'])
    assert.ok(rows.includes(row), `${row} in ${rows.join('\n')}`)
  const shown = rows.filter((row) => /^(Koffie en Formulieren|Digidoe) (verborgen|\d+) \d$/.test(row))
  assert.equal(shown.length, 2)
  assert.ok(
    shown.some((row) => row.includes('verborgen')),
    'another one is hidden along',
  )
})

test('a moment that was cancelled counts nothing, also when people were counted before', async () => {
  for (const monday of MONDAYS) await count(world.koffie, monday, 10)
  await world.rows(`insert into exception (stek_id, slot_id, on_date, cancelled_at) values ($1, $2, $3, now())`, [
    world.stekId,
    world.koffie.slotId,
    MONDAYS[1],
  ])
  await tell()
  assert.match(wordsOn(await page()), /September 2026: 20 mensen/)
  assert.ok(rowsOn(await page()).includes('Koffie en Formulieren 20 2'))
})

test('a moment that was moved counts on the day it took place', async () => {
  for (const monday of MONDAYS) await count(world.koffie, monday, 10)
  await count(world.koffie, '2026-09-28', 30)
  await world.rows(
    `insert into exception (stek_id, slot_id, on_date, moved_to) values ($1, $2, '2026-09-28', '2026-09-24'), ($1, $2, $3, '2026-10-01')`,
    [world.stekId, world.koffie.slotId, MONDAYS[2]],
  )
  await tell()
  assert.match(wordsOn(await page()), /September 2026: 50 mensen/)
})

test('what was told stays told: a later correction, a later cancellation and a second turn change no page and no workbook', async () => {
  for (const monday of MONDAYS) await count(world.koffie, monday, 10)
  await tell()
  const [told, book] = [rowsOn(await page()), await sheets()]
  await count(world.koffie, MONDAYS[0] ?? '', 1, 'heads', 'verkeerd geteld')
  await world.rows(`insert into exception (stek_id, slot_id, on_date, cancelled_at) values ($1, $2, $3, now())`, [
    world.stekId,
    world.koffie.slotId,
    MONDAYS[1],
  ])
  assert.equal(await tell(), 0)
  assert.deepEqual([rowsOn(await page()), await sheets()], [told, book])
  await assert.rejects(world.rows(`update figures_release set told = '{}'`), /never changes/)
})

test('two houses that tell at the same time tell every month once', async () => {
  for (const monday of MONDAYS) await count(world.koffie, monday, 10)
  await Promise.all([tell(), tell(), tell()])
  assert.deepEqual(await world.rows('select month::text from figures_release'), [{ month: '2026-09-01' }])
})

test('who leads, works for a partner or pays sees the figures; a volunteer and a stranger do not', async () => {
  for (const who of ['community-worker', 'coordinator', 'partner-worker', 'funder'] as const) {
    const html = await page('', who)
    assert.match(html, /href="\/werk\/cijfers\?stek=wuustwezel"[^>]*aria-current/)
  }
  for (const path of ['/werk/cijfers?stek=wuustwezel', '/werk/cijfers.xlsx?stek=wuustwezel'])
    assert.equal((await (await visit('volunteer')).get(path)).status, 403)
  assert.equal((await world.app.request('/werk/cijfers')).status, 303)
  const other = await addStek(world.test.owner, world.test.house.newId, 'elders')
  const stranger = await addPerson(world.test.owner, world.test.house.newId, {
    name: 'Ria',
    email: 'ria@stek.example',
    stekId: other.stekId,
    kind: 'coordinator',
  })
  assert.equal((await (await signedInVisit(world.app, world.test.house, stranger)).get('/werk/cijfers?stek=wuustwezel')).status, 404)
})

test('by raw SQL a visitor, a volunteer and another stek get no figures, nobody writes them, and a funder reads no taps', async () => {
  for (const monday of MONDAYS) await count(world.koffie, monday, 10)
  await tell()
  const { database } = world.test.house
  const { sql } = await import('kysely')
  const rows = (table: 'figures_release' | 'tally_entry', personId: string | null, stekId = world.stekId) =>
    database.inStek({ personId }, stekId, async (tx) => (await sql`select from ${sql.table(table)}`.execute(tx)).rows.length)
  const { people } = world
  assert.equal(await rows('figures_release', people.funder), 1)
  for (const nobody of [null, people.volunteer]) assert.equal(await rows('figures_release', nobody), 0)
  assert.equal(await rows('figures_release', people.coordinator, world.test.house.newId()), 0)
  assert.equal(await rows('tally_entry', people.funder), 0)
  assert.equal(await rows('tally_entry', people.coordinator), 3)
  for (const statement of [
    sql`delete from figures_release`,
    sql`insert into figures_release (stek_id, month, released_at, told) values (${world.stekId}, '2026-08-01', now(), '{}')`,
  ])
    await assert.rejects(
      database.inStek({ personId: people.coordinator }, world.stekId, (tx) => statement.execute(tx)),
      /permission denied/,
    )
})

test('a tally can never be joined to a person, nor can what is told: no column and no key leads to people', async () => {
  const keys = await world.rows<{ to: string }>(
    `select confrelid::regclass::text as to from pg_constraint where contype = 'f' and conrelid in ('figures_release'::regclass, 'tally_entry'::regclass) order by 1`,
  )
  assert.deepEqual([...new Set(keys.map(({ to }) => to))], ['slot', 'stek'])
  for (const monday of MONDAYS) await count(world.koffie, monday, 10)
  await tell()
  const told = JSON.stringify(await world.rows('select told from figures_release'))
  for (const personId of Object.values(world.people)) assert.ok(!told.includes(personId))
})

test('erasing a sign-up leaves the count of its moment intact, and places say nothing of who was counted', async () => {
  await world.terms({ capacity: 3 })
  await world.arrives({ name: 'An', people: 2 })
  await count(world.outing, world.date, 9)
  const heads = async () => (await world.rows<{ sum: string }>(`select sum(change)::text from tally_entry`))[0]?.sum
  assert.equal(await heads(), '9', 'more people came than there were places')
  world.test.clock.pass({ days: 60 })
  await erase(world.test.house.database, world.test.clock.now(), 'Europe/Brussels')
  assert.deepEqual(await world.rows(`select name from sign_up where name <> ''`), [])
  assert.equal(await heads(), '9')
  await tell()
  assert.match(wordsOn(await page()), /9 mensen/)
})

test('MEET-4 the spread over functions, themes, times of the day and partners is computed from what really took place', async () => {
  await count(world.koffie, MONDAYS[0] ?? '', 10)
  await world.rows(`insert into exception (stek_id, slot_id, on_date, cancelled_at) values ($1, $2, '2026-09-18', now())`, [
    world.stekId,
    digital.slotId,
  ])
  await tell()
  const rows = rowsOn(await page())
  // In September: coffee and soup on three Mondays, the outing on three Wednesdays, and of three Fridays one was cancelled.
  for (const row of [
    'Mensen zien 3 1',
    'Iets leren 2 1',
    'Hulp vinden 6 2',
    'Zeggen wat anders moet 0 0',
    'Voormiddag 8 3',
    'Namiddag 3 1',
    'Avond 0 0',
  ])
    assert.ok(rows.includes(row), `${row} in ${rows.join('\n')}`)
  for (const row of ['leren 2 1', 'welzijn en gezondheid 3 1', 'wonen 0 0', 'SAAMO 8 3', 'CAW 3 1']) assert.ok(rows.includes(row), row)
  const spread = (await sheets())['Hoe gevarieerd'] ?? []
  assert.ok(spread.some((row) => row.join() === 'Met wie,SAAMO,8,3'))
})

test('MEET-5 the share that is free and the highest price are told', async () => {
  await count(world.koffie, MONDAYS[0] ?? '', 10)
  await tell()
  assert.match(wordsOn(await page()), /3 van de 4 activiteiten zijn gratis\. De hoogste prijs is € 2,50\./)
  const prices = (await sheets())['Hoe gevarieerd']?.filter(([kind]) => kind === 'Prijs')
  assert.deepEqual(
    prices?.map((row) => row.filter((cell) => typeof cell === 'number')),
    [[3], [2.5]],
  )
})

test('what goes together is read from weeks that are told: coffee draws more when there is soup beside it', async () => {
  world.test.clock.moveTo('2027-01-20T09:00:00+01:00')
  const mondays = ['2026-09-07', '2026-09-14', '2026-09-21', '2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26']
  for (const [nth, monday] of mondays.entries()) {
    const alone = nth < 4
    await count(world.koffie, monday, alone ? 10 : 20)
    if (!alone) await count(soup, monday, 8)
    else
      await world.rows(`insert into exception (stek_id, slot_id, on_date, cancelled_at) values ($1, $2, $3, now())`, [
        world.stekId,
        soup.slotId,
        monday,
      ])
  }
  for (const offer of [digital, world.outing])
    await world.rows(`update slot set starts_on = '2026-12-01' where slot_id = $1`, [offer.slotId])
  try {
    await tell()
    const rows = rowsOn(await page())
    assert.ok(rows.includes('Koffie en Formulieren samen met Soep 20 10'), rows.join('\n'))
    assert.deepEqual((await sheets())['Wat samengaat']?.at(1), ['’t Kattegat', 'Koffie en Formulieren', 'Soep', 20, 4, 10, 4])
  } finally {
    for (const offer of [digital, world.outing])
      await world.rows(`update slot set starts_on = '2026-09-07' where slot_id = $1`, [offer.slotId])
  }
})

test('an address with junk shows the last months, and one of long ago or far ahead what there is', async () => {
  for (const monday of MONDAYS) await count(world.koffie, monday, 10)
  await tell()
  for (const query of ['&per=eeuw', '&tot=2026-99', '&tot=x', '&per=week&tot=2026-W99', '&tot=2099-12', '&tot=2026-09&tot=2026-08'])
    assert.match(wordsOn(await page(query)), /30 mensen|week 39/i, query)
  assert.match(wordsOn(await page('&tot=2001-01')), /Er zijn nog geen cijfers/)
})
