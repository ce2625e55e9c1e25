import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import type { Hono } from 'hono'
import { openApp } from '../../../app.tsx'
import type { Env } from '../../../platform/http/house.ts'
import { languages } from '../../../platform/i18n/languages.ts'
import { loadDemoWorld } from '../../../programme/demo-world/load.ts'
import { type TestHouse, testHouse } from '../../../test/house.ts'
import { loadGuide } from './start-set/load.ts'

let it: TestHouse
let app: Hono<Env>
let stekId: string
before(async () => {
  it = await testHouse({})
  await loadDemoWorld(it.owner, it.clock.now())
  await loadGuide(it.owner, it.house.newId)
  app = openApp(it.house)
  stekId = (await it.owner.query(`select stek_id from stek where slug = 'kalmthout'`)).rows[0].stek_id
})
after(() => it.close())

const text = async (path: string): Promise<string> => {
  const answer = await app.request(path)
  assert.equal(answer.status, 200, path)
  return answer.text()
}
const inBrief = (html: string) =>
  html
    .replace(/<style.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')
const change = async (statement: string, slug: string) => {
  await it.owner.query(`with s as (select * from service where stek_id = '${stekId}' and slug = '${slug}') ${statement}`)
  it.versions.forget(stekId)
}
const fill = async (slug: string) => {
  await change(
    `update service set phone = '03 000 00 11', for_whom = E'Iedereen.\\n- Ook als je werkt & spaart', checked_on = '2026-11-03', checked_by = 'worker'
     from s where service.service_id = s.service_id`,
    slug,
  )
  await change(
    `insert into service_hours (stek_id, hours_id, service_id, weekday, opens, closes, by_appointment)
     select s.stek_id, gen_random_uuid(), s.service_id, day, '09:00', '12:00', day = 5 from s, generate_series(1, 5) day`,
    slug,
  )
}

test('REFER-3 a service can be read aloud: what, when, for whom, whom to ask for and when it was checked, in whole sentences', async () => {
  await fill('schuldhulp')
  assert.match(await text('/kalmthout/wegwijzer/schuldhulp'), /href="\/kalmthout\/wegwijzer\/schuldhulp\/voorlezen"/)
  const page = await text('/kalmthout/wegwijzer/schuldhulp/voorlezen')
  const said = inBrief(page)
  for (const sentence of [
    'Dit is van OCMW Kalmthout (Sociaal Huis).',
    'Nu open, tot 12 uur.',
    'Maandag, dinsdag, woensdag en donderdag: van 9 uur tot 12 uur.',
    'Vrijdag: van 9 uur tot 12 uur. Met afspraak.',
    'Iedereen. Ook als je werkt en spaart.',
    'Vraag naar: de dienst schuldhulp',
    'Nagekeken op dinsdag 3 november 2026.',
  ])
    assert.ok(said.includes(sentence), `${sentence} | ${said}`)
  assert.match(page, /href="tel:030000011"/)
  it.clock.moveTo('2026-11-24T12:00:00+01:00')
  assert.match(inBrief(await text('/kalmthout/wegwijzer/schuldhulp/voorlezen')), /Open op woensdag 25 november om 9 uur\./)
  it.clock.moveTo('2026-11-24T09:00:00+01:00')
  assert.equal((await app.request('/kalmthout/wegwijzer/bestaat-niet/voorlezen')).status, 404)
})

test('the page of a service and the page to hear it are there in every language, each within 14 336 bytes', async () => {
  for (const language of languages)
    for (const end of ['', '/voorlezen']) {
      const path = `${language === 'nl' ? '' : `/${language}`}/kalmthout/wegwijzer/schuldhulp${end}`
      const bytes = brotliCompressSync(await text(path)).length
      assert.ok(bytes <= 14_336, `${path} weighs ${bytes}`)
    }
})

test('what nobody translated says that it is Dutch, so that a voice reads it as Dutch', async () => {
  for (const end of ['', '/voorlezen']) {
    const arabic = await text(`/ar/kalmthout/wegwijzer/schuldhulp${end}`)
    assert.match(arabic, /<p[^>]* lang="nl" dir="ltr"[^>]*>Iedereen\./)
    assert.match(arabic, /<bdi lang="nl" dir="ltr">de dienst schuldhulp<\/bdi>/)
    assert.doesNotMatch(arabic, /lang="nl"[^>]*>[^<]*\p{Script=Arabic}/u)
  }
  assert.doesNotMatch(await text('/kalmthout/wegwijzer/schuldhulp'), /<bdi[^>]* lang="nl"|<p class="(lead )?said"[^>]* lang="nl"/)
})

test('a service of which nobody knows a number or a place says that we look it up together', async () => {
  await change(
    `update service set phone = null, email = null, website = null, how_to_reach = '' from s where service.service_id = s.service_id`,
    'leefloon',
  )
  assert.match(await text('/kalmthout/wegwijzer/leefloon'), /We hebben nog geen nummer of adres\./)
  assert.doesNotMatch(await text('/kalmthout/wegwijzer/schuldhulp'), /nog geen nummer/)
})

test('a service in the STEK itself is closed while the STEK is', async () => {
  await it.owner.query(
    `insert into closure (stek_id, closure_id, site_id, from_date, until_date, reason)
     select $1, gen_random_uuid(), site_id, '2026-11-23', '2026-11-27', 'Het weer' from service_location where stek_id = $1 and site_id is not null`,
    [stekId],
  )
  it.versions.forget(stekId)
  assert.match(inBrief(await text('/kalmthout/wegwijzer/sociale-kruidenier')), /Tijdelijk dicht, tot en met vrijdag 27 november\. Het weer/)
  assert.match(inBrief(await text('/fr/kalmthout/wegwijzer/sociale-kruidenier')), /27 novembre inclus\. La météo/)
  assert.doesNotMatch(await text('/kalmthout/wegwijzer/schuldhulp'), /Tijdelijk dicht/)
  await it.owner.query(`delete from closure where stek_id = $1`, [stekId])
  it.versions.forget(stekId)
})

test('on Christmas Day a service that is usually open on Fridays does not say that it is open', async () => {
  it.clock.moveTo('2026-12-25T10:00:00+01:00')
  assert.match(inBrief(await text('/kalmthout/wegwijzer/schuldhulp')), /Vandaag is het een feestdag\. Open op maandag 28 december om 9 uur/)
  assert.doesNotMatch(await text('/kalmthout/wegwijzer?thema=welfare-health&open=nu'), /data-service/)
  it.clock.moveTo('2026-11-24T09:00:00+01:00')
})

test('a theme has its own name on its page, and each thing chosen can be left out again', async () => {
  const theme = await text('/kalmthout/wegwijzer?thema=mobility')
  assert.match(theme, /<title>Vervoer · Hulp vinden bij/)
  assert.match(theme, /<h2>Vervoer<\/h2>/)
  const none = await text('/kalmthout/wegwijzer?thema=mobility&taal=ar&bus=nu')
  assert.match(none, /We vonden niets dat past/)
  assert.match(none, /href="\/kalmthout\/wegwijzer\?thema=mobility&amp;bus=nu"[^>]*aria-label="Laat weg: Arabisch"/)
  assert.match(none, /href="\/kalmthout\/wegwijzer\?thema=mobility&amp;taal=ar"/)
})

test('the words somebody typed stand in no title: that would stay in the history of a shared phone', async () => {
  const [, title = ''] = /<title>(.*?)<\/title>/.exec(await text('/kalmthout/wegwijzer?q=deurwaarder')) ?? []
  assert.match(title, /^Gevonden: \d+ · Hulp vinden bij/)
})
