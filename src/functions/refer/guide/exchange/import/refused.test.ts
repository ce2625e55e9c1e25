import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { eraseKind } from '../../../../../platform/erasing/erase.ts'
import { type GuideWorld, guideWorld } from '../../../../../test/guide-world.ts'
import { json, service } from '../../../../../test/hsds-lists.ts'
import { importVisit } from '../../../../../test/import-visit.ts'

let world: GuideWorld
let desk: ReturnType<typeof importVisit>
before(async () => {
  world = await guideWorld()
  desk = importVisit(world)
})
after(() => world.close())
beforeEach(() => desk.emptyGuide())

test('a list that is cut off, on its way or in itself, leaves nothing behind', async () => {
  const good = JSON.stringify([service(1), service(2), service(3)])
  for (const [files, more, sentence] of [
    [[{ name: 'a.json', content: good.slice(0, -30) }], {}, /breekt af voor het einde.*Tot daar waren 2 rijen goed/],
    [[{ name: 'a.json', content: good }], { cut: 60 }, /breekt af voor het einde/],
    [[{ name: 'a.csv', content: 'naam;wat\nSoep;"Warm' }], {}, /aanhalingsteken/],
    [[{ name: 'a.csv', content: 'zomaar wat tekst\nnog wat' }], {}, /Ik vind geen kolommen/],
    [[{ name: 'a.json', content: '[{"id": 1, "name": nee}]' }], {}, /geen geldige JSON/],
    [[{ name: 'a.json', content: Buffer.from(good.replace('Hulp', 'Café'), 'latin1') }], {}, /UTF-8/],
    [[{ name: 'a.xlsx', content: 'PK\x03\x04 maar geen Excel' }], {}, /Excel-bestand is beschadigd/],
    [
      [
        { name: 'a.csv', content: 'naam;wat\na;b' },
        { name: 'b.csv', content: 'naam;wat\nc;d' },
      ],
      {},
      /horen niet bij elkaar/,
    ],
  ] as const) {
    const read = await desk.bring(files, more)
    assert.match(read.words, sentence)
    assert.match(read.words, /Er is niets overgenomen/)
  }
  assert.deepEqual(await world.rows('select from guide_import_row'), [])
  assert.deepEqual(await desk.inGuide('name'), [])
})

test('a file of two gigabytes is refused before it is read; so is a form that is not ours', async () => {
  assert.equal((await desk.send(json([service(1)]), { length: String(2 * 1024 ** 3) })).status, 413)
  assert.equal((await desk.send(json([service(1)]), { token: 'vals' })).status, 403)
  assert.equal((await desk.send([])).status, 422)
  assert.deepEqual(await world.rows('select from guide_import'), [])
  const partner = await world.app.request('/werk/wegwijzer/invoer?stek=wuustwezel', {
    method: 'POST',
    body: '--x--',
    headers: {
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': '5',
      'Sec-Fetch-Site': 'same-origin',
      Cookie: `stek_session=${world.visits['partner-worker'].cookie}`,
    },
  })
  assert.equal(partner.status, 404)
})

test('when the database refuses halfway, nothing of the list is written', async () => {
  const read = await desk.bring(json([service(1), service(2)]))
  await world.test.owner.query(`update guide_import_row set slug = 'dienst-1' where kind = 'service'`)
  assert.match(await desk.agree(read.path), /Er is niets overgenomen/)
  assert.deepEqual(await desk.inGuide('name'), [])
  assert.deepEqual(await world.rows('select from organisation where imported_from is not null'), [])
})

test('what was read dies after two days, and nobody but who leads the stek sees it by raw SQL', async () => {
  await desk.bring(json([service(1)]))
  const count = (personId: string | null, table: string) =>
    world.test.house.database.inStek(
      { personId },
      world.stekId,
      async (tx) => (await sql`select * from ${sql.table(table)}`.execute(tx)).rows.length,
    )
  for (const tableName of ['guide_import', 'guide_import_row']) {
    assert.ok((await count(world.people.coordinator, tableName)) > 0)
    for (const kind of ['partner-worker', 'volunteer', 'funder'] as const) assert.equal(await count(world.people[kind], tableName), 0)
    assert.equal(await count(null, tableName), 0)
  }
  world.test.clock.pass({ days: 2, hours: 1 })
  await eraseKind(world.test.house).run({})
  world.test.clock.pass({ days: -2, hours: -1 })
  assert.deepEqual(await world.rows('select from guide_import_row'), [])
  assert.deepEqual(await world.rows('select from guide_import'), [])
})

test('a list without a name is called like its file, and what was typed is still there when a file is missing or cannot be read', async () => {
  for (const [name, source] of [
    ['Gids gemeente 2026-11 (2).json', 'gids-gemeente'],
    ['Diensten_20261124.json', 'diensten'],
    ['lijst 24-11-2026 kopie.json', 'lijst'],
    ['112.json', 'lijst-112'],
    ['!!!.json', 'lijst'],
    ['\u0434\u043e\u0432\u0456\u0434\u043d\u0438\u043a.json', 'lijst'],
  ] as const) {
    await desk.bring([{ name, content: JSON.stringify([service(1)]) }], { source: '' })
    assert.deepEqual(await world.rows('select source from guide_import'), [{ source }], name)
    await world.test.owner.query('delete from guide_import')
  }
  const missing = await (await desk.send([], { source: 'gids van de buren', organisation: world.organisations.welzijn })).text()
  assert.match(missing, /Kies een bestand/)
  assert.match(missing, /value="gids van de buren"/)
  assert.match(missing, new RegExp(`value="${world.organisations.welzijn}" selected`))
  const broken = await desk.bring([{ name: 'gids.json', content: '[{' }], { source: 'buren', organisation: world.organisations.welzijn })
  assert.match(broken.words, /Bestand: gids\.json/)
  const other = /href="([^"]+)"[^>]*>Kies een ander bestand/.exec(broken.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const form = await (await desk.visit.get(other)).text()
  assert.match(form, /value="buren"/)
  assert.match(form, new RegExp(`value="${world.organisations.welzijn}" selected`))
  const good = await desk.bring(json([service(1)]), { source: 'buren' })
  await desk.agree(good.path)
  assert.match(await (await desk.visit.get('/werk/wegwijzer/invoer?stek=wuustwezel')).text(), /Deze lijsten ken je al: <bdi>buren<\/bdi>/)
})

test('work that goes wrong on our side is told within about a minute; nothing is written, and it goes on without the file', async () => {
  const { owner, clock } = world.test
  const read = await desk.bring(json([service(1), service(2)]))
  await owner.query(`create function trouble() returns trigger language plpgsql as $$ begin raise exception 'away' using errcode = '57P01'; end $$;
    create trigger trouble before insert on service_hours for each row execute function trouble()`)
  const began = clock.now()
  await desk.visit.post(read.path.replace('?', '/doe?'))
  const page = async () => (await desk.visit.get(read.path)).text()
  for (let tries = 0; tries < 30 && !/niet gelukt/.test(await page()); tries += 1) {
    await desk.runJobs()
    if (!/niet gelukt/.test(await page())) clock.pass({ seconds: 5 })
  }
  const html = await page()
  assert.match(html, /niet gelukt/)
  assert.ok(clock.now().since(began).total('seconds') <= 80)
  assert.match(html, /Er is niets overgenomen/)
  assert.match(html, /Je hoeft het bestand niet opnieuw te kiezen/)
  assert.deepEqual(await desk.inGuide('name'), [])
  assert.deepEqual(await world.rows('select from organisation where imported_from is not null'), [])

  await owner.query('drop trigger trouble on service_hours; drop function trouble')
  await desk.visit.post(read.path.replace('?', '/opnieuw?'))
  await desk.runJobs()
  assert.deepEqual(desk.counts(await page()), { 'service-new': 2, 'organisation-new': 1, 'location-new': 1 })
  await desk.agree(read.path)
  assert.deepEqual(await desk.inGuide('name'), [{ name: 'Dienst 1' }, { name: 'Dienst 2' }])
  assert.equal((await desk.visit.post(read.path.replace('?', '/opnieuw?'))).status, 303)
  assert.match(await page(), /De lijst is overgenomen/, 'what is done is not begun again')
})
