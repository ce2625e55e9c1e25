import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type DeskWorld, deskWorld, formIn, wordsOn } from '../../../test/desk-world.ts'
import { addPerson, addStek, signedInVisit } from '../../../test/work.ts'
import { tallyPaths } from './paths.ts'

let world: DeskWorld
let meeting: { offerId: string; slotId: string }
let soup: { offerId: string; slotId: string }
before(async () => {
  world = await deskWorld({ now: '2026-11-24T14:00:00+01:00' })
  meeting = await world.weekly({ title: 'Ontmoeting', weekday: 2, room: null })
  soup = await world.weekly({ title: 'Soep', weekday: 2, room: null, from: '11:00', until: '13:00' })
})
after(() => world.close())

const stek = 'wuustwezel'
const TODAY = '2026-11-24'
const address = (slotId = meeting.slotId, date = TODAY) => tallyPaths.moment(stek, slotId, date)
const id = () => world.test.house.newId()
const tap = (more: object = {}) => ({ entry: id(), slot: meeting.slotId, date: TODAY, counted: 'heads', change: 1, ...more })
type Answer = { kept: string[]; refused: { entry: string; why: string }[]; counts: Record<string, Record<string, number>> }
const send = async (entries: object[], visit = world.visits.volunteer): Promise<Answer> => {
  const response = await visit.postJson(tallyPaths.post(stek), { entries })
  assert.equal(response.status, 200)
  return (await response.json()) as Answer
}
const sumOf = async (slotId: string, date: string, counted = 'heads'): Promise<number> => {
  const rows = await world.rows<{ sum: number | null }>(
    'select sum(change)::int as sum from tally_entry where slot_id = $1 and on_date = $2 and counted = $3',
    [slotId, date, counted],
  )
  return rows[0]?.sum ?? 0
}
const clear = () => world.rows('delete from tally_entry')

test('a tally can never be joined to a person: no column for one, and no way to a table of people', async () => {
  const columns = await world.rows<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = 'tally_entry' order by 1`,
  )
  assert.deepEqual(
    columns.map(({ name }) => name),
    ['change', 'counted', 'entry_id', 'on_date', 'reason', 'received_at', 'slot_id', 'stek_id'],
  )
  // Offers are where people at work are named (who confirmed it); what is counted stops at the slot.
  const ways = await world.rows<{ from: string; to: string }>(
    `with recursive way as (
       select conrelid, confrelid from pg_constraint where contype = 'f' and conrelid in ('tally_entry'::regclass, 'tally_row'::regclass)
       union select c.conrelid, c.confrelid from pg_constraint c join way on c.conrelid = way.confrelid where c.contype = 'f'
         and c.conrelid not in ('offer'::regclass))
     select conrelid::regclass::text as from, confrelid::regclass::text as to from way`,
  )
  assert.ok(ways.some(({ to }) => to === 'slot'))
  const people = ['person', 'role', 'session', 'passkey', 'sign_in_link', 'attempt', 'mail', 'change']
  assert.deepEqual(
    ways.filter(({ to }) => people.includes(to)),
    [],
  )
})

test('without script each button posts one tap, and a form that is sent twice counts once', async () => {
  await clear()
  const visit = world.visits.volunteer
  const html = await (await visit.get(address())).text()
  const { _token = '', sleutel = '' } = formIn(html.slice(0, html.indexOf('data-type')).replace('<div class="n">', '')) as Record<
    string,
    string
  >
  const first = await visit.post(address(), { _token, sleutel, plus: 'heads' })
  assert.equal(first.status, 303)
  await visit.post(address(), { _token, sleutel, plus: 'heads' })
  assert.equal(await sumOf(meeting.slotId, TODAY), 1)
  await visit.post(address(), { sleutel: id(), plus: 'children' })
  await visit.post(address(), { sleutel: id(), min: 'heads' })
  await visit.post(address(), { sleutel: id(), min: 'heads' })
  assert.equal(await sumOf(meeting.slotId, TODAY), 0, 'what is zero stays zero')
  const told = await visit.get(`${address()}&gedaan=zeroAlready`)
  assert.match(wordsOn(await told.text()), /Minder kan niet/)
  assert.equal(await sumOf(meeting.slotId, TODAY, 'children'), 1)
})

test('a typed number becomes so, and 100 000 people are refused with a plain sentence', async () => {
  await clear()
  const visit = world.visits.coordinator
  await visit.post(address(), { sleutel: id(), rij: 'heads', aantal: '17' })
  await visit.post(address(), { sleutel: id(), rij: 'heads', aantal: '12' })
  assert.equal(await sumOf(meeting.slotId, TODAY), 12)
  for (const aantal of ['100000', '700']) {
    const refused = await visit.post(address(), { sleutel: id(), rij: 'heads', aantal })
    assert.equal(refused.status, 422)
    const html = await refused.text()
    assert.match(wordsOn(html), /te veel in één keer/)
    assert.match(html, new RegExp(`value="${aantal}"`), 'what was typed stays')
  }
  assert.match(wordsOn(await (await visit.post(address(), { sleutel: id(), rij: 'heads', aantal: 'veel' })).text()), /in cijfers/)
  assert.equal(await sumOf(meeting.slotId, TODAY), 12)
})

test('the list has today, yesterday and tomorrow, with what was counted', async () => {
  await clear()
  await send([tap({ change: 9 })])
  const html = await (await world.visits.volunteer.get(tallyPaths.list(stek))).text()
  assert.match(wordsOn(html), /Vandaag.*Soep.*nog niet geteld.*Ontmoeting.*9 geteld.*Gisteren.*Koffie en Formulieren/)
  assert.doesNotMatch(html, /Jef|Afmelden/, 'the page that a phone keeps has no name of who counts')
  assert.match(await (await world.visits.volunteer.get('/werk')).text(), /href="\/werk\/tellen\?stek=wuustwezel"/)
  assert.doesNotMatch(await (await world.visits.funder.get('/werk')).text(), /\/werk\/tellen/)
})

test('cancelled moments count nothing: not by a button, not out of an outbox', async () => {
  await clear()
  await send([tap({ slot: soup.slotId, change: 5 })])
  await world.rows(`insert into exception (stek_id, slot_id, on_date, cancelled_at, reason) values ($1, $2, $3, now(), 'Ziek')`, [
    world.stekId,
    soup.slotId,
    TODAY,
  ])
  // The programme of the stek is remembered between two batches; that it changed is seen all the same.
  const { kept, refused } = await send([tap({ slot: soup.slotId }), tap()])
  assert.equal(kept.length, 1)
  assert.deepEqual(
    refused.map(({ why }) => why),
    ['cancelled'],
  )
  const page = await world.visits.volunteer.get(address(soup.slotId))
  const html = await page.text()
  assert.match(wordsOn(html), /gaat niet door/)
  assert.doesNotMatch(html, /name="plus"/)
  assert.equal((await world.visits.volunteer.post(address(soup.slotId), { sleutel: id(), plus: 'heads' })).status, 422)
  assert.equal(await sumOf(soup.slotId, TODAY), 5)
  await world.rows('delete from exception where slot_id = $1', [soup.slotId])
})

test('an old outbox that is played again counts nothing twice, also while the first is still on its way', async () => {
  await clear()
  const taps = Array.from({ length: 40 }, () => tap())
  const answers = await Promise.all([send(taps), send(taps), send(taps, world.visits.coordinator)])
  for (const { kept } of answers) assert.equal(new Set(kept).size, 40)
  assert.equal(await sumOf(meeting.slotId, TODAY), 40)
  world.test.clock.pass({ days: 60 })
  try {
    const visit = await signedInVisit(world.app, world.test.house, world.people.volunteer)
    const { kept, refused } = await send([...taps, tap()], visit)
    assert.equal(kept.length, 40, 'what is kept stays kept')
    assert.deepEqual(
      refused.map(({ why }) => why),
      ['too-late'],
    )
  } finally {
    world.test.clock.moveTo('2026-11-24T14:00:00+01:00')
  }
  assert.equal(await sumOf(meeting.slotId, TODAY), 40)
})

test('a tap with the same id and other content is refused and what was there stays', async () => {
  await clear()
  const one = tap({ change: 3 })
  await send([one])
  for (const other of [{ change: 4 }, { counted: 'children' }, { slot: soup.slotId }, { reason: 'vergeten' }]) {
    const { kept, refused } = await send([{ ...one, ...other }])
    assert.deepEqual([kept, refused.map(({ why }) => why)], [[], ['other-content']])
  }
  assert.equal(await sumOf(meeting.slotId, TODAY), 3)
  const twin = tap()
  const { kept, refused } = await send([twin, twin, { ...twin, change: 2 }])
  assert.deepEqual([kept.length, refused.length], [1, 1])
})

test('every tap that cannot be kept is told with its reason, and the others are kept', async () => {
  await clear()
  const other = await addStek(world.test.owner, id, 'essen')
  const whys = {
    'unknown-moment': [tap({ slot: id() }), tap({ date: '2026-11-25' })],
    'too-early': [tap({ date: '2026-12-01' })],
    'too-late': [tap({ date: '2026-10-06' })],
    'too-large': [tap({ change: 501 }), tap({ change: 100_000 })],
    'unknown-row': [tap({ counted: 'honden' })],
    unreadable: [
      tap({ date: '2026-02-30' }),
      tap({ change: 0 }),
      tap({ change: 1.5 }),
      tap({ entry: 'x' }),
      tap({ counted: "x' or 1=1" }),
      tap({ reason: 'x'.repeat(121) }),
      { entry: 'leeg' },
    ],
  }
  const good = tap({ received_at: '2020-01-01', stek: other.stekId })
  const { kept, refused } = await send([...Object.values(whys).flat(), good])
  assert.deepEqual(kept, [good.entry])
  const expected = Object.entries(whys).flatMap(([why, taps]) => taps.map(({ entry }) => ({ entry, why })))
  const byId = (one: { entry: string; why: string }[]) => one.map(({ entry, why }) => `${entry} ${why}`).sort()
  assert.deepEqual(byId(refused), byId(expected))
  const [row] = await world.rows<{ received: string }>('select received_at::text as received from tally_entry')
  assert.match(row?.received ?? '', /^2026-11-24 13:00:00/, 'the clock of the phone is not asked')
})

test('a moment never holds more than 2000 of a row, and taking away is always possible', async () => {
  await clear()
  const taps = Array.from({ length: 5 }, () => tap({ change: 500 }))
  const { kept, refused, counts } = await send(taps)
  assert.equal(kept.length, 4)
  assert.deepEqual(
    refused.map(({ why }) => why),
    ['too-large'],
  )
  assert.deepEqual(counts[`${meeting.slotId}/${TODAY}`], { heads: 2000 })
  assert.equal((await send([tap()])).refused[0]?.why, 'too-large')
  assert.equal((await send([tap({ change: -1 })])).kept.length, 1)
})

test('two phones that take away more than there is show zero, and it is told', async () => {
  await clear()
  await send([tap({ change: 2 })])
  await Promise.all([send([tap({ change: -2 })]), send([tap({ change: -2 })], world.visits.coordinator)])
  const words = wordsOn(await (await world.visits.volunteer.get(address())).text())
  assert.match(words, /meer minnen dan plussen/)
  assert.doesNotMatch(words, /-2|−2/)
  await world.visits.volunteer.post(address(), { sleutel: id(), rij: 'heads', aantal: '4' })
  assert.equal(await sumOf(meeting.slotId, TODAY), 4)
})

test('a number is put right afterwards with a reason, as one more entry', async () => {
  await clear()
  const koffie = address(world.koffie.slotId, '2026-11-23')
  await send([tap({ slot: world.koffie.slotId, date: '2026-11-23', change: 8 })])
  const visit = world.visits.coordinator
  const blank = { sleutel: id(), rechtzetten: 'ja', rechtzetRij: 'heads', juist: '11', reden: '' }
  const refused = await visit.post(koffie, blank)
  assert.equal(refused.status, 422)
  assert.match(wordsOn(await refused.text()), /waarom/)
  assert.equal((await visit.post(koffie, { ...blank, reden: 'late groep vergeten' })).status, 303)
  const rows = await world.rows<{ change: number; reason: string }>(
    'select change, reason from tally_entry order by received_at, change desc',
  )
  assert.deepEqual(rows, [
    { change: 8, reason: '' },
    { change: 3, reason: 'late groep vergeten' },
  ])
  assert.doesNotMatch(await (await visit.get(address())).text(), /rechtzetten/, 'while it goes on there is nothing to put right')
})

test('who leads the stek chooses its rows; a row that ended keeps what it counted', async () => {
  await clear()
  const rows = tallyPaths.rows(stek)
  const leader = world.visits['community-worker']
  assert.equal((await world.visits.volunteer.get(rows)).status, 403)
  assert.equal((await world.visits.volunteer.post(rows, { naam: 'Honden' })).status, 403)
  assert.equal((await leader.post(rows, { naam: 'Met de fiets' })).status, 303)
  assert.equal((await leader.post(rows, { naam: 'met de FIETS' })).status, 422)
  assert.equal((await leader.post(rows, { naam: 'heads' })).status, 422)
  assert.match(wordsOn(await (await world.visits.volunteer.get(address())).text()), /Met de fiets/)
  assert.equal((await send([tap({ counted: 'met-de-fiets', change: 6 })])).kept.length, 1)
  await leader.post(rows, { stop: 'met-de-fiets' })
  assert.doesNotMatch(await (await world.visits.volunteer.get(address())).text(), /name="plus" value="met-de-fiets"/)
  assert.equal((await send([tap({ counted: 'met-de-fiets' })])).kept.length, 1, 'a phone that did not know yet loses nothing')
  for (const naam of ['a', 'b', 'c', 'd', 'e', 'f']) assert.equal((await leader.post(rows, { naam })).status, 303)
  assert.match(wordsOn(await (await leader.post(rows, { naam: 'g' })).text()), /Zes eigen rijen/)
})

test('only who may count counts: no funder, no other stek, no stranger, no page of another site', async () => {
  await clear()
  const body = { entries: [tap()] }
  assert.equal((await world.visits.funder.postJson(tallyPaths.post(stek), body)).status, 403)
  assert.equal((await world.visits.funder.get(tallyPaths.list(stek))).status, 403)
  const there = await addStek(world.test.owner, id, 'hoogstraten')
  const stranger = await addPerson(world.test.owner, id, {
    name: 'Ana',
    email: 'ana@stek.example',
    stekId: there.stekId,
    kind: 'coordinator',
  })
  const elsewhere = await signedInVisit(world.app, world.test.house, stranger)
  assert.equal((await elsewhere.postJson(tallyPaths.post(stek), body)).status, 404)
  assert.deepEqual((await send([], world.visits.volunteer).catch(() => 'refused')) as unknown, 'refused')
  const own = await elsewhere.postJson(tallyPaths.post('hoogstraten'), body)
  assert.deepEqual(((await own.json()) as Answer).refused, [{ entry: body.entries[0]?.entry, why: 'unknown-moment' }])
  assert.equal((await world.visits.volunteer.postJson(tallyPaths.post(stek), body, { 'Sec-Fetch-Site': 'cross-site' })).status, 403)
  const tooMany = { entries: Array.from({ length: 501 }, () => tap()) }
  assert.equal((await world.visits.volunteer.postJson(tallyPaths.post(stek), tooMany)).status, 422)
  assert.equal(await sumOf(meeting.slotId, TODAY), 0)
})

test('the database itself lets no funder count, and no visitor read', async () => {
  const insert = `insert into tally_entry (stek_id, entry_id, slot_id, on_date, counted, change, received_at)
    values ('${world.stekId}', '${id()}', '${meeting.slotId}', '${TODAY}', 'heads', 1, now())`
  await send([tap()])
  const as = (person: string, statement: string) =>
    world.test.owner.query(
      `begin; set local role stek_app; select set_config('stek.stek_id', '${world.stekId}', true), set_config('stek.person_id', '${person}', true); ${statement}`,
    )
  try {
    await assert.rejects(as(world.people.funder, insert), /row-level security/)
    await world.test.owner.query('rollback')
    const found = (await as('', 'select * from tally_entry')) as unknown as { rows: unknown[] }[]
    assert.deepEqual(found.at(-1)?.rows, [])
  } finally {
    await world.test.owner.query('rollback')
  }
})
