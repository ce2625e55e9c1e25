import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import fc from 'fast-check'
import { erase } from '../../../platform/erasing/erase.ts'
import { formIn } from '../../../test/desk-world.ts'
import { fullDump, grownSince } from '../../../test/dump.ts'
import { type HandoverWorld, handoverWorld } from '../../../test/handover-world.ts'
import { plainCode } from './codes.ts'
import { endHandovers } from './jobs.ts'

const START = '2026-11-24T09:00:00+01:00'
const TABLES = ['handover', 'handover_bounce', 'handover_message', 'handover_outcome', 'service_contact', 'sharing_consent']
let world: HandoverWorld
before(async () => {
  world = await handoverWorld()
})
after(() => world.close())
beforeEach(async () => {
  await world.test.owner.query(
    'delete from handover; delete from handover_outcome; delete from handover_bounce; delete from service_contact',
  )
  world.test.clock.moveTo(START)
})

test('REFER-5 thirty days later a full dump of the database holds a row of the tally, and nothing else of the handover', async () => {
  const before = await fullDump(world.test.owner)
  const { seal, own, service, handoverId } = await world.slip({ language: 'uk', shows: 'yes' })
  await world.message(seal, 'Ik zoek een tolk.', [1])
  const { visit, html, address } = await world.opens(service)
  await visit.post(address, { ...formIn(html), wat: 'antwoord', outcome: 'no-help', barrier: 'language' })
  world.test.clock.pass({ days: 30 })
  await erase(world.test.house.database, world.test.clock.now(), 'Europe/Brussels')
  await endHandovers(world.test.house)
  const now = await fullDump(world.test.owner)
  const whole = [...now.values()].flat().join('\n')
  for (const trace of [handoverId, plainCode(own), plainCode(service), own, service, '2026-12-03', 'tolk'])
    assert.ok(!whole.includes(trace), trace)
  assert.deepEqual(grownSince(before, now), ['handover_outcome'])
  assert.deepEqual(await world.rows('select stek_id, month::text, theme, service_id, outcome, barrier from handover_outcome'), [
    {
      stek_id: world.stekId,
      month: '2026-11-01',
      theme: 'welfare-health',
      service_id: world.services.social,
      outcome: 'no-help',
      barrier: 'language',
    },
  ])
  const [told] = await world.rows<{ id: string }>('select outcome_id as id from handover_outcome')
  assert.equal(told?.id[14], '4', 'its id is by chance and tells no time')
  assert.deepEqual(await world.test.house.keys.ids(), [])
})

test('REFER-5 at any clock, after the erasing ran, nothing of a handover is older than its term', async () => {
  const { owner, house, clock } = world.test
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat({ max: 70 * 24 * 60 }), fc.boolean()), { minLength: 1, maxLength: 5 }),
      fc.nat({ max: 200 * 24 * 60 }),
      async (made, later) => {
        await owner.query('delete from handover; delete from handover_outcome')
        const sorted = made.toSorted(([one], [other]) => one - other)
        for (const [minutes, withMessage] of sorted) {
          clock.moveTo(Temporal.Instant.from(START).add({ minutes }))
          const id = house.newId()
          const at = clock.now().toString()
          await owner.query(
            `insert into handover (stek_id, handover_id, service_id, theme, companion, language, own_code_hash, service_code_hash, created_at, ends_at)
             values ($1, $2, $3, 'mobility', 'nobody', 'nl', sha256($4::bytea), sha256($5::bytea), $6, $6::timestamptz + interval '720 hours')`,
            [world.stekId, id, world.services.debts, `${id}o`, `${id}s`, at],
          )
          if (!withMessage) continue
          const { rows } = await owner.query(
            `insert into sharing_consent values ($1, $2, gen_random_uuid(), 'message', $3, null, 'coordinator', 'spoken', 1, $4, $4::timestamptz + interval '100 hours') returning consent_id`,
            [world.stekId, id, world.services.debts, at],
          )
          await owner.query(
            `insert into handover_message values ($1, $2, $3, gen_random_uuid(), sha256('x') || sha256('x'), 'once', $4::timestamptz + interval '100 hours')`,
            [world.stekId, id, rows[0].consent_id, at],
          )
        }
        const now = clock.now().add({ minutes: later })
        await erase(house.database, now, 'Europe/Brussels')
        const left = await owner.query<{ handover: number; consent: number; message: number; told: number }>(
          `select (select count(*)::integer from handover where created_at <= $1::timestamptz - interval '720 hours') as handover,
            (select count(*)::integer from sharing_consent where until_at <= $1) as consent,
            (select count(*)::integer from handover_message where until_at <= $1) as message,
            (select count(*)::integer from handover) + (select count(*)::integer from handover_outcome) as told`,
          [now.toString()],
        )
        assert.deepEqual(left.rows, [{ handover: 0, consent: 0, message: 0, told: made.length }])
      },
    ),
    { numRuns: 25 },
  )
})

test('REFER-5 no table of a handover could hold a file: every text is picked from a list, every column has a term, nothing points at a visitor', async () => {
  const { rows } = await world.test.owner.query<{
    name: string
    type: string
    list: boolean
    term: string | null
    holds: string | null
    points: string | null
  }>(
    `select t.relname || '.' || a.attname as name, format_type(a.atttypid, null) as type,
      exists (select from pg_constraint k where k.conrelid = t.oid and k.contype = 'c' and a.attnum = any (k.conkey)
        and pg_get_constraintdef(k.oid) ~ (a.attname || ' = (ANY|''message'')')) as list,
      r.erased_by as term, r.holds,
      (select f.relname from pg_constraint k join pg_class f on f.oid = k.confrelid where k.conrelid = t.oid and k.contype = 'f' and k.conkey @> array[a.attnum]
        and f.relname not in ('stek', 'service', 'service_location', 'handover', 'sharing_consent') limit 1) as points
     from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
       left join column_register r on r.table_name = t.relname and r.column_name = a.attname
     where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and t.relname = any ($1) order by 1`,
    [TABLES],
  )
  assert.ok(rows.length > 50, `${rows.length} columns`)
  const texts = rows.filter(({ type }) => /text|char|json/.test(type))
  assert.deepEqual(
    texts.filter(({ list }) => !list).map(({ name }) => name),
    ['service_contact.first_name', 'service_contact.how'],
    'only about a worker of a service, who said yes',
  )
  assert.deepEqual(
    rows.filter(({ points }) => points).map(({ name, points }) => `${name} -> ${points}`),
    ['sharing_consent.asked_by -> person'],
  )
  assert.deepEqual(
    rows.filter(({ holds, term }) => (holds === 'person' || holds === 'free-text') && term === null).map(({ name }) => name),
    [],
  )
  assert.deepEqual(
    rows.filter(({ type, holds }) => /text|bytea|json/.test(type) && holds === null).map(({ name }) => name),
    [],
  )
  assert.deepEqual(
    rows
      .filter(({ name }) => name.startsWith('handover_outcome.') || name.startsWith('handover_bounce.'))
      .map(({ name, type }) => `${name} ${type}`),
    [
      'handover_bounce.barrier text',
      'handover_bounce.bounce_id uuid',
      'handover_bounce.month date',
      'handover_bounce.service_id uuid',
      'handover_bounce.stek_id uuid',
      'handover_bounce.theme text',
      'handover_outcome.barrier text',
      'handover_outcome.month date',
      'handover_outcome.outcome text',
      'handover_outcome.outcome_id uuid',
      'handover_outcome.service_id uuid',
      'handover_outcome.stek_id uuid',
      'handover_outcome.theme text',
    ],
  )
})
