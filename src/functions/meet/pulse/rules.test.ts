import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choices, faces, isSettled, type MonthCount, quartersOf, refusalsOfPaper, toldOf } from './rules.ts'
import { readTabletToken, tabletToken } from './token.ts'

const month = (name: string, glad: number, soSo = 0, notWell = 0): MonthCount => ({
  month: name,
  counts: { glad, 'so-so': soSo, 'not-well': notWell },
})

test('a month is told from the eighth of the next one, so that sheets of paper can still come in', () => {
  assert.equal(isSettled('2026-10', '2026-11-07'), false)
  assert.equal(isSettled('2026-10', '2026-11-08'), true)
  assert.equal(isSettled('2026-12', '2027-01-08'), true)
})

test('four answers are not shown, nor is the month that runs', () => {
  assert.deepEqual(toldOf([month('2026-10', 4)], '2026-12-31'), [])
  assert.deepEqual(toldOf([month('2026-11', 40, 20, 10)], '2026-11-30'), [])
  assert.deepEqual(toldOf([], '2026-11-30'), [])
})

test('a month that is too small is told together with the next, and then never again alone', () => {
  const told = toldOf([month('2026-08', 3, 1, 0), month('2026-10', 20, 9, 2), month('2026-09', 0, 0, 0)], '2026-11-24')
  assert.equal(told.length, 1)
  assert.deepEqual([told[0]?.from, told[0]?.until], ['2026-08', '2026-10'])
  assert.deepEqual(told[0]?.faces, { total: 35, parts: { glad: 23, 'so-so': null, 'not-well': null } })
})

test('what was told in one month stays the same in every later month', () => {
  const year = Array.from({ length: 12 }, (_, at) =>
    month(`2026-${String(at + 1).padStart(2, '0')}`, (at * 7) % 11, (at * 5) % 8, (at * 3) % 6),
  )
  const days = Array.from({ length: 14 }, (_, at) => Temporal.PlainDate.from('2026-01-20').add({ months: at }).toString())
  const whole = toldOf(year, '2027-03-01')
  assert.ok(whole.length >= 3)
  for (const day of days) {
    const then = toldOf(year, day)
    assert.deepEqual(then, then.length === 0 ? [] : whole.slice(-then.length))
  }
})

test('a quarter is told when its three months are, and shows only what each of them shows', () => {
  const months = [month('2026-07', 20, 9, 6), month('2026-08', 11, 7, 8), month('2026-09', 30, 12, 2), month('2026-10', 9, 9, 9)]
  const quarters = quartersOf(toldOf(months, '2026-11-24'))
  assert.deepEqual(
    quarters.map(({ quarter, faces: shown }) => [quarter, shown]),
    [['2026-Q3', { total: 105, parts: { glad: 61, 'so-so': null, 'not-well': null } }]],
  )
  assert.deepEqual(quartersOf(toldOf([month('2026-07', 20), month('2026-08', 1), month('2026-09', 30)], '2026-11-24')), [])
})

test('a sheet of paper counts when its day was, its month is not told yet, and the numbers can be true', () => {
  const none = Object.fromEntries([...faces, ...choices].map((answer) => [answer, 0])) as Parameters<typeof refusalsOfPaper>[0]['counts']
  const draft = (day: string | undefined, counts: object) => ({ site: 'zaal', day, counts: { ...none, ...counts } })
  const why = (day: string | undefined, counts: object, site = 'zaal') =>
    refusalsOfPaper({ ...draft(day, counts), site }, '2026-11-24', ['zaal']).map((refusal) => refusal.why)
  assert.deepEqual(why('2026-11-24', { glad: 7, music: 7 }), [])
  assert.deepEqual(why('2026-11-25', { glad: 7 }), ['future'])
  assert.deepEqual(why('2026-10-31', { glad: 7 }), ['shown'])
  assert.deepEqual(why(undefined, { glad: 7 }, 'elders'), ['site', 'day'])
  assert.deepEqual(why('2026-11-24', {}), ['nothing'])
  assert.deepEqual(why('2026-11-24', { glad: 3, music: 4 }), ['choices'])
  assert.deepEqual(why('2026-11-24', { glad: 501, music: undefined }), ['number', 'number'])
})

test('the address of a tablet is good for its own stek and its own day, and cannot be made at home', () => {
  const secret = Buffer.alloc(32, 3)
  const stek = '01900000-0000-7000-8000-000000000001'
  const moment = { slotId: '01900000-0000-7000-8000-0000000000aa', siteId: '01900000-0000-7000-8000-0000000000bb', date: '2026-11-24' }
  const text = tabletToken(secret, stek, moment)
  const read = readTabletToken(secret, stek, text, '2026-11-24')
  assert.deepEqual({ ...read, tablet: undefined }, { ...moment, tablet: undefined })
  assert.equal(read?.tablet.length, 16)
  assert.notEqual(tabletToken(secret, stek, moment), text, 'each start is a tablet of its own')
  assert.equal(readTabletToken(secret, stek, text, '2026-11-25'), undefined)
  assert.equal(readTabletToken(secret, moment.slotId, text, '2026-11-24'), undefined)
  assert.equal(readTabletToken(Buffer.alloc(32, 4), stek, text, '2026-11-24'), undefined)
  for (const at of [0, 30, 45, 60, 80, 100]) {
    const other = text[at] === 'A' ? 'B' : 'A'
    assert.equal(readTabletToken(secret, stek, text.slice(0, at) + other + text.slice(at + 1), '2026-11-24'), undefined)
  }
  for (const odd of ['', 'x', 'A'.repeat(112), `${text}A`]) assert.equal(readTabletToken(secret, stek, odd, '2026-11-24'), undefined)
})

/** What the page says: months and quarters; of choices no total of their own, and of who made none no number. */
const look = (months: MonthCount[]): string => {
  const told = toldOf(months, '2027-03-01')
  return JSON.stringify({ told, quarters: quartersOf(told) }, (name, value) => (name === 'none' ? undefined : value))
}

const madeOf = ['none', ...choices] as const
type MadeCounts = Record<(typeof madeOf)[number], number>

/** One month in which people made these choices; with two who were not well two faces are hidden. */
function monthOfChoices(made: MadeCounts, notWell: number): MonthCount {
  const people = Object.values(made).reduce((so, count) => so + count, 0)
  const { none: _, ...chosen } = made
  return { month: '2026-10', counts: { glad: people - 9 - notWell, 'so-so': 9, 'not-well': notWell, ...chosen } }
}

/** The numbers that one choice may have without the page saying anything else, until there are five; found by moving people between what is hidden. */
function possibleFor(name: keyof MadeCounts, made: MadeCounts, hidden: readonly (keyof MadeCounts)[], notWell: number): Set<number> {
  const seen = look([monthOfChoices(made, notWell)])
  const people = hidden.reduce((so, one) => so + made[one], 0)
  const possible = new Set([made[name]])
  const nobody = Object.fromEntries(hidden.map((one) => [one, 0]))
  for (let count = 0; count <= people; count += 1)
    for (const other of hidden.filter((one) => one !== name)) {
      if (possible.size >= 5) return possible
      const moved = { ...made, ...nobody, [name]: count, [other]: people - count }
      if (!possible.has(count) && look([monthOfChoices(moved, notWell)]) === seen) possible.add(count)
    }
  return possible
}

for (const notWell of [7, 2])
  test(`who lays faces beside choices finds five possible numbers of people who made none, and for each hidden choice, with ${notWell} who were not well`, () => {
    const counts = [0, 2, 5, 9, 14]
    const besides = [
      { 'warm-drink': 0, greeted: 0, 'time-to-talk': 0, children: 0 },
      { 'warm-drink': 5, greeted: 5, 'time-to-talk': 5, children: 5 },
      { 'warm-drink': 9, greeted: 7, 'time-to-talk': 12, children: 6 },
      { 'warm-drink': 1, greeted: 20, 'time-to-talk': 0, children: 5 },
    ]
    let tried = 0
    for (const beside of besides)
      for (const none of counts)
        for (const nothing of counts)
          for (const cosier of counts)
            for (const music of counts) {
              const made = { none, nothing, cosier, music, ...beside }
              const [told] = toldOf([monthOfChoices(made, notWell)], '2027-03-01')
              if (!told || (monthOfChoices(made, notWell).counts.glad ?? 0) < 0) continue
              const hidden = madeOf.filter((name) => told.choices.parts[name] === null)
              for (const name of hidden) {
                tried += 1
                const possible = possibleFor(name, made, hidden, notWell)
                assert.ok(possible.size >= 5, `${name} can only be ${[...possible]}, as in ${JSON.stringify(made)}`)
              }
              // What is not on the page can still be had by subtracting when all else is told.
              if (hidden.length === 0) assert.ok(none >= 5)
            }
    assert.ok(tried > 1000, 'there was something to hide')
  })

/** Every way in which so many people can be divided over so many answers. */
function* divided(people: number, answers: number): Generator<number[]> {
  if (answers <= 1) yield answers === 1 ? [people] : []
  else for (let first = 0; first <= people; first += 1) for (const rest of divided(people - first, answers - 1)) yield [first, ...rest]
}

test('who knows when a month is told alone and when with the next finds five possible values for every face, month by month', () => {
  type Look = { shown: ReturnType<typeof toldOf>[number]['faces']['parts']; worlds: number[][] }
  const looks = new Map<string, Look>()
  for (let people = 1; people <= 16; people += 1)
    for (const world of divided(people, 6)) {
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = world
      if (a + b + c === 0) continue
      const months = [month('2026-10', a, b, c), month('2026-11', d, e, f)]
      const [told] = toldOf(months, '2027-03-01')
      // What is not told yet can be of any size; those worlds were not all tried.
      if (told?.from !== '2026-10' || told.until !== '2026-11') continue
      const there: Look = looks.get(look(months)) ?? { shown: told.faces.parts, worlds: [] }
      there.worlds.push([...world, a + d, b + e, c + f])
      looks.set(look(months), there)
    }
  assert.ok(looks.size >= 2)
  for (const [said, { shown, worlds }] of looks)
    for (let at = 0; at < 9; at += 1) {
      const face = at >= 6 ? faces[at - 6] : undefined
      if (face && shown[face] !== null) continue
      const possible = new Set(worlds.map((world) => world[at]))
      assert.ok(possible.size >= 5, `${face ?? 'a month'} can only be ${[...possible]}: ${said}`)
    }
})
