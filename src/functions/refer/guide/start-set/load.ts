import type pg from 'pg'
import type { NewId } from '../../../../platform/clock/identifiers.ts'
import { insertOf, type StartStek, startSetFor } from './rows.ts'

/** The middles of the villages of the demo world, for distances as the crow flies: an assumption of ours, as the sites' streets are not known. */
const MIDDLES: Record<string, readonly [latitude: number, longitude: number]> = { kalmthout: [51.384, 4.475], wuustwezel: [51.391, 4.596] }

/**
 * Puts the start set of the guide into every stek that has no guide yet. `client` is the owner of the database; all or nothing.
 * @source REFER-3
 */
export async function loadGuide(client: pg.Client, newId: NewId): Promise<void> {
  await client.query('begin')
  try {
    const { rows } = await client.query<StartStek>(`select stek_id, slug, municipality,
      coalesce((select jsonb_object_agg(p.slug, p.partner_id) from partner p where p.stek_id = s.stek_id), '{}') as partners,
      coalesce((select jsonb_agg(jsonb_build_object('site_id', t.site_id, 'name', t.name, 'town', t.town) order by t.name) from site t where t.stek_id = s.stek_id), '[]') as sites
      from stek s where not exists (select from organisation o where o.stek_id = s.stek_id) order by slug`)
    for (const stek of rows) {
      const [latitude, longitude] = MIDDLES[stek.slug] ?? [null, null]
      const sites = stek.sites.map((site) => ({ ...site, latitude, longitude }))
      if (sites[0])
        await client.query('update site set latitude = $3, longitude = $4 where stek_id = $1 and site_id = $2', [
          stek.stek_id,
          sites[0].site_id,
          latitude,
          longitude,
        ])
      for (const { table, rows: added } of startSetFor({ ...stek, sites }, newId)) {
        const insert = insertOf(table, added)
        if (insert) await client.query(`${insert}$1)`, [JSON.stringify(added)])
      }
    }
    await client.query('commit')
  } catch (thrown) {
    await client.query('rollback')
    throw thrown
  }
}
