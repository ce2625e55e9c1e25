import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closingKilometres } from './coordinate/rules.ts'
import { refusalsOfPlace, typedPoint } from './places/rules.ts'
import { holdsNationalNumber, refusalsOfName, refusalsOfPhone, typedPhone } from './typed.ts'

test('a phone number may be typed in many ways', () => {
  for (const typed of ['0470 00 00 00', '0470/00.00.00', '0470-000000', ' 0470000000']) assert.equal(typedPhone(typed), '0470000000', typed)
  for (const typed of ['+32 470 00 00 00', '0032 470 000000', '+32 (0)470 00 00 00']) assert.equal(typedPhone(typed), '+32470000000', typed)
  for (const typed of ['', '12', 'bel mij', '0470 00 00 0O', '1'.repeat(20)]) assert.equal(typedPhone(typed), undefined, typed)
})

test('a number of the national register is seen in any spelling, and never kept', () => {
  // Made up: 1 January 1900 and 2000, with the check number worked out.
  for (const base of [190010100, 850730033]) {
    const digits = String(base).padStart(9, '0')
    const check = String(97 - (base % 97)).padStart(2, '0')
    const spelled = `${digits.slice(0, 2)}.${digits.slice(2, 4)}.${digits.slice(4, 6)}-${digits.slice(6)}.${check}`
    assert.ok(holdsNationalNumber(spelled), spelled)
    assert.equal(refusalsOfName(spelled)[0]?.key, 'rides.wrong.nationalNumber')
    assert.equal(refusalsOfPhone(spelled)[0]?.key, 'rides.wrong.nationalNumber')
  }
  assert.equal(holdsNationalNumber('0470 00 00 00'), false)
})

test('a name is a name: no mail address, no number; any script and emoji are fine', () => {
  assert.equal(refusalsOfName('jan@example.org')[0]?.key, 'rides.wrong.nameMail')
  assert.equal(refusalsOfName('0470 00 00 00')[0]?.key, 'rides.wrong.nameNumber')
  assert.equal(refusalsOfName('')[0]?.key, 'rides.wrong.name')
  assert.equal(refusalsOfName('a'.repeat(41))[0]?.key, 'rides.wrong.nameLong')
  for (const name of ['Mia', 'أمينة', 'Оля', 'Jean-Pierre 🙂', 'Rik 2']) assert.deepEqual(refusalsOfName(name), [], name)
})

test('a place is a neighbourhood or a stop: a house number makes it an address and is refused', () => {
  const known = { names: ['Heide station'], siteIds: ['s'], takenSiteIds: [] }
  const keys = (placeName: string, point = '') => refusalsOfPlace({ placeName, point, site: '' }, known).map(({ key }) => key)
  assert.deepEqual(keys('Achterbroek kerk'), [])
  assert.deepEqual(keys('Kerkstraat 12'), ['ridework.wrong.placeAddress'])
  assert.deepEqual(keys('Kerkstraat 12b'), ['ridework.wrong.placeAddress'])
  assert.deepEqual(keys('heide Station'), ['ridework.wrong.placeTwice'])
  assert.deepEqual(keys('Nieuwmoer', 'ergens'), ['ridework.wrong.point'])
})

test('a point is read as people copy it, and kept no finer than a hundred metres', () => {
  for (const typed of ['51.43123, 4.46789', '51,43123 4,46789', '51.43123;4.46789', '(51.43123, 4.46789)'])
    assert.deepEqual(typedPoint(typed), { latitude: 51.431, longitude: 4.468 }, typed)
  for (const typed of ['4.46, 51.43', '90.0, 0.0', '51.4', '51.4 hallo']) assert.equal(typedPoint(typed), undefined, typed)
})

test('kilometres are typed with or without km and rounded up', () => {
  assert.deepEqual(['12', '12 km', '12,4', ' 0 '].map(closingKilometres), [12, 12, 13, 0])
  assert.deepEqual(['-3', '501', 'veel', ''].map(closingKilometres), [undefined, undefined, undefined, undefined])
})
