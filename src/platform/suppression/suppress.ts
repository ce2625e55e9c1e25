/** The smallest number that is shown. @source POLITICISE-4: nobody is recognised in what is told */
export const SMALLEST_SHOWN = 5

/** What is hidden must be at least this together: one of five or more, and room for 0 to 4 beside it. */
const SMALLEST_HIDDEN = 2 * SMALLEST_SHOWN - 1

/** A row of numbers as it may be shown: null where a number stays hidden. When `total` is null, everything is. */
export type Shown<Key extends string> = { total: number | null; parts: Record<Key, number | null> }

const keysOf = <Key extends string>(parts: Readonly<Record<Key, number>>): Key[] => Object.keys(parts) as Key[]

/**
 * What may be shown of numbers that together make a total. The rule, in order:
 * 1. a total below five hides everything;
 * 2. each part below five is hidden, zero too;
 * 3. when one is, the first part of the fixed `order` is hidden with it, and the second too when that first one is below five;
 * 4. while the hidden parts are fewer than two, or are below nine together, the next one of `order` is hidden too.
 * So nothing hidden can be had by subtracting. The order is fixed beforehand and never depends on the numbers, and zero is no exception;
 * otherwise somebody who knows the rule could work hidden numbers out: if 4 and 4 of 13 were hidden alone, 8 would be left for two
 * numbers below five. For each hidden part at least five values stay possible (tested by trying all small tables).
 * Without `order` it is the order of the parts.
 */
export function suppress<Key extends string>(parts: Readonly<Record<Key, number>>, order: readonly Key[] = keysOf(parts)): Shown<Key> {
  const keys = keysOf(parts)
  const sum = (some: Iterable<Key>) => [...some].reduce((so, key) => so + parts[key], 0)
  const total = sum(keys)
  const hidden = new Set(keys.filter((key) => total < SMALLEST_SHOWN || parts[key] < SMALLEST_SHOWN))
  if (hidden.size > 0)
    for (const [at, key] of order.entries()) {
      const asked = at === 0 || (at === 1 && parts[order[0] as Key] < SMALLEST_SHOWN)
      if (!asked && hidden.size >= 2 && sum(hidden) >= SMALLEST_HIDDEN) break
      hidden.add(key)
    }
  const shown = keys.map((key) => [key, hidden.has(key) ? null : parts[key]])
  return { total: total < SMALLEST_SHOWN ? null : total, parts: Object.fromEntries(shown) as Record<Key, number | null> }
}

/**
 * What may be shown of groups of the same people, who may stand in several groups or in none, beside how many they are together (null when
 * that is hidden). A group is hidden when it is below five or leaves fewer than five out. Then groups are hidden along, in the fixed `order`, until
 * no groups that are shown would leave fewer than five if nobody stood in two of them. So a hidden group can always be anything from nobody to four,
 * also for who knows which groups have nobody in common (tested by trying all small ones).
 */
export function suppressGroups<Key extends string>(
  total: number | null,
  groups: Readonly<Record<Key, number>>,
  order: readonly Key[] = keysOf(groups),
): Record<Key, number | null> {
  const few = (left: number) => left >= 0 && left < SMALLEST_SHOWN
  let shown = keysOf(groups).filter((key) => total !== null && groups[key] >= SMALLEST_SHOWN && total - groups[key] >= SMALLEST_SHOWN)
  for (const key of order) {
    const sums = new Set([0])
    for (const one of shown) for (const sum of [...sums]) sums.add(sum + groups[one])
    if (total === null || ![...sums].some((sum) => few(total - sum))) break
    shown = shown.filter((one) => one !== key)
  }
  return Object.fromEntries(keysOf(groups).map((key) => [key, shown.includes(key) ? groups[key] : null])) as Record<Key, number | null>
}

/**
 * The sum of rows that are shown themselves (months in a quarter, sites in a stek): a number is there only when it is there in every
 * row, so that a sum tells nothing that the rows do not tell.
 */
export function sumOfShown<Key extends string>(rows: readonly Shown<Key>[], keys: readonly Key[]): Shown<Key> {
  const plus = (numbers: readonly (number | null)[]) =>
    numbers.reduce<number | null>((so, number) => (so === null || number === null ? null : so + number), numbers.length === 0 ? null : 0)
  const parts = keys.map((key) => [key, plus(rows.map((row) => row.parts[key]))])
  return { total: plus(rows.map(({ total }) => total)), parts: Object.fromEntries(parts) as Record<Key, number | null> }
}

/** A stretch of periods in order, put together because alone they were too small. */
export type Stretch<Row> = { rows: readonly Row[] }

/**
 * Puts periods, oldest first, together until what they hold may be told (`enough`), then begins anew; what is not enough yet at the
 * end is left out. What is told of a stretch never changes when later periods come, so that two looks cannot be subtracted, and no
 * period stands in two stretches.
 */
export function stretches<Row>(rows: readonly Row[], enough: (together: readonly Row[]) => boolean): Stretch<Row>[] {
  const done: Stretch<Row>[] = []
  let open: Row[] = []
  for (const row of rows) {
    open = [...open, row]
    if (!enough(open)) continue
    done.push({ rows: open })
    open = []
  }
  return done
}
