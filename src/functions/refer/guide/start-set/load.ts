import type pg from 'pg'
import type { NewId } from '../../../../platform/clock/identifiers.ts'
import { readStartSet, type StartService } from './shape.ts'

type Row = Record<string, unknown>
type Stek = {
  stek_id: string
  slug: string
  municipality: string
  partners: Record<string, string>
  sites: { site_id: string; name: string; town: string }[]
}

/** The middles of the villages of the demo world, for distances as the crow flies: an assumption of ours, as the sites' streets are not known. */
const MIDDLES: Record<string, readonly [latitude: number, longitude: number]> = { kalmthout: [51.384, 4.475], wuustwezel: [51.391, 4.596] }

/**
 * Puts the start set of the guide into every stek that has no guide yet. `client` is the owner of the database; all or nothing.
 * @source REFER-3
 */
export async function loadGuide(client: pg.Client, newId: NewId): Promise<void> {
  const { organisations, services } = readStartSet()
  await client.query('begin')
  try {
    const { rows } = await client.query<Stek>(`select stek_id, slug, municipality,
      coalesce((select jsonb_object_agg(p.slug, p.partner_id) from partner p where p.stek_id = s.stek_id), '{}') as partners,
      coalesce((select jsonb_agg(jsonb_build_object('site_id', t.site_id, 'name', t.name, 'town', t.town) order by t.name) from site t where t.stek_id = s.stek_id), '[]') as sites
      from stek s where not exists (select from organisation o where o.stek_id = s.stek_id) order by slug`)
    for (const stek of rows) {
      const here = <One extends { only?: string[] | undefined }>(all: readonly One[]) =>
        all.filter(({ only }) => !only || only.includes(stek.slug))
      const inStek = (row: Row): Row => ({ stek_id: stek.stek_id, ...row })
      const ids = new Map(here(organisations).map((one) => [one.slug, newId()]))
      await insert(
        client,
        'organisation',
        here(organisations).map(({ slug, name, website = null, phone = null, partner }) =>
          inStek({
            organisation_id: ids.get(slug),
            slug,
            name: name.replaceAll('{m}', stek.municipality),
            website,
            phone,
            partner_id: partner.map((one) => stek.partners[one]).find(Boolean) ?? null,
          }),
        ),
      )
      const given = here(services).flatMap((one) => {
        const organisationId = ids.get(one.org)
        return organisationId ? [{ one, serviceId: newId(), organisationId }] : []
      })
      await insert(
        client,
        'service',
        given.map(({ one, serviceId, organisationId }) => inStek(serviceRow(one, serviceId, organisationId))),
      )
      const site = stek.sites[0]
      if (site) {
        const locationId = newId()
        const [latitude, longitude] = MIDDLES[stek.slug] ?? [null, null]
        await client.query('update site set latitude = $3, longitude = $4 where stek_id = $1 and site_id = $2', [
          stek.stek_id,
          site.site_id,
          latitude,
          longitude,
        ])
        await insert(client, 'service_location', [
          inStek({ location_id: locationId, name: site.name, town: site.town, site_id: site.site_id, latitude, longitude }),
        ])
        await insert(
          client,
          'service_at_location',
          given.filter(({ one }) => one.at === 'site').map(({ serviceId }) => inStek({ service_id: serviceId, location_id: locationId })),
        )
      }
    }
    await client.query('commit')
  } catch (thrown) {
    await client.query('rollback')
    throw thrown
  }
}

function serviceRow(one: StartService, serviceId: string, organisationId: string): Row {
  const said = (language: 'en' | 'fr' | 'ar' | 'uk') => ({
    name: one[language][0],
    what: one[language][1],
    ...(one.bringIn && { bring: one.bringIn[language] }),
  })
  return {
    service_id: serviceId,
    organisation_id: organisationId,
    slug: one.slug,
    name: one.nl[0],
    what: one.nl[1],
    also_called: one.also,
    themes: one.themes,
    level: one.level ?? null,
    is_free: one.free ?? null,
    ways: one.ways,
    phone: one.phone ?? null,
    website: one.website ?? null,
    source: one.source,
    ask_for: one.ask,
    bring: one.bring,
    conditions: one.conditions,
    translations: { en: said('en'), fr: said('fr'), ar: said('ar'), uk: said('uk') },
  }
}

/** Inserts rows that have the same columns; table and columns come from our own code, never from a file. */
async function insert(client: pg.Client, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ')
  if (columns === '') return
  await client.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`, [
    JSON.stringify(rows),
  ])
}
