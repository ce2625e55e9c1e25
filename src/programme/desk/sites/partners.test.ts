import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CAW, els, here, inTwoSteks, open, plain, publicText, refused, rows, says, saysNot } from '../../../test/place-world.ts'

inTwoSteks()

test('what is changed about a partner stands on its page at the next look', async () => {
  const typed = {
    ...(await open(els, CAW())),
    what: 'Helpt met papieren.',
    phone: '03 000 00 01',
    email: 'Info@Voorbeeld.be',
    website: 'www.voorbeeld.be/hulp',
    pictogram: 'file-text',
  }
  assert.equal((await els.post(CAW(), typed)).status, 303)
  const html = await publicText('/kalmthout/partners/caw')
  for (const text of ['Helpt met papieren.', 'tel:030000001', 'mailto:info@voorbeeld.be', 'https://www.voorbeeld.be/hulp'])
    assert.ok(html.includes(text), text)
})

test('a partner tells no website that is none, no mail address without @, no drawing that does not exist', async () => {
  const form = await open(els, CAW())
  for (const website of [
    'javascript:alert(1)',
    'ftp://voorbeeld.be',
    'https://naam:wachtwoord@voorbeeld.be',
    'https://voorbeeld',
    'https://voor beeld.be',
  ])
    await refused(await els.post(CAW(), { ...form, website }), /Dit is geen adres van een website/)
  const html = await refused(
    await els.post(CAW(), { ...form, email: 'info', phone: 'bel maar', pictogram: '../x', 'what.en': 'x'.repeat(601) }),
    /naam@voorbeeld\.be/,
    /Vul een telefoonnummer in/,
    /Kies een van de mogelijkheden/,
    /Dit telt 601 tekens/,
  )
  says(html, /<details[^>]* open[^>]*>\s*<summary>[^<]*Engels/)
  assert.deepEqual(await rows('select website, email from partner where partner_id = $1', [here.partnerIds.caw]), [
    { website: null, email: null },
  ])
})

test('a new partner is there once, and can be undone', async () => {
  const add = '/werk/plekken/partner/nieuw?stek=kalmthout'
  const typed = { ...(await open(els, add)), name: 'Samen & Sterk' }
  const [first] = [await els.post(add, typed), await els.post(add, typed)]
  assert.deepEqual(await rows(`select slug, pictogram from partner where name = 'Samen & Sterk'`), [
    { slug: 'samen-en-sterk', pictogram: 'users' },
  ])
  says(await publicText('/kalmthout/partners'), /Samen &amp; Sterk/)
  const list = await (await els.get(first?.headers.get('location') ?? '')).text()
  assert.equal((await els.post(plain(/action="(\/werk\/ongedaan\/[^"]+)"/.exec(list)?.[1] ?? ''))).status, 303)
  saysNot(await publicText('/kalmthout/partners'), /Samen &amp; Sterk/)
})
