import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Connection, clientOf } from '../connection.ts'
import { reasonOf } from '../portable/owner.ts'
import { type Login, loginOf, verifierOf } from './login.ts'

/** The roles the program steps down into. */
export const ROLES = ['stek_app', 'stek_door', 'stek_keeper'] as const

/**
 * What keeps SQL that runs through the program from becoming the owner of the tables. It stands when the program works as a login that
 * owns nothing; else it works as the owner and steps down in each transaction, and `because` says why.
 */
export type Wall = { connection: Connection; login: Login } & (
  | { stands: true /** Everybody may make tables or functions in this database. */; open: boolean }
  | { stands: false; because: 'not-made-yet' | 'not-allowed' | 'not-let-in' | 'may-too-much'; reason: string }
)

/** What a login is when one knocks: fit for work, fit but to be tidied, to be mended first, of no use, or not let in. */
type Found = { state: 'fit' | 'open' | 'hung' | 'worn' | 'mighty' } | { state: 'shut'; reason: string }

/** Other processes may be making the same login for another database of this server. */
const TRIES = 5
const INSUFFICIENT_PRIVILEGE = '42501'
const WRONG_PASSWORD = reasonOf({ code: '28P01' })

/** The wall as it is now; changes nothing. `owner` is a connected client of the owner, `connection` how it was reached. */
export async function lookAtWall(owner: pg.Client, connection: Connection): Promise<Wall> {
  const login = await loginOf(owner, connection)
  const wall = wallOf(await knock(login), login, connection)
  if (wall.stands || wall.because === 'may-too-much') return wall
  const { rows } = await owner.query<{ there: boolean; able: boolean }>(
    `select rolsuper or rolcreaterole as able, exists (select from pg_roles where rolname = $1) as there
     from pg_roles where rolname = session_user`,
    [login.name],
  )
  const { there = false, able = false } = rows[0] ?? {}
  if (!there || wall.because === 'not-allowed') return { ...wall, because: able ? 'not-made-yet' : 'not-allowed' }
  return wall.reason === WRONG_PASSWORD && able ? { ...wall, because: 'not-made-yet' } : wall
}

/**
 * Makes and mends the login where the owner may, and answers with which connection the program works from now on. After `migrate`: it
 * needs the roles. Never fails because of what is not allowed: then the wall does not stand. Any number of processes may do it at once.
 */
export async function raiseWall(owner: pg.Client, connection: Connection): Promise<Wall> {
  const login = await loginOf(owner, connection)
  let found = await knock(login)
  let refused: string | undefined
  for (let tried = 0; found.state !== 'fit' && tried < TRIES; tried += 1) {
    if (tried > 0) await pause(20 * tried)
    refused = await mend(owner, login)
    found = await knock(login)
    if (refused === INSUFFICIENT_PRIVILEGE || refused === undefined) break
  }
  const wall = wallOf(found, login, connection)
  return wall.stands || refused !== INSUFFICIENT_PRIVILEGE ? wall : { ...wall, because: 'not-allowed' }
}

function wallOf(found: Found, login: Login, connection: Connection): Wall {
  switch (found.state) {
    case 'fit':
    case 'open':
    case 'hung':
      return { stands: true, open: found.state === 'open', login, connection: login.connection }
    case 'mighty':
      return { stands: false, because: 'may-too-much', reason: 'it may more than it should', login, connection }
    case 'worn':
      return { stands: false, because: 'not-allowed', reason: 'it was not given the roles', login, connection }
    case 'shut':
      return { stands: false, because: 'not-let-in', reason: found.reason, login, connection }
  }
}

/** Connects as the login and lets the server itself say what it may. */
async function knock(login: Login): Promise<Found> {
  const client = clientOf(login.connection, 'stek-login')
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ mighty: boolean; worn: boolean; hung: boolean; open: boolean; name: string }>(asksItself, [ROLES])
    const may = rows[0]
    // A server that lets everybody in as one and the same user would let us in as somebody else.
    if (!may || may.name !== login.name) return { state: 'shut', reason: 'the server takes it for somebody else' }
    return { state: may.mighty ? 'mighty' : may.worn ? 'worn' : may.hung ? 'hung' : may.open ? 'open' : 'fit' }
  } catch (thrown) {
    return { state: 'shut', reason: login.password === null ? 'the address of the database brings no password' : reasonOf(thrown) }
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * Mighty: it may pass row security, become another role, or owns something. Worn: a role is missing, or works without stepping down. Hung:
 * settings hang on it; it can do that itself, so it must never be a reason to work as the owner again. Open: everybody may make tables of their own, behind which those a trigger looks into would disappear.
 */
const asksItself = `
  with me as (select * from pg_roles where rolname = session_user),
    role as (select r.oid from pg_roles r where r.rolname = any ($1::text[])),
    may as (select case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end as step_down)
  select session_user::text as name,
    rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls
      or exists (select from pg_auth_members m where m.member = me.oid and (m.admin_option or m.roleid not in (select oid from role)))
      or exists (select from pg_class where relowner = me.oid)
      or exists (select from pg_proc where proowner = me.oid)
      or exists (select from pg_namespace where nspowner = me.oid)
      or exists (select from pg_database where datdba = me.oid) as mighty,
    (select count(*) from role where pg_has_role(me.oid, role.oid, step_down) and not pg_has_role(me.oid, role.oid, 'usage')) < cardinality($1::text[]) as worn,
    exists (select from pg_db_role_setting s where s.setrole = me.oid
        and s.setdatabase in (0, (select d.oid from pg_database d where d.datname = current_database()))) as hung,
    has_database_privilege(me.oid, current_database(), 'temporary') or has_database_privilege(me.oid, current_database(), 'create')
      or has_schema_privilege(me.oid, 'public', 'create') as open
  from me, may`

/** Makes the login, or mends what is amiss; answers with the code of the refusal, if any. All or nothing. */
async function mend(owner: pg.Client, { name, password }: Login): Promise<string | undefined> {
  const login = pg.escapeIdentifier(name)
  const secret = password === null ? '' : `password ${pg.escapeLiteral(verifierOf(password))}`
  try {
    await owner.query('begin')
    // Who begins at the same time on this database waits. A lock that the login itself cannot hold.
    await owner.query('lock table migration in exclusive mode')
    const { rows } = await owner.query<State>(stateOf, [name, ROLES])
    const is = rows[0]
    if (!is) throw new Error('the database did not say how it is')
    const steps = [
      is.there ? `alter role ${login} login noinherit ${secret}` : `create role ${login} login noinherit ${secret}`,
      ...(is.settings
        ? [`alter role ${login} reset all`, `alter role ${login} in database ${pg.escapeIdentifier(is.database)} reset all`]
        : []),
      ...(is.missing.length > 0 ? [`grant ${is.missing.join(', ')} to ${login} ${is.how}`] : []),
      ...(is.connects ? [] : [`grant connect on database ${pg.escapeIdentifier(is.database)} to ${login}`]),
      ...(is.open
        ? [
            `revoke create, temporary on database ${pg.escapeIdentifier(is.database)} from public`,
            'revoke create on schema public from public',
          ]
        : []),
    ]
    for (const step of steps) await owner.query(step)
    await owner.query('commit')
    return undefined
  } catch (thrown) {
    await owner.query('rollback').catch(() => {})
    return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown'
  }
}

type State = { there: boolean; settings: boolean; missing: string[]; how: string; connects: boolean; open: boolean; database: string }

const stateOf = `
  with new as (select v as version, case when v then 'set' else 'member' end as step_down
    from (select current_setting('server_version_num')::int >= 160000 as v) as at)
  select me.oid is not null as there, current_database()::text as database,
    exists (select from pg_db_role_setting s where s.setrole = me.oid) as settings,
    array(select r.rolname::text from pg_roles r where r.rolname = any ($2::text[])
      and (me.oid is null or not pg_has_role(me.oid, r.oid, new.step_down) or pg_has_role(me.oid, r.oid, 'usage'))) as missing,
    case when new.version then 'with inherit false, set true' else '' end as how,
    me.oid is not null and has_database_privilege(me.oid, d.oid, 'connect') as connects,
    exists (select from aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a where a.grantee = 0 and a.privilege_type in ('TEMPORARY', 'CREATE'))
      or exists (select from aclexplode(n.nspacl) a where a.grantee = 0 and a.privilege_type = 'CREATE') as open
  from new, pg_database d join pg_namespace n on n.nspname = 'public' left join pg_roles me on me.rolname = $1
  where d.datname = current_database()`
