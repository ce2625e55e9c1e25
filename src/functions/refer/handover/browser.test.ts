import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../../../test/browser.ts'
import { axeFaults } from '../../../test/faults.ts'
import { type HandoverWorld, handoverWorld } from '../../../test/handover-world.ts'
import { type Served, served } from '../../../test/served.ts'
import { handoverPaths } from './paths.ts'

let world: HandoverWorld
let browser: Browser
let server: Served
let url: string

before(async () => {
  world = await handoverWorld()
  server = await served(world.app)
  url = server.url
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  server?.close()
  await world?.close()
})

/** Nothing sticks out of a page as it is. */
async function look(page: Page, name: string) {
  const wide = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
  assert.equal(wide, 0, `${name} sticks out`)
}

test('without script: a worker makes a slip in a handful of taps, and the service reads and answers on a phone', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false })
  await context.addCookies([{ name: 'stek_session', value: world.visits['community-worker'].cookie ?? '', url }])
  const page = await context.newPage()
  await page.goto(`${url}/werk/overdracht`)
  await page.getByLabel('Zoek een dienst of organisatie').fill('schuld')
  await page.getByRole('button', { name: 'Zoek' }).click()
  await page.getByRole('link', { name: 'Schuldhulp' }).click()
  await page.getByLabel('Dag').fill('maandag')
  await page.getByLabel('Uur').fill('14')
  await look(page, 'the form')
  await page.getByRole('button', { name: 'Maak het briefje' }).click()
  await page.getByRole('heading', { name: 'Het briefje is klaar' }).waitFor()
  await look(page, 'the slip')
  const [own = '', service = ''] = await page.locator('.codebox b').allTextContents()
  await page.getByRole('link', { name: 'Maak samen een bericht' }).click()
  await page.getByLabel('Het bericht').fill('Ik heb een brief gekregen. Ik durf hem niet open te doen.')
  await page.getByRole('button', { name: 'Toon zin per zin' }).click()
  await page.getByLabel('Ja, deze zin mag mee').nth(1).check()
  await page.getByLabel('Eén keer').check()
  await page.getByLabel('Gezegd').check()
  await page.getByLabel('De zinnen met ja mogen naar Schuldhulp').check()
  await look(page, 'the consent')
  await page.getByRole('button', { name: 'Geef het mee' }).click()
  await page.getByText('Er gaat 1 bericht mee').waitFor()
  await context.close()

  const elsewhere = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false })
  const phone = await elsewhere.newPage()
  await phone.goto(`${url}/code`)
  await phone.getByLabel('Typ je code').fill(service)
  await phone.getByRole('button', { name: 'Kijk' }).click()
  await phone.getByRole('button', { name: 'Lees het bericht' }).click()
  assert.equal((await phone.locator('.says').textContent())?.trim(), 'Ik durf hem niet open te doen.')
  await phone.getByRole('link', { name: 'Naar het antwoord' }).click()
  await look(phone, 'the answers')
  await phone.getByText('Hier lukte het niet').click()
  await look(phone, 'what stood in the way')
  await phone.getByRole('button', { name: 'Er is een wachtlijst' }).click()
  await phone.getByText('Je antwoord is bewaard').waitFor()
  await look(phone, 'the answer')
  await phone.goto(`${url}/uk/code`)
  await phone.getByRole('textbox').fill(own)
  await phone.getByRole('button', { name: 'Подивитися' }).click()
  await phone.getByText('Тут не вийшло.').waitFor()
  assert.deepEqual(await elsewhere.cookies(), [])
  await elsewhere.close()
})

test('a busy secretary answers on a phone without script: type the code, and one tap that is in view at once', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false })
  for (const [answer, says] of [
    ['Goed aangekomen.', /Goed aangekomen/],
    ['Nog niet geweest.', /Nog niet geweest/],
  ] as const) {
    const { service } = await world.slip()
    const phone = await context.newPage()
    await phone.goto(`${url}/code`)
    const field = phone.getByLabel('Typ je code')
    assert.deepEqual(
      [await field.getAttribute('autocapitalize'), await field.getAttribute('autocorrect'), await field.getAttribute('spellcheck')],
      ['none', 'off', 'false'],
      'a phone does not make words of a code',
    )
    await field.fill(` ${service.toUpperCase()} `)
    await phone.getByRole('button', { name: 'Kijk' }).click()
    const tap = phone.getByRole('button', { name: answer })
    const box = await tap.boundingBox()
    assert.ok(box && box.y + box.height <= 740, `${answer} is in view without scrolling: ${JSON.stringify(box)}`)
    assert.ok(box.height >= 44 && box.width >= 300, 'and large')
    await tap.click()
    await phone.getByText('Je antwoord is bewaard').waitFor()
    assert.match((await phone.locator('main').textContent()) ?? '', says)
    await phone.close()
  }
  const { service } = await world.slip()
  const phone = await context.newPage()
  await phone.goto(`${url}/code`)
  await phone.getByLabel('Typ je code').fill(service)
  await phone.getByRole('button', { name: 'Kijk' }).click()
  await phone.getByText('Doorgestuurd naar een andere dienst').click()
  await phone.getByLabel('Naar welke dienst doorgestuurd?').selectOption({ label: 'Schuldhulp (CAW)' })
  await phone.getByRole('button', { name: 'Stuur het antwoord' }).click()
  await phone.getByText('Doorgestuurd naar een andere dienst. Schuldhulp').first().waitFor()
  await phone.getByText('Klopt het niet?').click()
  await phone.getByRole('button', { name: 'Goed aangekomen.' }).click()
  assert.match((await phone.locator('.good').last().textContent()) ?? '', /Goed aangekomen/)
  await context.close()
})

test('axe finds nothing on the pages of a handover, they fit on 320 px and in 14 kB', async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 740 }, bypassCSP: true })
  const page = await context.newPage()
  const faults: string[] = []
  const find = async (path: string) => {
    const answer = await page.goto(url + path)
    const body = (await answer?.body()) ?? Buffer.alloc(0)
    if (!path.includes('/werk')) assert.ok(gzipSync(body).length <= 14_336, `${path} has ${gzipSync(body).length} bytes`)
    faults.push(...(await axeFaults(page)).map((fault) => `${path.slice(0, 40)} ${fault}`))
    await look(page, path.slice(0, 60))
  }
  for (const prefix of ['', '/ar', '/uk']) {
    const { seal, own, service } = await world.slip({ shows: 'yes' })
    await world.message(seal, 'Ik zoek een tolk.', [1], { readable: 'until' })
    await find(`${prefix}${handoverPaths.slip(seal)}`)
    await find((await world.opens(own, prefix)).address)
    await find((await world.opens(service, prefix)).address)
    await find(`${prefix}/wuustwezel/wegwijzer/sociale-dienst/briefje`)
  }
  await context.addCookies([{ name: 'stek_session', value: world.visits['community-worker'].cookie ?? '', url }])
  const { seal } = await world.slip()
  await find('/werk/overdracht')
  await find(handoverPaths.make('wuustwezel', world.services.social))
  await find(handoverPaths.made('wuustwezel', seal))
  await find(handoverPaths.message('wuustwezel', seal))
  await find(handoverPaths.contacts('wuustwezel', world.services.social))
  await find('/werk/overdracht/kastje')
  await context.close()
  assert.deepEqual(faults, [])
})
