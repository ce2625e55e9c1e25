import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { wordsOn } from '../../../../test/desk-world.ts'
import { type HandoverWorld, handoverWorld } from '../../../../test/handover-world.ts'
import { barriers } from '../handover.ts'
import type { OutcomeCount } from './queries.ts'
import { doorsOf, oftenInTheWay, settledBefore } from './rules.ts'

const row = (month: string, outcome: OutcomeCount['outcome'], count: number, service = 'Schuldhulp'): OutcomeCount => ({
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

const often = (rows: OutcomeCount[]) => oftenInTheWay(doorsOf(rows, '2026-10-01'))

test('what stands in the way often is said without a number, and never of a door whose numbers stay hidden', () => {
  assert.deepEqual(often([row('2026-07-01', 'no-help', 4)]), [])
  assert.deepEqual(often([row('2026-07-01', 'no-help', 5)]), [], 'all five of them would be known')
  const helped = [row('2026-08-01', 'arrived', 20), row('2026-08-01', 'passed-on', 20), row('2026-08-01', 'not-yet', 20)]
  assert.deepEqual(often([...helped, row('2026-08-01', 'no-help', 9)]), ['waiting-list'])
  assert.deepEqual(often([...helped, row('2026-08-01', 'no-help', 4), row('2026-09-01', 'no-help', 4, 'Ander')]), [])
})

test('who knows how it is told what stands in the way, finds at least five possible numbers for each thing', () => {
  const worlds = new Map<string, number[][]>()
  const names = ['waiting-list', 'language', 'digital'] as const
  const others = barriers.filter((barrier) => !names.some((name) => name === barrier))
  for (let all = 5; all <= 20; all += 1)
    for (const counts of threeWithin(all)) {
      const rest = all - counts.reduce((so, count) => so + count, 0)
      const spread = others.map((barrier, at) => [barrier, Math.floor((rest + at) / others.length)] as const)
      const notHelped = [...names.map((name, at) => [name, counts[at] ?? 0] as const), ...spread].map(([barrier, count]) => ({
        ...row('2026-08-01', 'no-help', count),
        barrier,
      }))
      const looks = `${all}: ${oftenInTheWay([{ notHelped }])}`
      worlds.set(looks, [...(worlds.get(looks) ?? []), counts])
    }
  assert.ok([...worlds.keys()].some((looks) => looks.includes('language')))
  for (const [looks, possible] of worlds)
    for (const at of names.keys())
      assert.ok(new Set(possible.map((counts) => counts[at])).size >= 5, `${looks}: ${names[at]} is known too well`)
})

let world: HandoverWorld
before(async () => {
  world = await handoverWorld()
})
after(() => world.close())

test('from pillar to post: workers see which doors bounce, and nobody else does', async () => {
  for (const [month, outcome, count] of [
    ['2026-08-01', 'no-help', 12],
    ['2026-08-01', 'arrived', 10],
    ['2026-11-01', 'no-help', 30],
  ] as const)
    await world.test.owner.query(
      `insert into handover_outcome (stek_id, month, theme, service_id, outcome, barrier)
       select $1, $2, 'economy-work', $3, $4, case when $4 = 'no-help' then 'waiting-list' end from generate_series(1, $5)`,
      [world.stekId, month, world.services.debts, outcome, count],
    )
  const words = wordsOn(await (await world.visits['partner-worker'].get('/werk/overdracht/kastje?stek=wuustwezel')).text())
  assert.match(words, /Schuldhulp 12 te klein te klein te klein 22/)
  assert.match(words, /vaak in de weg staat Er is een wachtlijst/)
  assert.equal((await world.visits.volunteer.get('/werk/overdracht/kastje?stek=wuustwezel')).status, 403)
  assert.equal((await world.visits.funder.get('/werk/overdracht/kastje?stek=wuustwezel')).status, 403)
})
