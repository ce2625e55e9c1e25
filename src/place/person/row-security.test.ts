import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestHouse, testHouse } from '../../test/house.ts'
import { addPerson, addRole, addStek } from '../../test/work.ts'
import { type Act, mayDo, type RoleKind, roleKinds } from './rules.ts'

type Stek = Awaited<ReturnType<typeof addStek>>

let it: TestHouse
let here: Stek
let there: Stek
const people = {} as Record<RoleKind | 'elsewhere' | 'left', string>

before(async () => {
  it = await testHouse()
  const { newId } = it.house
  here = await addStek(it.owner, newId, 'kalmthout')
  there = await addStek(it.owner, newId, 'wuustwezel')
  for (const kind of roleKinds) {
    const partnerId = kind === 'partner-worker' ? here.partnerId : undefined
    people[kind] = await addPerson(it.owner, newId, { name: kind, email: `${kind}@voorbeeld.be`, stekId: here.stekId, kind, partnerId })
  }
  people.elsewhere = await addPerson(it.owner, newId, {
    name: 'elders',
    email: 'elders@voorbeeld.be',
    stekId: there.stekId,
    kind: 'coordinator',
  })
  people.left = await addPerson(it.owner, newId, { name: 'weg', email: 'weg@voorbeeld.be', stekId: here.stekId, kind: 'coordinator' })
  await it.owner.query('update person set left_at = now() where person_id = $1', [people.left])
  for (const [stek, slug] of [
    [here, 'koffie'],
    [there, 'soep'],
  ] as const)
    await addOffer(stek.stekId, stek.partnerId, stek.siteId, slug)
  await addOffer(here.stekId, here.otherPartnerId, here.siteId, 'tuin')
})
after(() => it.close())

const addOffer = (...[stekId, partnerId, siteId, slug]: string[]) =>
  it.owner.query(
    `with made as (insert into offer (stek_id, offer_id, partner_id, site_id, slug, title, functions) values ($1, $2, $3, $4, $5, $5, '{meet}') returning stek_id, offer_id)
     insert into slot (stek_id, slot_id, offer_id, pattern, weekday, every_weeks, starts_on, start_time, end_time)
     select stek_id, $6, offer_id, 'weekly', 1, 1, '2026-01-01', '09:00', '11:00' from made`,
    [stekId, it.house.newId(), partnerId, siteId, slug, it.house.newId()],
  )

/** Raw SQL as an unprivileged role, undone afterwards. */
async function as(role: string, stekId: string | null, personId: string | null, query: string, values: unknown[] = []) {
  await it.owner.query('begin')
  try {
    await it.owner.query(
      `select set_config('stek.stek_id', $1, true), set_config('stek.person_id', $2, true), set_config('role', $3, true)`,
      [stekId ?? '', personId ?? '', role],
    )
    return await it.owner.query(query, values)
  } finally {
    await it.owner.query('rollback')
  }
}
const app = (personId: string | null, query: string, values: unknown[] = []) => as('stek_app', here.stekId, personId, query, values)

const newOffer = (partnerId: string) =>
  [
    `insert into offer (stek_id, offer_id, partner_id, site_id, slug, title, functions) values ($1, $2, $3, $4, 'nieuw', 'Nieuw', '{meet}')`,
    [here.stekId, it.house.newId(), partnerId, here.siteId],
  ] as const

/** Whether the database lets it happen: rows were touched and nothing was refused. */
async function happens(personId: string | null, query: string, values: readonly unknown[] = []): Promise<boolean> {
  try {
    return ((await app(personId, query, [...values])).rowCount ?? 0) > 0
  } catch (thrown) {
    assert.match(String(thrown), /row-level security|permission denied/)
    return false
  }
}

test('row security is on for every table that belongs to a stek, and for every table that signs people in', async () => {
  const { rows } = await it.owner.query(`
    select relname from pg_class t where relnamespace = 'public'::regnamespace and relkind = 'r' and not relrowsecurity and relname <> 'migration'`)
  assert.deepEqual(rows, [])
  const { rows: keyed } = await it.owner.query(`
    select t.relname from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attname = 'stek_id'
    where t.relnamespace = 'public'::regnamespace and t.relkind = 'r'
      and not exists (select from pg_index i where i.indrelid = t.oid and i.indisprimary and i.indkey[0] = a.attnum)`)
  assert.deepEqual(keyed, [], 'the primary key of a table of a stek begins with stek_id')
})

test('none of the three roles can own, pass row security, log in or become another', async () => {
  const { rows } = await it.owner.query(`
    select rolname from pg_roles r where rolname like 'stek\\_%' and rolname in ('stek_app', 'stek_door', 'stek_keeper')
      and (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole or rolcreatedb
        or exists (select from pg_auth_members m where m.member = r.oid)
        or exists (select from pg_class where relowner = r.oid))`)
  assert.deepEqual(rows, [])
})

test('inside one stek the other does not exist', async () => {
  for (const table of ['offer', 'slot', 'site', 'partner', 'role']) {
    const { rows } = await app(people.coordinator, `select distinct stek_id from ${table}`)
    assert.deepEqual(rows, [{ stek_id: here.stekId }], table)
  }
  const { rows } = await app(people.coordinator, 'select name from person')
  assert.equal(
    rows.some(({ name }) => name === 'elders'),
    false,
  )
  assert.equal(await happens(people.coordinator, `update offer set title = 'x' where stek_id = $1`, [there.stekId]), false)
  assert.equal(await happens(people.coordinator, `update stek set name = 'x' where stek_id = $1`, [there.stekId]), false)
  assert.equal(await happens(people.coordinator, 'update offer set stek_id = $1', [there.stekId]), false)
  assert.equal(await happens(people.elsewhere, `update offer set title = 'x'`), false, 'a leader of another stek is nobody here')
})

test('without a stek nothing of any stek can be read, except that it exists', async () => {
  for (const table of ['offer', 'slot', 'site', 'partner', 'role', 'person', 'change']) {
    assert.equal((await as('stek_app', null, null, `select from ${table}`)).rowCount, 0, table)
  }
  assert.equal((await as('stek_app', null, null, 'select from stek')).rowCount, 2)
})

test('a visitor reads the noticeboard, and can write nothing and see nobody', async () => {
  assert.equal((await app(null, 'select from offer')).rowCount, 2)
  for (const table of ['person', 'role', 'change']) assert.equal((await app(null, `select from ${table}`)).rowCount, 0, table)
  assert.equal(await happens(null, ...newOffer(here.partnerId)), false)
  for (const change of [
    `update offer set title = 'x'`,
    'delete from slot',
    `update site set name = 'x'`,
    'delete from partner',
    `update stek set name = 'x'`,
  ]) {
    assert.equal(await happens(null, change), false, change)
  }
})

test('nobody who works in the programme can reach sessions, links, mail or jobs', async () => {
  for (const table of [
    'session',
    'sign_in_link',
    'passkey',
    'passkey_challenge',
    'attempt',
    'job',
    'mail',
    'installation',
    'column_register',
  ]) {
    await assert.rejects(app(people.coordinator, `select from ${table}`), /permission denied/, table)
  }
  for (const table of ['offer', 'slot', 'exception', 'closure', 'change', 'mail']) {
    await assert.rejects(as('stek_door', here.stekId, people.coordinator, `select from ${table}`), /permission denied/, table)
  }
})

test('the database upholds the same rules as the pages, for every role', async () => {
  const tries: [Act, { partnerId?: string }, string, readonly unknown[]][] = [
    ['programme.change', { partnerId: here.partnerId }, ...newOffer(here.partnerId)],
    ['programme.change', { partnerId: here.otherPartnerId }, ...newOffer(here.otherPartnerId)],
    ['programme.change', { partnerId: here.partnerId }, `update offer set title = 'x' where slug = 'koffie'`, []],
    ['programme.change', { partnerId: here.otherPartnerId }, `update offer set title = 'x' where slug = 'tuin'`, []],
    [
      'programme.change',
      { partnerId: here.otherPartnerId },
      `delete from slot where offer_id = (select offer_id from offer where slug = 'tuin')`,
      [],
    ],
    [
      'programme.change',
      { partnerId: here.partnerId },
      `update slot set weekday = 4 where offer_id = (select offer_id from offer where slug = 'koffie')`,
      [],
    ],
    ['place.change', {}, `update site set name = 'x'`, []],
    ['place.change', {}, `update stek set name = 'x' where stek_id = current_stek()`, []],
    ['people.manage', {}, `delete from role where kind = 'funder'`, []],
    ['people.manage', {}, `insert into role (stek_id, person_id, kind) values (current_stek(), $1, 'funder')`, [people.volunteer]],
    ['people.see', {}, `select from role where kind = 'coordinator' and person_id <> current_person()`, []],
    ['people.see', {}, `select from person where name = 'coordinator' and person_id <> current_person()`, []],
  ]
  for (const kind of roleKinds) {
    const signedIn = {
      roles: [{ stekId: here.stekId, stekSlug: '', stekName: '', kind, partnerId: kind === 'partner-worker' ? here.partnerId : null }],
    }
    for (const [act, about, query, values] of tries) {
      if (act === 'people.see' && kind === 'coordinator') continue
      assert.equal(await happens(people[kind], query, values), mayDo(signedIn, here.stekId, act, about), `${kind}: ${query}`)
    }
  }
})

test('a partner worker cannot give the own offer away, nor take one over', async () => {
  assert.equal(
    await happens(people['partner-worker'], `update offer set partner_id = $1 where slug = 'koffie'`, [here.otherPartnerId]),
    false,
  )
  assert.equal(await happens(people['partner-worker'], `update offer set partner_id = $1 where slug = 'tuin'`, [here.partnerId]), false)
})

test('who left can do nothing any more, with the role still standing', async () => {
  assert.equal(await happens(people.left, ...newOffer(here.partnerId)), false)
  assert.equal(await happens(people.left, 'delete from role'), false)
})

test("a change is written under one's own name only", async () => {
  const insert = `insert into change (stek_id, change_id, person_id, happened_at, kind, images) values ($1, $2, $3, now(), 'x', '[]')`
  assert.equal(await happens(people.coordinator, insert, [here.stekId, it.house.newId(), people.coordinator]), true)
  assert.equal(await happens(people.coordinator, insert, [here.stekId, it.house.newId(), people.volunteer]), false)
  assert.equal(await happens(people.volunteer, insert, [here.stekId, it.house.newId(), people.volunteer]), false)
})

test('the door can set up a first stek and write nothing in it afterwards', async () => {
  const door = (query: string) => as('stek_door', null, null, query)
  for (const query of [`update stek set name = 'x'`, 'delete from site', `update partner set name = 'x'`]) {
    await assert.rejects(door(query), /permission denied/, query)
  }
})

test('REFER-5 no table can hold a file on a visitor', async () => {
  const { rows: tables } = await it.owner.query(`
    select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm')
      and relname ~ 'visitor|client|guest|citizen|attendee|participant|beneficiary|household|case|dossier'`)
  assert.deepEqual(tables, [])
  const { rows: columns } = await it.owner.query<{ name: string; brief: boolean }>(`
    select table_name || '.' || column_name as name,
      exists (select from column_register r where r.table_name = c.table_name and r.erased_by = 'row' and r.erased_after <= interval '7 days') as brief
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE'
      and (column_name ~ '^(first_|last_|family_|given_)?name$|email|phone|recipient|birth|born|gender|nationality|national_number|rijksregister|iban|ip_?address'
        or column_name ~ 'visitor|client|guest|attendee')
    order by 1`)
  assert.deepEqual(
    columns.filter(({ brief }) => brief).map(({ name }) => name),
    ['ride_offer.name', 'ride_offer.phone', 'ride_request.name', 'ride_request.phone'],
    'what somebody left for one moment goes within a week of it',
  )
  assert.deepEqual(
    columns.filter(({ brief }) => !brief).map(({ name }) => name),
    [
      'mail.recipient',
      'migration.name',
      'network.name',
      'organisation.email',
      'organisation.name',
      'organisation.phone',
      'partner.email',
      'partner.name',
      'partner.phone',
      'person.email',
      'person.name',
      'ride_place.name',
      'room.name',
      'service.email',
      'service.name',
      'service.phone',
      'service_location.name',
      // Self-chosen and optional, for one moment; the register takes all three away seven days after it.
      'sign_up.email',
      'sign_up.name',
      'sign_up.phone',
      'site.name',
      'stek.name',
      'stek.phone',
    ],
  )
})

test('REFER-5 whoever is in the table of people has a role here, and no role is that of a visitor', async () => {
  const { rows } = await it.owner.query(
    `select pg_get_constraintdef(oid) as rule from pg_constraint where conrelid = 'role'::regclass and contype = 'c'`,
  )
  const kinds = rows.map(({ rule }) => rule).find((rule) => rule.includes('volunteer')) ?? ''
  assert.deepEqual(
    [...kinds.matchAll(/'([a-z-]+)'::text/g)]
      .map(([, kind]) => kind)
      .filter((kind, at, all) => all.indexOf(kind) === at)
      .sort(),
    [...roleKinds].sort(),
  )
  await addRole(it.owner, { personId: people.elsewhere, stekId: here.stekId, kind: 'volunteer' })
  await assert.rejects(
    addRole(it.owner, { personId: people.elsewhere, stekId: here.stekId, kind: 'visitor' as RoleKind }),
    /check constraint/,
  )
})
