import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { axeFaults, sticksOut } from '../../../test/faults.ts'
import { houseInBrowser, type WholeHouse } from '../../../test/running.ts'

let house: WholeHouse
let browser: Browser
houseInBrowser((opened) => ({ house, browser } = opened), { environment: { STEK_NOW: '2026-11-24T14:00:00+01:00' } })

async function faults(page: Page): Promise<string[]> {
  const found = await axeFaults(page)
  for (const width of [320, 360, 1180]) {
    await page.setViewportSize({ width, height: 740 })
    if (await sticksOut(page)) found.push(`sticks out at ${width} px`)
    const heights = (await page.evaluate('[...document.querySelectorAll("main button")].map((one) => one.offsetHeight)')) as number[]
    if (heights.some((height) => height < 72)) found.push(`a button is low at ${width} px: ${heights}`)
  }
  return found
}

test('a worker starts the tablet, somebody presses in Arabic, and the tablet is ready for the next by itself', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  const found: string[] = []
  await page.goto(house.link('vrijwilliger'))
  await page.click('main button[type=submit]')
  await page.goto(`${house.url}/werk/welkom`)
  await page.click('main .todo .big')
  found.push(...(await faults(page)))
  const address = await page.getAttribute('main .scan .big', 'href')

  const tablet = await (await browser.newContext({ viewport: { width: 1180, height: 800 } })).newPage()
  await tablet.goto(`${house.url}/ar${address}`)
  found.push(...(await faults(tablet)))
  await tablet.click('button[value=glad]')
  found.push(...(await faults(tablet)))
  await tablet.click('button[value=music]')
  found.push(...(await faults(tablet)))
  await tablet.waitForURL(`${house.url}${address}`, { timeout: 12_000 })
  assert.deepEqual(found, [])
  await context.close()
})

test('the sheet of paper fits on one page of A4', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(house.link('coordinator'))
  await page.click('main button[type=submit]')
  await page.goto(`${house.url}/werk/welkom/blad`)
  const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)
  assert.equal(pages?.length, 1)
  await context.close()
})
