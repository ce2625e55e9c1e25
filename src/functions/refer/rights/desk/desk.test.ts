import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { openApp } from '../../../../app.tsx'
import { poolOf } from '../../../../platform/database/connection.ts'
import { openDatabase, visitor } from '../../../../platform/database/door.ts'
import { type DeskWorld, deskWorld, formIn, wordsOn } from '../../../../test/desk-world.ts'
import { signedInVisit, Visit } from '../../../../test/work.ts'
import { forgetEditions, LOOK_AGAIN_IN_MILLISECONDS } from '../shelf-now.ts'
import { readAmount } from './form.ts'

let world: DeskWorld
before(async () => {
  world = await deskWorld({ now: '2026-11-25T09:00:00+01:00' })
})
after(() => world.close())
beforeEach(async () => {
  world.test.clock.moveTo('2026-11-25T09:00:00+01:00')
  await world.test.owner.query('delete from rights_edition')
  forgetEditions(world.test.house)
})

const LEEFLOON = '/werk/rechten/leefloon?stek=wuustwezel'
/** A higher living wage for who lives alone, as a leader would type it. */
const higher = {
  'bedrag-single': '1.400,50',
  bron: 'https://www.vlaanderen.be/leefloon',
  tweede: 'ocmw.be',
  stand: '2026-11',
  nagekeken: '25/11/2026',
  vanaf: '1/11/2026',
  zichtbaar: '25/11/2026',
}

const leader = () => world.visits['community-worker']
async function looked(changes: Record<string, string>, visit = leader(), path = LEEFLOON) {
  const blank = formIn(await (await visit.get(path)).text())
  const answer = await visit.post(path, { ...blank, ...changes, stap: 'kijk' })
  return { answer, html: await answer.text() }
}
async function published(changes: Record<string, string>, path = LEEFLOON) {
  const { html } = await looked(changes, leader(), path)
  return leader().post(path, { ...formIn(html), stap: 'bewaar' })
}
const outcome = async (right: string, a: string[]) => {
  const html = await (await new Visit(world.app, {}).post('/rechten', { a, doe: 'toon' })).text()
  return new RegExp(`data-right="${right}" data-outcome="([\\w-]+)"`).exec(html)?.[1]
}

test('a leader sees every right with when it was looked at, those that wait longest first', async () => {
  const html = await (await leader().get('/werk/rechten?stek=wuustwezel')).text()
  assert.match(wordsOn(html), /Te controleren: nagekeken op .*2022/)
  assert.equal([...html.matchAll(/<li data-right=/g)].length, 22)
})

test('an amount with its source: typed, seen what it does, published; visitors see the new amount with its date', async () => {
  const { answer, html } = await looked(higher)
  assert.equal(answer.status, 200)
  assert.match(wordsOn(html), /Alle \d+ voorbeelden komen nog uit zoals het hoort/)
  assert.match(
    wordsOn(html),
    /Bij 10000 verzonnen huishoudens: .*Leefloon: \d+ van 10000 gaan van ‘nu niet’ naar ‘waarschijnlijk’|krijgt een ander antwoord/,
  )
  const done = await leader().post(LEEFLOON, { ...formIn(html), stap: 'bewaar' })
  assert.equal(done.status, 303)
  const sheet = await (
    await new Visit(world.app, {}).post('/rechten', { a: ['living:alone', 'children:0', 'income:under-900'], doe: 'toon' })
  ).text()
  assert.match(wordsOn(sheet), /alleenwonend, per maand: € 1\.400,50, sinds 1 november 2026/)
  assert.doesNotMatch(wordsOn(sheet), /samenwonend, per maand/, 'what nobody looked at stays hidden')
  const after = wordsOn(await (await leader().get(LEEFLOON)).text())
  assert.match(after, /1\. Bewaard door Noor op .*Alleenwonend, per maand: € 1\.400,50 sinds .*vlaanderen\.be\/leefloon, ocmw\.be/)
})

test('a change can wait: visitors see it from the day that was chosen, without anybody doing anything', async () => {
  const answers = ['living:alone', 'children:0', 'income:2150-2550', 'age:18-64', 'situation:']
  assert.equal(await outcome('leefloon', answers), 'not-now')
  const { html } = await looked({ ...higher, 'bedrag-single': '2200', vanaf: '1/1/2027', zichtbaar: '1/1/2027' })
  assert.match(wordsOn(html), /voorbeelden komen nu anders uit/)
  const done = await leader().post(LEEFLOON, {
    ...formIn(html),
    akkoord: 'yes',
    reden: 'De grens ging omhoog op 1 januari.',
    stap: 'bewaar',
  })
  assert.equal(done.status, 303)
  assert.equal(await outcome('leefloon', answers), 'not-now')
  world.test.clock.moveTo('2027-01-01T09:00:00+01:00')
  assert.equal(await outcome('leefloon', answers), 'worth')
})

test('a change that breaks an example is refused, unless somebody says the example is right now, and why', async () => {
  const { html } = await looked({ ...higher, 'bedrag-single': '2200' })
  assert.match(
    wordsOn(html),
    /1 van \d+ voorbeelden komen nu anders uit: Leefloon\. Antwoorden: Met wie je woont: Ik ben de enige volwassene\. .* moest zijn: nu niet, wordt: waarschijnlijk/,
  )
  const tries: Record<string, string>[] = [{}, { akkoord: 'yes', reden: 'kort' }, { reden: 'De grens ging omhoog op 1 november.' }]
  for (const more of tries) {
    const refused = await leader().post(LEEFLOON, { ...formIn(html), ...more, stap: 'bewaar' })
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /href="#f-reden"/)
  }
  assert.deepEqual(await world.rows('select * from rights_edition'), [])
  const done = await leader().post(LEEFLOON, {
    ...formIn(html),
    akkoord: 'yes',
    reden: 'De grens ging omhoog op 1 november.',
    stap: 'bewaar',
  })
  assert.equal(done.status, 303)
  const again = await looked({ ...higher, 'bedrag-single': '2210' })
  assert.match(wordsOn(again.html), /Alle \d+ voorbeelden/, 'the example says what it says now')
})

test('what misses or makes no sense is refused at its field, and what was typed is kept', async () => {
  const { answer, html } = await looked({
    ...higher,
    'bedrag-single': 'veel',
    tweede: 'www.vlaanderen.be/leefloon',
    nagekeken: '26/11/2026',
    zichtbaar: '1/1/2020',
    stand: 'gisteren',
  })
  assert.equal(answer.status, 422)
  for (const field of ['bedrag-single', 'tweede', 'nagekeken', 'zichtbaar', 'stand']) assert.match(html, new RegExp(`href="#f-${field}"`))
  assert.equal(formIn(html)['bedrag-single'], 'veel')
  const { html: same } = await looked({ ...higher, 'bedrag-single': '1314,20' })
  assert.match(same, /href="#f-gezien"/, 'nothing was changed and nothing was looked at')
})

test('an amount that begins before the one of now is refused, because nobody would ever see it', async () => {
  const { answer, html } = await looked({ ...higher, vanaf: '31/1/2025' })
  assert.equal(answer.status, 422)
  assert.match(wordsOn(html), /Het bedrag van nu geldt al sinds .*1 februari 2025\. Typ die dag of een latere\./)
  assert.equal(formIn(html)['vanaf'], '31/1/2025')
  const { answer: empty, html: asked } = await looked({ ...higher, vanaf: '' })
  assert.equal(empty.status, 422)
  assert.match(asked, /href="#f-vanaf"/)
  // On the very day is a correction.
  assert.equal((await published({ ...higher, 'bedrag-single': '1.315,20', vanaf: '1/2/2025' })).status, 303)
  const after = wordsOn(await (await leader().get(LEEFLOON)).text())
  assert.match(after, /Nu € 1\.315,20, sinds 1 februari 2025/)
})

test('before it goes out, what changes stands on the page in words: from what, to what, from when, and read where', async () => {
  const { html } = await looked({ ...higher, gezien: 'family' })
  assert.match(
    wordsOn(html),
    /Dit verandert alleenwonend, per maand: van € 1\.314,20 naar € 1\.400,50, vanaf 1 november 2026\. Gelezen op vlaanderen\.be\/leefloon, ocmw\.be \(2026-11\)\./,
  )
  assert.match(wordsOn(html), /met gezin ten laste, per maand: blijft € 1\.776,07, sinds 1 februari 2025/)
})

test('looking and finding nothing changed is enough to show an amount again', async () => {
  const blank = formIn(await (await leader().get(LEEFLOON)).text())
  const { 'bedrag-single': _, ...source } = higher
  const look = await leader().post(LEEFLOON, { ...blank, ...source, gezien: ['single', 'cohabiting'], stap: 'kijk' })
  const done = await leader().post(LEEFLOON, { ...formIn(await look.text()), stap: 'bewaar' })
  assert.equal(done.status, 303)
  const sheet = await (
    await new Visit(world.app, {}).post('/rechten', { a: ['living:alone', 'children:0', 'income:under-900'], doe: 'toon' })
  ).text()
  assert.match(wordsOn(sheet), /alleenwonend, per maand: € 1\.314,20, sinds 1 februari 2025/)
})

test('two at the same right: the second sees what the first published, and nothing typed is lost', async () => {
  const first = formIn(await (await leader().get(LEEFLOON)).text())
  const other = world.visits.coordinator
  const second = formIn(await (await other.get(LEEFLOON)).text())
  const look = await leader().post(LEEFLOON, { ...first, ...higher, stap: 'kijk' })
  assert.equal((await leader().post(LEEFLOON, { ...formIn(await look.text()), stap: 'bewaar' })).status, 303)
  const late = await other.post(LEEFLOON, { ...second, ...higher, 'bedrag-single': '1.420,00', stap: 'kijk' })
  assert.equal(late.status, 422)
  const html = await late.text()
  assert.match(wordsOn(html), /Iemand was je voor Noor bewaarde ondertussen een wijziging.*€ 1\.400,50/)
  assert.equal(formIn(html)['bedrag-single'], '1.420,00')
  const retried = await other.post(LEEFLOON, { ...formIn(html), stap: 'kijk' })
  assert.equal((await other.post(LEEFLOON, { ...formIn(await retried.text()), stap: 'bewaar' })).status, 303)
})

test('two who publish at the very same moment: one is done, the other is told', async () => {
  const pages = await Promise.all([looked(higher), looked({ ...higher, 'bedrag-single': '1.450,00' }, world.visits.coordinator)])
  const statuses = await Promise.all([
    leader().post(LEEFLOON, { ...formIn(pages[0].html), stap: 'bewaar' }),
    world.visits.coordinator.post(LEEFLOON, { ...formIn(pages[1].html), stap: 'bewaar' }),
  ])
  assert.deepEqual(statuses.map(({ status }) => status).sort(), [303, 422])
  assert.deepEqual(await world.rows('select count(*)::int as n from rights_edition'), [{ n: 1 }])
})

test('a second process sees the edition within half a second', async () => {
  const database = openDatabase(poolOf(world.test.login, 2))
  const other = new Visit(openApp({ ...world.test.house, database }), {})
  const sheet = async () =>
    wordsOn(await (await other.post('/rechten', { a: ['living:alone', 'children:0', 'income:under-900'], doe: 'toon' })).text())
  assert.doesNotMatch(await sheet(), /1\.400,50/)
  assert.equal((await published(higher)).status, 303)
  await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_IN_MILLISECONDS))
  assert.match(await sheet(), /1\.400,50/)
  await database.close()
})

test('a limit that another right leans on moves that right too', async () => {
  const path = '/werk/rechten/sociale-huurwoning?stek=wuustwezel'
  const blank = formIn(await (await leader().get(path)).text())
  const { 'bedrag-single': _, ...source } = higher
  const look = await leader().post(path, { ...blank, ...source, 'bedrag-single': '70000', stap: 'kijk' })
  assert.match(await look.text(), /data-moved="huurpremie"/)
})

test('volunteers, partner workers, funders and strangers do not get in', async () => {
  for (const kind of ['volunteer', 'partner-worker', 'funder'] as const) {
    assert.equal((await world.visits[kind].get('/werk/rechten?stek=wuustwezel')).status, 403)
    assert.equal((await world.visits[kind].post(LEEFLOON, higher)).status, 403)
  }
  const stranger = await new Visit(world.app).get('/werk/rechten')
  assert.match(stranger.headers.get('location') ?? '', /^\/werk\/aanmelden/)
  assert.equal((await leader().get('/werk/rechten/erfenis?stek=wuustwezel')).status, 404)
  assert.ok(await signedInVisit(world.app, world.test.house, world.people.coordinator))
})

test('by raw SQL only who leads a stek publishes, under the own name; everybody reads what was published but not by whom', async () => {
  const { database, newId } = world.test.house
  const insert = (personId: string | null, as: string | null, number = 1) =>
    database.inStek({ personId }, world.stekId, (tx) =>
      sql`insert into rights_edition values (${newId()}, 'leefloon', ${number}, '2026-11-25', now(), '{"amounts": [], "examples": []}', ${as})`.execute(
        tx,
      ),
    )
  const { people } = world
  await assert.rejects(insert(null, null), /row-level security/)
  await assert.rejects(insert(people.volunteer, people.volunteer), /row-level security/)
  await assert.rejects(insert(people['partner-worker'], people['partner-worker']), /row-level security/)
  await assert.rejects(insert(people.coordinator, people['community-worker']), /row-level security/)
  await insert(people.coordinator, people.coordinator)
  await assert.rejects(insert(people['community-worker'], people['community-worker']), /one_after_the_other/)
  const read = (personId: string | null, statement: string) =>
    database.inStek({ personId }, world.stekId, async (tx) => (await sql.raw(statement).execute(tx)).rows)
  assert.deepEqual(await read(null, 'select * from rights_edition'), [])
  assert.deepEqual(await read(people.volunteer, 'select * from rights_edition'), [])
  assert.deepEqual(Object.keys((await read(null, 'select * from rights_editions()'))[0] ?? {}).sort(), [
    'changes',
    'number',
    'published_on',
    'right_id',
  ])
  await assert.rejects(read(people.coordinator, 'delete from rights_edition'), /permission denied/)
  await assert.rejects(
    database.inStek(visitor, world.stekId, (tx) => sql`update rights_edition set number = 9`.execute(tx)),
    /permission denied/,
  )
})

test('when the database is away the check goes on with what was in force last', async () => {
  assert.equal((await published(higher)).status, 303)
  const database = openDatabase(poolOf(world.test.login, 2))
  const house = { ...world.test.house, database }
  const visit = new Visit(openApp(house), {})
  const ask = () => visit.post('/rechten', { a: ['living:alone', 'children:0', 'income:under-900'], doe: 'toon' })
  assert.match(await (await ask()).text(), /1\.400,50/)
  await database.close()
  forgetEditions({ database })
  const still = await ask()
  assert.equal(still.status, 200)
  assert.match(await still.text(), /1\.400,50/)
})

test('amounts are read as people type them', () => {
  for (const [typed, value] of [
    ['1.314,20', 1314.2],
    ['25630.67', 25630.67],
    ['€ 25 630', 25630],
    ['25.630', 25630],
    ['177,76', 177.76],
    ['19', 19],
    ['1.400,5 euro', 1400.5],
    ['25,630.67', 25630.67],
    ['1,234', undefined],
    ['12,345', undefined],
    ['1.234.56', undefined],
    ['-5', undefined],
    ['0', undefined],
    ['veel', undefined],
    ['12,345,6x', undefined],
  ] as const)
    assert.equal(readAmount(typed), value, typed)
})
