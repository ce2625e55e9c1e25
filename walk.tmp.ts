import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import excel from 'exceljs'
const D = '/tmp/exchange-walk'
const at = 'http://localhost:4171'
const link = /Aanmelden als opbouwwerker: (\S+)/.exec(readFileSync('/tmp/exchange.log', 'utf8'))![1]!
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] })
const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 780 }, acceptDownloads: true })
const page = await context.newPage()
page.setDefaultTimeout(60000)
await page.goto(link)
await page.locator('button[type=submit], main button').first().click()
console.log(page.url())
const S = process.argv[2] ?? 'kalmthout'
const LIST = `${at}/werk/wegwijzer/invoer?stek=${S}`
const shot = async (name: string) => { await page.screenshot({ path: `${D}/${name}.png`, fullPage: true }) }
const words = async () => (await page.locator('main').innerText()).replace(/\n+/g, ' | ')
async function bring(name: string, files: { name: string; buffer: Buffer }[], source = '') {
  await page.goto(LIST)
  if (source) await page.fill('#f-source', source)
  await page.setInputFiles('#f-file', files.map((f) => ({ ...f, mimeType: 'application/octet-stream' })))
  await page.locator('form[enctype] button').click()
  for (let i = 0; i < 60 && /wordt (vergeleken|gelezen|bewaard)/.test(await words()); i++) { await page.waitForTimeout(1500) ; await page.reload()}
  await shot(name)
  console.log(`\n== ${name}: ${page.url()}\n`, (await words()).slice(0, 1500))
}
async function yes(name: string) {
  await page.locator('form[action*="/doe"] button').click()
  for (let i = 0; i < 60 && /wordt bewaard/.test(await words()); i++) { await page.waitForTimeout(1500); await page.reload() }
  await shot(name)
  console.log(`\n== ${name}\n`, (await words()).slice(0, 500))
}
const b = (t: string, e: BufferEncoding = 'utf8') => Buffer.from(t, e)
await page.goto(LIST); await shot('0-form'); console.log((await words()).slice(0, 1500))
if (process.argv[3]) { /* more later */ }
else {
// export
const wait = page.waitForEvent('download')
await page.getByText('HSDS (JSON)').click()
const download = await wait
const json = readFileSync(await download.path())
writeFileSync(`${D}/export.json`, json)
console.log('export', download.suggestedFilename(), json.length, (JSON.parse(json.toString()) as unknown[]).length)
await bring('1-export-in-own', [{ name: download.suggestedFilename(), buffer: json }])
await bring('2-cutoff', [{ name: 'gids.json', buffer: json.subarray(0, json.length - 3000) }], 'Gids van de buren')
const first = (JSON.parse(json.toString()) as Record<string, unknown>[]).slice(0, 6)
await bring('3-first', [{ name: 'buren.json', buffer: b(JSON.stringify(first)) }], 'buren')
await yes('3b-done')
const id = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`
const changed = structuredClone(first)
changed[0]!.description = 'Een heel andere tekst, wat langer dan wat er stond, zodat je ziet hoe dat op een smal scherm past.'
changed[0]!.phones = [{ id: id(1), number: '03 999 99 99' }]
changed[1]!.schedules = [{ id: id(2), freq: 'WEEKLY', byday: 'MO,WE', opens_at: '09:00', closes_at: '12:00' }]
changed[2]!.schedules = [{ id: id(3), byday: 'MO', opens_at: '9u', closes_at: '12:00' }]
changed.push({ ...changed[3]! })
changed.push({ id: id(50), name: 'Kring 1', status: 'active', organization: { id: id(51), name: 'Org A', description: 'a', parent_organization_id: id(52) } })
changed.push({ id: id(53), name: 'Kring 2', status: 'active', organization: { id: id(52), name: 'Org B', description: 'b', parent_organization_id: id(51) } })
changed.push({ id: id(54), name: 'Zwevend', status: 'active', organization_id: id(404) })
await bring('4-changed', [{ name: 'buren.json', buffer: b(JSON.stringify(changed.slice(0, 5).concat(changed.slice(6)))) }], 'buren')
await yes('4b-done')
const table = 'Naam;Organisatie;Omschrijving;Telefoon;Openingsuren;Gemeente;Gratis;Talen\r\nCafé Élan;Buurthuis;Praten & koffie;03/123.45.67;ma-vr 9u-12u;Wuustwezel;ja;Nederlands, Frans\r\nRuilwinkel;Buurthuis;Ruilen;;za 10-12;Wuustwezel;nee;nl\r\nKapot;Buurthuis;x;;altijd open;Wuustwezel;;\r\nDubbel;Buurthuis;x;;;;;\r\nDubbel;Buurthuis;y;;;;;\r\nTe lang;Buurthuis;x;;;;;;extra;cel\r\n'
await bring('5-columns', [{ name: 'Gids Café 2026.csv', buffer: b(table, 'latin1') }])
await page.locator('form[action*="kolommen"] button').click()
await page.waitForTimeout(3000); await page.reload(); await shot('5b-difference'); console.log('\n== 5b', await words())
await page.goto(LIST); await page.locator('form[enctype] button').click(); await shot('6-nofile'); console.log('\n== 6', (await words()).slice(0, 400))
const book = new excel.Workbook(); const sheet = book.addWorksheet('gids')
sheet.addRow(['Gids van de gemeente']); sheet.mergeCells('A1:D1'); sheet.addRow(['Dienst', 'Organisatie', 'Contact', '']); sheet.mergeCells('C2:D2')
sheet.addRow(['', '', 'Telefoon', 'E-mail']); sheet.addRow(['Soep', 'Huis', '03 000 00 00', 'soep@huis.example'])
await bring('7-excel', [{ name: 'gids.xlsx', buffer: Buffer.from(await book.xlsx.writeBuffer()) }])
await page.goto(LIST); await shot('8-form-after')
// csv exports back in
for (const t of ['diensten', 'organisaties', 'plaatsen', 'uren']) {
  const w = page.waitForEvent('download'); await page.locator(`a[href*="uitvoer/${t}.csv"]`).click(); const d = await w
  const bytes = readFileSync(await d.path()); writeFileSync(`${D}/${t}.csv`, bytes); console.log(t, d.suggestedFilename(), bytes.length)
  if (t === 'diensten') { await bring('9-own-csv', [{ name: d.suggestedFilename(), buffer: bytes }]); await page.goto(LIST) }
}
}
await browser.close()
