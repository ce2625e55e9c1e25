import { sql } from 'kysely'
import type { Tx } from '../../../../../platform/database/door.ts'
import { tableOf } from './columns.ts'

const UUID = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'

/**
 * After a list was compared: says more exactly why rows are refused. What stands in this guide already by that very id was taken along from here and would
 * stand there twice. A service of an organisation that is itself refused is not of one that misses. May be done again.
 */
export async function explainRefusals(tx: Tx, { stekId, importId }: { stekId: string; importId: string }): Promise<void> {
  for (const kind of ['organisation', 'location', 'service'] as const) {
    const { table, id } = tableOf[kind]
    await sql`update guide_import_row r set verdict = 'refused', slug = null, noted = '[]', refused = '[{"why":"own"}]'
      where r.stek_id = ${stekId} and r.import_id = ${importId} and r.kind = ${kind} and exists (
        select from ${sql.table(table)} t where t.stek_id = ${stekId} and ${sql.ref(`t.${id}`)} = case when r.key ~* ${UUID} then r.key::uuid end
          and ${sql.ref(`t.${id}`)} is distinct from r.target_id offset 0)`.execute(tx)
  }
  // Looked up in a list of its own: what the database thinks of rows that were just written would make it look through all of them for each.
  await sql`with o as materialized (select key, left(coalesce(data ->> 'name', key), 80) as name from guide_import_row
      where stek_id = ${stekId} and import_id = ${importId} and kind = 'organisation' and refused <> '[]')
    update guide_import_row r set refused = (
        select jsonb_agg(distinct case when one ->> 'why' = 'noOrganisation'
            then jsonb_build_object('why', 'organisationRefused', 'values', jsonb_build_object('value', o.name)) else one end)
          from jsonb_array_elements(r.refused) one)
    from o where r.stek_id = ${stekId} and r.import_id = ${importId} and r.kind = 'service' and r.refused @> '[{"why":"noOrganisation"}]'
      and o.key = r.data ->> 'organisation'`.execute(tx)
}
