import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { personByEmail } from '../../../place/person/queries.ts'
import { makeSignInLink } from '../../../place/person/sign-in/link.ts'
import { houseInBrowser, type WholeHouse } from '../../../test/running.ts'

let house: WholeHouse
let browser: Browser
houseInBrowser((opened) => ({ house, browser } = opened), { environment: { STEK_NOW: '2026-11-24T14:00:00+01:00' } })

/** A phone of the coordinator on the page of one moment of today; `prepare` happens before any page is opened. */
async function onMoment(
  nth: number,
  prepare?: (context: BrowserContext) => Promise<unknown>,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } })
  await prepare?.(context)
  const page = await context.newPage()
  const person = await personByEmail(house.house.database, 'coordinator@example.org')
  await page.goto(house.url + (await makeSignInLink(house.house.database, person?.personId ?? '', house.house.clock.now())))
  await page.click('main form button[type=submit]')
  await page.goto(`${house.url}/werk/tellen?stek=kalmthout`)
  await page.locator('a[data-keep]').nth(nth).click()
  await page.waitForSelector('html[data-counting=ready]')
  return { context, page }
}

const plus = (page: Page, row = 'heads') => page.click(`button[name=plus][value=${row}]`)
const state = (page: Page, words: RegExp) =>
  page.waitForFunction((source) => new RegExp(source).test(document.querySelector('[data-state]')?.textContent ?? ''), words.source)

/** What was counted these days; the demo world has counts of months ago. */
async function keptOn(page: Page): Promise<{ day: string; sum: number }[]> {
  const [, slot] = /tellen\/([^/]+)\//.exec(page.url()) ?? []
  return house.house.database.asKeeper(async (tx) => {
    const { rows } = await sql<{ day: string; sum: number }>`
      select on_date::text as day, sum(change)::int as sum from tally_entry
        where slot_id = ${slot ?? ''} and counted = 'heads' and on_date >= '2026-11-20' group by 1`.execute(tx)
    return rows
  })
}

test('a phone whose clock is a day off counts the right moment on the right day', async () => {
  for (const [nth, wrong] of [
    [0, '2026-11-25T15:10:00+01:00'],
    [1, '2026-11-23T02:00:00+01:00'],
  ] as const) {
    const { context, page } = await onMoment(nth, (one) => one.clock.setSystemTime(new Date(wrong)))
    await plus(page)
    await plus(page)
    await state(page, /^0 wachten · 2 verstuurd$/)
    assert.deepEqual(await keptOn(page), [{ day: '2026-11-24', sum: 2 }], wrong)
    await context.close()
  }
})

test('how much waits and how much was sent stays in sight, also at the end of the page', async () => {
  const { context, page } = await onMoment(2)
  await page.evaluate('window.scrollTo(0, document.body.scrollHeight)')
  const box = await page.locator('[data-state]').boundingBox()
  assert.ok(box && box.y >= 0 && box.y + box.height <= 640, JSON.stringify(box))
  assert.equal(await page.locator('[data-state]').isVisible(), true)
  await context.close()
})

test('a browser that may clear what waits says so, and asks before it is left with taps that are not sent', async () => {
  const { context, page } = await onMoment(2, (one) =>
    one.addInitScript('navigator.storage.persist = async () => false; navigator.storage.persisted = async () => false'),
  )
  assert.equal(await page.locator('[data-note=notPersistent]').isVisible(), false, 'nothing waits, so nothing is said')
  await context.setOffline(true)
  await plus(page, 'children')
  await state(page, /^1 wachten/)
  assert.match((await page.locator('[data-note=notPersistent]').textContent()) ?? '', /mag wat hier wacht zelf opruimen/)
  assert.equal(await page.locator('[data-note=notPersistent]').isVisible(), true)
  const asked = page.waitForEvent('dialog')
  const closing = page.close({ runBeforeUnload: true })
  const dialog = await asked
  assert.equal(dialog.type(), 'beforeunload')
  await dialog.dismiss()
  await closing
  await context.setOffline(false)
  await state(page, /^0 wachten/)
  await context.close()
})

test('a phone with hardly any room says it before a tap is lost', async () => {
  const { context, page } = await onMoment(2, (one) =>
    one.addInitScript('navigator.storage.estimate = async () => ({ quota: 5e6, usage: 4.9e6 })'),
  )
  await page.waitForSelector('[data-note=short]:not([hidden])')
  assert.match((await page.locator('[data-note=short]').textContent()) ?? '', /bijna vol/)
  await context.close()
})

test('100 000 people typed on the phone come back with a plain sentence, and nothing is counted', async () => {
  const { context, page } = await onMoment(2)
  const before = await keptOn(page)
  await page.fill('input[name=aantal]', '100000')
  await page.click('[data-type] button')
  await page.waitForSelector('.errors, .error')
  assert.match((await page.textContent('main')) ?? '', /Dat is te veel in één keer/)
  assert.equal(await page.inputValue('input[name=aantal]'), '100000', 'what was typed stays')
  assert.deepEqual(await keptOn(page), before)
  await context.close()
})
