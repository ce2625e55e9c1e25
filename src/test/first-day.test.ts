import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { type WholeHouse, wholeHouse } from './running.ts'

let browser: Browser
const houses: WholeHouse[] = []
before(async () => {
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  for (const house of houses) await house.end()
})

const open = async (demoWorld: boolean) => {
  const house = await wholeHouse({ demoWorld, environment: { STEK_NOW: '2026-11-25T10:00:00+01:00' } })
  houses.push(house)
  return house
}

test('an empty house is set up with one form and without script, ends on an empty programme with the first step, and the first offer is there', async () => {
  const house = await open(false)
  const [, link = ''] = /(http\S+)$/.exec(house.said.find((line) => line.startsWith('Set up your STEK')) ?? '') ?? []
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(link)
  await page.fill('#f-stekName', 'de STEK Essen')
  await page.fill('#f-email', 'geen adres')
  await page.click('main form button[type=submit]')
  assert.ok((await page.locator('.errors li').count()) >= 3, 'everything that is missing is told at once')
  assert.equal(await page.inputValue('#f-stekName'), 'de STEK Essen', 'what was typed stays')
  for (const [field, text] of [
    ['networkName', 'Noorderkempen'],
    ['municipality', 'Essen'],
    ['siteName', 'Heuvelhal'],
    ['partnerName', 'SAAMO'],
    ['name', 'Noor'],
    ['email', 'noor@example.org'],
  ] as const)
    await page.fill(`#f-${field}`, text)
  await page.click('main form button[type=submit]')
  await page.waitForURL(/\/werk\?/)
  const first = page.locator('main a[href*="/werk/aanbod/nieuw"]').first()
  assert.ok(await first.isVisible(), 'the first step is shown')

  await first.click()
  await page.fill('#f-title', 'Koffie en een babbel')
  await page.locator('input[name=functions][value=meet]').check()
  await fillSlot(page)
  await page.click('button[value=look]')
  const errors = await page.locator('.errors').count()
  assert.equal(errors, 0, errors > 0 ? ((await page.locator('.errors').textContent()) ?? '') : '')
  await page.click('button[value=save]')
  await page.waitForURL(/\/werk/)
  await context.close()

  const html = await (await fetch(`${house.url}/essen`)).text()
  assert.match(html, /Koffie en een babbel/)
  assert.match(html, /Morgen, donderdag 26 november/)
  const used = await fetch(link)
  assert.equal(used.status, 404, 'the link works once')
})

/** Fills in a weekly moment on Thursday afternoon, as people type it. */
async function fillSlot(page: Page): Promise<void> {
  await page.selectOption('select[name=howOften]', 'weeks-1')
  await page.fill('#f-first', 'donderdag 26 november')
  await page.fill('#f-start', '13u')
  await page.fill('#f-end', '16.00')
}

test('a worker makes a passkey and signs in with it the next time', async () => {
  const house = await open(true)
  const context = await browser.newContext()
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto(house.link('opbouwwerker'))
  await page.click('main form button[type=submit]')
  await page.goto(`${house.url}/werk/ik`)
  await page.click('[data-passkey=register] button')
  await page.locator('.keys li').first().waitFor()
  await page.click('header summary')
  await page.click('header form button')
  await page.waitForURL(/aanmelden/)
  await page.goto(`${house.url}/werk/programma?stek=wuustwezel`)
  assert.match(page.url(), /aanmelden\?terug=/)
  await page.click('[data-passkey=sign-in] button')
  await page.waitForURL(/\/werk\/programma\?stek=wuustwezel/)
  await context.close()
})

test('after an error, somebody who listens hears what is wrong first, and its link leads to the field', async () => {
  const house = houses[1] ?? (await open(true))
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  await page.goto(house.link('coordinator'))
  await page.click('main form button[type=submit]')
  await page.goto(`${house.url}/werk/aanbod/nieuw?stek=kalmthout`)
  await page.fill('#f-title', 'x'.repeat(10_000))
  await page.click('button[value=look]')
  const summary = page.locator('.errors[role=alert]')
  assert.match((await summary.textContent()) ?? '', /10\D?000/, 'how long it is, is said')
  assert.equal((await page.inputValue('#f-title')).length, 10_000, 'and it is kept as typed')
  const link = summary.locator('a[href="#f-title"]')
  await link.focus()
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate('document.activeElement.id'), 'f-title')
  assert.equal(await page.getAttribute('#f-title', 'aria-invalid'), 'true')
  assert.match((await page.getAttribute('#f-title', 'aria-describedby')) ?? '', /e-title/)
  await context.close()
})
