import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages } from '../i18n/languages.ts'
import { dateWords, moneyWords, relativeDay, timeWords } from './words.ts'

const visible = (text: string) => text.replace(/[\u2066-\u2069]/g, '')

test('a date is written out in the language of the page', () => {
  const written = languages.map((language) => dateWords(language).long('2026-11-24'))
  assert.deepEqual(written, [
    'dinsdag 24 november',
    'Tuesday 24 November',
    'mardi 24 novembre',
    'الثلاثاء، 24 نوفمبر',
    'вівторок, 24 листопада',
  ])
  assert.equal(dateWords('nl').longWithYear('2026-11-24'), 'dinsdag 24 november 2026')
  assert.equal(dateWords('nl').short('2026-11-24'), 'di 24 nov')
  assert.equal(dateWords('fr').short('2026-11-24'), 'mar. 24 nov.')
  assert.equal(dateWords('nl').weekday('2026-11-29'), 'zondag')
})

test('a weekday has the same name by its number as by its date', () => {
  for (const language of languages) {
    for (let number = 1; number <= 7; number++)
      assert.equal(dateWords(language).weekdayNumbered(number), dateWords(language).weekday(`2026-11-${22 + number}`))
  }
})

test('a period is written with the month only where it is needed', () => {
  assert.equal(dateWords('nl').period('2026-11-23', '2026-11-29'), '23–29 november')
  assert.equal(dateWords('nl').period('2026-11-30', '2026-12-06'), '30 november – 6 december')
  assert.match(dateWords('nl').period('2026-12-28', '2027-01-03'), /2026.*2027/)
})

test('hours are written the way signs here write them', () => {
  assert.equal(timeWords('nl').clock('13:00'), '13.00')
  assert.equal(timeWords('nl').range('13:00', '16:00'), '13.00 – 16.00')
  assert.equal(timeWords('nl').shortRange('09:30', '12:00'), '09.30-12.00')
  assert.equal(timeWords('fr').range('13:00', '16:30'), '13h00 – 16h30')
  assert.equal(timeWords('en').range('13:00', '16:00'), '13:00 – 16:00')
  assert.equal(timeWords('uk').range('13:00', '16:00'), '13:00 – 16:00')
})

test('Arabic says from and to, with digits people here know, each time kept together', () => {
  const range = timeWords('ar').range('13:00', '16:00')
  assert.equal(visible(range), 'من 13:00 إلى 16:00')
  assert.equal(timeWords('ar').clock('13:00'), '\u206613:00\u2069')
  for (const text of [
    range,
    dateWords('ar').long('2026-11-24'),
    dateWords('ar').period('2026-11-23', '2026-12-29'),
    moneyWords('ar').amount(250),
  ]) {
    assert.doesNotMatch(text, /[\u0660-\u0669]/)
    assert.equal(text.match(/[\u2066-\u2068]/g)?.length ?? 0, text.match(/\u2069/g)?.length ?? 0, 'every isolate is closed')
  }
})

test('a voice says hours and minutes apart, never half past', () => {
  const said = (time: string) => languages.map((language) => timeWords(language).spoken(time))
  assert.deepEqual(said('13:30'), ['13 uur 30', '1:30 pm', '13 heures 30', 'الساعة 13 و30 دقيقة', '13 година 30 хвилин'])
  assert.deepEqual(said('13:00'), ['13 uur', '1 pm', '13 heures', 'الساعة 13', '13 година'])
  assert.deepEqual(said('12:00').slice(0, 2), ['12 uur', '12 noon'])
  assert.deepEqual(said('09:05'), ['9 uur 5', '9:05 am', '9 heures 5', 'الساعة 9 و5 دقائق', '9 година 5 хвилин'])
  assert.equal(timeWords('uk').spoken('13:22'), '13 година 22 хвилини')
})

test('a price has the sign of the euro and the comma of the language, and no cents when there are none', () => {
  const written = languages.map((language) => visible(moneyWords(language).amount(250)))
  assert.deepEqual(written, ['€ 2,50', '€2.50', '2,50 €', '2,50 €', '2,50 €'])
  assert.equal(moneyWords('nl').amount(200), '€ 2')
  assert.equal(moneyWords('nl').amount(5), '€ 0,05')
  assert.equal(moneyWords('nl').amount(120_050), '€ 1.200,50')
})

test('dates, hours and prices in Dutch fit in a text message of 7-bit letters', () => {
  const nl = [dateWords('nl').short('2026-11-24'), timeWords('nl').shortRange('13:00', '16:00'), moneyWords('nl').amount(250)].join(' ')
  assert.match(nl, /^[\x20-\x7e€]+$/)
})

test('no language puts invisible spaces into what it writes', () => {
  for (const language of languages) {
    const { long, short, longWithYear, period } = dateWords(language)
    const all = [
      long('2026-11-24'),
      short('2026-11-24'),
      longWithYear('2026-11-24'),
      period('2026-11-24', '2027-01-01'),
      timeWords(language).range('13:00', '16:00'),
      moneyWords(language).amount(120_050),
    ]
    assert.doesNotMatch(all.join(), /[\u00a0\u2009\u202f]/)
  }
})

test('no date in full ends in a full stop, so that a sentence may end with it', () => {
  for (const language of languages) {
    const { long, longWithYear } = dateWords(language)
    for (const said of [long('2026-11-24'), longWithYear('2026-11-24')]) assert.doesNotMatch(said, /\.$/, `${language}: ${said}`)
  }
})

test('today and tomorrow have their own word, also over the end of a year', () => {
  assert.equal(relativeDay('2026-12-31', '2026-12-31'), 'today')
  assert.equal(relativeDay('2027-01-01', '2026-12-31'), 'tomorrow')
  assert.equal(relativeDay('2027-01-02', '2026-12-31'), undefined)
  assert.equal(relativeDay('2026-12-30', '2026-12-31'), undefined)
})
