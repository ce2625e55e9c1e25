import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../../../test/browser.ts'
import { axeFaults } from '../../../test/faults.ts'
import { type JoiningWorld, joiningWorld } from '../../../test/joining-world.ts'
import { type Served, served } from '../../../test/served.ts'

let world: JoiningWorld
let browser: Browser
let server: Served
let url: string

before(async () => {
  world = await joiningWorld()
  await world.terms({ capacity: 1, kept: 0 })
  server = await served(world.app)
  url = server.url
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  server?.close()
  await world?.close()
})

/** Looks at a page as it is: nothing sticks out at 360 px. With STEK_SHOTS set, a picture is kept there. */
async function look(page: Page, name: string) {
  if (process.env.STEK_SHOTS) await page.screenshot({ path: `${process.env.STEK_SHOTS}/${name}.png`, fullPage: true })
  const wide = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
  assert.equal(wide, 0, `${name} sticks out`)
}

async function found(context: Awaited<ReturnType<Browser['newContext']>>, path: string): Promise<string[]> {
  const page = await context.newPage()
  await page.goto(url + path)
  const faults = await axeFaults(page)
  await page.close()
  return faults.map((fault) => `${path} ${fault}`)
}

test('without script, on a phone of 360 px: a place, a code, the waiting list and cancelling', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false, colorScheme: 'light' })
  const page = await context.newPage()
  await page.goto(`${url}/wuustwezel/activiteit/uitstap-naar-zee`)
  await look(page, 'activity')
  await page.getByRole('link', { name: 'Doe mee' }).first().click()
  await look(page, 'join')
  await page.getByLabel('Hoe mogen we je noemen?').fill('Fatima El Amrani')
  await page.getByRole('button', { name: 'Ik doe mee' }).click()
  assert.ok(await page.getByText('Een voornaam volstaat.').first().isVisible())
  await look(page, 'gentle')
  await page.getByRole('button', { name: 'Ik doe mee' }).click()
  assert.ok(await page.getByText('Je hebt een plaats.').isVisible())
  await look(page, 'seen')
  const code = (await page.locator('.code b').textContent()) ?? ''

  await page.goto(`${url}/wuustwezel/activiteit/uitstap-naar-zee`)
  await page.getByRole('link', { name: 'Doe mee' }).first().click()
  await page.getByLabel('Hoe mogen we je noemen?').fill('Jan')
  await page.getByRole('button', { name: 'Zet me op de wachtlijst' }).click()
  assert.ok(await page.getByText('op nummer 1').isVisible())
  await look(page, 'waiting')

  await page.goto(`${url}/code`)
  await page.getByLabel('Typ je code').fill(code.toUpperCase())
  await look(page, 'code')
  await page.getByRole('button', { name: 'Kijk' }).click()
  await page.getByRole('button', { name: 'Ik kom niet' }).click()
  await page.getByRole('heading', { name: 'Je hebt afgezegd' }).waitFor()
  assert.deepEqual(await context.cookies(), [])
  await context.close()
  assert.deepEqual(await world.rows(`select name from sign_up where placed_at is not null and withdrawn_at is null`), [{ name: 'Jan' }])
})

test('axe finds nothing on the pages of taking part, for visitors and at the desk', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, bypassCSP: true })
  const join = `/wuustwezel/meedoen/${world.outing.slotId}/${world.date}`
  const faults: string[] = []
  for (const path of ['/code', '/ar/code', join, `/ar${join}`]) faults.push(...(await found(context, path)))
  await context.addCookies([{ name: 'stek_session', value: world.visits.coordinator.cookie ?? '', url }])
  const list = `/werk/meedoen/${world.outing.slotId}/${world.date}`
  for (const path of ['/werk/meedoen', `/werk/meedoen/aanbod/${world.outing.offerId}`, list]) faults.push(...(await found(context, path)))
  const page = await context.newPage()
  for (const width of [360, 1180]) {
    await page.setViewportSize({ width, height: 800 })
    await page.goto(url + list)
    await page.getByText('+1 zonder gsm').click()
    await look(page, `list-${width}`)
    await page.goto(`${url}/werk/meedoen/aanbod/${world.outing.offerId}`)
    await look(page, `terms-${width}`)
    await page.goto(`${url}/werk/meedoen`)
    await look(page, `overview-${width}`)
    await page.goto(`${url}/ar${join}`)
    await look(page, `join-ar-${width}`)
  }
  await context.close()
  assert.deepEqual(faults, [])
})
