import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser } from '../../../test/browser.ts'
import { wholeHouse } from '../../../test/running.ts'

test('printed, a sign-up is one slip with a name of own choice and the code, on a receipt and on small paper', async () => {
  const house = await wholeHouse({ environment: { STEK_NOW: '2026-11-24T09:00:00+01:00' } })
  const browser = await openBrowser()
  try {
    const page = await (await browser.newContext({ javaScriptEnabled: true, viewport: { width: 360, height: 740 } })).newPage()
    await page.goto(`${house.url}/kalmthout/activiteit/samen-op-stap`)
    await page.click('.outing a.big')
    await page.fill('[name=name]', 'Zonnebloem')
    await page.click('button.main')
    assert.equal(await page.locator('.slip').isVisible(), false, 'on the screen there is the page itself')
    await page.emulateMedia({ media: 'print' })
    assert.match(
      (await page.evaluate('document.body.innerText')) as string,
      /^de STEK Kalmthout\s+Zonnebloem · Samen op stap\s+zaterdag 12 december/,
    )
    assert.doesNotMatch((await page.evaluate('document.body.innerText')) as string, /Telefoon|Mailadres|Weg van hier/)
    for (const [width, height] of [
      ['58mm', '120mm'],
      ['80mm', '120mm'],
      ['105mm', '148mm'],
      ['148mm', '210mm'],
    ] as const) {
      const pdf = (await page.pdf({ width, height })).toString('latin1')
      assert.equal(pdf.match(/\/Type \/Page\b/g)?.length, 1, `${width} is one page`)
    }
    if (process.env.STEK_LOOK) await page.pdf({ path: `${process.env.STEK_LOOK}/slip.pdf`, width: '58mm', height: '120mm' })
  } finally {
    await browser.close()
    await house.end()
  }
})
