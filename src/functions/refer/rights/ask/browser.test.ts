import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { languages } from '../../../../platform/i18n/languages.ts'
import { axeFaults } from '../../../../test/faults.ts'
import { houseInBrowser, type WholeHouse } from '../../../../test/running.ts'
import { inLanguage } from '../../../../ui/page.tsx'
import { tryExamples } from '../book/examples.ts'
import { shelfOnDisk } from '../shelf-now.ts'
import { written } from './move.ts'

let house: WholeHouse
let browser: Browser
houseInBrowser((opened) => ({ house, browser } = opened), { environment: { STEK_NOW: '2026-11-25T09:00:00+01:00' } })

const READY = '#check[data-ready=yes]'
const examples = () => tryExamples(shelfOnDisk(), '2026-11-25').filter(({ day }) => day === '2026-11-25')

async function opened(
  options: { javaScriptEnabled?: boolean; width?: number } = {},
): Promise<{ context: BrowserContext; page: Page; errors: string[] }> {
  const { javaScriptEnabled = true, width = 360 } = options
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 740 } })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  return { context, page, errors }
}

const outcomesOn = (page: Page): Promise<Record<string, string>> =>
  page
    .locator('[data-right]')
    .evaluateAll((found) => Object.fromEntries(found.map((one) => [one.getAttribute('data-right'), one.getAttribute('data-outcome')])))

/** Puts answers in the form as if they were given before, and asks for the result. */
async function sheetOf(page: Page, answers: readonly string[]): Promise<Record<string, string>> {
  await page.locator('form.check').evaluate((form, given) => {
    for (const old of form.querySelectorAll('input[name=a],input[name=vraag]')) old.remove()
    for (const value of given) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'a', value }))
    form.append(
      Object.assign(document.createElement('button'), { type: 'submit', name: 'doe', value: 'toon', id: 'now', textContent: 'toon' }),
    )
  }, answers)
  await page.click('#now')
  await page.waitForSelector('[data-step=result]')
  return outcomesOn(page)
}

/** Presses through the check, always the first answer, until there is a sheet; gives the questions that were asked. */
async function pressThrough(page: Page): Promise<string[]> {
  const asked: string[] = []
  for (let step = await page.getAttribute('form.check', 'data-step'); step && step !== 'result'; ) {
    asked.push(step)
    if ((await page.locator('input[name=keuze][type=radio]').count()) > 0) await page.locator('input[name=keuze]').first().check()
    await page.click('button[value=verder]')
    await page.waitForFunction((before) => document.querySelector('form.check')?.getAttribute('data-step') !== before, step)
    step = await page.getAttribute('form.check', 'data-step')
  }
  return asked
}

test('with script the answers never leave the device: after the page is there, not one request is made', async () => {
  const { context, page, errors } = await opened()
  await page.goto(`${house.url}/rechten`)
  await page.waitForSelector(READY)
  assert.equal(await page.locator('[data-script]').isVisible(), true)
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  const asked = await pressThrough(page)
  assert.equal(asked.length, 8)
  await page.click('button[value=lees]')
  await page.waitForSelector('[data-step=aloud]')
  await page.click('button[value=toon]')
  await page.click('button[value=terug]')
  assert.equal(await page.getAttribute('form.check', 'data-step'), asked[7])
  await page.click('button[value=niet]')
  await page.locator('.said summary').click()
  await page.locator('button[value^="wijzig:"]').first().click()
  const here = (await page.getAttribute('form.check', 'data-step')) ?? ''
  const stepIs = (step: string) =>
    page.waitForFunction((wanted) => document.querySelector('form.check')?.getAttribute('data-step') === wanted, step)
  const steps = await page.evaluate(() => (history.state as { step: number }).step)
  await page.evaluate((far) => history.go(-far), steps)
  await stepIs(asked[0] ?? '')
  await page.evaluate((far) => history.go(far), steps)
  await stepIs(here)
  assert.deepEqual(requests, [])
  assert.deepEqual(errors, [])
  assert.deepEqual(await context.cookies(), [])
  const stored = await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length])
  assert.deepEqual(stored, [0, 0, 0])
  assert.equal(page.url(), `${house.url}/rechten`, 'nothing stands in the address')
  await context.close()
})

/** Waits until what was jumped to stands on the screen; scrolling may take a moment. */
async function cameUp(page: Page, there: Locator): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    const top = await there.evaluate((one) => one.getBoundingClientRect().top)
    if (top > -20 && top < 700) return
    await page.waitForTimeout(100)
  }
  assert.fail('it never came on the screen')
}

test('a jump within the page stays on the page, with and without script: to a right, back to the list, to what is wrong', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { context, page, errors } = await opened({ javaScriptEnabled })
    await page.goto(`${house.url}/rechten`)
    if (javaScriptEnabled) await page.waitForSelector(READY)
    const step = () => page.getAttribute('form.check', 'data-step')
    while ((await page.locator('input[name=keuze][type=checkbox]').count()) > 0) await page.click('button[value=verder]')
    const asked = await step()
    await page.click('button[value=verder]')
    await page.click('#errors a')
    assert.equal(await step(), asked)
    assert.equal(await page.locator('#errors').count(), 1, 'the refusal is still there')
    for (let next = await step(); next !== 'result'; next = await step()) {
      if ((await page.locator('input[name=keuze][type=radio]').count()) > 0) await page.locator('input[name=keuze]').first().check()
      await page.click('button[value=verder]')
    }
    if (javaScriptEnabled) {
      await page.locator('a[href^="#"]').first().press('Enter')
      await page.waitForFunction(() => location.hash !== '')
      assert.equal(await step(), 'result', 'to the content')
    }
    const links = page.locator('.brief a')
    const [first, last] = [links.nth(1), links.last()]
    for (const link of [first, last]) {
      const there = page.locator((await link.getAttribute('href')) ?? '')
      await link.click()
      assert.equal(await step(), 'result')
      await cameUp(page, there)
      if (javaScriptEnabled) assert.equal(await there.evaluate((one) => document.activeElement === one), true)
    }
    await page.locator('.right a[href="#kort"]').first().click()
    await cameUp(page, page.locator('#kort'))
    // In the list each right that is worth asking for stands once, in the order of the sheet.
    const listed = await page
      .locator('.brief ol a')
      .evaluateAll((all) => all.map((one) => `${one.getAttribute('href')} ${one.textContent}`))
    const cards = page.locator('.right')
    assert.deepEqual(listed, await cards.evaluateAll((all) => all.map((one) => `#${one.id} ${one.querySelector('h3')?.textContent}`)))
    assert.match(page.url(), /\/rechten(#blad-\d+|#deel-\d|#kort|#[a-z]+)?$/, 'no right is named in the address')
    assert.ok(listed.length > 3)
    assert.deepEqual(
      errors.filter((error) => !error.includes('422')),
      [],
    )
    await context.close()
  }
})

test('the same questions and the same sheet with and without script', async () => {
  const found = []
  for (const javaScriptEnabled of [true, false]) {
    const { context, page } = await opened({ javaScriptEnabled })
    await page.goto(`${house.url}/rechten`)
    if (javaScriptEnabled) await page.waitForSelector(READY)
    const asked: string[] = []
    for (
      let step = await page.getAttribute('form.check', 'data-step');
      step && step !== 'result';
      step = await page.getAttribute('form.check', 'data-step')
    ) {
      asked.push(step)
      if ((await page.locator('input[name=keuze][type=radio]').count()) > 0) await page.locator('input[name=keuze]').first().check()
      await page.click('button[value=verder]')
    }
    found.push({
      asked,
      outcomes: await outcomesOn(page),
      words: (await page.locator('form.check .rights, form.check .others').allTextContents()).join(' ').replace(/\s+/g, ' '),
    })
    await context.close()
  }
  assert.deepEqual(found[0], found[1])
})

/** In the browser, for each list of answers: asks for the sheet as a press of the button does, and tells what stands on paper. */
const printedFor = (page: Page, all: readonly (readonly string[])[]): Promise<Record<string, string>[]> =>
  page.evaluate((lists) => {
    const sheetFor = (given: readonly string[]) => {
      const form = document.querySelector('form.check')
      for (const old of form?.querySelectorAll('input[name=a],input[name=vraag]') ?? []) old.remove()
      for (const value of given) form?.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'a', value }))
      const button = Object.assign(document.createElement('button'), { type: 'submit', name: 'doe', value: 'toon' })
      form?.append(button)
      button.click()
      const shown = [...document.querySelectorAll('[data-right]')].filter((one) => one.checkVisibility() && one.clientHeight > 0)
      return Object.fromEntries(shown.map((one) => [one.getAttribute('data-right'), one.getAttribute('data-outcome')])) as Record<
        string,
        string
      >
    }
    return lists.map(sheetFor)
  }, all)

test('POLITICISE-3 every shipped example comes out the same with script, without script and as a printed sheet', async () => {
  const { context, page, errors } = await opened({ width: 800 })
  await page.goto(`${house.url}/rechten`)
  await page.waitForSelector(READY)
  await page.emulateMedia({ media: 'print' })
  const tried = examples()
  assert.ok(tried.length > 60)
  const printed = await printedFor(
    page,
    tried.map(({ answers }) => answers.map(written)),
  )
  for (const [n, { right, name, answers, wanted }] of tried.entries()) {
    assert.equal(printed[n]?.[right], wanted, `${right}: ${name}`)
    assert.equal(Object.keys(printed[n] ?? {}).length, shelfOnDisk().rights.length, 'every right stands on paper')
    const body = new URLSearchParams([...answers.map((one): [string, string] => ['a', written(one)]), ['doe', 'toon']])
    const html = await (await fetch(`${house.url}/rechten`, { method: 'POST', body })).text()
    const without = [...html.matchAll(/data-right="([\w-]+)" data-outcome="([\w-]+)"/g)].map(([, one, outcome]) => [one, outcome])
    assert.deepEqual(Object.fromEntries(without), printed[n], `${right}: ${name}`)
  }
  assert.deepEqual(errors, [])
  await context.close()
})

/** The smallest letters of what stands on paper, in points. */
const smallestLetters = (page: Page): Promise<number> =>
  page.locator('main').evaluate((main) => {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
    const sizes: number[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.textContent?.trim() && node.parentElement?.checkVisibility())
        sizes.push((Number.parseFloat(getComputedStyle(node.parentElement).fontSize) * 3) / 4)
    return Math.min(...sizes)
  })

for (const language of languages)
  test(`the sheet of a family that may ask for much fits on two pages of A4 in letters of 11 points, in ${language}`, async () => {
    const { context, page } = await opened({ width: 800 })
    await page.goto(`${house.url}${inLanguage(language, '/rechten')}`)
    await page.waitForSelector(READY)
    const outcomes = await sheetOf(page, [
      'vt:yes',
      'situation:leefloon',
      'long:yes',
      'children:2',
      'school:yes',
      'income:900-1300',
      'living:alone',
      'home:private',
      'waiting:long',
      'heating:oil',
      'health:mobility',
      'registered:yes',
      'age:18-64',
    ])
    assert.ok(Object.values(outcomes).filter((outcome) => outcome === 'worth').length >= 12)
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
    assert.equal([...pdf.matchAll(/\/Type\s*\/Page\b/g)].length, 2)
    await page.emulateMedia({ media: 'print' })
    assert.ok((await smallestLetters(page)) >= 11)
    await context.close()
  })

test('axe finds nothing on a question, a refusal, the sheet and the text to hear, in Dutch and Arabic, and nothing sticks out at 320 px', async () => {
  for (const language of ['', '/ar'])
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ viewport: { width: 320, height: 740 }, colorScheme })
      const page = await context.newPage()
      const look = async () => {
        assert.deepEqual(await axeFaults(page), [], `${language} ${colorScheme}`)
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'something sticks out')
        const small = await page
          .locator('main button:visible, main a:visible, main label:visible')
          .evaluateAll((found) => found.filter((one) => one.getBoundingClientRect().height < 24).map((one) => one.outerHTML.slice(0, 80)))
        assert.deepEqual(small, [])
      }
      await page.goto(`${house.url}${language}/rechten?stek=wuustwezel`)
      await page.waitForSelector(READY)
      await look()
      // A question with boxes takes none as an answer; the first one with one choice does not.
      while ((await page.locator('input[name=keuze][type=checkbox]').count()) > 0) await page.click('button[value=verder]')
      await page.click('button[value=verder]')
      await page.waitForSelector('#errors')
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'errors', 'the refusal has the focus')
      await look()
      await sheetOf(page, ['vt:yes', 'situation:leefloon', 'children:2', 'income:900-1300'])
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'result')
      for (const details of await page.locator('summary').all()) await details.click()
      await look()
      await page.click('button[value=lees]')
      await look()
      await context.close()
    }
})
