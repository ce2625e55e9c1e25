import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Hono } from 'hono'
import type { Env } from '../../../platform/http/house.ts'
import { languages } from '../../../platform/i18n/languages.ts'
import { type SmallWorld, smallWorld } from '../../../test/small-world.ts'
import { wordsIn } from '../../../ui/words-in.ts'
import { openPaperPress } from '../paper/press.ts'
import { textOfPdf } from './pdf-text.ts'
import { mountFlyer } from './routes.ts'

let world: SmallWorld
before(async () => {
  world = await smallWorld()
  await world.offer({
    slug: 'ontmoeting',
    title: 'Ontmoeting',
    slots: [{ weekday: 2 }],
    translations: { fr: { title: 'Rencontre' }, ar: { title: 'لقاء وقهوة' } },
  })
  await world.offer({
    slug: 'les',
    title: 'Les <script> 🎉',
    functions: ['learn'],
    slots: [
      { weekday: 4, everyWeeks: 2, startsOn: '2026-11-26' },
      { weekday: 6, nth: -1 },
    ],
  })
  await world.offer({ slug: 'zee', title: 'Naar zee', slots: [{ on: '2026-12-05', from: '08:00', until: '18:00' }] })
  await world.offer({ slug: 'straks', title: 'Naaicafe', slots: [{ weekday: 3, startsOn: '2026-12-09' }] })
  await world.offer({
    slug: 'voorbij',
    title: 'Voorbij aanbod',
    slots: [
      { weekday: 3, endsOn: '2026-11-18' },
      { weekday: 1, startsOn: '2027-05-03' },
    ],
  })
})
after(() => world.close())

const pdf = async (path: string) => {
  const answer = await world.get(path)
  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('content-type'), 'application/pdf')
  return textOfPdf(new Uint8Array(await answer.arrayBuffer()))
}

test('the flyer tells the standing week: every week, every two weeks, once a month, once, and what begins soon', async () => {
  const text = await pdf('/kalmthout/flyer.pdf')
  for (const said of [
    'Dinsdag',
    '13.00',
    'Ontmoeting',
    'om de 2 weken, zoals op 26 november',
    'elke laatste zaterdag van de maand',
    'alleen op 5 december',
    'Vanaf 9 december.',
  ])
    assert.ok(text.includes(said), said)
  assert.ok(text.includes('Les <script>'))
  assert.ok(!text.includes('Voorbij aanbod'))
})

test('every paper can be asked for in every language, and in A4 and as a poster', async () => {
  assert.match(await pdf('/kalmthout/flyer.pdf?formaat=a4&taal=fr'), /Rencontre/)
  assert.match(await pdf('/fr/kalmthout/affiche.pdf'), /Rencontre/)
  assert.match(await pdf('/kalmthout/flyer.pdf?formaat=a5&taal=ar'), /وقهوة/)
  for (const language of languages) assert.equal((await world.get(`/kalmthout/affiche.pdf?taal=${language}`)).status, 200)
})

test('a format or language nobody knows gives the ordinary flyer, a stek nobody knows is not found', async () => {
  const ordinary = await world.get('/kalmthout/flyer.pdf')
  for (const odd of ['?formaat=a0', '?taal=xx', '?formaat=%00&taal=..%2F..', `?taal=${'n'.repeat(4000)}`]) {
    const answer = await world.get(`/kalmthout/flyer.pdf${odd}`)
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('etag'), ordinary.headers.get('etag'))
  }
  assert.equal(ordinary.headers.get('content-disposition'), 'inline; filename="stek-kalmthout-flyer-a5-nl.pdf"')
  assert.equal((await world.get('/nergens/flyer.pdf')).status, 404)
  assert.equal((await world.get('/nergens/affiche.pdf')).status, 404)
})

test('an unchanged flyer answers 304; a change is on it at once', async () => {
  const first = await world.get('/kalmthout/flyer.pdf')
  assert.equal((await world.get('/kalmthout/flyer.pdf', { 'if-none-match': first.headers.get('etag') ?? '' })).status, 304)
  await world.sql(`update offer set title = 'Naaiatelier' where slug = 'straks'`)
  assert.match(await pdf('/kalmthout/flyer.pdf'), /Naaiatelier/)
})

test('without its fonts the flyer says in words that nothing can be printed, and the other channels go on', async () => {
  const { house } = world.test
  const app = new Hono<Env>()
  mountFlyer(app, house, 'nl', openPaperPress({ translate: (language) => wordsIn(house, language), fontFolder: '/nowhere' }))
  await world.sql('update stek set phone = phone')
  for (const path of ['/kalmthout/flyer.pdf', '/kalmthout/affiche.pdf']) {
    const answer = await app.request(path)
    assert.equal(answer.status, 503)
    assert.match(await answer.text(), /We kunnen nu niets afdrukken/)
  }
  assert.equal((await world.get('/kalmthout/bericht.txt')).status, 200)
  assert.equal((await world.get('/kalmthout/flyer.pdf')).status, 200)
})
