import test from 'node:test'
import { readFileSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { chromium } from 'playwright-core'
import { testHouse } from './test/house.ts'
import { addStek, addPerson } from './test/work.ts'
import { makeSignInLink } from './place/person/sign-in/link.ts'
import { makeSetUpLink } from './place/person/set-up/link.ts'
import { queueMail } from './platform/mail/queries.ts'
import { openApp } from './app.tsx'
test('browser', async () => {
  const port = 34567
  const it = await testHouse({ settings: { baseUrl: `http://localhost:${port}` } })
  const server = serve({ fetch: openApp(it.house).fetch, port })
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, bypassCSP: true })
  const page = await context.newPage()
  page.on('pageerror', (e) => console.log('pageerror', e))
  const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
  const check = async (path: string | null, name: string) => {
    if (path) await page.goto(`http://localhost:${port}${path}`)
    await page.evaluate(axe)
    const found = await page.evaluate('axe.run()') as { violations: { id: string; nodes: { html: string }[] }[] }
    const width = await page.evaluate('document.documentElement.scrollWidth')
    console.log(name, page.url().slice(-30), 'width', width, found.violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`))
    await page.screenshot({ path: `/tmp/hp/a-${name}.png`, fullPage: true })
  }
  await check(await makeSetUpLink(it.house.database, it.clock.now()), 'setup')
  await page.click('button.big'); await page.waitForLoadState(); await check(null, 'setup-wrong')
  const { stekId } = await addStek(it.owner, it.house.newId, 'kalmthout')
  const els = await addPerson(it.owner, it.house.newId, { name: 'Els', email: 'els@voorbeeld.be', stekId, kind: 'coordinator' })
  await it.house.database.asKeeper((tx) => queueMail(tx, { recipient: 'els@voorbeeld.be', subject: 'Een onderwerp', body: `Dag\n\nhttp://localhost/werk/aanmelden/${'x'.repeat(43)}` }, { newId: it.house.newId, now: it.clock.now() }))
  await check('/werk/aanmelden', 'signin')
  await page.fill('#f-email', 'x'); await page.evaluate('document.querySelector("form").noValidate = true'); await page.click('button.big'); await page.waitForLoadState(); await check(null, 'signin-wrong')
  await page.fill('#f-email', 'els@voorbeeld.be'); await page.click('button.big'); await page.waitForLoadState(); await check(null, 'sent')
  await check(`/werk/aanmelden/${'x'.repeat(43)}`, 'over')
  await check(await makeSignInLink(it.house.database, els, it.clock.now()), 'link')
  await page.click('button.big'); await page.waitForLoadState()
  for (const p of ['ik', 'mensen', 'postvak', 'mensen?stek=nergens']) await check(`/werk/${p}`, p.replace(/\W.*/, '2'))
  await page.goto(`http://localhost:${port}/werk/mensen`)
  await page.click('button:has-text("Toevoegen")'); await page.waitForLoadState(); await check(null, 'mensen-wrong')
  await page.goto(`http://localhost:${port}/werk/mensen`)
  await page.click('button:has-text("Link om")'); await page.waitForLoadState(); await check(null, 'qr')
  await it.owner.query('delete from session')
  await page.goBack()
  await page.fill('#f-name', 'Een naam'); await page.click('button:has-text("Toevoegen")'); await page.waitForLoadState(); await check(null, 'gone')
  await browser.close(); server.close(); await it.close()
})
