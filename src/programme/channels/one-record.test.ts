import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { languages } from '../../platform/i18n/languages.ts'
import { type SmallWorld, smallWorld } from '../../test/small-world.ts'
import { textOfPdf } from './flyer/pdf-text.ts'

let world: SmallWorld
before(async () => {
  world = await smallWorld()
  await world.offer({
    slug: 'koffie-en-formulieren',
    title: 'Koffie en Formulieren',
    confidential: true,
    functions: ['refer'],
    slots: [{ weekday: 1, from: '13:00', until: '16:00' }],
  })
})
after(() => world.close())

const paper = async (path: string) => textOfPdf(new Uint8Array(await (await world.get(path)).arrayBuffer()))

/** What each channel says about the day of the offer; asked one after the other, as visitors do. */
const channels: Record<string, { monday: RegExp; thursday: RegExp; tell(): Promise<string> }> = {
  page: {
    monday: /<h\d[^>]*>Maandag 30 november/,
    thursday: /<h\d[^>]*>Donderdag 26 november/,
    tell: async () => (await world.text('/kalmthout/programma')) + (await world.text('/kalmthout/programma?week=2026-W49')),
  },
  flyer: {
    monday: /Maandag.*Koffie en Formulieren/,
    thursday: /Donderdag.*Koffie en Formulieren/,
    tell: () => paper('/kalmthout/flyer.pdf'),
  },
  poster: {
    monday: /Maandag.*Koffie en Formulieren/,
    thursday: /Donderdag.*Koffie en Formulieren/,
    tell: () => paper('/kalmthout/affiche.pdf'),
  },
  message: {
    monday: /ma 30 nov 13\.00-16\.00 Koffie en/,
    thursday: /do 26 nov 13\.00-16\.00 Koffie en/,
    tell: () => world.text('/kalmthout/bericht.txt'),
  },
  feed: { monday: /DTSTART:20261130T120000Z/, thursday: /DTSTART:20261126T120000Z/, tell: () => world.text('/kalmthout/programma.ics') },
  json: { monday: /"date":"2026-11-30"/, thursday: /"date":"2026-11-26"/, tell: () => world.text('/kalmthout/programma.json') },
  embed: { monday: /maandag 30 november/, thursday: /donderdag 26 november/, tell: () => world.text('/kalmthout/ingebed') },
  'read-aloud': {
    monday: /Maandag 30 november, van 13 uur/,
    thursday: /Donderdag 26 november, van 13 uur/,
    tell: () => world.text('/kalmthout/voorlezen'),
  },
  'phone script': {
    monday: /Maandag 30 november, van 13 uur/,
    thursday: /Donderdag 26 november, van 13 uur/,
    tell: () => world.text('/kalmthout/telefoon.txt'),
  },
  'share page': {
    monday: /ma 30 nov 13\.00-16\.00 Koffie en/,
    thursday: /do 26 nov 13\.00-16\.00 Koffie en/,
    tell: () => world.text('/kalmthout/delen'),
  },
}

test('MEET-3 one record feeds page, flyer, poster, message, feed, embed, read-aloud and phone script', async () => {
  for (const [name, { monday, thursday, tell }] of Object.entries(channels)) {
    const told = await tell()
    assert.match(told, monday, `${name} says Monday before the change`)
    assert.doesNotMatch(told, thursday, `${name} does not say Thursday before the change`)
  }
  await world.sql(`update slot set weekday = 4`)
  for (const [name, { monday, thursday, tell }] of Object.entries(channels)) {
    const told = await tell()
    assert.match(told, thursday, `${name} says Thursday at once`)
    assert.doesNotMatch(told, monday, `${name} no longer says Monday`)
  }
})

test('every channel answers in every language, and the message fits everywhere', async () => {
  const every = ['programma.ics', 'programma.json', 'bericht.txt', 'delen', 'ingebed', 'voorlezen', 'telefoon.txt', 'flyer', 'flyer.pdf']
  for (const language of languages) {
    for (const channel of every) {
      const answer = await world.get(`${language === 'nl' ? '' : `/${language}`}/kalmthout/${channel}`)
      assert.equal(answer.status, 200, `${channel} in ${language}`)
      const text = channel.endsWith('.pdf') ? await textOfPdf(new Uint8Array(await answer.arrayBuffer())) : await answer.text()
      assert.doesNotMatch(text, /\{\{|undefined|\bNaN\b/, `${channel} in ${language}`)
      if (channel === 'bericht.txt') assert.ok(text.length <= 480)
    }
  }
})
