import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Shown, SMALLEST_SHOWN, stretches, sumOfShown, suppress, suppressGroups } from './suppress.ts'

type Table = Record<string, number>

/** Every table with so many parts of which the total is at most `most`. */
function* tables(parts: number, most: number): Generator<number[]> {
  if (parts === 0) yield []
  else for (let first = 0; first <= most; first += 1) for (const rest of tables(parts - 1, most - first)) yield [first, ...rest]
}
const named = (numbers: readonly number[]): Table => Object.fromEntries(numbers.map((number, at) => [`p${at}`, number]))

/** All tables that look the same once they are suppressed, by how they look. */
function byLook(parts: number, most: number): Map<string, { shown: Shown<string>; tables: Table[] }> {
  const looks = new Map<string, { shown: Shown<string>; tables: Table[] }>()
  for (const numbers of tables(parts, most)) {
    const shown = suppress(named(numbers))
    const look = JSON.stringify(shown)
    const there = looks.get(look) ?? { shown, tables: [] }
    there.tables.push(named(numbers))
    looks.set(look, there)
  }
  return looks
}

for (const [parts, most] of [
  [2, 40],
  [3, 30],
  [4, 24],
  [5, 18],
  [7, 12],
] as const) {
  test(`who knows the rule and sees ${parts} numbers cannot say what a hidden one is: five values stay possible`, () => {
    const looks = byLook(parts, most)
    assert.ok(looks.size >= 8)
    for (const [look, { shown, tables: same }] of looks)
      for (const key of Object.keys(shown.parts).filter((one) => shown.parts[one] === null)) {
        const possible = new Set(same.map((table) => table[key]))
        assert.ok(possible.size >= SMALLEST_SHOWN, `${look}: ${key} can only be ${[...possible]}; one of them: ${JSON.stringify(same[0])}`)
      }
  })
}

test('what is shown is true, at least five, and never lets the hidden ones be subtracted', () => {
  for (const numbers of tables(4, 22)) {
    const shown = suppress(named(numbers))
    const total = numbers.reduce((so, number) => so + number, 0)
    const hidden = numbers.filter((_, at) => shown.parts[`p${at}`] === null)
    assert.equal(shown.total, total < SMALLEST_SHOWN ? null : total)
    for (const [at, number] of numbers.entries()) {
      const seen = shown.parts[`p${at}`]
      assert.ok(seen === null || (seen === number && number >= SMALLEST_SHOWN))
    }
    if (total >= SMALLEST_SHOWN && hidden.length > 0) {
      assert.ok(hidden.length >= 2)
      assert.ok(hidden.length === numbers.length || hidden.reduce((so, number) => so + number, 0) >= 9)
    }
  }
})

test('the order says which number is hidden along, whatever the numbers are', () => {
  assert.deepEqual(suppress({ glad: 20, soSo: 9, notWell: 1 }, ['soSo', 'notWell', 'glad']).parts, { glad: 20, soSo: null, notWell: null })
  assert.deepEqual(suppress({ glad: 6, soSo: 60, notWell: 1 }, ['soSo', 'notWell', 'glad']).parts, { glad: 6, soSo: null, notWell: null })
  assert.deepEqual(suppress({ glad: 20, soSo: 9, notWell: 5 }, ['soSo', 'notWell', 'glad']).parts, { glad: 20, soSo: 9, notWell: 5 })
})

test('a sum has only what every row has, so it tells nothing new', () => {
  const keys = ['a', 'b', 'c']
  const order = ['b', 'a', 'c']
  const rows: Shown<string>[] = [suppress<string>({ a: 9, b: 9, c: 0 }, order), suppress<string>({ a: 7, b: 6, c: 5 }, order)]
  assert.deepEqual(sumOfShown(rows, keys), { total: 36, parts: { a: 16, b: null, c: null } })
  assert.deepEqual(sumOfShown([rows[0] as Shown<string>, suppress<string>({ a: 1, b: 1, c: 1 })], keys).total, null)
  assert.deepEqual(sumOfShown([], keys).total, null)
})

test('what was told of a stretch stays the same when later periods come, and no period is told twice', () => {
  const enough = (together: readonly number[]) => together.reduce((so, one) => so + one, 0) >= SMALLEST_SHOWN
  let seed = 7
  const next = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed % 8
  }
  for (let turn = 0; turn < 300; turn += 1) {
    const months = Array.from({ length: 12 }, next)
    const whole = stretches(months, enough)
    assert.deepEqual(
      whole.flatMap(({ rows }) => rows),
      months.slice(
        0,
        whole.reduce((so, { rows }) => so + rows.length, 0),
      ),
    )
    for (let until = 0; until <= 12; until += 1) {
      const then = stretches(months.slice(0, until), enough)
      assert.deepEqual(then, whole.slice(0, then.length))
    }
  }
})

/** Three groups of some people: `apart` says how many of them, from the first on, have nobody in common. */
function* groupsOf(people: number, apart: number): Generator<Table> {
  for (let a = 0; a <= people; a += 1)
    for (let b = 0; b <= people; b += 1)
      for (let c = 0; c <= people; c += 1) if (apart < 2 || (a + b <= people && (apart < 3 || a + b + c <= people))) yield { a, b, c }
}

for (const apart of [0, 2, 3])
  test(`who knows that ${apart || 'no'} groups of the same people have nobody in common finds five possible values for each that is hidden, and for those who are left`, () => {
    let hiddenAlong = 0
    for (let people = 5; people <= 24; people += 1) {
      const looks = new Map<string, { shown: Record<string, number | null>; tables: Table[] }>()
      for (const groups of groupsOf(people, apart)) {
        const shown = suppressGroups(people, groups)
        const there = looks.get(JSON.stringify(shown)) ?? { shown, tables: [] }
        there.tables.push(groups)
        looks.set(JSON.stringify(shown), there)
      }
      for (const [look, { shown, tables: same }] of looks) {
        const assertHidden = (what: string, of: (groups: Table) => number) => {
          const possible = new Set(same.map(of))
          assert.ok(
            possible.size >= SMALLEST_SHOWN || (possible.size === 1 && [...possible].every((one) => one >= SMALLEST_SHOWN)),
            `${what} can only be ${[...possible]} of ${people}: ${look}`,
          )
        }
        for (const key of ['a', 'b', 'c']) {
          if (shown[key] === null) hiddenAlong += same.some((groups) => (groups[key] ?? 0) >= SMALLEST_SHOWN) ? 1 : 0
          assertHidden(key, (groups) => groups[key] ?? 0)
          assertHidden(`not ${key}`, (groups) => people - (groups[key] ?? 0))
        }
        if (apart >= 2) assertHidden('neither a nor b', ({ a = 0, b = 0 }) => people - a - b)
        if (apart === 3) assertHidden('none of them', ({ a = 0, b = 0, c = 0 }) => people - a - b - c)
      }
    }
    assert.ok(hiddenAlong > 10)
  })

test('groups are told when they and those outside them are five at least, and nothing is told of people whose number is hidden', () => {
  assert.deepEqual(suppressGroups(40, { a: 12, b: 9, c: 5 }), { a: 12, b: 9, c: 5 })
  assert.deepEqual(suppressGroups(40, { a: 36, b: 9, c: 5 }), { a: null, b: 9, c: 5 }, 'four are not in the first')
  assert.deepEqual(
    suppressGroups(20, { a: 10, b: 8, c: 8 }, ['a', 'b', 'c']),
    { a: null, b: null, c: 8 },
    'the others could be all but two, or four',
  )
  assert.deepEqual(suppressGroups(20, { a: 14, b: 13, c: 12 }), { a: 14, b: 13, c: 12 }, 'people stand in several')
  assert.deepEqual(suppressGroups(null, { a: 12 }), { a: null })
})
