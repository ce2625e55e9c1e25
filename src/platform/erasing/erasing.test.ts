import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestHouse, testHouse } from '../../test/house.ts'
import { addPerson, addStek } from '../../test/work.ts'
import { openJobs } from '../jobs/jobs.ts'
import { erase, eraseKind } from './erase.ts'
import { termsAt, unregisteredColumns } from './register.ts'

let it: TestHouse
before(async () => {
  it = await testHouse({ now: '2026-01-05T09:00:00+01:00' })
})
after(() => it.close())

const unregistered = () => it.house.database.asKeeper(unregisteredColumns)
const count = async (table: string) => (await it.owner.query(`select count(*)::int as n from ${table}`)).rows[0].n
const eraseNow = () => erase(it.house.database, it.clock.now(), 'Europe/Brussels')

test('REFER-5 every column that can hold words or point at a person is registered with its purpose', async () => {
  assert.deepEqual(await unregistered(), [])
  assert.ok((await count('column_register')) > 80)
})

test('a new column that nobody registered is found, whatever its kind', async () => {
  const kinds = [
    'text',
    'bytea',
    'jsonb',
    'json',
    'text[]',
    'varchar(20)',
    'inet',
    'xml',
    'char(4)',
    'uuid references person on delete set null',
  ]
  for (const kind of kinds) {
    await it.owner.query(`alter table slot add column note ${kind}`)
    assert.deepEqual(await unregistered(), ['slot.note'], kind)
    await it.owner.query('alter table slot drop column note')
  }
  await it.owner.query('create table diary (born_on date, amount integer)')
  assert.deepEqual(await unregistered(), ['diary.born_on'])
  await it.owner.query('drop table diary')
})

test('the register takes no line that lets something personal live forever', async () => {
  for (const [holds, how, after, from] of [
    ['person', null, null, null],
    ['free-text', null, null, null],
    ['person', 'row', null, 'created_at'],
    ['person', 'row', '1 day', null],
    ['person', 'with-row', '1 day', 'created_at'],
    ['public', null, '1 day', null],
    ['person', 'row', '-1 day', 'created_at'],
    ['anything', null, null, null],
  ]) {
    const line = ['slot', 'note', holds, 'to see whether it passes', how, after, from]
    await assert.rejects(
      it.owner.query('insert into column_register values ($1, $2, $3, $4, $5, $6, $7)', line),
      /violates check constraint/,
    )
  }
  await assert.rejects(it.owner.query(`insert into column_register values ('slot', 'note', 'technical', 'x')`), /violates check constraint/)
})

test('every line of the register is about something that exists, and is true of it', async () => {
  const { rows: gone } = await it.owner.query(`
    select table_name, column_name from column_register r
    where not exists (select from pg_attribute a where a.attrelid = to_regclass(r.table_name::text) and a.attname = r.column_name and not a.attisdropped)`)
  assert.deepEqual(gone, [])
  const { rows: alone } = await it.owner.query(`
    select table_name, column_name from column_register r where erased_by = 'with-row'
      and not exists (select from column_register o where o.table_name = r.table_name and o.erased_by = 'row')`)
  assert.deepEqual(alone, [], 'goes with its row, but nothing takes the row')
  const { rows: held } = await it.owner.query(`
    select table_name, column_name from column_register r where erased_by = 'with-person'
      and not exists (select from pg_constraint k where k.conrelid = to_regclass(r.table_name::text) and k.confrelid = 'person'::regclass
        and (k.confdeltype = 'c' or (k.confdeltype = 'n' and exists (
          select from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any (k.conkey) and a.attname = r.column_name))))`)
  assert.deepEqual(held, [], 'goes with the person, but no foreign key takes it')
  const { rows: kept } = await it.owner.query(`
    select conrelid::regclass::text as "table", conname from pg_constraint where confrelid = 'person'::regclass and confdeltype not in ('c', 'n')`)
  assert.deepEqual(kept, [], 'a reference that would keep a person from being erased')
})

test('a line about a column that was dropped stops the erasing visibly', async () => {
  await it.owner.query(
    `insert into column_register values ('slot', 'note', 'free-text', 'to see what happens', 'blank', '1 day', 'starts_on')`,
  )
  await assert.rejects(
    it.house.database.asKeeper((tx) => termsAt(tx, it.clock.now())),
    /slot\.note, which does not exist/,
  )
  await it.owner.query(`delete from column_register where column_name = 'note'`)
})

test('over three years nothing outlives its term, and nothing goes too early', async () => {
  const { newId } = it.house
  const stek = await addStek(it.owner, newId, 'kalmthout')
  const stays = await addPerson(it.owner, newId, { name: 'Blijft', email: 'blijft@voorbeeld.be', stekId: stek.stekId, kind: 'coordinator' })
  const [offerId, slotId] = [newId(), newId()]
  await it.owner.query(
    `insert into offer (stek_id, offer_id, partner_id, site_id, slug, title, functions) values ($1, $2, $3, $4, 'koffie', 'Koffie', '{meet}')`,
    [stek.stekId, offerId, stek.partnerId, stek.siteId],
  )
  await it.owner.query(
    `insert into slot (stek_id, slot_id, offer_id, pattern, weekday, every_weeks, starts_on, start_time, end_time)
     values ($1, $2, $3, 'weekly', 1, 1, '2026-01-01', '09:00', '11:00')`,
    [stek.stekId, slotId, offerId],
  )
  const sweeping = openJobs(it.house, { kinds: { erase: eraseKind(it.house) } })
  await sweeping.start()
  await sweeping.stop()

  let leftBefore = ''
  for (let week = 0; week < 156; week += 1) {
    const now = it.clock.now().toString()
    const today = it.clock.now().toZonedDateTimeISO('Europe/Brussels').toPlainDate().toString()
    await it.owner.query('begin')
    const leaver = await addPerson(it.owner, newId, {
      name: `Gaat ${week}`,
      email: `gaat${week}@voorbeeld.be`,
      stekId: stek.stekId,
      kind: 'coordinator',
    })
    await it.owner.query('update role set given_by = $1 where person_id = $2', [leaver, stays])
    await it.owner.query('update offer set confirmed_by = $1', [leaver])
    await it.owner.query(`insert into passkey (credential_id, person_id, public_key) values ($1, $2, '\\x01')`, [`key${week}`, leaver])
    await it.owner.query('update person set left_at = $2 where person_id = $1', [leaver, now])
    await it.owner.query(`insert into exception (stek_id, slot_id, on_date, cancelled_at, reason) values ($1, $2, $3, $4, 'Els is ziek')`, [
      stek.stekId,
      slotId,
      today,
      now,
    ])
    await it.owner.query(`insert into closure values ($1, $2, $3, $4, $4, 'verbouwing')`, [stek.stekId, newId(), stek.siteId, today])
    await it.owner.query(
      `insert into change (stek_id, change_id, person_id, happened_at, kind, images) values ($1, $2, $3, $4, 'x', '[]')`,
      [stek.stekId, newId(), stays, now],
    )
    await it.owner.query(
      `insert into sign_in_link (token_hash, person_id, purpose, expires_at) values (decode(md5(random()::text), 'hex'), $1, 'sign-in', $2)`,
      [stays, now],
    )
    await it.owner.query(`insert into session (token_hash, person_id, expires_at) values (decode(md5(random()::text), 'hex'), $1, $2)`, [
      stays,
      now,
    ])
    await it.owner.query(`insert into passkey_challenge values (decode(md5(random()::text), 'hex'), $1, $2)`, [stays, now])
    await it.owner.query(`insert into attempt values ($1, '\\x01', $2)`, [newId(), now])
    await it.owner.query(`insert into job (job_id, kind, done_at) values ($1, 'x', $2)`, [newId(), now])
    await it.owner.query(`insert into job (job_id, kind, failed_at) values ($1, 'x', $2)`, [newId(), now])
    await it.owner.query(`insert into job (job_id, kind, payload, run_at) values ($1, 'gone', '{"for": "somebody"}', $2)`, [newId(), now])
    await it.owner.query(`insert into mail (mail_id, recipient, subject, body, created_at) values ($1, 'a@voorbeeld.be', 'x', 'x', $2)`, [
      newId(),
      now,
    ])
    await it.owner.query('commit')
    leftBefore = leftBefore || leaver

    it.clock.pass({ days: 7 })
    assert.equal(await sweeping.runDue(), 1, 'the erasing job comes back by itself')
    if (week % 13 === 0) await nothingOverdue()
  }
  assert.equal(await count('exception'), 156)
  assert.equal(
    (await it.owner.query(`select from exception where reason <> ''`)).rowCount,
    12,
    'the reasons of the last 90 days, and no more',
  )
  assert.equal((await it.owner.query(`select from closure where reason <> ''`)).rowCount, 12)
  assert.equal(await count('mail'), 1, 'the mail of the last two weeks')
  const never = await it.owner.query(`select from job where kind = 'gone'`)
  assert.equal(never.rowCount, 8, 'work that no program knows, of the last sixty days')
  assert.equal((await it.owner.query(`select from job where payload = '{"recurring": true}'`)).rowCount, 1, 'the erasing job itself stays')
  assert.equal(await count('person'), 1 + 4, 'who stays, and who left less than 30 days ago')
  assert.equal(await count('passkey'), 4)
  assert.equal(await count('attempt'), 0)
  assert.equal(await count('offer'), 1)
  assert.deepEqual((await it.owner.query('select from person where person_id = $1', [leftBefore])).rowCount, 0)
  it.clock.pass({ days: 60 })
  await sweeping.runDue()
  const { rows } = await it.owner.query('select o.confirmed_by, r.given_by from offer o, role r where r.person_id = $1', [stays])
  assert.deepEqual(rows, [{ confirmed_by: null, given_by: null }], 'what pointed at somebody who left points at nobody')
})

async function nothingOverdue(): Promise<void> {
  const overdue: string[] = []
  for (const { table, column, how, countedFrom, over } of await it.house.database.asKeeper((tx) => termsAt(tx, it.clock.now()))) {
    const full = how === 'blank' ? `and ${column} <> ''` : ''
    const { rowCount } = await it.owner.query(`select from ${table} where ${countedFrom} < $1::timestamptz - interval '1 day' ${full}`, [
      over.toString(),
    ])
    if (rowCount) overdue.push(`${table}.${column}: ${rowCount}`)
  }
  assert.deepEqual(overdue, [])
}

test('a reason of a day counts from the end of that day, here', async () => {
  await it.owner.query(`update exception set reason = 'nog even' where on_date = (select max(on_date) from exception)`)
  const { rows } = await it.owner.query<{ on_date: string }>('select max(on_date) as on_date from exception')
  const lastDay = Temporal.PlainDate.from(rows[0]?.on_date ?? '')
  const end = lastDay.add({ days: 91 }).toZonedDateTime('Europe/Brussels').toInstant()
  const left = async () => (await it.owner.query(`select from exception where reason = 'nog even'`)).rowCount
  it.clock.moveTo(end.subtract({ hours: 2 }))
  await eraseNow()
  assert.equal(await left(), 1)
  it.clock.moveTo(end.add({ hours: 1 }))
  await eraseNow()
  assert.equal(await left(), 0)
})

test('after a long absence everything overdue goes at once', async () => {
  await it.owner.query(`insert into attempt select gen_random_uuid(), '\\x01', $1::timestamptz from generate_series(1, 12000)`, [
    it.clock.now().toString(),
  ])
  it.clock.pass({ days: 400 })
  const erased = await eraseNow()
  assert.equal(erased.find(({ table }) => table === 'attempt')?.rows, 12_000)
  assert.deepEqual(await eraseNow(), [])
})

test('the keeper may do what the register asks of it, and no more than that with people', async () => {
  const { rows } = await it.owner.query(`
    select table_name, column_name from column_register
    where (erased_by = 'row' and not has_table_privilege('stek_keeper', table_name::text, 'delete'))
       or (erased_by = 'blank' and not has_column_privilege('stek_keeper', table_name::text, column_name::text, 'update'))`)
  assert.deepEqual(rows, [])
  const { rows: writes } = await it.owner.query(
    `select has_table_privilege('stek_keeper', 'column_register', 'insert, update, delete') as writes`,
  )
  assert.equal(writes[0].writes, false)
})
