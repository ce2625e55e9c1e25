import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openApp } from '../app.tsx'
import { loadGuide } from '../functions/refer/guide/start-set/load.ts'
import { endHandovers } from '../functions/refer/handover/jobs.ts'
import { erase } from '../platform/erasing/erase.ts'
import { textOfPdf } from '../programme/channels/flyer/pdf-text.ts'
import { loadDemoWorld } from '../programme/demo-world/load.ts'
import { openBrowser } from './browser.ts'
import { fullDump, grownSince } from './dump.ts'
import { type TestHouse, testHouse } from './house.ts'
import { type Served, served } from './served.ts'
import { addPerson, signedInVisit } from './work.ts'

let it: TestHouse
let server: Served | undefined
let browser: Browser | undefined
let url = ''
let cookie = ''
before(async () => {
  it = await testHouse()
  const { house, owner, clock } = it
  await loadDemoWorld(owner, clock.now())
  await loadGuide(owner, house.newId)
  const app = openApp(house)
  const { rows } = await owner.query<{ stek_id: string }>(`select stek_id from stek where slug = 'wuustwezel'`)
  const stekId = rows[0]?.stek_id ?? ''
  const worker = { name: 'Amina', email: 'amina@stek.example', stekId, kind: 'community-worker' as const }
  cookie = (await signedInVisit(app, house, await addPerson(owner, house.newId, worker))).cookie ?? ''
  server = await served(app)
  url = server.url
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  server?.close()
  await it?.close()
})

const onAPhone = async () => {
  const context = await (browser as Browser).newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false })
  return { context, page: await context.newPage() }
}

test('REFER-5 a visitor types with two mistakes, leaves with a slip in Ukrainian, arrives, and thirty days later only a tally is left', async () => {
  const atHome = await onAPhone()
  await atHome.page.goto(`${url}/wuustwezel/wegwijzer`)
  await atHome.page.locator('input[name=q]').fill('ik kan mijn huurr niet betaaln')
  await atHome.page.getByRole('button', { name: 'Zoeken' }).click()
  const found = await atHome.page.locator('[data-service]').evaluateAll((all) => all.slice(0, 3).map((one) => one.textContent ?? ''))
  assert.ok(
    found.some((words) => words.includes('Financiële hulp van het OCMW')),
    found.join(' | '),
  )
  assert.deepEqual(await atHome.context.cookies(), [])
  await atHome.context.close()

  const before = await fullDump(it.owner)
  const desk = await onAPhone()
  await desk.context.addCookies([{ name: 'stek_session', value: cookie, url }])
  await desk.page.goto(`${url}/werk/overdracht?stek=wuustwezel`)
  await desk.page.getByLabel('Zoek een dienst of organisatie').fill('huurr niet betaaln')
  await desk.page.getByRole('button', { name: 'Zoek' }).click()
  await desk.page.getByRole('link', { name: 'Schuldbemiddeling en budgetbeheer' }).first().click()
  await desk.page.getByLabel('Dag').fill('maandag')
  await desk.page.getByLabel('Uur').fill('14')
  await desk.page.locator('input[name=language][value=uk]').check()
  await desk.page.getByRole('button', { name: 'Maak het briefje' }).click()
  const [own = '', forService = ''] = await desk.page.locator('.codebox b').allTextContents()
  const slip = await desk.page.locator('a[href*="briefje.pdf"]').first().getAttribute('href')
  const paper = await textOfPdf(new Uint8Array(await (await fetch(url + slip)).arrayBuffer()))
  for (const words of [own, forService, '30 листопада', '14:00', 'Усі листи й рахунки'])
    assert.ok(paper.includes(words), `${words} is not on: ${paper}`)
  await desk.context.close()

  // The service calls the STEK and says the code; whoever picks up types it.
  const onTheTelephone = await onAPhone()
  await onTheTelephone.page.goto(`${url}/code`)
  await onTheTelephone.page.getByLabel('Typ je code').fill(forService.toUpperCase())
  await onTheTelephone.page.getByRole('button', { name: 'Kijk' }).click()
  await onTheTelephone.page.locator('input[name=outcome][value=arrived]').check()
  await onTheTelephone.page.getByRole('button', { name: 'Stuur het antwoord' }).click()
  await onTheTelephone.page.getByText('Je antwoord is bewaard').waitFor()
  await onTheTelephone.context.close()

  it.clock.pass({ days: 30 })
  await endHandovers(it.house)
  await erase(it.house.database, it.clock.now(), it.house.settings.timeZone)
  const now = await fullDump(it.owner)
  assert.deepEqual(grownSince(before, now), ['handover_outcome'])
  const everything = [...now.values()].flat().join('\n')
  for (const trace of [own, forService, own.replaceAll(' ', ''), forService.replaceAll(' ', ''), '2026-11-30'])
    assert.ok(!everything.includes(trace), `${trace} is still there`)
  const { rows } = await it.owner.query('select month::text, outcome, barrier from handover_outcome')
  assert.deepEqual(rows, [{ month: '2026-11-01', outcome: 'arrived', barrier: null }])
})
