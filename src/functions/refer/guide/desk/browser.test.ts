import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { hashOf, newToken } from '../../../../platform/sessions/tokens.ts'
import { axeFaults, sticksOut } from '../../../../test/faults.ts'
import { houseInBrowser, type WholeHouse } from '../../../../test/running.ts'

let house: WholeHouse
let browser: Browser
const token = newToken()
const id = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`

houseInBrowser(async (opened) => {
  ;({ house, browser } = opened)
  const owner = new pg.Client({ connectionString: house.databaseUrl })
  await owner.connect()
  const { rows } = await owner.query<{ stek_id: string }>(`select stek_id from stek where slug = 'kalmthout'`)
  const stek = rows[0]?.stek_id
  await owner.query(
    `insert into organisation (stek_id, organisation_id, slug, name, email) values ($1, $2, 'proefhuis', 'Proefhuis', 'onthaal@proef.example')`,
    [stek, id(1)],
  )
  await owner.query(
    `insert into service (stek_id, service_id, organisation_id, slug, name, what, phone) values
       ($1, $2, $4, 'proefhulp', 'Hulp bij papieren en formulieren', 'Samen je brieven lezen.', '03 123 45 67'), ($1, $3, $4, 'proefsoep', 'Soep', '', null)`,
    [stek, id(2), id(3), id(1)],
  )
  await owner.query(
    `insert into freshness_request (stek_id, request_id, service_id, way, asked_on, token_hash, expires_on) values ($1, $2, $3, 'mail', $5::date, $4, $5::date + 27)`,
    [stek, id(4), id(2), hashOf(token), house.house.clock.now().toString()],
  )
  await owner.end()
})
async function faults(page: Page, shot: string): Promise<string[]> {
  if (process.env.STEK_SHOTS) await page.screenshot({ path: `${process.env.STEK_SHOTS}/${shot}.png`, fullPage: true })
  const found = [...(await axeFaults(page)), ...((await sticksOut(page)) ? ['sticks out'] : [])]
  return found.map((fault) => `${shot} ${fault}`)
}

test('REFER-3 an organisation answers and a worker takes over, on a small phone, without script and without a cookie', async () => {
  const found: string[] = []
  const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false }
  for (const language of ['', '/ar'] as const) {
    const scripted = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
    await scripted.goto(`${house.url}${language}/kalmthout/klopt?t=${token}`)
    found.push(...(await faults(scripted, `question${language.replace('/', '-')}`)))
    await scripted.goto(`${house.url}${language}/kalmthout/klopt?t=${token}&stap=anders`)
    found.push(...(await faults(scripted, `change${language.replace('/', '-')}`)))
  }
  const visitor = await (await browser.newContext(phone)).newPage()
  await visitor.goto(`${house.url}/kalmthout/klopt?t=${token}`)
  await visitor.click('text=Er is iets veranderd')
  await visitor.fill('[name=phone]', '03 765 43 21')
  await visitor.fill('[name=note]', 'We zijn verhuisd naar de overkant.')
  await visitor.click('main button')
  assert.match((await visitor.textContent('main')) ?? '', /We kijken je aanpassing na/)
  assert.deepEqual(await visitor.context().cookies(), [])

  const work = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
  await work.goto(house.link('opbouwwerker'))
  await work.click('main button')
  await work.goto(`${house.url}/werk/wegwijzer?stek=kalmthout&toon=proposals`)
  found.push(...(await faults(work, 'proposals')))
  await work.click('text=Hulp bij papieren')
  found.push(...(await faults(work, 'proposal')))
  await work.click('text=Neem over')
  await work.goto(`${house.url}/werk/wegwijzer?stek=kalmthout`)
  found.push(...(await faults(work, 'list')))
  for (const path of [`/${id(2)}`, `/${id(2)}/anders`, '/nieuw', '/organisaties', '/plaatsen', '/invoer']) {
    await work.goto(`${house.url}/werk/wegwijzer${path}?stek=kalmthout`)
    if (path === `/${id(2)}`) assert.equal(await work.inputValue('[name=phone]'), '03 765 43 21')
    for (const more of await work.locator('main details').all()) await more.evaluate((one) => one.setAttribute('open', ''))
    found.push(...(await faults(work, `desk${path.replaceAll('/', '-').replace(id(2), 'service')}`)))
  }
  await work.fill('[name=source]', 'proeflijst')
  await work.setInputFiles('[name=file]', {
    name: 'gids.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Naam;Organisatie;Telefoon;Openingsuren\nNaaikamer;Buurthuis;03 111 11 11;ma 9-12\nKapot;Buurthuis;;ooit\n'),
  })
  await work.click('text=Lees de lijst')
  found.push(...(await faults(work, 'columns')))
  await work.click('text=Toon het verschil')
  await work.waitForSelector('text=Wat er verandert', { timeout: 30_000 })
  found.push(...(await faults(work, 'difference')))
  await work.click('text=Neem over')
  await work.waitForSelector('text=De lijst is overgenomen', { timeout: 30_000 })
  found.push(...(await faults(work, 'done')))
  await work.setViewportSize({ width: 1180, height: 900 })
  await work.goto(`${house.url}/werk/wegwijzer?stek=kalmthout`)
  found.push(...(await faults(work, 'list-wide')))
  assert.deepEqual(found, [])
})
