import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser } from 'playwright-core'
import { axeFaults, runsWrongWay, sticksOut } from './faults.ts'
import { houseInBrowser, type WholeHouse } from './running.ts'

let house: WholeHouse
let browser: Browser
houseInBrowser((opened) => ({ house, browser } = opened))

const paths = [
  '/',
  '/kalmthout',
  '/kalmthout/programma',
  '/kalmthout/activiteit/koffie-en-formulieren',
  '/kalmthout/activiteit/samen-op-stap',
  '/kalmthout/partners',
  '/kalmthout/partners/caw-antwerpen',
  '/kalmthout/delen',
  '/kalmthout/afspraken',
  '/kalmthout/wegwijzer',
  '/kalmthout/wegwijzer?q=hij%20slaat%20mij',
  '/kalmthout/wegwijzer?thema=mobility',
  '/kalmthout/wegwijzer?q=xqzw',
  '/kalmthout/wegwijzer/schuldhulp',
  '/kalmthout/wegwijzer/schuldhulp/voorlezen',
  '/kalmthout/welkom',
  '/kalmthout/voorlezen',
  '/kalmthout/ingebed',
  '/rechten',
  '/rechten/gelukt',
  '/toegankelijkheid',
  '/privacy',
  '/code',
  '/nergens',
]
const work = [
  '/werk',
  '/werk/programma',
  '/werk/programma?vorm=rooster',
  '/werk/mensen',
  '/werk/postvak',
  '/werk/ik',
  '/werk/stijl',
  '/werk/plekken',
  '/werk/plekken/stek',
  '/werk/plekken/nieuw',
  '/werk/plekken/partner/nieuw',
  '/werk/aanbod',
  '/werk/aanbod/nieuw',
  '/werk/sluiting',
  '/werk/overdracht',
  '/werk/overdracht/kastje',
  '/werk/tellen',
  '/werk/tellen/rijen',
  '/werk/welkom',
  '/werk/welkom/blad',
  '/werk/welkom/papier',
  '/werk/afspraken',
  '/werk/voorvallen',
  '/werk/cijfers',
  '/werk/cijfers?per=week',
  '/werk/cijfers?per=kwartaal',
  '/werk/meedoen',
  '/werk/ritten',
  '/werk/rechten',
  '/werk/rechten/leefloon',
  '/werk/wegwijzer',
  '/werk/wegwijzer/organisaties/nieuw',
  '/werk/wegwijzer/plaatsen/nieuw',
  '/werk/wegwijzer/invoer',
]

for (const scheme of ['light', 'dark'] as const) {
  for (const language of ['', '/ar']) {
    test(`axe finds nothing on any public page${language ? ' in Arabic' : ''}, ${scheme}, at 360 px, and nothing sticks out`, async () => {
      const context = await browser.newContext({ viewport: { width: 360, height: 740 }, colorScheme: scheme })
      const page = await context.newPage()
      const found: string[] = []
      for (const path of paths) {
        await page.goto(house.url + (path === '/' && language ? language : language + path))
        found.push(...(await axeFaults(page)).map((fault) => `${path} ${fault}`))
        if (await sticksOut(page)) found.push(`${path} sticks out sideways`)
        if (language) found.push(...(await runsWrongWay(page)).map((block) => `${path} runs from left to right: ${block}`))
      }
      await context.close()
      assert.deepEqual(found, [])
    })
  }
}

test('nothing sticks out at 320 px, which is also 400 % zoom on a screen of 1280 px', async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, javaScriptEnabled: true })
  const page = await context.newPage()
  const wide: string[] = []
  for (const path of paths.flatMap((one) => [one, `/uk${one === '/' ? '' : one}`, `/ar${one === '/' ? '' : one}`])) {
    await page.goto(house.url + path)
    if (await sticksOut(page)) wide.push(path)
  }
  await context.close()
  assert.deepEqual(wide, [])
})

test('axe finds nothing on the pages of staff, and nothing sticks out at 360 px', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  const found: string[] = []
  await page.goto(`${house.url}/werk/aanmelden`)
  found.push(...(await axeFaults(page)))
  await page.goto(house.link('coordinator'))
  found.push(...(await axeFaults(page)))
  await page.click('main button[type=submit]')
  for (const path of work) {
    const response = await page.goto(house.url + path)
    assert.equal(response?.status(), 200, path)
    found.push(...(await axeFaults(page)).map((fault) => `${path} ${fault}`))
    if (await sticksOut(page)) found.push(`${path} sticks out sideways`)
  }
  await page.goto(`${house.url}/werk?stek=kalmthout`)
  await page.click('#gastheren a.act')
  for (const more of await page.locator('details').all()) await more.evaluate((one) => one.setAttribute('open', ''))
  found.push(...(await axeFaults(page)).map((fault) => `hosts of a moment ${fault}`))
  if (await sticksOut(page)) found.push('hosts of a moment sticks out sideways')
  await context.close()
  assert.deepEqual(found, [])
})

test('what the page of figures folds on a screen stands open on paper', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
  await page.goto(house.link('opbouwwerker'))
  await page.click('main button[type=submit]')
  await page.goto(`${house.url}/werk/cijfers`)
  const seen = () => page.locator('.fold').evaluateAll((folds) => folds.map((fold) => fold.querySelector('td,p')?.checkVisibility()))
  assert.deepEqual(new Set(await seen()), new Set([false]))
  await page.emulateMedia({ media: 'print' })
  assert.deepEqual(new Set(await seen()), new Set([true]))
  await page.close()
})

test('with the keyboard alone, the first stop skips to the content and every stop can be seen', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(`${house.url}/kalmthout`)
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate('document.activeElement.getAttribute("href")'), '#main')
  const unseen: string[] = []
  for (let stop = 0; stop < 30; stop += 1) {
    await page.keyboard.press('Tab')
    const outline = (await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')) as string
    if (outline === 'none' && (await page.evaluate('document.activeElement !== document.body')))
      unseen.push((await page.evaluate('document.activeElement.outerHTML.slice(0, 80)')) as string)
  }
  await page.close()
  assert.deepEqual(unseen, [])
})
