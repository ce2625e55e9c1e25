import { sql } from 'kysely'
import type { NewId } from '../../../../../platform/clock/identifiers.ts'
import type { Tx } from '../../../../../platform/database/door.ts'
import { insertOf, type StartStek, startSetFor } from '../../start-set/rows.ts'

/** Whether the guide of the stek has no organisation yet. */
export async function guideIsEmpty(tx: Tx, stekId: string): Promise<boolean> {
  const { rows } = await sql`select from organisation where stek_id = ${stekId} limit 1`.execute(tx)
  return rows.length === 0
}

/**
 * Puts the start set into the guide of a stek, as the person who is at work: row security decides. Whether it did: not when the guide has something already.
 * @source REFER-3
 */
export async function takeStartSet(tx: Tx, stekId: string, newId: NewId): Promise<boolean> {
  // Two who press at once: the second waits, and finds a guide.
  await sql`select pg_advisory_xact_lock(hashtext('guide start set'), hashtext(${stekId}))`.execute(tx)
  if (!(await guideIsEmpty(tx, stekId))) return false
  const { rows } = await sql<StartStek>`select stek_id, slug, municipality,
    coalesce((select jsonb_object_agg(p.slug, p.partner_id) from partner p where p.stek_id = s.stek_id), '{}') as partners,
    coalesce((select jsonb_agg(jsonb_build_object('site_id', t.site_id, 'name', t.name, 'town', t.town, 'latitude', t.latitude, 'longitude', t.longitude) order by t.name)
      from site t where t.stek_id = s.stek_id), '[]') as sites
    from stek s where stek_id = ${stekId}`.execute(tx)
  const [stek] = rows
  if (!stek) return false
  for (const { table, rows: added } of startSetFor(stek, newId)) {
    const insert = insertOf(table, added)
    if (insert) await sql`${sql.raw(insert)}${JSON.stringify(added)}::jsonb)`.execute(tx)
  }
  return true
}
