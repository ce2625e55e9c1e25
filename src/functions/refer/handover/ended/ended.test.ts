import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { wordsOn } from '../../../../test/desk-world.ts'
import { type HandoverWorld, handoverWorld } from '../../../../test/handover-world.ts'
import { barriers } from '../handover.ts'
import type { OutcomeCount } from './queries.ts'
import { doorKeys, doorsOf, namedOf, oftenInTheWay, settledBefore } from './rules.ts'

const row = (month: string, outcome: OutcomeCount['outcome'], count: number, service: string | null = 'Schuldhulp'): OutcomeCount => ({
  month,
  serviceId: service,
  service,
  outcome,
  barrier: outcome === 'no-help' ? 'waiting-list' : null,
  count,
})

test('a month is told when everything of it is over, and stays as it was told', () => {
  assert.equal(settledBefore('2026-11-24'), '2026-10-01')
  assert.equal(settledBefore('2026-12-01'), '2026-11-01')
  assert.equal(settledBefore('2027-01-31'), '2026-12-01')
  assert.equal(settledBefore('2027-03-01', '2027-01-01'), '2027-01-01', 'a slip of 31 January adds to January until 2 March')
  assert.equal(settledBefore('2027-03-03', '2027-02-01'), '2027-02-01')
})

test('a door is told with its numbers when they are large enough, and few stays hidden', () => {
  const doors = doorsOf(
    [
      row('2026-08-01', 'arrived', 9),
      row('2026-08-01', 'no-help', 8),
      row('2026-08-01', 'passed-on', 1),
      row('2026-08-01', 'arrived', 4, 'Klein'),
    ],
    '2026-10-01',
  )
  assert.deepEqual(
    doors.map(({ service }) => service),
    ['Schuldhulp'],
    'a door with four is not told at all',
  )
  assert.deepEqual(doors[0]?.shown, { total: 18, parts: { unknown: null, arrived: null, 'passed-on': null, 'no-help': 8 } })
})

test('a small month is told together with the next, never alone', () => {
  const months = [row('2026-07-01', 'no-help', 3), row('2026-08-01', 'no-help', 6), row('2026-09-01', 'no-help', 2)]
  const [door] = doorsOf(months, '2026-10-01')
  assert.equal(door?.shown.total, 9, 'July with August; September waits')
})

function* threeWithin(all: number): Generator<number[]> {
  for (let one = 0; one <= all; one += 1)
    for (let two = 0; one + two <= all; two += 1) for (let three = 0; one + two + three <= all; three += 1) yield [one, two, three]
}

const of = (rows: OutcomeCount[], barrier: OutcomeCount['barrier']): OutcomeCount[] => rows.map((one) => ({ ...one, barrier }))
const often = (rows: OutcomeCount[], before = '2026-11-01') =>
  oftenInTheWay(
    rows.toSorted((one, other) => (one.month < other.month ? -1 : 1)),
    before,
  )

test('what stands in the way often is said without a number, once fourteen were not helped, and never of a door whose numbers stay hidden', () => {
  assert.deepEqual(often([row('2026-07-01', 'no-help', 13)]), [])
  assert.deepEqual(often([row('2026-07-01', 'no-help', 14)]), [], 'the numbers of a door where nobody got in stay hidden')
  const helped = [row('2026-08-01', 'arrived', 20), row('2026-08-01', 'passed-on', 20), row('2026-08-01', 'not-yet', 20)]
  assert.deepEqual(often([...helped, row('2026-08-01', 'no-help', 14)]), ['waiting-list'])
  assert.deepEqual(often([...helped, row('2026-08-01', 'no-help', 13), row('2026-09-01', 'no-help', 4, 'Ander')]), [])
})

const month = (at: string, notHelped: OutcomeCount[], service: string | null = 'Schuldhulp') =>
  (['arrived', 'passed-on', 'not-yet'] as const).map((outcome) => row(at, outcome, 20, service)).concat(notHelped)

test('what is named does not grow with the few who came since the last look: months that were told together are never counted again', () => {
  const first = month('2026-07-01', [
    ...of([row('2026-07-01', 'no-help', 6)], 'waiting-list'),
    ...of([row('2026-07-01', 'no-help', 4)], 'language'),
    ...of([row('2026-07-01', 'no-help', 4)], 'digital'),
  ])
  const few = month('2026-08-01', [
    ...of([row('2026-08-01', 'no-help', 1)], 'language'),
    ...of([row('2026-08-01', 'no-help', 1)], 'digital'),
    ...of([row('2026-08-01', 'no-help', 3)], 'closed'),
  ])
  assert.deepEqual(often(first), ['waiting-list'])
  assert.deepEqual(often([...first, ...few]), ['waiting-list'], 'of five, two would be known: one for each thing that came to stand there')
  const more = month('2026-09-01', of([row('2026-09-01', 'no-help', 9)], 'language'))
  assert.deepEqual(often([...first, ...few, ...more]), ['waiting-list', 'language'])
})

test('a door that leaves the guide is not in the table any more, and changes nothing of what is named', () => {
  const rows = [
    ...month('2026-08-01', [row('2026-08-01', 'no-help', 8)]),
    ...month('2026-08-01', [row('2026-08-01', 'no-help', 7, 'Ander')], 'Ander'),
  ]
  const gone = rows.map((one) => ({ ...one, service: one.service === 'Ander' ? null : one.service }))
  assert.deepEqual([often(rows), often(gone)], [['waiting-list'], ['waiting-list']])
  assert.deepEqual(
    doorsOf(gone, '2026-11-01').map(({ service }) => service),
    ['Schuldhulp'],
  )
})

test('who knows how it is told what stands in the way, finds at least five possible numbers for each thing', () => {
  const worlds = new Map<string, number[][]>()
  const names = ['waiting-list', 'language', 'digital'] as const
  const others = barriers.filter((barrier) => !names.some((name) => name === barrier))
  for (let all = 14; all <= 20; all += 1)
    for (const counts of threeWithin(all)) {
      const rest = all - counts.reduce((so, count) => so + count, 0)
      const spread = others.map((barrier, at) => [barrier, Math.floor((rest + at) / others.length)] as const)
      const notHelped = [...names.map((name, at) => [name, counts[at] ?? 0] as const), ...spread].map(([barrier, count]) => ({
        ...row('2026-08-01', 'no-help', count),
        barrier,
      }))
      const looks = `${all}: ${namedOf(notHelped)}`
      worlds.set(looks, [...(worlds.get(looks) ?? []), counts])
    }
  assert.ok([...worlds.keys()].some((looks) => looks.includes('language')))
  for (const [looks, possible] of worlds)
    for (const at of names.keys())
      assert.ok(new Set(possible.map((counts) => counts[at])).size >= 5, `${looks}: ${names[at]} is known too well`)
})

/** Every list of so many numbers that are at most `most` together. */
function* lists(length: number, most: number): Generator<number[]> {
  if (length === 0) yield []
  else for (let first = 0; first <= most; first += 1) for (const rest of lists(length - 1, most - first)) yield [first, ...rest]
}

test('who looks at a door month after month finds five possible values for every number that is hidden', () => {
  const most = 10
  const outcomes = ['unknown', 'arrived', 'passed-on', 'no-help'] as const
  const looks = new Map<string, { full: boolean; shown: (number | null)[]; worlds: number[][] }>()
  for (const world of lists(8, most)) {
    const rows = world.map((count, at) => row(at < 4 ? '2026-07-01' : '2026-08-01', outcomes[at % 4] ?? 'unknown', count))
    const [first, both] = ['2026-08-01', '2026-09-01'].map((before) => doorsOf(rows, before)[0]?.shown)
    const look = JSON.stringify([first, both])
    const untold = most - (both?.total ?? 0)
    const shown = doorKeys.map((key) => both?.parts[key] ?? null)
    const there = looks.get(look) ?? { full: both === undefined || untold >= 4, shown, worlds: [] }
    there.worlds.push([...world, ...outcomes.map((_, at) => (world[at] ?? 0) + (world[at + 4] ?? 0))])
    looks.set(look, there)
  }
  assert.ok(looks.size > 5)
  for (const [look, { full, shown, worlds }] of looks)
    for (let at = 0; full && at < 12; at += 1) {
      if (at >= 8 && shown[at - 8] !== null) continue
      const possible = new Set(worlds.map((world) => world[at]))
      assert.ok(possible.size >= 5, `number ${at} can only be ${[...possible]}: ${look}`)
    }
})

let world: HandoverWorld
before(async () => {
  world = await handoverWorld()
})
after(() => world.close())

test('from pillar to post: workers see which doors bounce, and nobody else does', async () => {
  for (const [month, outcome, count] of [
    ['2026-08-01', 'no-help', 14],
    ['2026-08-01', 'arrived', 10],
    ['2026-11-01', 'no-help', 30],
  ] as const)
    await world.test.owner.query(
      `insert into handover_outcome (stek_id, month, theme, service_id, outcome, barrier)
       select $1, $2, 'economy-work', $3, $4, case when $4 = 'no-help' then 'waiting-list' end from generate_series(1, $5)`,
      [world.stekId, month, world.services.debts, outcome, count],
    )
  const words = wordsOn(await (await world.visits['partner-worker'].get('/werk/overdracht/kastje?stek=wuustwezel')).text())
  assert.match(words, /Schuldhulp 14 te klein te klein te klein 24/)
  assert.match(words, /vaak in de weg staat Er is een wachtlijst/)
  assert.equal((await world.visits.volunteer.get('/werk/overdracht/kastje?stek=wuustwezel')).status, 403)
  assert.equal((await world.visits.funder.get('/werk/overdracht/kastje?stek=wuustwezel')).status, 403)
})

test('a month waits for a slip of that month that should be over, and what was told does not go when its service does', async () => {
  const page = async () => wordsOn(await (await world.visits['partner-worker'].get('/werk/overdracht/kastje?stek=wuustwezel')).text())
  await world.slip()
  await world.test.owner.query(`update handover set created_at = '2026-08-20T10:00Z', ends_at = '2026-09-18T10:00Z'`)
  assert.match(await page(), /Nog te weinig om te tonen/)
  await world.test.owner.query('delete from handover')
  assert.match(await page(), /Schuldhulp 14/)
  const ofDebts = () => world.rows(`select from handover_outcome where service_id = '${world.services.debts}'`)
  const before = (await ofDebts()).length
  await world.test.owner.query('delete from service where service_id = $1', [world.services.debts])
  assert.doesNotMatch(await page(), /Schuldhulp/)
  assert.match(await page(), /vaak in de weg staat Er is een wachtlijst/)
  assert.equal((await ofDebts()).length, before)
})
