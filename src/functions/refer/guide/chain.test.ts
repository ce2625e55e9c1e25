import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openApp } from '../../../app.tsx'
import { loadDemoWorld } from '../../../programme/demo-world/load.ts'
import { openBrowser } from '../../../test/browser.ts'
import { type TestHouse, testHouse } from '../../../test/house.ts'
import { type Served, served } from '../../../test/served.ts'
import { loadGuide } from './start-set/load.ts'

let it: TestHouse
let browser: Browser
let server: Served
let url: string
before(async () => {
  it = await testHouse()
  await loadDemoWorld(it.owner, it.clock.now())
  await loadGuide(it.owner, it.house.newId)
  await it.owner.query(`update service set phone = '03 555 01 02' where slug = 'ocmw-sociale-dienst'`)
  server = await served(openApp(it.house))
  url = server.url
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  server?.close()
  await it?.close()
})

const phone = async (): Promise<Page> =>
  (await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false })).newPage()
const heading = (page: Page) => page.locator('h1').textContent()

test('on a phone without script, the door to help leads to searching, to the rights check and to who is there', async () => {
  const page = await phone()
  await page.goto(`${url}/kalmthout`)
  assert.equal(
    await page
      .locator('main')
      .getByRole('link', { name: /^Hulp vinden/ })
      .count(),
    1,
    'one door, one meaning',
  )
  await page
    .locator('main')
    .getByRole('link', { name: /^Hulp vinden/ })
    .click()
  assert.equal(await heading(page), 'Hulp vinden')
  await page.getByRole('link', { name: /^Check je rechten/ }).click()
  assert.match(page.url(), /\/rechten\?stek=kalmthout$/)
  await page.goBack()
  await page.getByRole('link', { name: /^Praat met iemand/ }).click()
  assert.match(page.url(), /\/kalmthout\/programma\?functie=refer$/)
  await page.getByRole('link', { name: /^Zoek wie je kan helpen/ }).click()
  await page.getByLabel('Waarmee kunnen we je helpen?').fill('ik heb geen geld meer voor eten')
  await page.getByRole('button', { name: 'Zoeken' }).click()
  assert.equal(await page.getByRole('link', { name: 'Check je rechten' }).count(), 1, 'what was found is not a dead end either')
  await page.context().close()
})

test('from a service to a note to take along and back, every link is large enough for a thumb', async () => {
  const page = await phone()
  await page.goto(`${url}/kalmthout/wegwijzer/ocmw-sociale-dienst`)
  for (const name of ['Terug naar zoeken', 'Druk een briefje af om mee te nemen', /^Vraag het in de STEK/]) {
    const box = await page.getByRole('link', { name }).first().boundingBox()
    assert.ok(box && box.height >= 43.9, `${name} is ${box?.height} high`)
  }
  await page.getByRole('link', { name: 'Druk een briefje af om mee te nemen' }).click()
  await page.getByRole('link', { name: 'Sociale dienst van het OCMW' }).click()
  assert.equal(await heading(page), 'Sociale dienst van het OCMW')
  await page.context().close()
})

test('a service that is printed says its number on the paper', async () => {
  const page = await phone()
  await page.goto(`${url}/kalmthout/wegwijzer/ocmw-sociale-dienst`)
  await page.emulateMedia({ media: 'print' })
  assert.ok(await page.locator('main').getByText('03 555 01 02').isVisible())
  assert.ok(!(await page.getByRole('link', { name: 'Weg van hier' }).isVisible()))
  await page.context().close()
})
