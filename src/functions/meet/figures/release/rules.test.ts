import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SMALLEST_SHOWN } from '../../../../platform/suppression/suppress.ts'
import type { Counts } from '../../../../programme/tally/rules.ts'
import type { Release } from './release.ts'
import { type Held, isSettled, monthsToTell, releaseOf } from './rules.ts'

/** October 2026 of whole weeks is 28 September to 1 November; November is 2 to 29 November. */
const at = (month: 10 | 11, week: 1 | 2, day = 0) =>
  `2026-${month}-${String((month === 10 ? 5 : 2) + (week - 1) * 7 + day).padStart(2, '0')}`

const moment = (siteId: string, offerId: string, date: string, more: Partial<Held> = {}): Held => ({
  slotId: `${siteId}${offerId}`,
  plannedDate: date,
  offerId,
  siteId,
  date,
  startTime: '13:00',
  endTime: '16:00',
  cancellation: null,
  ...more,
})

const facts = { title: 'Aanbod', functions: ['meet'], themes: ['welfare-health'], partner: 'CAW', priceInCents: 0 }
const offers = new Map(['a', 'b', 'c', 'd'].map((id) => [id, facts]))
const siteNames = new Map(['s', 't', 'u'].map((id) => [id, id]))

const tell = (
  month: string,
  moments: readonly Held[],
  counts: readonly Counts[],
  ownRows: { counted: string; label: string }[] = [],
  countedOffers?: Set<string>,
) =>
  releaseOf({
    month,
    moments,
    counts: new Map(moments.map(({ slotId, plannedDate }, nth) => [`${slotId}/${plannedDate}`, counts[nth] ?? {}])),
    offers,
    siteNames,
    ownRows,
    countedOffers: countedOffers ?? new Set(offers.keys()),
    example: false,
  })

/** Every list of so many numbers that are at most `most` together. */
function* lists(length: number, most: number): Generator<number[]> {
  if (length === 0) yield []
  else for (let first = 0; first <= most; first += 1) for (const rest of lists(length - 1, most - first)) yield [first, ...rest]
}

const sum = (numbers: readonly number[]) => numbers.reduce((so, one) => so + one, 0)

/** Every number that could be told: its name, what is told of it, and which moments it adds up. */
function numbersOf(releases: readonly Release[], moments: readonly Held[]) {
  const own = (release: Release) => moments.filter(({ date }) => date.slice(0, 7) === release.month)
  return releases.flatMap((release) => [
    // That nothing took place in a month is in the programme for everybody to see.
    ...(own(release).length > 0 ? [{ name: release.month, told: release.heads, of: own(release) }] : []),
    ...release.sites.flatMap((site) => {
      const there = own(release).filter(({ siteId }) => siteId === site.siteId)
      return [
        { name: `${release.month} ${site.siteId}`, told: site.heads, of: there },
        ...site.offers.flatMap((offer) => {
          const held = there.filter(({ offerId }) => offerId === offer.offerId)
          const inWeek = (week: string) =>
            held.filter(({ date }) => week <= date && date <= `${week.slice(0, 8)}${String(Number(week.slice(8)) + 6).padStart(2, '0')}`)
          return [
            { name: `${release.month} ${site.siteId} ${offer.offerId}`, told: offer.heads, of: held },
            ...offer.weeks.map(({ week, heads }) => ({ name: `${site.siteId} ${offer.offerId} ${week}`, told: heads, of: inWeek(week) })),
          ]
        }),
      ]
    }),
  ])
}

/** What everybody may read is made of releases only; so who has every page and every export of them has these, and no more. */
function assertNobodyCanWorkOut(moments: readonly Held[], most: number, months: readonly string[] = ['2026-10']): void {
  const looks = new Map<string, { numbers: ReturnType<typeof numbersOf>; worlds: number[][] }>()
  for (const heads of lists(moments.length, most)) {
    const releases = months.map((month) => {
      const nths = moments.flatMap(({ date }, nth) => (date.startsWith(month) ? [nth] : []))
      return tell(
        month,
        nths.map((nth) => moments[nth] as Held),
        nths.map((nth) => ({ heads: heads[nth] ?? 0 })),
      )
    })
    const look = JSON.stringify(releases)
    const there = looks.get(look) ?? { numbers: numbersOf(releases, moments), worlds: [] }
    there.worlds.push(heads)
    looks.set(look, there)
  }
  assert.ok(looks.size >= 8)
  let hidden = 0
  for (const { numbers, worlds } of looks.values()) {
    // Near the edge of what is tried, some worlds that look the same were not tried.
    if (worlds.some((heads) => sum(heads) > most - months.length * 4)) continue
    for (const { name, told, of } of numbers) {
      const nths = of.map((one) => moments.indexOf(one))
      const possible = new Set(worlds.map((heads) => sum(nths.map((nth) => heads[nth] ?? 0))))
      if (told !== null) {
        assert.deepEqual([...possible], [told], `${name} is told and true`)
        assert.ok(told >= SMALLEST_SHOWN)
      } else {
        hidden += 1
        assert.ok(possible.size >= SMALLEST_SHOWN, `${name} can only be ${[...possible]}, as in ${worlds[0]}`)
      }
    }
  }
  assert.ok(hidden > 50, 'there was something to hide')
}

const worlds: [string, Held[], number, string[]?][] = [
  ['one offer over two weeks', [moment('s', 'a', at(10, 1)), moment('s', 'a', at(10, 2))], 40],
  [
    'an offer of two weeks beside one of one week',
    [moment('s', 'a', at(10, 1)), moment('s', 'a', at(10, 2)), moment('s', 'b', at(10, 1, 1))],
    34,
  ],
  [
    'a week in which only one of three offers took place',
    [
      moment('s', 'a', at(10, 1)),
      moment('s', 'b', at(10, 1, 1)),
      moment('s', 'b', at(10, 2)),
      moment('s', 'c', at(10, 1, 2)),
      moment('s', 'c', at(10, 2, 2)),
    ],
    18,
  ],
  [
    'two sites, one with two offers',
    [moment('s', 'a', at(10, 1)), moment('s', 'b', at(10, 1)), moment('t', 'c', at(10, 1)), moment('t', 'c', at(10, 2))],
    24,
  ],
  [
    'one offer at two sites, and a third site',
    [moment('s', 'a', at(10, 1)), moment('t', 'a', at(10, 2)), moment('u', 'b', at(10, 2)), moment('u', 'b', at(10, 2, 1))],
    24,
  ],
  [
    'two months of one quarter',
    [moment('s', 'a', at(10, 1)), moment('s', 'b', at(10, 1)), moment('s', 'a', at(11, 1)), moment('s', 'b', at(11, 1))],
    26,
    ['2026-10', '2026-11', '2026-12'],
  ],
]
for (const [what, moments, most, months] of worlds)
  test(`who has every week, month and quarter, by site, offer and whole, finds five values possible for a hidden number: ${what}`, () =>
    assertNobodyCanWorkOut(moments, most, months))

test('who subtracts children and volunteers from everybody finds five values possible for what is hidden, also for who is neither', () => {
  const looks = new Map<string, { loose: Release['loose']; worlds: [number, number, number, number][] }>()
  for (let heads = 0; heads <= 18; heads += 1)
    for (let first = 0; first <= heads; first += 3)
      for (const [children = 0, volunteers = 0] of lists(2, heads)) {
        const { loose, heads: told } = tell(
          '2026-10',
          [moment('s', 'a', at(10, 1))],
          [{ heads, children, volunteers, 'first-time': first }],
        )
        const look = JSON.stringify([told, loose])
        const there = looks.get(look) ?? { loose, worlds: [] }
        there.worlds.push([children, volunteers, heads - children - volunteers, heads])
        looks.set(look, there)
      }
  assert.ok(looks.size > 20)
  for (const { loose, worlds: same } of looks.values()) {
    const told = (row: string) => loose.find(({ counted }) => counted === row)?.count ?? null
    const values = (nth: number) => new Set(same.map((world) => world[nth])).size
    for (const [nth, row] of ['children', 'volunteers'].entries())
      if (told(row) === null) assert.ok(values(nth) >= SMALLEST_SHOWN, `${row}, as in ${same[0]}`)
      else assert.equal(values(nth), 1)
    if (told('children') !== null && told('volunteers') !== null) assert.ok(same.every(([, , rest]) => rest >= SMALLEST_SHOWN))
    else assert.ok(values(2) >= SMALLEST_SHOWN, `the others, as in ${same[0]}`)
  }
})

test('new faces are told when they and all the others are five at least', () => {
  const told = (heads: number, first: number) =>
    tell('2026-10', [moment('s', 'a', at(10, 1))], [{ heads, 'first-time': first }]).loose.find(({ counted }) => counted === 'first-time')
      ?.count
  assert.deepEqual([told(40, 8), told(40, 4), told(40, 0), told(12, 8), told(4, 4)], [8, null, null, null, null])
})

test('an own row goes along with its label, and a row that fills the rest hides it', () => {
  const own = [{ counted: 'met-de-fiets', label: 'Met de fiets' }]
  const told = (bikes: number) =>
    tell('2026-10', [moment('s', 'a', at(10, 1))], [{ heads: 60, children: 10, volunteers: 10, 'met-de-fiets': bikes }], own).loose
  assert.deepEqual(
    told(12).find(({ counted }) => counted === 'met-de-fiets'),
    { counted: 'met-de-fiets', label: 'Met de fiets', count: 12 },
  )
  assert.equal(told(38).find(({ counted }) => counted === 'met-de-fiets')?.count, null, 'two are left over')
})

test('when people stand in several rows, a row that leaves only a few out is not told', () => {
  const own = [{ counted: 'met-de-fiets', label: 'Met de fiets' }]
  const counts = { heads: 20, children: 18, volunteers: 6, 'met-de-fiets': 10 }
  const told = tell('2026-10', [moment('s', 'a', at(10, 1))], [counts], own).loose
  assert.equal(told.find(({ counted }) => counted === 'children')?.count, null, 'two are no children')
  assert.equal(told.find(({ counted }) => counted === 'volunteers')?.count, 6)
})

test('a cancelled moment counts nothing, whatever was tapped before it was cancelled', () => {
  const cancelled = moment('s', 'a', at(10, 2), { cancellation: { because: 'worker', reason: '' } })
  const release = tell('2026-10', [moment('s', 'a', at(10, 1)), cancelled], [{ heads: 12 }, { heads: 30 }])
  assert.deepEqual([release.heads, release.moments, release.sites[0]?.offers[0]?.weeks.length], [12, 1, 1])
})

test('an offer where nobody ever counted hides nothing of the others, and is not told as nobody', () => {
  const moments = [moment('s', 'a', at(10, 1)), moment('s', 'b', at(10, 1)), moment('t', 'b', at(10, 1))]
  const release = tell('2026-10', moments, [{ heads: 12 }], [], new Set(['a']))
  assert.deepEqual([release.heads, release.moments, release.uncounted], [12, 3, 2])
  assert.deepEqual(
    release.sites.map(({ heads, offers: own }) => [heads, own.map((offer) => [offer.offerId, offer.heads, offer.uncounted])]),
    [
      [
        12,
        [
          ['a', 12, 0],
          ['b', null, 1],
        ],
      ],
      [null, [['b', null, 1]]],
    ],
  )
})

test('which number is hidden along follows from the programme, never from the numbers', () => {
  const moments = [
    moment('s', 'a', at(10, 1)),
    moment('s', 'b', at(10, 1)),
    moment('s', 'b', at(10, 2)),
    moment('s', 'c', at(10, 1)),
    moment('s', 'c', at(10, 2)),
    moment('s', 'c', at(10, 2, 1)),
  ]
  const heads = (numbers: number[]) =>
    Object.fromEntries(
      tell(
        '2026-10',
        moments,
        numbers.map((one) => ({ heads: one })),
      ).sites[0]?.offers.map((offer) => [offer.offerId, offer.heads]) ?? [],
    )
  assert.deepEqual(heads([50, 3, 0, 20, 20, 20]), { a: null, b: null, c: 60 }, 'a, which took place least, goes along')
  assert.deepEqual(heads([50, 20, 20, 1, 1, 1]), { a: null, b: 40, c: null })
})

test('a month is settled when the last phone may not bring taps any more without a reason, and every month is told once', () => {
  assert.equal(isSettled('2026-10', '2026-12-06'), false, 'the month ends on 1 November; 35 days later a tap of that day is still taken')
  assert.equal(isSettled('2026-10', '2026-12-07'), true)
  assert.deepEqual(monthsToTell('2026-08', undefined, '2026-12-07'), ['2026-08', '2026-09', '2026-10'])
  assert.deepEqual(monthsToTell('2026-08', '2026-09', '2026-12-07'), ['2026-10'])
  assert.deepEqual(monthsToTell('2026-08', '2026-10', '2026-12-07'), [])
  assert.deepEqual(monthsToTell(undefined, undefined, '2026-12-07'), [])
})
