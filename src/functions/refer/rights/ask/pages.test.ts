import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import type { Hono } from 'hono'
import { openApp } from '../../../../app.tsx'
import type { Env } from '../../../../platform/http/house.ts'
import { languages } from '../../../../platform/i18n/languages.ts'
import { formIn, wordsOn } from '../../../../test/desk-world.ts'
import { type TestHouse, testHouse } from '../../../../test/house.ts'
import { Visit } from '../../../../test/work.ts'
import { tryExamples } from '../book/examples.ts'
import { shelfOnDisk } from '../shelf-now.ts'
import { written } from './move.ts'

let it: TestHouse
let app: Hono<Env>
const logged: unknown[] = []
before(async () => {
  const keep = (...said: unknown[]) => void logged.push(said)
  it = await testHouse({ now: '2026-11-25T09:00:00+01:00', log: { info: keep, warn: keep, error: keep } })
  app = openApp(it.house)
})
after(() => it.close())

const BUDGET = 14_336

const stepOf = (html: string) => /data-step="([\w-]+)"/.exec(html)?.[1] ?? ''
const outcomesOn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/data-right="([\w-]+)" data-outcome="([\w-]+)"/g)].map(([, right, outcome]) => [right ?? '', outcome ?? '']),
  )

/** What somebody answers, by question. */
const person: Record<string, string | string[]> = {
  vt: 'no',
  situation: ['unemployed'],
  long: 'yes',
  health: [],
  income: '1300-1800',
  living: 'alone',
  children: '1',
  age: '18-64',
  home: 'private',
  waiting: 'long',
  heating: 'oil',
  school: 'yes',
  registered: 'yes',
  debt: 'no',
  moved: 'no',
}

/** The number of rows of every table, as the owner sees it. */
async function rowsEverywhere(): Promise<Record<string, number>> {
  const { rows } = await it.owner.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  const counts: Record<string, number> = {}
  for (const { name } of rows)
    counts[name] = (await it.owner.query<{ n: number }>(`select count(*)::int as n from "${name}"`)).rows[0]?.n ?? 0
  return counts
}

test('POLITICISE-3 somebody answers without script, account or cookie: eight questions, then a sheet; nothing is stored, nothing is logged', async () => {
  const before = await rowsEverywhere()
  logged.length = 0
  const visit = new Visit(app, {})
  let answer = await visit.get('/rechten')
  let html = await answer.text()
  const asked: string[] = []
  for (; stepOf(html) !== 'result'; html = await answer.text()) {
    const step = stepOf(html)
    assert.ok(asked.length < 8, 'a ninth question before the first result')
    assert.match(html, /value="niet">[^<]*liever niet/, 'every question can be passed over')
    asked.push(step)
    answer = await visit.post('/rechten', { ...formIn(html), keuze: person[step] ?? [], doe: 'verder' })
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('set-cookie'), null)
    assert.equal(answer.headers.get('cache-control'), 'no-store')
  }
  assert.equal(asked.length, 8)
  assert.equal(new Set(asked).size, 8)
  const outcomes = outcomesOn(html)
  assert.equal(outcomes['verhoogde-tegemoetkoming-inkomen'], 'worth')
  assert.equal(outcomes['sociale-toeslag'], 'worth')
  assert.equal(outcomes['igo'], 'not-now')
  assert.equal(Object.keys(outcomes).length, shelfOnDisk().rights.length, 'every right is on the sheet, once')
  assert.deepEqual(await rowsEverywhere(), before)
  assert.deepEqual(logged, [])

  const more = await (await visit.post('/rechten', { ...formIn(html), doe: 'meer' })).text()
  assert.ok(person[stepOf(more)] !== undefined && !asked.includes(stepOf(more)), 'more questions make it more precise')
})

test('the sheet says what, where, what to bring, by when, and why; never that somebody is entitled, never an old amount', async () => {
  const answers = ['vt:no', 'situation:', 'living:alone', 'children:1', 'income:1300-1800', 'home:private', 'waiting:long', 'heating:oil']
  const html = await (await new Visit(app, {}).post('/rechten', { a: answers, doe: 'toon' })).text()
  const words = wordsOn(html)
  assert.match(words, /Vlaamse huurpremie.*Waar Wonen in Vlaanderen.*Meebrengen.*huurcontract.*Tegen wanneer.*Stuur het formulier terug/)
  assert.match(words, /Verwarmingstoelage.*Binnen 60 dagen na de levering/)
  assert.match(words, /De regel Voor wie minstens vier jaar.*Je zei [^?]*Wachtlijst: Ja, al vier jaar of langer/)
  assert.match(words, /geen sociaal tarief voor energie meer/)
  assert.match(words, /Nagekeken in .*Lang geleden nagekeken/)
  assert.match(words, /bedragen die we kennen zijn ouder dan een jaar/)
  assert.doesNotMatch(words, /177,76|27\.550|1\.314,20/)
  assert.doesNotMatch(words, /recht op|u hebt recht/)
})

test('amounts that were checked less than a year ago are shown, with their date', async () => {
  it.clock.moveTo('2025-06-01T09:00:00+02:00')
  const html = await (
    await new Visit(app, {}).post('/rechten', { a: ['living:alone', 'children:0', 'income:under-900'], doe: 'toon' })
  ).text()
  it.clock.moveTo('2026-11-25T09:00:00+01:00')
  assert.match(wordsOn(html), /alleenwonend, per maand: € 1\.314,20, sinds/)
})

test('who presses on without choosing is told so, and nothing is lost; back, change and passing over work', async () => {
  const visit = new Visit(app, {})
  const refused = await visit.post('/rechten', { a: ['vt:no', 'situation:unfit'], vraag: 'income', doe: 'verder' })
  assert.equal(refused.status, 422)
  const html = await refused.text()
  assert.match(html, /role="alert".*href="#f-income".*Kies een antwoord, of sla de vraag over/)
  assert.deepEqual(formIn(html)['a'], ['vt:no', 'situation:unfit'])

  const back = await (await visit.post('/rechten', { ...formIn(html), doe: 'terug' })).text()
  assert.equal(stepOf(back), 'situation')
  assert.match(back, /value="unfit" checked|checked[^>]*value="unfit"/, 'what was chosen is still chosen')
  const change = await (await visit.post('/rechten', { a: ['vt:no', 'situation:unfit', 'income:900-1300'], doe: 'wijzig:vt' })).text()
  assert.equal(stepOf(change), 'vt')
  assert.deepEqual(formIn(change)['a'], ['situation:unfit', 'income:900-1300'])
  const passed = await (await visit.post('/rechten', { vraag: 'vt', doe: 'niet' })).text()
  assert.equal(formIn(passed)['a'], 'vt:-')
  assert.notEqual(stepOf(passed), 'vt')
})

test('answers that are no answers, twice the same and another order change nothing', async () => {
  const visit = new Visit(app, {})
  const sheet = async (a: string[]) => outcomesOn(await (await visit.post('/rechten', { a, doe: 'toon' })).text())
  const answers = ['vt:no', 'living:alone', 'children:0', 'income:5700-up', 'situation:', 'health:', 'age:18-64']
  const wanted = await sheet(answers)
  assert.deepEqual(await sheet(answers.toReversed()), wanted)
  assert.deepEqual(await sheet([...answers, 'naam:Jan', 'income:zoveel', '<script>:1', ':::']), wanted)
  assert.deepEqual(await sheet(['income:under-900', ...answers]), wanted, 'the last answer counts')
})

test('every shipped example gives the same outcome on the page as in its file', async () => {
  const visit = new Visit(app, {})
  const tried = tryExamples(shelfOnDisk(), '2026-11-25').filter(({ day }) => day === '2026-11-25')
  assert.ok(tried.length > 60)
  for (const { right, name, answers, wanted } of tried) {
    const html = await (await visit.post('/rechten', { a: answers.map(written), doe: 'toon' })).text()
    assert.equal(outcomesOn(html)[right], wanted, `${right}: ${name}`)
  }
})

test('in every language, the whole check, within the bytes of a bad line', async () => {
  const everything = Object.entries(person).map(([screen, value]) => `${screen}:${[value].flat().join(',')}`)
  for (const language of languages) {
    const address = language === 'nl' ? '/rechten' : `/${language}/rechten`
    for (const sent of [
      undefined,
      { a: everything.slice(0, 6), doe: 'meer' },
      { a: everything, doe: 'toon' },
      { a: everything, doe: 'lees' },
    ]) {
      const headers = { 'Accept-Encoding': 'br', 'Content-Type': 'application/x-www-form-urlencoded' }
      const body = sent && new URLSearchParams([...sent.a.map((one): [string, string] => ['a', one]), ['doe', sent.doe]])
      const response = await app.request(address, body ? { method: 'POST', headers, body } : { headers })
      const bytes = Buffer.from(await response.arrayBuffer())
      assert.ok(bytes.length <= BUDGET, `${address}: ${bytes.length} bytes`)
      const html = brotliDecompressSync(bytes).toString()
      assert.match(html, new RegExp(`lang="${language}"`))
      assert.doesNotMatch(html, /\{\{|undefined|\[object/)
    }
  }
})

test('the result can be heard in whole sentences', async () => {
  const html = await (await new Visit(app, {}).post('/rechten', { a: ['situation:leefloon', 'long:yes', 'health:'], doe: 'lees' })).text()
  assert.match(
    wordsOn(html),
    /In het kort\. Waarschijnlijk de moeite om te vragen: .*Sociaal tarief voor stroom en gas; .*Sociaal tarief voor stroom en gas\. Je betaalt.*Vraag het aan: je energieleverancier.*Let op: Een verhoogde tegemoetkoming alleen volstaat niet meer/,
  )
  assert.match(wordsOn(html), /Dit heb je al: Leefloon\./)
})

test('from the page of a stek the sheet leads to its services guide; an unknown stek is not believed', async () => {
  const ids = [it.house.newId(), it.house.newId()]
  await it.owner.query(`insert into network (network_id, slug, name) values ($1, 'net', 'Net')`, [ids[0]])
  await it.owner.query(
    `insert into stek (stek_id, network_id, slug, name, municipality) values ($2, $1, 'wuustwezel', 'de STEK Wuustwezel', 'Wuustwezel')`,
    ids,
  )
  const visit = new Visit(app, {})
  const first = await (await visit.get('/rechten?stek=wuustwezel')).text()
  assert.equal(formIn(first)['stek'], 'wuustwezel')
  const sheet = await (await visit.post('/rechten', { a: 'registered:yes', stek: 'wuustwezel', doe: 'toon' })).text()
  assert.match(sheet, /href="\/wuustwezel\/wegwijzer\?q=maximumfactuur%20ziekenfonds"/)
  const other = await (await visit.post('/rechten', { a: 'registered:yes', stek: 'elders', doe: 'toon' })).text()
  assert.doesNotMatch(other, /wegwijzer/)
})
