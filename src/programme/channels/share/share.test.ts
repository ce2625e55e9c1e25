import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type SmallWorld, smallWorld } from '../../../test/small-world.ts'
import { frameCode, sendLinks } from './links.ts'

let world: SmallWorld
before(async () => {
  world = await smallWorld()
  await world.offer({ slug: 'ontmoeting', title: 'Koffie & "thee" <b>', slots: [{ weekday: 4 }] })
})
after(() => world.close())

const unescaped = (html: string) => html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

test('the page to send on shows the message and opens it in sms, WhatsApp and mail, by links alone', async () => {
  const html = await world.text('/kalmthout/delen')
  const message = await world.text('/kalmthout/bericht.txt')
  assert.equal(unescaped(/<textarea id="message"[^>]*>(.*?)<\/textarea>/s.exec(html)?.[1] ?? ''), message)
  const links = [...html.matchAll(/<a class="big" href="([^"]*)"/g)].map(([, href]) => unescaped(href ?? ''))
  const told = links.flatMap((href) => /^(?:sms:\?body=|https:\/\/wa\.me\/\?text=|mailto:.*&body=)(.*)$/.exec(href)?.[1] ?? [])
  assert.deepEqual(
    told.map((text) => decodeURIComponent(text).replaceAll('\r\n', '\n')),
    [message, message, message],
  )
  assert.doesNotMatch(html, /<script(?! type="application\/ld\+json")|<img|<iframe/)
})

test('every way to take the programme along that the page offers can be followed', async () => {
  const html = await world.text('/fr/kalmthout/delen')
  const links = [...html.matchAll(/<a class="big" href="(\/[^"]*)"/g)].map(([, href]) => unescaped(href ?? ''))
  assert.equal(links.length, 8)
  for (const link of links) assert.equal((await world.get(link)).status, 200, link)
  assert.match(html, /href="webcal:\/\/stek\.example\/fr\/kalmthout\/programma\.ics"/)
})

test('the code for another site frames our page and cannot be broken by a name', () => {
  assert.equal(
    frameCode('https://stek.example/kalmthout/ingebed', 'De "STEK" & <co>'),
    '<iframe src="https://stek.example/kalmthout/ingebed" title="De &quot;STEK&quot; &amp; &lt;co>" width="100%" height="640" style="border:0" loading="lazy"></iframe>',
  )
  assert.equal(sendLinks('a', 'één\ntwee').mail, 'mailto:?subject=a&body=%C3%A9%C3%A9n%0D%0Atwee')
})
