import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lengthOf } from '../forms/refusal.ts'
import { offerColumns, typedOffer } from './columns.ts'
import { offerForm } from './form.ts'
import { asksForCarrier, notesOnOffer, type OfferChoices, refusalsOfOffer, slugOf } from './rules.ts'

const choices: OfferChoices = {
  partnerIds: ['caw'],
  carrierIds: ['caw', 'saamo'],
  siteIds: ['kattegat'],
  themes: ['education'],
  audiences: ['everyone'],
  languages: ['nl', 'ar'],
  pictograms: ['coffee'],
  priceLimitInCents: 300,
}
const coffee = {
  title: 'Koffie',
  partner: 'caw',
  site: 'kattegat',
  functions: 'meet',
  audience: 'everyone',
  takingPart: 'walk-in',
  languages: 'nl',
  pictogram: 'coffee',
  confirmEvery: '90',
}
const refused = (typed: object) =>
  refusalsOfOffer(offerForm.parse({ ...coffee, ...typed }), choices).map(({ field, key }) => `${field} ${key}`)

test('an ordinary offer is accepted as it is typed', () => {
  assert.deepEqual(refused({}), [])
})

test('MEET-5 a low price needs nobody, a price above the limit of the stek asks which partner carries the rest', () => {
  assert.deepEqual(refused({ price: '3' }), [])
  assert.deepEqual(refused({ price: '3,01' }), ['carrier desk.offer.wrong.carrierMissing'])
  assert.deepEqual(refused({ price: '12,50', carrier: 'saamo' }), [])
  assert.equal(asksForCarrier(300, 300), false)
  assert.equal(asksForCarrier(undefined, 0), false)
})

test('MEET-5 who carries the rest is a partner of this stek, and no price goes above a hundred euro', () => {
  assert.deepEqual(refused({ price: '5', carrier: 'somebody else' }), ['carrier desk.wrong.choose'])
  assert.deepEqual(refused({ price: '100,01', carrier: 'caw' }), ['price desk.offer.wrong.priceTooHigh'])
})

test('LEARN-5 whoever comes to learn never pays, also when a partner carries the rest or when it is a meeting as well', () => {
  assert.deepEqual(refused({ functions: 'learn', price: '0,01' }), ['price desk.offer.wrong.learningIsFree'])
  assert.deepEqual(refused({ functions: ['meet', 'learn'], price: '12', carrier: 'caw' }), ['price desk.offer.wrong.learningIsFree'])
  assert.deepEqual(refused({ functions: 'learn', price: '0' }), [])
  assert.deepEqual(refused({ functions: 'learn', price: '', carrier: 'caw' }), [])
})

test('LEARN-1 signing up for learning may be, with a gentle note; walking in needs none', () => {
  assert.deepEqual(notesOnOffer({ functions: ['learn'], takingPart: 'sign-up' }), ['signUpForLearning'])
  assert.deepEqual(notesOnOffer({ functions: ['learn'], takingPart: 'walk-in' }), [])
  assert.deepEqual(notesOnOffer({ functions: ['meet'], takingPart: 'sign-up' }), [])
})

test('a price that is no amount is refused, not guessed', () => {
  for (const price of ['-2', 'twee', '1,234', '€ 2 per keer']) assert.deepEqual(refused({ price }), ['price desk.offer.wrong.price'])
})

test('a title of ten thousand characters is refused with how long it is', () => {
  const refusals = refusalsOfOffer(offerForm.parse({ ...coffee, title: 'a'.repeat(10_000) }), choices)
  assert.deepEqual(refusals, [{ field: 'title', key: 'desk.wrong.tooLong', values: { count: 10_000, most: 80 } }])
})

test('an emoji counts as one character, as it does in the database', () => {
  assert.equal(lengthOf('🍲'), 1)
  assert.deepEqual(refused({ title: '🍲'.repeat(80) }), [])
  assert.deepEqual(refused({ title: '🍲'.repeat(81) }), ['title desk.wrong.tooLong'])
})

test('HTML, another script and emoji stay as typed; control characters and marks that turn the reading direction go', () => {
  const { title } = offerForm.parse({ ...coffee, title: '  <b>قهوة</b> & \u202eevil\u0000 ☕\r\n nu ' })
  assert.equal(title, '<b>قهوة</b> & evil ☕ nu')
})

test('what is not on the lists is refused: somebody else’s partner, a function that does not exist', () => {
  assert.deepEqual(refused({ partner: 'saamo' }), ['partner desk.wrong.choose'])
  assert.deepEqual(refused({ functions: ['meet', 'sell'] }), ['functions desk.offer.wrong.functions'])
  assert.deepEqual(refused({ functions: [] }), ['functions desk.offer.wrong.functions'])
})

test('an address is made of the title, without accents, and stays free of signs', () => {
  assert.equal(slugOf('Café Crème & Œuf: één, twee!', new Set()), 'cafe-creme-en-oeuf-een-twee')
  assert.equal(slugOf("'t Winkeltje", new Set()), 't-winkeltje')
  assert.equal(slugOf('Łódź straße', new Set()), 'lodz-strasse')
})

test('an address that is taken gets a number, and one of which nothing is left is "aanbod" with a number', () => {
  assert.equal(slugOf('Koffie', new Set(['koffie', 'koffie-2'])), 'koffie-3')
  assert.equal(slugOf('قهوة', new Set()), 'aanbod-1')
  assert.equal(slugOf('🍲', new Set(['aanbod-1'])), 'aanbod-2')
})

test('a long title gives an address that ends at a whole word and fits', () => {
  const slug = slugOf(`${'samen koken '.repeat(6)}en eten`, new Set())
  assert.ok(slug.length <= 60)
  assert.match(slug, /^samen-koken(-samen(-koken)?)*$/)
  assert.ok(slugOf('x'.repeat(10_000), new Set()).length <= 64)
})

test('words in other languages that the form does not ask are kept when an offer is saved', () => {
  const draft = offerForm.parse({ ...coffee, 'title.fr': 'Café', 'title.en': '' })
  const { translations } = offerColumns(draft, { fr: { description: 'Venez.' }, en: { title: 'Coffee' }, uk: { title: 'Кава' } })
  assert.deepEqual(JSON.parse(String(translations)), { fr: { description: 'Venez.', title: 'Café' } })
})

test('an offer comes back on the form as it would be typed', () => {
  const draft = offerForm.parse({ ...coffee, price: '2,5', 'title.ar': 'قهوة' })
  const row = offerColumns(draft, {})
  const typed = typedOffer({
    offerId: '',
    slug: '',
    title: 'Koffie',
    partnerId: 'caw',
    siteId: 'kattegat',
    summary: '',
    description: '',
    functions: ['meet'],
    themes: [],
    audience: 'everyone',
    pays: 'amount' as const,
    priceInCents: Number(row.price_in_cents),
    costCarrierId: null,
    takingPart: 'walk-in',
    spokenLanguages: ['nl'],
    pictogram: 'coffee',
    whoYouMeet: '',
    professionalsOnly: false,
    confidential: false,
    confirmEveryDays: 90,
    endedOn: null,
    revision: 1,
    translations: JSON.parse(String(row.translations)),
  })
  assert.equal(typed.price, '2,50')
  assert.equal(typed['title.ar'], 'قهوة')
  assert.deepEqual(offerForm.parse(typed).price, 250)
})
