import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { personByEmail } from '../../../place/person/queries.ts'
import { makeSignInLink } from '../../../place/person/sign-in/link.ts'
import { demoRoles } from '../../../programme/demo-world/load.ts'
import { houseInBrowser, type WholeHouse } from '../../../test/running.ts'

let house: WholeHouse
let browser: Browser
houseInBrowser((opened) => ({ house, browser } = opened), { environment: { STEK_NOW: '2026-11-24T14:00:00+01:00' } })

const LIST = '/werk/tellen?stek=kalmthout'
const READY = 'html[data-counting=ready]'

async function signInLink(role: string): Promise<string> {
  const person = await personByEmail(house.house.database, demoRoles.find((one) => one.role === role)?.email ?? '')
  return house.url + (await makeSignInLink(house.house.database, person?.personId ?? '', house.house.clock.now()))
}

async function phone(role: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  await page.goto(await signInLink(role))
  await page.click('main form button[type=submit]')
  await page.waitForURL(/\/werk(\?|$)/)
  return { context, page }
}

/** Opens the list and waits until its pages are on the phone. */
async function keepPages(page: Page): Promise<string[]> {
  await page.goto(house.url + LIST)
  await page.waitForSelector(READY)
  const links = await page.locator('a[data-keep]').evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href))
  for (let kept = 0; kept < links.length + 2; ) {
    await page.waitForTimeout(50)
    kept = await page.evaluate(async () => (navigator.serviceWorker.controller ? (await (await caches.open('tellen-1')).keys()).length : 0))
  }
  return links
}

const press = (page: Page, way: 'plus' | 'min', row: string, times = 1) =>
  Array.from({ length: times }).reduce<Promise<void>>(
    (before) => before.then(() => page.click(`button[name=${way}][value=${row}]`)),
    Promise.resolve(),
  )
const state = (page: Page, words: RegExp) =>
  page.waitForFunction((source) => new RegExp(source).test(document.querySelector('[data-state]')?.textContent ?? ''), words.source)
const shown = (page: Page, row: string) => page.locator(`[data-count=${row}]`).textContent()
const shows = (page: Page, row: string, number: number) =>
  page.waitForFunction(([name, wanted]) => document.querySelector(`[data-count=${name}]`)?.textContent === wanted, [row, String(number)])

/** What the house has, by the address of the moment. */
async function sums(address: string): Promise<Record<string, number>> {
  const [, slot, date] = /tellen\/([^/]+)\/([^?]+)/.exec(address) ?? []
  return house.house.database.asKeeper(async (tx) => {
    const { rows } = await sql<{ counted: string; sum: number }>`
      select counted, sum(change)::int as sum from tally_entry where slot_id = ${slot} and on_date = ${date} group by counted`.execute(tx)
    return Object.fromEntries(rows.map(({ counted, sum }) => [counted, sum]))
  })
}

test('a phone without network counts two moments, its tab is closed and opened again, and back online the sums are exact', async () => {
  const { context, page } = await phone('vrijwilliger')
  const [one = '', other = ''] = await keepPages(page)
  await context.setOffline(true)

  await page.goto(one)
  await page.waitForSelector(READY)
  await press(page, 'plus', 'heads', 9)
  await press(page, 'min', 'heads', 2)
  await press(page, 'plus', 'first-time')
  await shows(page, 'heads', 7)
  await state(page, /^12 wachten · 0 verstuurd$/)
  assert.equal(await page.locator('[data-note=offline]').isVisible(), true)
  await page.click('a.done')
  await page.waitForURL(/\/werk\/tellen\?/)
  await page.close({ runBeforeUnload: false })

  const again = await context.newPage()
  await again.goto(house.url + LIST)
  await again.waitForSelector(READY)
  await state(again, /^12 wachten/)
  await again.locator('a[data-keep]').nth(1).click()
  await again.waitForSelector(READY)
  await again.fill('input[name=aantal]', '21')
  await again.click('[data-type] button')
  await shows(again, 'heads', 21)
  await press(again, 'plus', 'children', 3)
  await press(again, 'min', 'volunteers')
  assert.equal(await shown(again, 'volunteers'), '0', 'below zero is not counted')
  assert.equal(await again.locator('[data-zero]').isVisible(), true)
  await state(again, /^16 wachten/)
  assert.deepEqual([await sums(one), await sums(other)], [{}, {}])

  await context.setOffline(false)
  await state(again, /^0 wachten · 16 verstuurd$/)
  assert.deepEqual(await sums(one), { heads: 7, 'first-time': 1 })
  assert.deepEqual(await sums(other), { heads: 21, children: 3 })
  assert.equal(await shown(again, 'heads'), '21')
  await context.close()
})

test('a session that ended while the phone was offline loses no tap: they go after signing in again', async () => {
  const { context, page } = await phone('partner')
  const links = await keepPages(page)
  const address = links.at(-1) ?? ''
  const before = (await sums(address))['heads'] ?? 0
  await context.setOffline(true)
  await page.goto(address)
  await page.waitForSelector(READY)
  await press(page, 'plus', 'heads', 4)
  await state(page, /^4 wachten/)
  await context.clearCookies()
  await context.setOffline(false)
  await page.waitForSelector('[data-note=signedOut]:not([hidden])')
  assert.match((await page.locator('[data-note=signedOut]').textContent()) ?? '', /tellingen zijn bewaard/)
  assert.equal((await sums(address))['heads'] ?? 0, before)

  const link = await signInLink('partner')
  const other = await context.newPage()
  await other.goto(link)
  await other.click('main form button[type=submit]')
  await other.waitForURL(/\/werk(\?|$)/)
  await other.goto(address)
  await state(other, /^0 wachten · 4 verstuurd$/)
  assert.equal((await sums(address))['heads'], before + 4)
  await context.close()
})

test('two phones on one moment merge, and each sees what the other counted', async () => {
  const [one, other] = [await phone('opbouwwerker'), await phone('coordinator')]
  const links = await keepPages(one.page)
  const address = links[2] ?? links[0] ?? ''
  for (const { page } of [one, other]) {
    await page.goto(address)
    await page.waitForSelector(READY)
  }
  const start = Number(await shown(one.page, 'heads'))
  await Promise.all([press(one.page, 'plus', 'heads', 6), press(other.page, 'plus', 'heads', 5)])
  await other.context.setOffline(true)
  await press(other.page, 'plus', 'heads', 2)
  await state(other.page, /^[1-9]\d* wachten/)
  await other.context.setOffline(false)
  for (const { page } of [one, other]) await shows(page, 'heads', start + 13)
  assert.equal((await sums(address))['heads'], start + 13)
  for (const { context } of [one, other]) await context.close()
})

test('a moment is ready for its first tap within a second, and counted in four', async () => {
  const { context, page } = await phone('coordinator')
  await keepPages(page)
  const started = performance.now()
  await page.locator('a[data-keep]').first().click()
  await page.waitForSelector(`${READY} button[name=plus]`)
  const taken = performance.now() - started
  assert.ok(taken < 1000, `${Math.round(taken)} ms`)
  // Tap 1 opened the list, tap 2 the moment; tap 3 is the field, tap 4 the button.
  await page.tap('input[name=aantal]').catch(() => page.click('input[name=aantal]'))
  await page.keyboard.type('33')
  await page.click('[data-type] button')
  await shows(page, 'heads', 33)
  await state(page, /^0 wachten/)
  await context.close()
})

test('the same without script: every button is a form, and a number can be typed', async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(await signInLink('vrijwilliger'))
  await page.click('main form button[type=submit]')
  await page.goto(house.url + LIST)
  await page.locator('a[data-keep]').nth(1).click()
  const before = Number(await shown(page, 'children'))
  await page.click('button[name=plus][value=children]')
  await page.click('button[name=plus][value=children]')
  await page.click('button[name=min][value=children]')
  assert.equal(await shown(page, 'children'), String(before + 1))
  await page.selectOption('select[name=rij]', 'volunteers')
  await page.fill('input[name=aantal]', '3')
  await page.click('[data-type] button')
  assert.equal(await shown(page, 'volunteers'), '3')
  assert.equal(await page.locator('[data-state]').isVisible(), false)
  await context.close()
})
