import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, CAW, els, inTwoSteks, open, rows, SITE, there } from '../../../test/place-world.ts'

inTwoSteks()

test('only who leads the stek changes the place; others are told so, and nothing is different', async () => {
  for (const kind of ['partner-worker', 'volunteer', 'funder'] as const) {
    const visit = await as(kind)
    for (const path of [
      '/werk/plekken?stek=kalmthout',
      '/werk/plekken/stek?stek=kalmthout',
      '/werk/plekken/nieuw?stek=kalmthout',
      SITE(),
      CAW(),
    ])
      assert.equal((await visit.get(path)).status, 403, `${kind} ${path}`)
    const form = await open(els, CAW())
    assert.equal((await visit.post(CAW(), { ...form, name: 'Van ons' })).status, 403)
  }
  assert.equal((await rows(`select from partner where name = 'Van ons'`)).length, 0)
})

test('another stek is not found, nor is anything of it', async () => {
  const form = await open(els, SITE())
  const add = { name: 'Indringer', stepFree: 'unknown', toilet: 'unknown', pictogram: 'users' }
  for (const path of [
    '/werk/plekken?stek=wuustwezel',
    '/werk/plekken/stek?stek=wuustwezel',
    `/werk/plekken/${there.siteId}?stek=wuustwezel`,
    `/werk/plekken/${there.siteId}?stek=kalmthout`,
    `/werk/plekken/${there.siteId}/ruimte?stek=kalmthout`,
    `/werk/plekken/ruimte/${there.roomId}?stek=kalmthout`,
    `/werk/plekken/partner/${there.partnerIds.caw}?stek=kalmthout`,
    `/werk/plekken/${'-'.repeat(36)}?stek=kalmthout`,
  ]) {
    assert.equal((await els.get(path)).status, 404, path)
    if (!/plekken\?/.test(path)) assert.equal((await els.post(path, { ...form, ...add })).status, 404, path)
  }
  await els.post(`/werk/plekken/ruimte/${there.roomId}?stek=kalmthout`, { step: 'remove', sleutel: 'x' })
  assert.equal((await rows('select from room where stek_id = $1', [there.stekId])).length, 1)
  assert.equal((await rows(`select from site where name = 'Indringer'`)).length, 0)
})
