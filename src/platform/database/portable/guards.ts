import type pg from 'pg'
import { quoted } from './inventory.ts'

type Reference = { table: string; name: string; definition: string }
type Trigger = { table: string; name: string; enable: string }

/**
 * Takes away what would stand in the way of loading rows in any order, and returns how to put it back: foreign keys, so that
 * neither the order of tables nor rows that point at rows of their own table matter, and triggers, which did their work when
 * the row was first saved. Putting a foreign key back checks every row. All inside the transaction of the caller.
 */
export async function liftGuards(client: pg.Client): Promise<() => Promise<void>> {
  const references = await readReferences(client)
  const triggers = await readTriggers(client)
  for (const { table, name } of triggers) await client.query(`alter table ${quoted(table)} disable trigger ${quoted(name)}`)
  for (const { table, name } of references) await client.query(`alter table ${quoted(table)} drop constraint ${quoted(name)}`)
  return async () => {
    await client.query('set constraints all immediate')
    for (const { table, name, definition } of references) {
      await client.query(`alter table ${quoted(table)} add constraint ${quoted(name)} ${definition}`)
    }
    for (const { table, name, enable } of triggers) await client.query(`alter table ${quoted(table)} ${enable} trigger ${quoted(name)}`)
  }
}

async function readReferences(client: pg.Client): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(`
    select c.relname::text as table, k.conname::text as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and k.conparentid = 0 and c.relnamespace = 'public'::regnamespace`)
  return rows
}

async function readTriggers(client: pg.Client): Promise<Trigger[]> {
  const { rows } = await client.query<Trigger>(`
    select c.relname::text as table, t.tgname::text as name,
      case t.tgenabled when 'A' then 'enable always' when 'R' then 'enable replica' else 'enable' end as enable
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and t.tgenabled <> 'D' and t.tgparentid = 0 and c.relnamespace = 'public'::regnamespace`)
  return rows
}
