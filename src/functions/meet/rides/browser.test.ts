import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { axeFaults, sticksOut } from '../../../test/faults.ts'
import { houseInBrowser, type WholeHouse } from '../../../test/running.ts'

let house: WholeHouse
let browser: Browser
houseInBrowser((opened) => ({ house, browser } = opened))

const phone = { viewport: { width: 320, height: 640 } }

async function faults(page: Page): Promise<string[]> {
  const found = [...(await axeFaults(page)), ...((await sticksOut(page)) ? ['sticks out'] : [])]
  return found.map((fault) => `${page.url()} ${fault}`)
}

test('PRACTICE-9 a ride is asked, offered, proposed and agreed on a small phone, without script', async () => {
  const desk = await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage()
  await desk.goto(house.link('opbouwwerker'))
  await desk.click('main button')
  await desk.goto(`${house.url}/werk/ritten/plekken?stek=kalmthout`)
  for (const name of ['Heide station', 'Achterbroek']) {
    await desk.fill('[name=placeName]', name)
    await desk.click('text=Zet erbij')
  }
  await desk.goto(`${house.url}/werk/ritten?stek=kalmthout`)
  await desk.click('main summary')
  await desk.click('text=Regel de ritten')
  const moment = desk.url()
  const [, key = ''] = /\/werk\/ritten\/([^?]+)/.exec(moment) ?? []

  const visitor = await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage()
  await visitor.goto(`${house.url}/kalmthout/rit/${key}`)
  await visitor.fill('[name=name]', 'Mia')
  await visitor.fill('[name=phone]', '0470 00 00 01')
  await visitor.selectOption('[name=place]', { label: 'Achterbroek' })
  await visitor.check('[value=both]')
  await visitor.click('main button')
  assert.match((await visitor.textContent('main')) ?? '', /We hebben je vraag/)
  assert.deepEqual(await visitor.context().cookies(), [])

  await desk.click('text=Iemand kan rijden')
  await desk.selectOption('[name=driver]', { label: 'Rik' })
  await desk.fill('[name=phone]', '0470 00 00 09')
  await desk.selectOption('[name=place]', { label: 'Heide station' })
  await desk.click('main button.big')
  await desk.click('text=Maak een voorstel')
  await desk.click('text=Mia zegt ja')
  await desk.click('text=Rik zegt ja')
  assert.match((await desk.textContent('main')) ?? '', /Allebei ja/)

  const looking = await (await browser.newContext({ ...phone, storageState: await desk.context().storageState() })).newPage()
  const found: string[] = []
  for (const address of [
    `/kalmthout/rit/${key}`,
    `/ar/kalmthout/rit/${key}`,
    new URL(moment).pathname + new URL(moment).search,
    '/werk/ritten?stek=kalmthout',
  ]) {
    await looking.goto(house.url + address)
    found.push(...(await faults(looking)))
  }
  assert.deepEqual(found, [])
})
