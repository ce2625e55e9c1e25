import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { type SmallWorld, smallWorld } from '../../../test/small-world.ts'

let world: SmallWorld
before(async () => {
  world = await smallWorld()
  const [slotId] = await world.offer({ slug: 'ontmoeting', title: 'Ontmoeting "en" <script>alert(1)</script>', slots: [{ weekday: 4 }] })
  const [formsId] = await world.offer({ slug: 'formulieren', title: 'Formulieren', slots: [{ weekday: 1 }] })
  await world.sql(`insert into exception (stek_id, slot_id, on_date, cancelled_at) values ($1, $2, '2026-11-26', now())`, [
    world.stekId,
    slotId,
  ])
  await world.sql(`insert into exception (stek_id, slot_id, on_date, moved_to) values ($1, $2, '2026-11-30', '2026-11-27')`, [
    world.stekId,
    formsId,
  ])
})
after(() => world.close())

test('any site may show the coming days in a frame; nothing in it runs or loads, and every link leaves the frame', async () => {
  const answer = await world.get('/kalmthout/ingebed')
  const html = await answer.text()
  const policy = answer.headers.get('content-security-policy') ?? ''
  assert.match(policy, /frame-ancestors \*$/)
  assert.equal(answer.headers.get('x-frame-options'), null)
  const css = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? ''
  assert.ok(policy.includes(`style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'`))
  assert.doesNotMatch(html, /<script|\bsrc=|\bstyle=|https?:\/\/(?!stek\.example)/)
  assert.match(html, /&lt;script>alert|&lt;script&gt;alert/)
  const links = [...html.matchAll(/<a [^>]*>/g)].map(([link]) => link)
  assert.ok(links.length > 2)
  for (const link of links) assert.match(link, /target="_top"/)
})

test('the frame strikes what is off and says where the moved one went', async () => {
  const html = await world.text('/kalmthout/ingebed')
  assert.match(html, /class="off".*?Ontmoeting.*?Gaat niet door\./s)
  assert.match(html, /Formulieren.*?gewoonlijk maandag 30 november/s)
  assert.match(html, /Verplaatst naar vrijdag 27 november/)
})

test('the frame reads from right to left in Arabic', async () => {
  assert.match(await world.text('/ar/kalmthout/ingebed'), /<html lang="ar" dir="rtl">/)
})

test('the frame answers 304 when nothing changed and shows a change at once', async () => {
  const first = await world.get('/kalmthout/ingebed')
  assert.equal((await world.get('/kalmthout/ingebed', { 'if-none-match': first.headers.get('etag') ?? '' })).status, 304)
  await world.sql(`update offer set title = 'Babbel' where slug = 'ontmoeting'`)
  assert.match(await world.text('/kalmthout/ingebed'), /Babbel/)
  assert.equal((await world.get('/nergens/ingebed')).status, 404)
})
