import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import { roleKinds } from '../../../place/person/rules.ts'
import { type HandoverWorld, handoverWorld } from '../../../test/handover-world.ts'
import { addStek } from '../../../test/work.ts'
import { hashOf } from './codes.ts'

let world: HandoverWorld
before(async () => {
  world = await handoverWorld()
})
after(() => world.close())
beforeEach(() => world.test.owner.query('delete from handover; delete from handover_outcome; delete from service_contact'))

/** What one statement gives as the role of the app, with a person or nobody, and with a code or none. */
async function as(personId: string | null, statement: string, values: unknown[] = [], given: { code?: string; stekId?: string } = {}) {
  const { owner, house } = world.test
  await owner.query('begin')
  try {
    await owner.query(
      `select set_config('role', 'stek_app', true), set_config('stek.stek_id', $1, true), set_config('stek.person_id', $2, true), set_config('stek.code', $3, true)`,
      [given.stekId ?? world.stekId, personId ?? '', given.code ? hashOf(house, given.code).toString('hex') : ''],
    )
    return await owner.query(statement, values)
  } finally {
    await owner.query('rollback')
  }
}

const consent = `insert into sharing_consent (stek_id, handover_id, consent_id, what, service_id, asked_by, asked_as, given_as, sentences, given_at, until_at)
  values ($1, $2, gen_random_uuid(), 'message', $3, $4, $5, 'spoken', 1, '2026-11-24T08:00Z', '2026-11-30T08:00Z')`
const message = `insert into handover_message (stek_id, handover_id, consent_id, key_id, sealed, readable, until_at)
  values ($1, $2, $3, gen_random_uuid(), $4, 'once', '2026-11-30T08:00Z')`
const everybody = () => [null, ...roleKinds.map((kind) => world.people[kind])]
const NOW = '2026-11-24T08:30:00Z'

test('REFER-4 no role can write down a consent without the code of the person, by raw SQL', async () => {
  const { handoverId, own, service } = await world.slip()
  for (const kind of roleKinds)
    for (const askedAs of ['community-worker', 'coordinator', 'partner-worker'])
      for (const code of [undefined, service, 'baba baba baba 11'])
        await assert.rejects(
          as(
            world.people[kind],
            consent,
            [world.stekId, handoverId, world.services.social, world.people[kind], askedAs],
            code ? { code } : {},
          ),
          { code: '42501' },
          `${kind} as ${askedAs}`,
        )
  for (const kind of ['volunteer', 'funder'] as const)
    await assert.rejects(
      as(world.people[kind], consent, [world.stekId, handoverId, world.services.social, world.people[kind], 'community-worker'], {
        code: own,
      }),
      { code: '42501' },
    )
  const mine = [world.stekId, handoverId, world.services.social, world.people['community-worker'], 'community-worker']
  assert.equal((await as(world.people['community-worker'], consent, mine, { code: own })).rowCount, 1)
  const forOther = [world.stekId, handoverId, world.services.debts, world.people['community-worker'], 'community-worker']
  await assert.rejects(as(world.people['community-worker'], consent, forOther, { code: own }), {
    constraint: 'consent_is_for_this_handover',
  })
  const inNameOf = [world.stekId, handoverId, world.services.social, world.people.coordinator, 'coordinator']
  await assert.rejects(as(world.people['community-worker'], consent, inNameOf, { code: own }), { code: '42501' })
})

test('REFER-4 no message is kept without a consent of that very handover: the database refuses, also its owner', async () => {
  const first = await world.slip()
  const second = await world.slip()
  const { owner } = world.test
  const sealed = randomBytes(60)
  for (const personId of everybody())
    for (const code of [undefined, first.own, first.service])
      await assert.rejects(as(personId, message, [world.stekId, first.handoverId, world.test.house.newId(), sealed], code ? { code } : {}))
  await assert.rejects(owner.query(message, [world.stekId, first.handoverId, world.test.house.newId(), sealed]), { code: '23514' })
  await assert.rejects(owner.query(message, [world.stekId, first.handoverId, null, sealed]))
  const { rows } = await owner.query(`${consent} returning consent_id`, [
    world.stekId,
    first.handoverId,
    world.services.social,
    null,
    'coordinator',
  ])
  await assert.rejects(owner.query(message, [world.stekId, second.handoverId, rows[0].consent_id, sealed]), { code: '23514' })
  assert.equal((await owner.query(message, [world.stekId, first.handoverId, rows[0].consent_id, sealed])).rowCount, 1)
  await assert.rejects(owner.query(`update handover_message set sealed = $1`, [randomBytes(60)]), { code: '23514' })
  await assert.rejects(owner.query(`update handover_message set handover_id = $1`, [second.handoverId]), { code: '23514' })
  await assert.rejects(owner.query(`update sharing_consent set service_id = $1`, [world.services.debts]), {
    constraint: 'consent_never_changes',
  })
  await assert.rejects(owner.query(`update sharing_consent set until_at = until_at + interval '1 day'`), {
    constraint: 'consent_never_changes',
  })
})

test('REFER-4 a handover takes one consent, once: the database refuses another one, also after the first was taken back, also from its owner', async () => {
  const { handoverId, own } = await world.slip()
  const { owner } = world.test
  const mine = [world.stekId, handoverId, world.services.social, world.people.coordinator, 'coordinator']
  await owner.query(consent, mine)
  await assert.rejects(owner.query(consent, mine), { constraint: 'one_message_for_a_slip' })
  await owner.query('select withdraw_handover_message($1)', [handoverId])
  await owner.query('delete from sharing_consent')
  await assert.rejects(owner.query(consent, mine), { constraint: 'one_message_for_a_slip' })
  for (const kind of ['community-worker', 'coordinator'] as const) {
    const asked = [world.stekId, handoverId, world.services.social, world.people[kind], kind]
    await assert.rejects(as(world.people[kind], consent, asked, { code: own }), { constraint: 'one_message_for_a_slip' })
    await assert.rejects(as(world.people[kind], `update handover set took_message_at = null`, [], { code: own }), { code: '42501' })
  }
})

test('REFER-4 what a message holds reaches nobody without the code of the service, whatever the role, and not the person either', async () => {
  const { seal, own, service } = await world.slip()
  assert.equal((await world.message(seal, 'Ik heb een brief gekregen. Ik versta hem niet.', [1])).status, 303)
  const open = 'select * from open_handover_message($1)'
  for (const personId of everybody()) {
    await assert.rejects(as(personId, 'select sealed from handover_message'), { code: '42501' })
    await assert.rejects(as(personId, 'select key_id from handover_message'), { code: '42501' })
    for (const code of [undefined, own, 'baba baba baba 11'])
      assert.equal((await as(personId, open, [NOW], code ? { code } : {})).rowCount, 0)
    for (const column of ['own_code_hash', 'service_code_hash'])
      await assert.rejects(as(personId, `select ${column} from handover`), { code: '42501' })
    await assert.rejects(as(personId, `update handover_message set until_at = 'infinity'`), { code: '42501' })
    await assert.rejects(as(personId, `update sharing_consent set until_at = 'infinity'`), { code: '42501' })
    await assert.rejects(as(personId, `update handover set service_id = $1`, [world.services.debts]), { code: '42501' })
    assert.equal((await as(personId, 'select from sharing_consent')).rowCount, 0, 'who agreed to what is for the person alone')
  }
  assert.equal((await as(null, open, [NOW], { code: service })).rowCount, 1)
  assert.equal((await as(null, open, ['2027-01-01T00:00:00Z'], { code: service })).rowCount, 0, 'after its term')
})

test('another stek, a visitor without a code, and a funder see no handover at all', async () => {
  const { handoverId, own } = await world.slip()
  const other = await addStek(world.test.owner, world.test.house.newId, 'elders')
  const count = async (personId: string | null, given = {}) =>
    (await as(personId, 'select handover_id from handover where handover_id = $1', [handoverId], given)).rowCount
  assert.equal(await count(world.people.volunteer), 1)
  assert.equal(await count(null, { code: own }), 1)
  assert.equal(await count(null), 0)
  assert.equal(await count(world.people.funder), 0)
  assert.equal(await count(world.people.coordinator, { stekId: other.stekId }), 0)
  assert.equal(await count(null, { code: own, stekId: other.stekId }), 0)
  for (const table of ['handover_outcome', 'handover_bounce', 'service_contact'])
    for (const personId of [null, world.people.funder, world.people.volunteer])
      assert.equal((await as(personId, `select from ${table}`)).rowCount, 0)
  await assert.rejects(
    as(
      world.people.coordinator,
      `insert into handover_outcome (stek_id, month, theme, outcome) values ($1, '2026-11-01', 'mobility', 'arrived')`,
      [world.stekId],
    ),
    {
      code: '42501',
    },
  )
})

test('REFER-5 the database refuses a handover that lives longer than thirty days', async () => {
  const { handoverId } = await world.slip()
  const { owner } = world.test
  await assert.rejects(
    owner.query(`update handover set ends_at = created_at + interval '721 hours' where handover_id = $1`, [handoverId]),
    {
      constraint: 'handover_ends_within_thirty_days',
    },
  )
  assert.equal(
    (await owner.query(`update handover set ends_at = created_at + interval '720 hours' where handover_id = $1`, [handoverId])).rowCount,
    1,
  )
})

test('each code does its own: the person cannot answer for the service, the service cannot take back for the person, a stranger nothing', async () => {
  const { handoverId, own, service } = await world.slip()
  const answers = async (code?: string) =>
    (await as(null, `select answer_handover('arrived', null, null, $1) as kept`, [NOW], code ? { code } : {})).rows[0].kept
  assert.deepEqual(
    [await answers(), await answers(own), await answers('baba baba baba 11'), await answers(service)],
    [false, false, false, true],
  )
  const left = async (code?: string, personId: string | null = null) => {
    const statement = `with gone as materialized (select withdraw_handover($1, $2)) select count(*)::integer as gone from gone`
    const { owner, house } = world.test
    await owner.query('begin')
    try {
      await owner.query(
        `select set_config('role', 'stek_app', true), set_config('stek.stek_id', $1, true), set_config('stek.person_id', $2, true), set_config('stek.code', $3, true)`,
        [world.stekId, personId ?? '', code ? hashOf(house, code).toString('hex') : ''],
      )
      await owner.query(statement, [handoverId, NOW])
      await owner.query('reset role')
      return (await owner.query('select from handover')).rowCount
    } finally {
      await owner.query('rollback')
    }
  }
  assert.deepEqual([await left(), await left(service), await left(undefined, world.people.funder)], [1, 1, 1])
  assert.deepEqual([await left(own), await left(undefined, world.people.volunteer)], [0, 0])
  assert.equal((await as(null, `select keep_bounce($1, $2) as kept`, [handoverId, NOW], { code: own })).rows[0].kept, false)
})
