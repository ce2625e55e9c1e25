import assert from 'node:assert/strict'
import { test } from 'node:test'
import Holidays from 'date-holidays'
import { isSchoolHoliday, publicHoliday, publicHolidays, type SchoolHolidayCode, schoolHoliday, schoolHolidays } from './holidays.ts'

test('the ten public holidays are the same as those of an independent list, for sixty years', () => {
  const list = new Holidays('BE')
  for (let year = 2000; year <= 2060; year++) {
    const theirs = list.getHolidays(year, 'nl').filter(({ type }) => type === 'public')
    assert.deepEqual(
      publicHolidays(year)
        .map(({ date }) => date)
        .sort(),
      theirs.map(({ date }) => date.slice(0, 10)).sort(),
      String(year),
    )
  }
})

test('each public holiday has its own name', () => {
  assert.deepEqual(
    publicHolidays(2027).map(({ date, code }) => `${date} ${code}`),
    [
      '2027-01-01 new-year',
      '2027-03-29 easter-monday',
      '2027-05-01 labour-day',
      '2027-05-06 ascension',
      '2027-05-17 whit-monday',
      '2027-07-21 national-day',
      '2027-08-15 assumption',
      '2027-11-01 all-saints',
      '2027-11-11 armistice',
      '2027-12-25 christmas-day',
    ],
  )
  assert.equal(publicHoliday('2026-11-11'), 'armistice')
  assert.equal(publicHoliday('2026-11-12'), undefined)
  assert.equal(publicHoliday('2026-07-11'), undefined)
})

const published: [string, SchoolHolidayCode, string, string][] = [
  ['2022-23', 'autumn', '2022-10-31', '2022-11-06'],
  ['2022-23', 'christmas', '2022-12-26', '2023-01-08'],
  ['2022-23', 'carnival', '2023-02-20', '2023-02-26'],
  ['2022-23', 'easter', '2023-04-03', '2023-04-16'],
  ['2022-23', 'summer', '2023-07-01', '2023-08-31'],
  ['2023-24', 'autumn', '2023-10-30', '2023-11-05'],
  ['2023-24', 'christmas', '2023-12-25', '2024-01-07'],
  ['2023-24', 'carnival', '2024-02-12', '2024-02-18'],
  ['2023-24', 'easter', '2024-04-01', '2024-04-14'],
  ['2024-25', 'autumn', '2024-10-28', '2024-11-03'],
  ['2024-25', 'christmas', '2024-12-23', '2025-01-05'],
  ['2024-25', 'carnival', '2025-03-03', '2025-03-09'],
  ['2024-25', 'easter', '2025-04-07', '2025-04-21'],
  ['2025-26', 'autumn', '2025-10-27', '2025-11-02'],
  ['2025-26', 'christmas', '2025-12-22', '2026-01-04'],
  ['2025-26', 'carnival', '2026-02-16', '2026-02-22'],
  ['2025-26', 'easter', '2026-04-06', '2026-04-19'],
  ['2025-26', 'summer', '2026-07-01', '2026-08-31'],
  ['2026-27', 'autumn', '2026-11-02', '2026-11-08'],
  ['2026-27', 'christmas', '2026-12-21', '2027-01-03'],
  ['2026-27', 'carnival', '2027-02-08', '2027-02-14'],
  ['2026-27', 'easter', '2027-03-29', '2027-04-11'],
  ['2027-28', 'autumn', '2027-11-01', '2027-11-07'],
  ['2027-28', 'christmas', '2027-12-27', '2028-01-09'],
  ['2027-28', 'carnival', '2028-02-28', '2028-03-05'],
  ['2027-28', 'easter', '2028-04-03', '2028-04-17'],
]

for (const [year, code, from, until] of published) {
  test(`the ${code} holiday of school year ${year} is as published: ${from} to ${until}`, () => {
    assert.deepEqual(
      schoolHolidays(Number(from.slice(0, 4))).find((holiday) => holiday.code === code),
      { code, from, until },
    )
  })
}

test('the first and the last day belong to the holiday, the days around it do not', () => {
  assert.equal(schoolHoliday('2026-11-02')?.code, 'autumn')
  assert.equal(schoolHoliday('2026-11-08')?.code, 'autumn')
  assert.equal(isSchoolHoliday('2026-11-01'), false)
  assert.equal(isSchoolHoliday('2026-11-09'), false)
})

test('the Christmas holiday goes on after New Year', () => {
  assert.equal(schoolHoliday('2028-01-09')?.code, 'christmas')
  assert.equal(isSchoolHoliday('2028-01-10'), false)
})
