import assert from 'node:assert/strict'
import { test } from 'node:test'
import { growthOf } from '../../test/growth.ts'
import { findingsIn } from './guard.ts'
import { isIban, isNationalNumber } from './numbers.ts'

/** Made-up numbers with right check digits; the two national numbers are published examples. */
const nationalNumbers = [
  '93.05.18-223.61',
  '93051822361',
  '00.01.25-567.77',
  '00012556777',
  '93 05 18 223 61',
  '93/05/18 - 223.61',
  '٩٣٠٥١٨٢٢٣٦١',
]
const bis = (base: string) => `${base}${String(97 - (Number(base) % 97)).padStart(2, '0')}`

test('a national number is known by its check digits, however it is typed', () => {
  for (const number of nationalNumbers) assert.deepEqual(findingsIn(`Het gaat om ${number}.`), ['national-number'], number)
  for (const base of ['934518223', '932518223', '930000223']) assert.equal(isNationalNumber(bis(base)), true, base)
  assert.equal(isNationalNumber('93051822362'), false)
  assert.equal(isNationalNumber('93151822361'), false)
})

test('a number of an organisation, a price, hours and days are nobody', () => {
  for (const text of [
    '',
    'KBO 0566.988.259',
    'We zetten de stoelen op 24/11/2026 anders.',
    'Op 01/02/2026 9 stoelen minder.',
    'Elke dinsdag van 13.00 tot 16.00 uur, € 2,50',
    'In 2025 en 2026 waren er 1000 en 1200 bezoekers.',
    'We bellen 112 bij nood en hangen het nummer bij de deur.',
    'Dinsdag 24 november blijft de keuken dicht.',
    'Twee mensen aan de deur in plaats van 1, om 15.30 uur.',
    'Vanaf 2027 een tweede sleutel in het kastje.',
  ])
    assert.deepEqual(findingsIn(text), [], text)
})

test('phone numbers are found, Belgian ones and others', () => {
  for (const number of [
    '0470 12 34 56',
    '0470/12.34.56',
    '0470123456',
    '03 123 45 67',
    '03/123.45.67',
    '+32 470 12 34 56',
    '0032 3 123 45 67',
    '+31 6 1234 5678',
    '+380 44 123 45 67',
    '(03) 123 45 67',
    '+32 (0)470 12 34 56',
  ])
    assert.deepEqual(findingsIn(`Bel ${number} terug`), ['phone'], number)
})

test('e-mail addresses and account numbers are found', () => {
  for (const address of [
    'iemand@voorbeeld.be',
    'IEMAND.ANDERS+x@sub.voorbeeld.example',
    'iemand (at) voorbeeld.be',
    'iemand[at]voorbeeld.be',
    'iemand@ voorbeeld.be',
  ])
    assert.deepEqual(findingsIn(`Schrijf ${address}!`), ['email'], address)
  for (const iban of ['BE68 5390 0754 7034', 'BE68539007547034', 'be68-5390-0754-7034', 'NL91 ABNA 0417 1643 00'])
    assert.deepEqual(findingsIn(`op ${iban} gestort`), ['iban'], iban)
  assert.equal(isIban('BE69 5390 0754 7034'), false)
})

test('a name with a number, or a street with a number, leads to somebody', () => {
  for (const text of [
    'Jan Voorbeeld 12',
    'Fatima El Voorbeeld, 34 jaar',
    'An van den Berg (56)',
    'Hij woont Dorpsstraat 12',
    'kerkplein 3 belde',
  ])
    assert.deepEqual(findingsIn(text), ['name-and-number'], text)
  assert.deepEqual(findingsIn('We spraken met de buren van de Kerkstraat.'), [])
})

test('a text twenty times as long takes in proportion, whatever it is made of', async () => {
  for (const bit of ['a', 'Aa', 'Aa ', 'a.', '1', '1 ', "a'", 'straat', 'A a ', '+1 ', 'BE12 ']) {
    const grew = await growthOf((size) => findingsIn(`${bit.repeat(size / bit.length)}@`), { small: 10_000, large: 200_000 })
    assert.ok(grew < 100, `${bit}: ${grew} times as long`)
  }
  assert.deepEqual(findingsIn('Dorpsstraat 12'), ['name-and-number'])
  assert.deepEqual(findingsIn('straat 12'), [])
})
