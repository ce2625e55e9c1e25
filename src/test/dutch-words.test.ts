import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import type { Language } from '../platform/i18n/languages.ts'
import { openBrowser } from './browser.ts'
import { foreignWords } from './faults.ts'
import { handoverWorld } from './handover-world.ts'
import { type WholeHouse, wholeHouse } from './running.ts'
import { filled, formsIn, kindOf, linksIn } from './walk.ts'
import { Visit } from './work.ts'

let house: WholeHouse
let browser: Browser
let page: Page
before(async () => {
  house = await wholeHouse({ environment: { STEK_NOW: '2026-11-25T09:00:00+01:00' } })
  browser = await openBrowser()
  page = await browser.newPage()
})
after(async () => {
  await browser?.close()
  await house?.end()
})

/** Pages that no link of the first page leads to. */
const beside = [
  '/rechten',
  '/rechten/gelukt',
  '/code',
  '/toegankelijkheid',
  '/privacy',
  '/nergens',
  '/kalmthout/ingebed',
  '/kalmthout/welkom',
]
/** So many pages of one kind are read: each activity and each service has words of its own. */
const OF_A_KIND = 60

/** Every page of HTML for visitors that links lead to in a language, with its address; files of text it leads to are read as well, and hold no marks. */
async function pagesIn(language: Language): Promise<Map<string, string>> {
  const seen = new Map<string, string>()
  const kinds = new Map<string, number>()
  const queue = [`/${language}`, `/${language}/kalmthout`, ...beside.map((path) => `/${language}${path}`)]
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const kind = kindOf(path)
    const many = kinds.get(kind) ?? 0
    if (seen.has(path) || many >= (kind.includes(':name') ? OF_A_KIND : 3)) continue
    kinds.set(kind, many + 1)
    const answer = await fetch(house.url + path, { redirect: 'manual' })
    const type = answer.headers.get('content-type') ?? ''
    const bytes = await answer.arrayBuffer()
    const body = /^text\/|json/.test(type) ? new TextDecoder().decode(bytes) : ''
    assert.doesNotMatch(body, /[\ufff9-\ufffb]/, `a mark was left in ${path}`)
    const html = type.startsWith('text/html') ? body : ''
    seen.set(path, html)
    queue.push(...linksIn(html, path).filter((link) => link.startsWith(`/${language}/`)))
  }
  return seen
}

/** The lines of every file in a folder of `data`, and in the folders below it. */
const linesIn = (name: string): string[] =>
  readdirSync(join(import.meta.dirname, '../../data', name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8').split('\n'))

/** Latin words that translators left in their own sentences, because they are names or say how something is called here. */
function namesIn(language: Language, letters: RegExp): Set<string> {
  const lines = [`texts/${language}`, 'guide', 'rights', 'demo'].flatMap(linesIn).filter((line) => letters.test(line))
  return new Set(lines.flatMap((line) => line.match(/[A-Za-z\u00c0-\u024f]{2,}/g) ?? []))
}

for (const [language, letters] of [
  ['ar', /[\u0620-\u064a]/],
  ['uk', /[\u0430-\u044f]/],
] as const) {
  test(`a voice that reads a page in ${language} hears which words are Dutch: what workers typed is marked on every page`, async () => {
    const pages = await pagesIn(language)
    assert.ok(pages.size > 100, `only ${pages.size} pages were read`)
    const names = namesIn(language, letters)
    const found = new Map<string, string[]>()
    for (const [path, html] of pages)
      for (const words of await foreignWords(page, html, [...names])) found.set(words, [...(found.get(words) ?? []), path])
    assert.deepEqual(
      [...found].map(([words, paths]) => `${words} (${paths.length}: ${paths[0]})`),
      [],
    )
  })
}

test('the pages behind a form mark it too: the result of the rights check, a sign-up and its slip', async () => {
  const post = async (path: string, fields: readonly [string, string][]) =>
    (
      await fetch(house.url + path, {
        method: 'POST',
        headers: { 'Sec-Fetch-Site': 'same-origin' },
        body: new URLSearchParams([...fields]),
      })
    ).text()
  const names = [...namesIn('ar', /[\u0620-\u064a]/)]
  const rights = await post('/ar/rechten', [
    ...['vt:yes', 'situation:', 'income:1800', 'living:partner', 'children:3', 'school:yes', 'home:private'].map(
      (value): [string, string] => ['a', value],
    ),
    ['stek', 'kalmthout'],
    ['doe', 'toon'],
  ])
  assert.match(rights, /id="blad-3"/)
  assert.deepEqual(await foreignWords(page, rights, names), [])
  const join = [...(await pagesIn('ar'))].find(([path, html]) => path.includes('/meedoen/') && html.includes('name="people"'))
  assert.ok(join, 'there is something to sign up for')
  const form = formsIn(join[1], join[0]).find(({ method }) => method === 'post')
  assert.ok(form)
  const seen = await post(join[0], [
    ...filled(form, () => '', false).filter(([name]) => !['name', 'people'].includes(name)),
    ['name', 'نور'],
    ['people', '1'],
  ])
  assert.match(seen, /class="slip"/)
  assert.deepEqual(await foreignWords(page, seen, names), [])
})

test('the slip of a handover, the page behind each of its codes and the empty slip mark it too', async () => {
  const world = await handoverWorld()
  const slip = await world.slip({ showsService: 'yes', language: 'ar' })
  const visit = new Visit(world.app)
  const names = [...namesIn('ar', /[\u0620-\u064a]/)]
  const pages = [
    await (await visit.get(`/ar/code/briefje?k=${slip.seal}`)).text(),
    (await world.opens(slip.own, '/ar')).html,
    (await world.opens(slip.service, '/ar')).html,
    await (await visit.get('/ar/wuustwezel/wegwijzer/sociale-dienst/briefje')).text(),
  ]
  for (const html of pages) {
    assert.match(html, /<bdi lang="nl">[^<]*Dorpsplein 1, Wuustwezel<\/bdi>/)
    assert.deepEqual(await foreignWords(page, html, names), [])
  }
  await world.close()
})
