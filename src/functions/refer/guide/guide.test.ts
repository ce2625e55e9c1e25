import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import type { Hono } from 'hono'
import { openApp } from '../../../app.tsx'
import type { Env } from '../../../platform/http/house.ts'
import { languages } from '../../../platform/i18n/languages.ts'
import { loadDemoWorld } from '../../../programme/demo-world/load.ts'
import { type TestHouse, testHouse } from '../../../test/house.ts'
import { readQuestions, shareFound } from './search/quality.ts'
import { loadGuide } from './start-set/load.ts'

let it: TestHouse
let app: Hono<Env>
const logged: unknown[] = []
before(async () => {
  const note = (...said: unknown[]) => void logged.push(said)
  it = await testHouse({ log: { info: note, warn: note, error: note } })
  await loadDemoWorld(it.owner, it.clock.now())
  await loadGuide(it.owner, it.house.newId)
  app = openApp(it.house)
})
after(() => it.close())

const ask = (q: string, more = '') => `/kalmthout/wegwijzer?q=${encodeURIComponent(q)}${more}`
const text = async (path: string): Promise<string> => {
  const answer = await app.request(path)
  assert.equal(answer.status, 200, path)
  return answer.text()
}
/** The addresses of the services on a page, in their order. */
const found = (html: string): string[] =>
  [...html.matchAll(/<li data-service="[0-9a-f-]{36}">.*?href="([^"]*)"/g)].map(([, href = '']) => href.split('/').at(-1) ?? '')
/** Changes rows of the service at this address as the owner, and lets the house know. */
const change = async (statement: string, slug: string, values: unknown[] = []) => {
  const { rows } = await it.owner.query(
    `select stek_id, service_id from service join stek using (stek_id) where service.slug = $1 and stek.slug = 'kalmthout'`,
    [slug],
  )
  await it.owner.query(statement, [rows[0].stek_id, rows[0].service_id, ...values])
  it.versions.forget(rows[0].stek_id)
}

test('a visitor types a sentence with two spelling mistakes, finds the service and reads what to bring', async () => {
  const page = await text(ask('ik kan mijn huurr niet betaalen'))
  assert.equal(found(page)[0], 'schuldhulp')
  const service = await text('/kalmthout/wegwijzer/schuldhulp')
  assert.match(service, /Schuldbemiddeling en budgetbeheer/)
  assert.match(service, /Wat breng je mee\?/)
  assert.match(service, /OCMW Kalmthout/)
})

test('REFER-3 on the page itself, too, who asks in own words sees the right service among the first three', async () => {
  const asked = readQuestions().filter(({ language }) => language === 'nl')
  const { share, missed } = await shareFound(asked, async (q) => found(await text(ask(q))))
  assert.ok(share >= 0.95, `${Math.round(share * 100)} %; ${missed.join(' | ')}`)
})

test('REFER-3 when a service was checked stands on every list and page, and that it was not as well', async () => {
  assert.match(await text(ask('deurwaarder')), /Nog niet nagekeken: vraag het na/)
  assert.match(await text('/kalmthout/wegwijzer/schuldhulp'), /Nog niet nagekeken: vraag het na/)
  await change(`update service set checked_on = '2026-11-03', checked_by = 'worker' where stek_id = $1 and service_id = $2`, 'schuldhulp')
  assert.match(await text(ask('deurwaarder')), /Nagekeken op dinsdag 3 november 2026|Nagekeken op 3 november 2026/)
  assert.match(await text('/kalmthout/wegwijzer/schuldhulp'), /Nagekeken op (dinsdag )?3 november 2026/)
  assert.match(await text('/en/kalmthout/wegwijzer/schuldhulp'), /Checked on /)
})

test('a service that is closed for a while says so with its dates, and its name is struck', async () => {
  await change(
    `insert into service_notice (stek_id, notice_id, service_id, kind, from_date, until_date, message) values ($1, gen_random_uuid(), $2, 'closure', '2026-11-20', '2026-11-30', 'Verbouwing')`,
    'bibliotheek',
  )
  const list = await text(ask('boeken lenen'))
  assert.match(list, /shut-name/)
  assert.match(list, /Tijdelijk dicht, tot en met maandag 30 november\. Verbouwing/)
  assert.match(await text('/kalmthout/wegwijzer/bibliotheek'), /Dicht van vrijdag 20 november tot en met maandag 30 november/)
  it.clock.moveTo('2026-12-01T09:00:00+01:00')
  assert.doesNotMatch(await text('/kalmthout/wegwijzer/bibliotheek'), /Tijdelijk dicht/)
  it.clock.moveTo('2026-11-24T09:00:00+01:00')
})

test('only what is open now, can be reached by bus now, speaks a language or is about a theme, when that is asked', async () => {
  await change(
    `insert into service_hours (stek_id, hours_id, service_id, weekday, opens, closes) values ($1, gen_random_uuid(), $2, 2, '08:30', '12:00')`,
    'uitpas',
  )
  assert.deepEqual(found(await text(ask('korting sport', '&open=nu'))), ['uitpas'])
  it.clock.moveTo('2026-11-24T12:00:00+01:00')
  assert.deepEqual(found(await text(ask('korting sport', '&open=nu'))), [])
  it.clock.moveTo('2026-11-24T09:00:00+01:00')
  assert.match(await text('/kalmthout/wegwijzer/uitpas'), /Nu open, tot 12 uur/)

  assert.deepEqual(found(await text(ask('koffie', '&bus=nu'))), [])
  await change(
    `insert into service_reach (stek_id, location_id, site_id, by_means, minutes, first_there, last_back)
     select $1, location_id, site_id, 'bus', 12, '08:00', '17:00' from service_location join service_at_location using (stek_id, location_id) where stek_id = $1 and service_id = $2`,
    'stek-ontmoeting',
  )
  assert.ok(found(await text(ask('koffie', '&bus=nu'))).includes('stek-ontmoeting'))
  assert.match(await text('/kalmthout/wegwijzer/stek-ontmoeting'), /12 min met de bus.*Eerste bus erheen/)

  await change(`update service set languages = '{nl,ar}' where stek_id = $1 and service_id = $2`, 'huisarts-van-wacht')
  assert.deepEqual(found(await text(ask('dokter', '&taal=ar'))), ['huisarts-van-wacht'])
  const mobility = found(await text('/kalmthout/wegwijzer?thema=mobility'))
  assert.ok(mobility.includes('flexvervoer') && !mobility.includes('leefloon'))
  assert.deepEqual(found(await text('/kalmthout/wegwijzer?van=ligo')), ['ligo'])
})

test('who is in danger or does not want to live any more sees first whom to call', async () => {
  assert.match(await text(ask('ik wil niet meer leven')), /Je staat er niet alleen voor.*tel:1813/s)
  assert.match(await text(ask('hij slaat mij')), /niet jouw schuld.*tel:1712/s)
  assert.match(await text(`/uk${ask('чоловік мене б’є')}`), /tel:1712/)
  for (const q of ['deurwaarder', 'rap op stap', 'koffie', 'ik zoek werk', 'brandhout'])
    assert.doesNotMatch(await text(ask(q)), /class="calm"/, q)
})

test('nothing found is never an empty page: it says so kindly, and whom one can ask anything', async () => {
  const page = await text(ask('xqzw fglrmpf'))
  assert.match(page, /We vonden niets dat past/)
  assert.ok(found(page).includes('caw-onthaal') && found(page).includes('ocmw-sociale-dienst'))
  assert.match(page, /rechtenverkenner\.be/)
  assert.match(page, /desocialekaart\.be/)
  assert.match(page, /href="\/kalmthout"/)
})

test('what somebody types is kept nowhere: not by the browser, not by the house, not in the log', async () => {
  const secret = 'mijn geheime ziekte bloemkoolsoep'
  const answer = await app.request(ask(secret))
  assert.equal(answer.headers.get('cache-control'), 'no-store')
  assert.equal(answer.headers.get('referrer-policy'), 'no-referrer')
  assert.match(answer.headers.get('x-robots-tag') ?? '', /noindex/)
  assert.match(await answer.text(), /autocomplete="off"/)
  for (const table of ['job', 'mail', 'change', 'guide_word'])
    assert.equal((await it.owner.query(`select from ${table} t where t::text ilike '%bloemkool%'`)).rowCount, 0, table)
  assert.doesNotMatch(JSON.stringify(logged), /bloemkool/)
})

test('odd questions get an ordinary page, and reading never answers 429', async () => {
  for (const q of ['x'.repeat(9000), '🙈', `"><script>alert(1)</script>`, "' or 1=1 --", '\u202eabc', '%'])
    assert.doesNotMatch(await text(ask(q)), /<script>alert/, q.slice(0, 20))
  assert.equal((await app.request('/kalmthout/wegwijzer?q=%ff%fe&blad=-3&thema=niets&taal=klingon')).status, 200)
  for (let n = 0; n < 60; n += 1) assert.equal((await app.request(ask('geld'))).status, 200)
  assert.equal((await app.request('/kalmthout/wegwijzer/bestaat-niet')).status, 404)
  assert.equal((await app.request('/nergens/wegwijzer?q=geld')).status, 404)
})

test('the guide is there in every language, each page within 14 336 bytes', async () => {
  for (const language of languages) {
    const before = language === 'nl' ? '' : `/${language}`
    for (const path of [
      '/kalmthout/wegwijzer',
      '/kalmthout/wegwijzer?q=geld',
      '/kalmthout/wegwijzer?thema=welfare-health',
      '/kalmthout/wegwijzer/stek-ontmoeting',
    ]) {
      const html = await text(before + path)
      const bytes = brotliCompressSync(html).length
      assert.ok(bytes <= 14_336, `${before}${path} weighs ${bytes}`)
    }
  }
  const arabic = await text('/ar/kalmthout/wegwijzer/voedselhulp')
  assert.match(arabic, /dir="rtl"/)
  assert.match(arabic, /مساعدة غذائية/)
  const compressed = await app.request(ask('geld'), { headers: { 'accept-encoding': 'br' } })
  assert.equal(compressed.headers.get('content-encoding'), 'br')
})

test('a list of more than ten has pages, and the next page begins where the first one ends', async () => {
  const first = found(await text('/kalmthout/wegwijzer?thema=welfare-health'))
  const second = found(await text('/kalmthout/wegwijzer?thema=welfare-health&blad=2'))
  assert.equal(first.length, 10)
  assert.ok(second.length > 0 && second.every((slug) => !first.includes(slug)))
})

test('the stek and its partners lead to the guide, and the guide back to the partners', async () => {
  assert.match(await text('/kalmthout'), /href="\/kalmthout\/wegwijzer"/)
  assert.match(await text('/kalmthout/partners/ligo'), /href="\/kalmthout\/wegwijzer\?van=ligo"/)
  assert.match(await text('/kalmthout/wegwijzer/ligo'), /href="\/kalmthout\/partners\/ligo"/)
})
