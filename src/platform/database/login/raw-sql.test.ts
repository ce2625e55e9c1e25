import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type pg from 'pg'
import { type TestHouse, testHouse } from '../../../test/house.ts'
import { clientOf } from '../connection.ts'
import { visitor } from '../door.ts'
import { ROLES } from './wall.ts'

let it: TestHouse
let client: pg.Client
let login: string
let owner: string
before(async () => {
  it = await testHouse()
  client = clientOf(it.login)
  await client.connect()
  login = await sessionUser(client)
  owner = await sessionUser(it.owner)
})
after(async () => {
  await client.end()
  await it.close()
})

const sessionUser = async (of: pg.Client): Promise<string> =>
  (await of.query<{ name: string }>('select session_user::text as name')).rows[0]?.name ?? ''

const FORBIDDEN = '42501'

/** What the database says to a statement: as whom the connection came in, and out of each role it was stepped down into. */
async function refusalsOf(statement: string): Promise<string[]> {
  const said: string[] = []
  for (const role of [null, ...ROLES]) {
    for (const back of role ? [false, true] : [false]) {
      await client.query('begin')
      try {
        if (role) await client.query(`select set_config('role', $1, true)`, [role])
        if (back) await client.query('reset role')
        await client.query(statement)
        said.push(`allowed as ${role ?? 'login'}${back ? ', stepped back up' : ''}`)
      } catch (thrown) {
        said.push(String((thrown as { code?: string }).code))
      }
      await client.query('rollback')
    }
  }
  return [...new Set(said)]
}

test('the program comes in as a login of its own, through each of its doors', async () => {
  assert.equal(login, `stek_login_${owner}`)
  const { database } = it.house
  const cameInAs = sql<{ name: string; role: string }>`select session_user::text as name, current_user::text as role`
  const seen = [
    await database.inStek(visitor, it.house.newId(), (tx) => cameInAs.execute(tx)),
    await database.reading(null, (tx) => cameInAs.execute(tx)),
    await database.atTheDoor((tx) => cameInAs.execute(tx)),
    await database.asKeeper((tx) => cameInAs.execute(tx)),
  ].map(({ rows }) => rows[0])
  assert.deepEqual(
    seen,
    ['stek_app', 'stek_app', 'stek_door', 'stek_keeper'].map((role) => ({ name: login, role })),
  )
})

const beyond = (name: string) => [
  `set role ${owner}`,
  `select set_config('role', '${owner}', true)`,
  `set session authorization ${owner}`,
  `grant ${owner} to ${name}`,
  `grant stek_app to ${name} with admin option`,
  `grant pg_read_all_data to ${name}`,
  ...[name, ...ROLES].flatMap((role) =>
    ['superuser', 'bypassrls', 'createrole', 'createdb', 'replication'].map((may) => `alter role ${role} ${may}`),
  ),
  `alter role ${owner} password 'x'`,
  `create role baas superuser`,
  `drop role stek_app`,
  `set session_replication_role = replica`,
]

test('who can run any SQL becomes nobody else, and gives nobody more rights', async () => {
  for (const statement of beyond(login)) assert.deepEqual(await refusalsOf(statement), [FORBIDDEN], statement)
  // Asking for what one is already changes nothing.
  await client.query('reset role; reset session authorization; set role none')
  assert.equal((await client.query<{ user: string }>('select current_user::text as user')).rows[0]?.user, login)
})

test('no guard of the tables is taken away: row security, policies, triggers, constraints, the register', async () => {
  for (const statement of [
    'alter table handover_message disable row level security',
    'alter table handover_message no force row level security',
    'alter table handover_message disable trigger all',
    `alter table handover_message owner to ${login}`,
    'alter table offer drop constraint learning_is_free',
    'drop policy read_in_stek on offer',
    'create policy all_of_it on handover_message using (true)',
    'drop trigger stek_changed on offer',
    'drop table column_register',
    'truncate column_register',
    'delete from column_register',
    'create or replace function leads() returns boolean language sql as $$ select true $$',
    'alter function leads() owner to stek_app',
    'drop function current_stek() cascade',
    'grant execute on all functions in schema public to public',
    'grant select on all tables in schema public to stek_app',
    `alter default privileges for role ${owner} grant select on tables to public`,
  ])
    assert.deepEqual(await refusalsOf(statement), [FORBIDDEN], statement)
})

test('nothing is made beside the tables: no function, no table that would hide another, no way out of the database', async () => {
  for (const statement of [
    'create function mine() returns int language sql as $$ select 1 $$',
    'create function pg_temp.mine() returns int language sql as $$ select 1 $$',
    'create temporary table role (stek_id uuid, person_id uuid, kind text)',
    'create temporary view role as select 1',
    'create table mine (a int)',
    'create schema mine',
    'create extension dblink',
    'create extension postgres_fdw',
    'create extension pgcrypto',
    `copy (select 1) to program 'true'`,
    `copy (select 1) to '/tmp/stek-mine'`,
    `select pg_read_file('postgresql.conf')`,
    `select lo_import('/etc/hostname')`,
    `select pg_ls_dir('.')`,
    'select * from pg_authid',
    'select * from pg_hba_file_rules',
    'select pg_reload_conf()',
  ])
    assert.deepEqual(await refusalsOf(statement), [FORBIDDEN], statement)
  // Neither of these goes into a transaction.
  for (const statement of ['create database mine', 'alter system set row_security = off'])
    await assert.rejects(client.query(statement), { code: FORBIDDEN }, statement)
})

test('without a role there is nothing at all: no table, no column, no sequence, no function that works with the rights of the owner', async () => {
  for (const table of ['handover_message', 'handover', 'session', 'person', 'installation', 'job', 'stek', 'migration'])
    await assert.rejects(client.query(`select * from ${table}`), { code: FORBIDDEN }, table)
  const open = async (what: string) => (await client.query<{ name: string }>(what)).rows.map(({ name }) => name)
  const privileges = 'select, insert, update, delete, truncate, references, trigger'
  assert.ok(
    (await open(`select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`)).length > 60,
  )
  assert.deepEqual(
    await open(`select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'p')
      and (has_table_privilege(oid, '${privileges}') or has_any_column_privilege(oid, 'select, insert, update, references'))`),
    [],
  )
  assert.deepEqual(
    await open(`select relname::text as name from pg_class where relnamespace = 'public'::regnamespace 
      and case when relkind = 'S' then has_sequence_privilege(oid, 'usage, select, update') end`),
    [],
  )
  assert.deepEqual(
    await open(`select proname::text as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
      and has_function_privilege(oid, 'execute')`),
    [],
  )
})
