import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const here = pathToFileURL(`${import.meta.dirname}/`).href

// A year with both changes of the clocks, week 53, moves, a closure, holidays, words and typed dates, told as one text.
const story = `
const { momentsBetween, departuresBetween } = await import('${here}moments.ts')
const { pausesBetween } = await import('${here}pauses.ts')
const { nextMomentOf } = await import('${here}ahead.ts')
const { slotOf, monthly, once, exceptionOn, brussels } = await import('${here}sample.ts')
const calendar = '${new URL('../../platform/calendar/', here).href}'
const { dateWords, timeWords } = await import(calendar + 'words.ts')
const { typedDate } = await import(calendar + 'typed.ts')
const { wallClock } = await import(calendar + 'zone.ts')
const { parseWeek, weekOf } = await import(calendar + 'week.ts')
const slots = [slotOf({ pausesInSchoolHolidays: true }), slotOf({ slotId: 'sunday', weekday: 7, startTime: '02:30', endTime: '03:00' }), monthly(-1, 5, { slotId: 'month' }), once('2028-02-29', { slotId: 'leap' })]
const exceptions = [exceptionOn('2026-11-24', { movedTo: '2026-11-26' }), exceptionOn('2026-12-01', { cancelled: true })]
const closures = [{ siteId: 'bezemheide', fromDate: '2027-03-28', untilDate: '2027-03-29', reason: 'closed' }]
const period = ['2026-09-01', '2028-03-01']
console.log(JSON.stringify([
  momentsBetween(slots, exceptions, closures, ...period, brussels),
  departuresBetween(slots, exceptions, closures, ...period, brussels),
  pausesBetween(slots, ...period),
  nextMomentOf(slots, exceptions, closures, Temporal.Instant.from('2026-11-24T23:30:00Z'), brussels),
  ['nl', 'en', 'fr', 'ar', 'uk'].map((language) => [dateWords(language).long('2026-11-24'), dateWords(language).period('2026-11-24', '2027-01-01'), timeWords(language).range('13:00', '16:00')]),
  typedDate('24 november', '2026-11-24'),
  typedDate('di 24 nov', '2026-01-01'),
  wallClock(Temporal.Instant.from('2026-11-24T23:30:00Z'), brussels),
  String(parseWeek('2026-W53').monday), weekOf(Temporal.PlainDate.from('2027-01-01')).week,
]))
console.error(new Date(0).getTimezoneOffset())
`

test('CONTEXT-3 the programme is the same wherever the computer thinks it stands', async () => {
  const told = await Promise.all(
    ['UTC', 'America/New_York', 'Pacific/Kiritimati'].map((TZ) =>
      promisify(execFile)(process.execPath, ['--input-type=module', '-e', story], {
        env: { ...process.env, TZ, NODE_OPTIONS: '' },
        maxBuffer: 10_000_000,
      }),
    ),
  )
  assert.equal(new Set(told.map(({ stderr }) => stderr.trim())).size, 3, 'the three processes really stood elsewhere')
  const [first] = told
  assert.ok(first && first.stdout.length > 10_000)
  for (const { stdout } of told) assert.equal(stdout, first.stdout)
})
