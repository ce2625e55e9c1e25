import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { bringCode } from '../../../platform/codes/bring.ts'
import { codeFor, codeHash } from '../../../platform/codes/code.ts'
import { poolOf } from '../../../platform/database/connection.ts'
import { openDatabase } from '../../../platform/database/door.ts'
import { erase } from '../../../platform/erasing/erase.ts'
import { signUp, withdraw } from '../../../programme/sign-up/changes.ts'
import { keepTerms } from '../../../programme/sign-up/queries.ts'
import { type JoiningWorld, joiningWorld } from '../../../test/joining-world.ts'
import { changeByCode } from './joining.ts'
import { tellPlaces } from './tell.ts'

let world: JoiningWorld
before(async () => {
  world = await joiningWorld()
})
after(() => world.close())
beforeEach(async () => {
  await world.test.owner.query(
    'delete from sign_up_moment; delete from sign_up_terms; delete from exception; delete from mail; delete from job',
  )
  await world.test.owner.query(`update offer set taking_part = 'sign-up' where offer_id = $1`, [world.outing.offerId])
  world.test.clock.moveTo('2026-11-24T09:00:00+01:00')
})

type Row = { sign_up_id: string; arrival: number; placed: boolean }
const standing = () =>
  world.rows<Row>('select sign_up_id, arrival, placed_at is not null as placed from sign_up where withdrawn_at is null order by arrival')
const placed = async () => (await standing()).filter((row) => row.placed).map(({ sign_up_id }) => sign_up_id)

test('the last seat claimed by fifty at once: exactly one gets it, 49 wait in order of arrival', async () => {
  await world.terms({ capacity: 8 })
  await world.arrives({ people: 7 })
  const pool = poolOf(world.test.login, 16)
  const database = openDatabase(pool)
  const { house } = world.test
  const ids = Array.from({ length: 50 }, () => house.newId())
  await Promise.all(
    ids.map((signUpId) =>
      database.inStek({ personId: null }, world.stekId, async (tx) => {
        const hash = codeHash(house.secret, codeFor(house.secret, signUpId))
        await bringCode(tx, hash)
        const { slotId } = world.outing
        const arriving = {
          signUpId,
          slotId,
          onDate: world.date,
          happensOn: world.date,
          people: 1,
          name: 'An',
          phone: '',
          email: '',
          language: 'nl',
          codeHash: hash,
          byDesk: false,
          knows: '',
        }
        await signUp(tx, world.stekId, arriving, house.clock.now())
      }),
    ),
  )
  await database.close()
  const rows = (await standing()).slice(1)
  assert.equal(rows.length, 50)
  assert.deepEqual(
    rows.map(({ arrival }) => arrival),
    Array.from({ length: 50 }, (_, index) => index + 2),
    'each has a number of its own',
  )
  assert.deepEqual(
    rows.filter((row) => row.placed).map(({ arrival }) => arrival),
    [2],
    'the first of them has the seat',
  )
})

test('who cancels gives the place to the first who waits; a group that does not fit is not passed over', async () => {
  await world.terms({ capacity: 3 })
  const first = await world.arrives({ people: 2 })
  const second = await world.arrives()
  const family = await world.arrives({ people: 3 })
  const single = await world.arrives()
  assert.deepEqual(await placed(), [first, second])
  await changeByCode(world.test.house, world.stekId, second, 'withdraw')
  assert.deepEqual(await placed(), [first], 'one place is free and the family of three comes first')
  await changeByCode(world.test.house, world.stekId, first, 'withdraw')
  assert.deepEqual(await placed(), [family])
  assert.equal(await changeByCode(world.test.house, world.stekId, family, { people: 2, phone: '', email: '' }), true)
  assert.deepEqual(await placed(), [family, single])
  assert.equal(
    await changeByCode(world.test.house, world.stekId, single, { people: 2, phone: '', email: '' }),
    false,
    'there is no place more',
  )
})

test('places kept for people without a phone are given by the desk only', async () => {
  await world.terms({ capacity: 4, kept: 2 })
  const alone = [await world.arrives(), await world.arrives(), await world.arrives()]
  const desk = [await world.arrives({ byDesk: true }), await world.arrives({ byDesk: true }), await world.arrives({ byDesk: true })]
  assert.deepEqual(await placed(), [alone[0], alone[1], desk[0], desk[1]])
})

test('more places go to who waits, in order', async () => {
  await world.terms({ capacity: 1 })
  const ids = [await world.arrives(), await world.arrives(), await world.arrives()]
  const terms = { capacity: 2, keptForDesk: 0, closesHoursBefore: 0, meetingPoint: '', whatToBring: '', seats: null }
  await world.test.house.database.inStek({ personId: world.people.coordinator }, world.stekId, (tx) =>
    keepTerms(tx, world.stekId, world.outing.offerId, terms),
  )
  assert.deepEqual(await placed(), ids.slice(0, 2))
})

test('the database refuses more people than places, whoever asks', async () => {
  await world.terms({ capacity: 1 })
  await world.arrives()
  const waiting = await world.arrives()
  await assert.rejects(world.test.owner.query('update sign_up set placed_at = now() where sign_up_id = $1', [waiting]), /no more places/)
  await assert.rejects(world.test.owner.query('update sign_up set people = 2 where placed_at is not null'), /no more places/)
  await assert.rejects(world.arrives({ people: 9 }), /sign_up_people_check/)
  await world.test.owner.query(`update offer set taking_part = 'walk-in'`)
  await assert.rejects(world.arrives(), /no sign-up for this offer/)
})

test('ACCESSIBLE-2 a visitor can put down a name and nothing else, and reads nobody', async () => {
  await world.terms({ capacity: 5 })
  const mine = await world.arrives({ name: 'Mijn naam' })
  await world.arrives({ name: 'Een ander' })
  const { owner, house } = world.test
  const as = async (person: string | null, code: Buffer | undefined, query: string) => {
    await owner.query('begin')
    try {
      await owner.query(
        `select set_config('stek.stek_id', $1, true), set_config('stek.person_id', $2, true), set_config('stek.code', $3, true), set_config('role', 'stek_app', true)`,
        [world.stekId, person ?? '', code?.toString('hex') ?? ''],
      )
      return await owner.query(query)
    } finally {
      await owner.query('rollback')
    }
  }
  const code = codeHash(house.secret, codeFor(house.secret, mine))
  const { people } = world
  assert.equal((await as(null, undefined, 'select name from sign_up')).rowCount, 0)
  assert.equal((await as(null, undefined, `update sign_up set name = 'x'`)).rowCount, 0)
  assert.deepEqual((await as(null, code, 'select name from sign_up')).rows, [{ name: 'Mijn naam' }])
  assert.equal((await as(null, code, `update sign_up set phone = '03'`)).rowCount, 1)
  for (const query of [
    'delete from sign_up',
    `update sign_up set placed_at = now()`,
    'select * from sign_up_moment',
    'select * from sign_up_mail',
  ])
    await assert.rejects(as(null, code, query), /permission denied/, query)
  await assert.rejects(
    as(null, code, `insert into sign_up_terms (stek_id, offer_id, capacity) values ('${world.stekId}', '${world.koffie.offerId}', 3)`),
    /row-level security/,
  )
  assert.equal((await as(null, code, 'update sign_up_terms set capacity = 400')).rowCount, 0)
  assert.equal((await as(people.funder, undefined, 'select from sign_up')).rowCount, 0)
  assert.equal((await as(people.volunteer, undefined, 'select from sign_up')).rowCount, 0)
  assert.equal((await as(people['partner-worker'], undefined, 'select from sign_up')).rowCount, 0, 'the offer of another partner')
  assert.equal((await as(people['community-worker'], undefined, 'select from sign_up')).rowCount, 2)
})

test('REFER-5 names, contacts and codes die seven days after the moment, and the count of participants stays', async () => {
  await world.terms({ capacity: 5 })
  await world.arrives({ name: 'Fatima', people: 3, email: 'f@voorbeeld.be', phone: '0470 12 34 56' })
  await world.arrives({ name: 'Jan', date: '2026-12-02' })
  const { owner, house, clock } = world.test
  await owner.query(`insert into exception (stek_id, slot_id, on_date, moved_to) values ($1, $2, '2026-12-02', '2026-12-20')`, [
    world.stekId,
    world.outing.slotId,
  ])
  const sweep = () => erase(house.database, clock.now(), 'Europe/Brussels')
  const named = async () =>
    (await owner.query(`select name from sign_up where name <> '' or email <> '' or phone <> '' or code_hash <> ''`)).rows
  clock.moveTo('2026-12-02T23:00:00+01:00')
  await sweep()
  assert.deepEqual(await named(), [{ name: 'Fatima' }, { name: 'Jan' }])
  clock.moveTo('2026-12-03T00:30:00+01:00')
  await sweep()
  assert.deepEqual(await named(), [{ name: 'Jan' }], 'a moment that moved keeps its names until seven days after the new day')
  assert.deepEqual((await owner.query(`select sum(people)::integer as people from sign_up where on_date = '2026-11-25'`)).rows, [
    { people: 3 },
  ])
  clock.moveTo('2026-12-28T00:30:00+01:00')
  await sweep()
  assert.deepEqual(await named(), [])
  assert.equal((await standing()).length, 2)
})

test('who gets a place hears of it once, in a mail without what it is about, which dies with the names', async () => {
  await world.terms({ capacity: 1 })
  const { owner, house, clock } = world.test
  await owner.query(`update offer set confidential = true, title = 'Praatgroep verlies' where offer_id = $1`, [world.outing.offerId])
  const first = await world.arrives()
  await world.arrives({ email: 'wacht@voorbeeld.be' })
  await house.database.inStek({ personId: world.people.coordinator }, world.stekId, (tx) => withdraw(tx, world.stekId, first, clock.now()))
  await tellPlaces(house)
  await tellPlaces(house)
  const { rows } = await owner.query('select recipient, subject, body from mail')
  assert.equal(rows.length, 1)
  assert.equal(rows[0].recipient, 'wacht@voorbeeld.be')
  assert.match(rows[0].body, /woensdag 25 november, 10.00 – 12.00, ’t Kattegat/)
  assert.doesNotMatch(JSON.stringify(rows), /Praatgroep|verlies/)
  clock.moveTo('2026-12-03T09:00:00+01:00')
  await tellPlaces(house)
  assert.equal((await owner.query('select from mail')).rowCount, 0)
})

test('MEET-5 no price per person is kept with a sign-up', async () => {
  const columns = await world.rows<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns where table_name like 'sign\\_up%'`,
  )
  assert.ok(columns.length > 20)
  assert.deepEqual(
    columns.filter(({ name }) => /price|cents|tariff|paid|pay|cost|income|discount/.test(name)),
    [],
  )
})
