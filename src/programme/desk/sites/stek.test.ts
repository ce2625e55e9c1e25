import assert from 'node:assert/strict'
import { test } from 'node:test'
import { els, formIn, here, inTwoSteks, open, publicText, refused, rows, says } from '../../../test/place-world.ts'

inTwoSteks()

test('MEET-5 the stek sets its own limit for the price, as people type money', async () => {
  const address = '/werk/plekken/stek?stek=kalmthout'
  const form = await open(els, address)
  assert.equal(form.priceLimit, '3')
  const html = await refused(
    await els.post(address, { ...form, priceLimit: 'weinig', name: '', welcome: 'x'.repeat(241) }),
    /Vul een bedrag in/,
    /Vul een naam in/,
    /241 tekens/,
  )
  assert.equal(formIn(html).priceLimit, 'weinig')
  await refused(await els.post(address, { ...form, priceLimit: '101' }), /hoogstens/)
  assert.equal(
    (await els.post(address, { ...form, priceLimit: '3,50', welcome: 'Kom erbij.', 'welcome.en': 'Join us.', phone: '+32 3 000 00 09' }))
      .status,
    303,
  )
  const [stek] = await rows('select price_limit_in_cents, phone, translations from stek where stek_id = $1', [here.stekId])
  assert.deepEqual(stek, { price_limit_in_cents: 350, phone: '+32 3 000 00 09', translations: { en: { welcome: 'Join us.' } } })
  says(await publicText('/kalmthout'), /Kom erbij\./)
})
