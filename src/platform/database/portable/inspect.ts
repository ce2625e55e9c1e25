import type pg from 'pg'
import { migrationsInProject } from '../migrate.ts'
import type { Finding } from './finding.ts'
import { readMigrations } from './inventory.ts'

const list = (names: readonly string[]) => names.join(', ')

/** Whether the structure of the database is the one of this program. */
export async function inspectMigrations(client: pg.Client): Promise<Finding> {
  const applied = await readMigrations(client)
  const known = migrationsInProject()
  const strange = applied.filter((one) => !known.some(({ name, checksum }) => name === one.name && checksum === one.checksum))
  if (strange.length > 0)
    return { ok: false, says: `Migrations this program does not know, or knows otherwise: ${list(strange.map(({ name }) => name))}` }
  const waiting = known.filter(({ name }) => !applied.some((one) => one.name === name))
  return {
    ok: true,
    says:
      waiting.length > 0
        ? `Migrations for the next start: ${list(waiting.map(({ name }) => name))}`
        : `All ${known.length} migrations applied`,
  }
}

/** Whether every table with this column has row security, so that nobody reads the rows of another. */
export async function inspectRowSecurity(client: pg.Client, column: string): Promise<Finding> {
  const { rows } = await client.query<{ name: string; secure: boolean }>(
    `select c.relname::text as name, c.relrowsecurity as secure
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = $1 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
    [column],
  )
  const open = rows.filter(({ secure }) => !secure)
  if (open.length > 0) return { ok: false, says: `Tables without row security: ${list(open.map(({ name }) => name))}` }
  return {
    ok: rows.length > 0,
    says: rows.length > 0 ? `Row security on all ${rows.length} tables with ${column}` : `No table with ${column} yet`,
  }
}

/** Whether the roles the app steps down into exist, may nothing special, and own nothing. */
export async function inspectRoles(client: pg.Client, roles: readonly string[]): Promise<Finding> {
  const { rows } = await client.query<{ name: string; mighty: boolean }>(
    `select r.rolname::text as name, r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication or r.rolcanlogin
       or exists (select from pg_class c where c.relowner = r.oid)
       or exists (select from pg_auth_members m where m.member = r.oid) as mighty
     from pg_roles r where r.rolname = any ($1::text[])`,
    [roles],
  )
  const missing = roles.filter((role) => !rows.some(({ name }) => name === role))
  if (missing.length > 0) return { ok: false, says: `Roles that do not exist: ${list(missing)}` }
  const mighty = rows.filter((row) => row.mighty).map(({ name }) => name)
  return mighty.length > 0
    ? { ok: false, says: `Roles that may more than they should: ${list(mighty)}` }
    : { ok: true, says: `Roles without privileges: ${list(roles)}` }
}

/** Whether the clock of the server and our own agree to within five seconds; sign-in links and jobs compare them. */
export async function inspectClock(client: pg.Client): Promise<Finding> {
  const before = Date.now()
  const { rows } = await client.query<{ now: string }>('select (extract(epoch from clock_timestamp()) * 1000)::bigint::text as now')
  const apart = Math.abs(Number(rows[0]?.now) - (before + Date.now()) / 2) / 1000
  return apart > 5
    ? { ok: false, says: `The clock of the database is ${Math.round(apart)} seconds away from ours. Set both by NTP.` }
    : { ok: true, says: 'The clock of the database agrees with ours' }
}
