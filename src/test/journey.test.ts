import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext } from 'playwright-core'
import { openPdf } from '../platform/pdf/opened-pdf.ts'
import { openBrowser } from './browser.ts'
import { type WholeHouse, wholeHouse } from './running.ts'

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
})

/** A Wednesday: the coming Monday is still ahead. */
const NOW = '2026-11-25T10:00:00+01:00'

async function textOf(url: string): Promise<string> {
  const response = await fetch(url)
  assert.equal(response.status, 200, url)
  return response.text()
}

/** Every place where the programme of Wuustwezel is told, and what it says about one offer. */
async function told(house: WholeHouse): Promise<Record<string, string>> {
  const at = (path: string) => `${house.url}/wuustwezel${path}`
  const week = await textOf(at('/programma?week=2026-W49'))
  const json = JSON.parse(await textOf(at('/programma.json?week=2026-W49'))) as { moments: { offer: string; date: string }[] }
  const feed = await textOf(at('/programma.ics?activiteit=koffie-en-formulieren'))
  const pdf = new Uint8Array(await (await fetch(at('/flyer.pdf?formaat=a4&taal=nl'))).arrayBuffer())
  const paper = (await openPdf(pdf)).texts.join(' ')
  const day = (html: string) =>
    /<h[23] class="date">(\w+) [^<]*<\/h[23]>(?:(?!<h[23] class="date">)[\s\S])*?Koffie en Formulieren/.exec(html)?.[1] ?? 'nowhere'
  return {
    page: day(week),
    activity:
      /(maandag|donderdag)/.exec(/Wanneer\?[\s\S]{0,300}/.exec(await textOf(at('/activiteit/koffie-en-formulieren')))?.[0] ?? '')?.[1] ??
      'nowhere',
    json: json.moments
      .filter(({ offer }) => offer === 'koffie-en-formulieren')
      .map(({ date }) => date)
      .join(' '),
    feed: [...feed.matchAll(/DTSTART:(\d{8})/g)]
      .map(([, date]) => date)
      .filter((date) => (date ?? '') >= '20261130' && (date ?? '') <= '20261206')
      .join(' '),
    // A day stands beside the last of its rows in the order of writing.
    flyer: /Koffie en Formulieren[\s\S]*?(Maandag|Dinsdag|Woensdag|Donderdag|Vrijdag)/.exec(paper)?.[1] ?? 'nowhere',
  }
}

async function signIn(context: BrowserContext, house: WholeHouse) {
  const page = await context.newPage()
  await page.goto(house.link('opbouwwerker'))
  assert.equal((await context.cookies()).length, 0, 'looking at the link signs nobody in: mail scanners look too')
  await page.click('main form button[type=submit]')
  await page.waitForURL(/\/werk(\?|$)/)
  return page
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with script' : 'without script'

  test(`MEET-3 CONTEXT-5 a worker moves Koffie en Formulieren in Wuustwezel from Monday to Thursday afternoon, and everything says Thursday, ${how}`, async () => {
    const house = await wholeHouse({ environment: { STEK_NOW: NOW } })
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled })
    try {
      const before = await told(house)
      assert.deepEqual(before, { page: 'Maandag', activity: 'maandag', json: '2026-11-30', feed: '20261130', flyer: 'Maandag' })

      const page = await signIn(context, house)
      // Step 1: pick the moment in the week.
      await page.goto(`${house.url}/werk/programma?stek=wuustwezel&week=2026-W49`)
      await page
        .locator('.one', { hasText: 'Koffie en Formulieren' })
        .getByRole('link', { name: /andere dag/i })
        .click()
      // Step 2: fill in. A slip of the hand is told, and what was typed stays.
      await page.fill('#f-date', 'donderdag 3 december')
      await page.fill('#f-start', '25:00')
      await page.check('input[name=howLong][value=always]')
      await page.click('button[value=look]')
      assert.match((await page.locator('.errors').textContent()) ?? '', /25:00/)
      assert.equal(await page.inputValue('#f-start'), '25:00')
      assert.equal(await page.inputValue('#f-date'), 'donderdag 3 december')
      await page.fill('#f-start', '13u')
      await page.click('button[value=look]')
      // Step 3: look at what visitors will see, and save.
      assert.match((await page.locator('.seen').textContent()) ?? '', /donderdag/i)
      await page.click('button[value=save]')
      await page.waitForURL(/\/werk\/programma|\/werk\?/)
      assert.match((await page.locator('[role=status]').textContent()) ?? '', /./)

      const after = await told(house)
      assert.deepEqual(after, { page: 'Donderdag', activity: 'donderdag', json: '2026-12-03', feed: '20261203', flyer: 'Donderdag' })
      const message = await textOf(`${house.url}/wuustwezel/bericht.txt`)
      assert.ok(message.length <= 480)
      assert.doesNotMatch(message, /ma \d+ nov[^\n]*Formulieren/)

      // And back again with one press.
      await page.locator('[role=status] button').click()
      await page.waitForURL(/\/werk/)
      assert.deepEqual(await told(house), before)
    } finally {
      await context.close()
      await house.end()
    }
  })
}
