import assert from 'node:assert/strict'
import { after, before, beforeEach } from 'node:test'
import type { Hono } from 'hono'
import type { RoleKind } from '../place/person/rules.ts'
import type { Env } from '../platform/http/house.ts'
import { PageCache } from '../platform/http/page-cache.ts'
import { commonHeaders } from '../platform/http/security.ts'
import { mountSites } from '../programme/desk/sites/routes.ts'
import { mountUndo } from '../programme/desk/undo/routes.tsx'
import { mountProgramme } from '../programme/routes.ts'
import { type SmallStek, smallStek } from './board-world.ts'
import { type TestHouse, testHouse } from './house.ts'
import { addPerson, openWork, signedInVisit, type Visit } from './work.ts'

/** The house of the test. */
export let it: TestHouse
/** Its pages. */
export let app: Hono<Env>
/** The stek of the tests, Kalmthout. */
export let here: SmallStek
/** Another stek, Wuustwezel. */
export let there: SmallStek
/** A community worker of Kalmthout, signed in. */
export let els: Visit
let number = 0

/** Opens two small steks before each test of a file, with a community worker at work in the first. */
export function inTwoSteks(): void {
  before(async () => {
    it = await testHouse()
  })
  after(() => it.close())
  beforeEach(async () => {
    await it.owner.query('truncate network, person cascade')
    const pages = new PageCache(it.versions, () => it.clock.now().epochMilliseconds, commonHeaders(it.house.settings.baseUrl))
    const house = { ...it.house, pages }
    app = openWork(house)
    mountSites(app, house)
    mountUndo(app, house)
    mountProgramme(app, house, 'nl')
    here = await smallStek(it.owner)
    there = await smallStek(it.owner, 'wuustwezel', 'de STEK Wuustwezel')
    els = await as('community-worker')
  })
}

/** Somebody in a role, signed in. */
export async function as(kind: RoleKind, stek = here): Promise<Visit> {
  number += 1
  const person = { name: `Els ${number}`, email: `els${number}@voorbeeld.be`, stekId: stek.stekId, kind }
  return signedInVisit(
    app,
    it.house,
    await addPerson(it.owner, it.house.newId, { ...person, partnerId: kind === 'partner-worker' ? stek.partnerIds.caw : undefined }),
  )
}

/** A text without the entities of HTML. */
export const plain = (html: string) => html.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/** What a browser would send back of the first form for the place on a page. */
export function formIn(html: string): Record<string, string> {
  const form = /<form method="post" action="\/werk\/plekken[\s\S]*?<\/form>/.exec(html)?.[0] ?? ''
  const fields: Record<string, string> = {}
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const [name = '', value = ''] = [/ name="([^"]*)"/, / value="([^"]*)"/].map((one) => one.exec(tag)?.[1] ?? '')
    if (!/type="(radio|checkbox)"/.test(tag) || / checked/.test(tag)) fields[name] = plain(value)
  }
  for (const [, name = '', text = ''] of form.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g))
    fields[name] = plain(text).replaceAll('\n', '\r\n')
  for (const [, name = '', options = ''] of form.matchAll(/<select[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g))
    fields[name] =
      /<option(?=[^>]* selected)[^>]* value="([^"]*)"|<option value="([^"]*)" selected/.exec(options)?.slice(1).find(Boolean) ?? ''
  return fields
}

/** The first form for the place on a page, as a browser would send it back. */
export const open = async (visit: Visit, path: string) => {
  const response = await visit.get(path)
  assert.equal(response.status, 200, path)
  return formIn(await response.text())
}
/** What a statement gives, as the owner. */
export const rows = async (query: string, values: unknown[] = []) => (await it.owner.query(query, values)).rows
/** A page as a visitor gets it. */
export const publicText = async (path: string) => (await app.request(path)).text()
/** That a page says all of these. */
export const says = (html: string, ...texts: RegExp[]) => {
  for (const text of texts) assert.ok(text.test(html), String(text))
}
/** That a page does not say this. */
export const saysNot = (html: string, text: RegExp) => assert.ok(!text.test(html), String(text))
/** That a form was refused with these sentences; gives the page. */
export const refused = async (response: Response, ...sentences: RegExp[]) => {
  assert.equal(response.status, 422)
  const html = await response.text()
  says(html, ...sentences)
  return html
}

/** The address of the site. */
export const SITE = () => `/werk/plekken/${here.siteId}?stek=kalmthout`
/** The address of a partner. */
export const CAW = () => `/werk/plekken/partner/${here.partnerIds.caw}?stek=kalmthout`
