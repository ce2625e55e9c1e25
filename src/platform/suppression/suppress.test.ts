import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Shown, SMALLEST_SHOWN, stretches, sumOfShown, suppress } from './suppress.ts'

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
