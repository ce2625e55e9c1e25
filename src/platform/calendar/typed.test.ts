import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { typedDate, typedMoney, typedTime } from './typed.ts'

const times: Record<string, string[]> = {
  '13:00': [
    '13.00',
    '13:00',
    '13u',
    '13 u.',
    '13U',
    '13h00',
    '13 h',
    '13 uur',
    '13',
    '1300',
    '13,00',
    '13 00',
    ' 13 : 00 ',
    '13:00:00',
    '13.00 uur',
    '13 heures',
    '１３：００',
    '\u206613:00\u2069',
  ],
  '09:00': ['9u', '9', '09', '09:00', '9.00', '900', '0900', '9 uur', '9h', '9 h.'],
  '09:30': ['9u30', '9.30', '9:30', '930', '0930', '9 u 30', '9 uur 30', '9h30', '9.30 u.', '٩:٣٠', '۹:۳۰', '\u200f٩:٣٠'],
  '00:00': ['0', '00:00', '0u', '000'],
}

test('a time is understood in every way people write it on a phone', () => {
  for (const [time, ways] of Object.entries(times)) for (const way of ways) assert.equal(typedTime(way), time, JSON.stringify(way))
})

test('what is no time of the day is refused', () => {
  for (const typed of [
    '25:00',
    '9:75',
    '24:00',
    '13:',
    '13.',
    ':30',
    '9:5',
    '-9:00',
    '13u60',
    '9300',
    '93000',
    '',
    ' ',
    'half twee',
    'middag',
    '13:00-16:00',
    '1pm',
    '<b>13</b>',
    '13:00:59',
  ]) {
    assert.equal(typedTime(typed), undefined, JSON.stringify(typed))
  }
})

const dates: Record<string, string[]> = {
  '2026-11-24': [
    '2026-11-24',
    '24/11/2026',
    '24-11-2026',
    '24.11.2026',
    '24.11.26',
    '24/11/26',
    ' 24 / 11 / 2026 ',
    '24 11 2026',
    '24 november 2026',
    '24 November 2026',
    '24 nov 2026',
    '24 nov. 2026',
    '24november2026',
    'dinsdag 24 november 2026',
    'di 24 nov. 2026',
    '24 novembre 2026',
    '24 листопада 2026 р.',
    'الثلاثاء، 24 نوفمبر 2026',
    '٢٤/١١/٢٠٢٦',
    '2026/11/24',
  ],
  '2027-03-05': ['5/3/2027', '05-03-27', '5 maart 2027', '5 mrt 2027', '5 mars 2027', '5 March 2027'],
  '2028-02-29': ['29/2/2028', '29 februari 2028'],
}

test('a date is understood in every way people write it, the day before the month', () => {
  for (const [date, ways] of Object.entries(dates)) for (const way of ways) assert.equal(typedDate(way), date, way)
})

test('a date without a year is the next such day', () => {
  assert.equal(typedDate('24/11', '2026-11-24'), '2026-11-24')
  assert.equal(typedDate('24/11', '2026-11-25'), '2027-11-24')
  assert.equal(typedDate('24 november', '2026-10-01'), '2026-11-24')
  assert.equal(typedDate('1 jan', '2026-12-31'), '2027-01-01')
  assert.equal(typedDate('29/2', '2026-11-24'), '2028-02-29')
  assert.equal(typedDate('29/2', '2096-03-01'), undefined, 'the next one lies beyond 2100')
  assert.equal(typedDate('24/11'), undefined, 'without today nobody knows which year')
})

test('a weekday that does not fit the date is a slip, so it is asked again', () => {
  assert.equal(typedDate('maandag 24 november 2026'), undefined)
  assert.equal(typedDate('ma 24 nov', '2026-11-01'), undefined)
})

test('a day that does not exist is refused', () => {
  for (const typed of [
    '29/02/2027',
    '31/11/2026',
    '2026-13-01',
    '2026-02-30',
    '11/24/2026',
    '0/1/2026',
    '24/11/1999',
    '24/11/2101',
    '24 brumaire 2026',
    'morgen',
    '',
    '2026-11',
    '24',
    '24 n 2026',
    '24 jui 2026',
    '1/2/3/4',
  ]) {
    assert.equal(typedDate(typed, '2026-01-01'), undefined, typed)
  }
})

const amounts: [number, string[]][] = [
  [1250, ['12,50', '12.50', '€ 12.50', '€12,50', '12,50 €', '12,5 euro', 'EUR 12,50', ' 12,50 ', '١٢٫٥٠']],
  [200, ['2', '2,00', '€ 2', '2 euro', '2,-', '02']],
  [250, ['2,5', '2.5', '2,50']],
  [50, ['0,50', ',50', '.5']],
  [0, ['0', '0,00', '€ 0']],
  [100_000, ['1000', '1000,00']],
]

test('an amount is understood with comma, point, sign or word', () => {
  for (const [cents, ways] of amounts) for (const way of ways) assert.equal(typedMoney(way), cents, way)
})

test('what is no price here is refused: negative, three decimals, above 1000 euro, words', () => {
  for (const typed of [
    '-2',
    '€ -2',
    '2,505',
    '1.000',
    '1000,01',
    '1001',
    '99999',
    '',
    '€',
    ',',
    '2,',
    'gratis',
    '2 3',
    '1e2',
    '$ 2',
    'NaN',
    '0x10',
  ]) {
    assert.equal(typedMoney(typed), undefined, JSON.stringify(typed))
  }
})

test('whatever is typed, the answer is a real time, date or amount, or none, and it comes at once', () => {
  const messy = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[0-9 :.,uh/-]{0,12}$/))
  fc.assert(
    fc.property(messy, (typed) => {
      const time = typedTime(typed)
      if (time) assert.match(time, /^([01]\d|2[0-3]):[0-5]\d$/)
      const date = typedDate(typed, '2026-11-24')
      if (date) assert.equal(Temporal.PlainDate.from(date).toString(), date)
      const cents = typedMoney(typed)
      if (cents !== undefined) assert.ok(Number.isInteger(cents) && cents >= 0 && cents <= 100_000)
    }),
    { numRuns: 500 },
  )
  const began = performance.now()
  for (const long of ['1'.repeat(100_000), ' '.repeat(100_000), '9 '.repeat(50_000), `${'a'.repeat(100_000)} 1`, `9${' '.repeat(90)}x`]) {
    assert.equal(typedTime(long), undefined)
    assert.equal(typedDate(long, '2026-11-24'), undefined)
    assert.equal(typedMoney(long), undefined)
  }
  assert.ok(performance.now() - began < 200)
})

test('a time, a date and an amount that the program wrote itself are understood again', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1439 }),
      fc.integer({ min: 0, max: 36_000 }),
      fc.integer({ min: 0, max: 100_000 }),
      (minutes, days, cents) => {
        const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
        assert.equal(typedTime(time), time)
        assert.equal(typedTime(time.replace(':', '.')), time)
        const date = Temporal.PlainDate.from('2000-01-01').add({ days })
        assert.equal(typedDate(date.toString()), date.toString())
        assert.equal(typedDate(`${date.day}/${date.month}/${date.year}`), date.toString())
        assert.equal(typedMoney((cents / 100).toFixed(2).replace('.', ',')), cents)
      },
    ),
    { numRuns: 200 },
  )
})
