import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages } from '../../../../platform/i18n/languages.ts'
import { openTexts } from '../../../../platform/i18n/texts.ts'
import { textOfPdf } from '../../../../programme/channels/flyer/pdf-text.ts'
import type { Handover } from '../handover.ts'
import { openSlipPress } from './press.ts'
import { slipWords } from './words.ts'

const texts = openTexts()
const press = openSlipPress()
const handover: Handover = {
  handoverId: 'x',
  service: {
    serviceId: 's',
    name: 'Dienst Schuldbemiddeling',
    organisation: 'Sociaal Huis',
    askFor: 'de balie',
    phone: '03 111 22 33',
    bring: 'Je identiteitskaart en je brieven',
    stopped: false,
  },
  place: { name: 'Sociaal Huis', street: 'Dorpsplein 1', town: 'Wuustwezel' },
  theme: 'economy-work',
  onDate: '2026-12-03',
  atTime: '09:30',
  companion: 'volunteer',
  language: 'nl',
  showsService: false,
  createdAt: Temporal.Instant.from('2026-11-24T08:00:00Z'),
  endsAt: Temporal.Instant.from('2026-12-24T08:00:00Z'),
  outcome: null,
  barrier: null,
  passedTo: null,
  answeredAt: null,
  keptAt: null,
  message: null,
  tookMessageAt: null,
}
const words = (language: (typeof languages)[number], change: Partial<Handover> = {}) =>
  slipWords(texts(language) as Parameters<typeof slipWords>[0], language, {
    handover: { ...handover, ...change },
    codes: { own: 'kobi lame tuva 47', service: 'nalo deki soru 12' },
    stek: { phone: '03 444 55 66' },
    address: `stek.example.be/${language}/code`,
    forService: { dutch: texts('nl') as Parameters<typeof slipWords>[0], address: 'stek.example.be/code' },
    zone: 'Europe/Brussels',
  })

test('REFER-4 what others can see of a slip is place and time; the service is on it only when the person wants that', () => {
  for (const language of languages) {
    const plain = words(language)
    assert.deepEqual(Object.keys(plain.outside), ['when', 'where'])
    assert.equal(plain.outside.where, 'Dorpsplein 1, Wuustwezel', 'where it is, not whose house it is')
    assert.doesNotMatch(JSON.stringify(plain), /Schuldbemiddeling|de balie|economy|Werk en inkomen|Sociaal Huis/)
    const shown = words(language, { showsService: true })
    assert.doesNotMatch(JSON.stringify(shown.outside), /Schuldbemiddeling|Sociaal Huis|STEK/)
    assert.match(JSON.stringify(shown.inside), /Schuldbemiddeling.*Sociaal Huis/)
    const noStreet = words(language, { place: { name: 'Sociaal Huis', street: '', town: 'Wuustwezel' } })
    assert.deepEqual([noStreet.outside.where, noStreet.writeWhere === ''], ['Wuustwezel', false], 'a line to write it on')
  }
})

for (const language of languages)
  test(`the slip fits on one sheet and can be read aloud from the file in ${language}`, async () => {
    const slip = words(language, { showsService: true })
    const pdf = await press.print(slip, language, 'https://stek.example.be/code')
    const text = (await textOfPdf(new Uint8Array(pdf))).replace(/\s+/g, ' ')
    assert.equal(/\/Type\s*\/Pages\s*\/Count\s+(\d+)/.exec(Buffer.from(pdf).toString('latin1', 0, 4096))?.[1], '1')
    assert.doesNotMatch(
      Buffer.from(pdf).toString('latin1'),
      /CreationDate|ModDate|CreateDate|ModifyDate/,
      'the slip tells when it was made',
    )
    for (const said of ['kobi lame tuva 47', 'nalo deki soru 12', '03 111 22 33']) assert.ok(text.includes(said), `${said} in ${text}`)
    assert.ok(text.includes(slip.own.title))
    assert.ok(text.includes('Voor de dienst: laat met deze code weten'), `the strip is Dutch for the service: ${text}`)
  })

test('without a day the slip says to call first, with the number', async () => {
  const slip = words('nl', { onDate: null, atTime: null })
  assert.equal(slip.outside.when, 'Bel eerst voor een afspraak')
  assert.match(JSON.stringify(slip.inside), /03\u00a0111/)
})

test('a slip with everything as long as it may be is still one sheet', async () => {
  const long = {
    showsService: true,
    service: {
      ...(handover.service as object),
      name: 'Dienst '.repeat(22),
      askFor: 'balie '.repeat(26),
      bring: 'papier '.repeat(85),
    } as Handover['service'],
    place: { name: 'Huis '.repeat(30), street: 'Straat '.repeat(20), town: 'Wuustwezel' },
  }
  const pdf = await press.print(words('fr', long), 'fr', 'https://stek.example.be/code')
  assert.equal(/\/Type\s*\/Pages\s*\/Count\s+(\d+)/.exec(Buffer.from(pdf).toString('latin1', 0, 4096))?.[1], '1')
})
