import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTexts } from '../../../platform/i18n/texts.ts'
import { type SmallWorld, smallWorld } from '../../../test/small-world.ts'
import { speakable, spokenMoney } from './speakable.ts'

let world: SmallWorld
before(async () => {
  world = await smallWorld()
  await world.offer({ slug: 'ontmoeting', title: 'Ontmoeting', slots: [{ weekday: 2 }] })
  const [cooking] = await world.offer({
    slug: 'koken',
    title: 'Samen koken & eten 🍲',
    priceInCents: 250,
    slots: [{ weekday: 3, from: '17:30', until: '19:00' }],
  })
  const [forms] = await world.offer({ slug: 'formulieren', title: 'Koffie/formulieren <script>', slots: [{ weekday: 5 }] })
  const [lesson] = await world.offer({ slug: 'les', title: 'Les', slots: [{ weekday: 6 }] })
  await world.sql(
    `insert into exception (stek_id, slot_id, on_date, cancelled_at, reason) values ($1, $2, '2026-11-28', now(), 'de les is vol')`,
    [world.stekId, lesson],
  )
  await world.sql(`insert into exception (stek_id, slot_id, on_date, moved_to) values ($1, $2, '2026-11-27', '2026-12-04')`, [
    world.stekId,
    forms,
  ])
  assert.ok(cooking)
})
after(() => world.close())

const paragraphs = (html: string) => [...html.matchAll(/<p>(.*?)<\/p>/g)].map(([, text]) => text ?? '')

test('the page to read aloud says each moment as a sentence, without abbreviations or signs', async () => {
  const said = paragraphs(await world.text('/kalmthout/voorlezen'))
  assert.deepEqual(said.slice(0, 5), [
    'Vandaag is het dinsdag 24 november.',
    'Dinsdag 24 november, van 13 uur tot 16 uur: Ontmoeting. Je betaalt niets. Je hoeft niet in te schrijven.',
    'Woensdag 25 november, van 17 uur 30 tot 19 uur: Samen koken en eten. Je betaalt 2,50 euro. Je hoeft niet in te schrijven.',
    'Let op: Koffie, formulieren script is niet op vrijdag 27 november, maar op vrijdag 4 december, van 13 uur tot 16 uur.',
    'Let op: Les gaat niet door op zaterdag 28 november. De volgende keer is zaterdag 5 december. Reden: de les is vol.',
  ])
  assert.match(
    said[5] ?? '',
    /^Je vindt ons hier: Kantine Bezemheide, Heidestraat 1, Kalmthout\. Ingang naast de winkel\. .* Er is een aangepast toilet\.$/,
  )
  for (const sentence of said) assert.doesNotMatch(sentence, /[€&/<>–*]|\bu\b|\bdi\b/)
})

test('a sentence that ends in Latin words gets one full stop in Arabic, and a reason of the desk is said in Arabic too', async () => {
  await world.sql(`update site set translations = jsonb_build_object('ar', jsonb_build_object('bus', 'اسأل في STEK.'))`)
  await world.sql(`update exception set reason = 'Het weer' where cancelled_at is not null`)
  const said = paragraphs(await world.text('/ar/kalmthout/voorlezen')).join('\n')
  assert.match(said, /اسأل في STEK\.\u2069?/)
  assert.doesNotMatch(said, /\.[\u2068\u2069]?\./)
  assert.match(said, /الطقس/)
  assert.doesNotMatch(said, /weer/)
  await world.sql(`update exception set reason = 'de les is vol' where cancelled_at is not null`)
})

test('when the day is over the page says that nothing more comes today', async () => {
  world.test.clock.moveTo('2026-11-24T16:00:00+01:00')
  const said = paragraphs(await world.text('/kalmthout/voorlezen'))
  assert.deepEqual(said.slice(0, 2), ['Vandaag is het dinsdag 24 november.', 'Vandaag is er niets.'])
  world.test.clock.moveTo('2026-11-24T09:00:00+01:00')
})

test('the phone script greets, tells today and the coming days, shows the way and says that nobody writes your name', async () => {
  const answer = await world.get('/kalmthout/telefoon.txt')
  assert.equal(answer.headers.get('content-type'), 'text/plain; charset=utf-8')
  const parts = (await answer.text()).split('\n\n').map((part) => part.trim().split('\n'))
  assert.deepEqual(parts[1], ['JE NEEMT OP', 'Dag, je spreekt met de STEK Kalmthout. Wat kan ik voor je doen?'])
  assert.equal(parts[2]?.[2], 'Dinsdag 24 november, van 13 uur tot 16 uur: Ontmoeting. Je betaalt niets. Je hoeft niet in te schrijven.')
  assert.match(parts[3]?.join(' ') ?? '', /Samen koken en eten.*Les gaat niet door op zaterdag 28 november/)
  assert.match(parts[4]?.[1] ?? '', /Kantine Bezemheide.*Halte op 4 minuten stappen/)
  assert.match(parts[5]?.join(' ') ?? '', /Niemand schrijft je naam op/)
})

test('both answer 304 when nothing changed, tell a change at once, and do not know another stek', async () => {
  for (const path of ['/kalmthout/voorlezen', '/kalmthout/telefoon.txt']) {
    const first = await world.get(path)
    assert.equal((await world.get(path, { 'if-none-match': first.headers.get('etag') ?? '' })).status, 304)
    await world.sql(`update offer set title = $1 where slug = 'ontmoeting'`, [`Babbel ${path}`])
    assert.ok((await world.text(path)).includes('Babbel, kalmthout, '))
    assert.equal((await world.get(path.replace('kalmthout', 'nergens'))).status, 404)
  }
})

test('money is said with the word for the coin in every language', () => {
  assert.deepEqual(
    (['nl', 'en', 'fr', 'uk'] as const).map((language) => [spokenMoney(language, 250), spokenMoney(language, 100)]),
    [
      ['2,50 euro', '1 euro'],
      ['2.50 euros', '1 euro'],
      ['2,50 euros', '1 euro'],
      ['2,50 євро', '1 євро'],
    ],
  )
  assert.doesNotMatch(spokenMoney('ar', 250), /€/)
})

test('what a voice cannot say falls out of a title', () => {
  const t = openTexts()('nl')
  assert.equal(speakable(t, 'Koffie + thee 👩🏽‍🍳 *gratis* [nieuw] 🇧🇪'), 'Koffie en thee gratis nieuw')
  assert.equal(speakable(t, '☕'), '')
})
