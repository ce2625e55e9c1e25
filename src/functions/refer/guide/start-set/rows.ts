import type { NewId } from '../../../../platform/clock/identifiers.ts'
import { readStartSet, type StartService } from './shape.ts'

type Row = Record<string, unknown>

/** A stek that takes the start set, with its partners by slug and its sites by name. */
export type StartStek = {
  stek_id: string
  slug: string
  municipality: string
  partners: Record<string, string>
  sites: { site_id: string; name: string; town: string; latitude?: number | null; longitude?: number | null }[]
}

/** The rows of the start set for one stek, table by table in the order in which they go in. `stek` gives the ids of its partners and sites. */
export function startSetFor(stek: StartStek, newId: NewId): { table: string; rows: Row[] }[] {
  const { organisations, services } = readStartSet()
  const here = <One extends { only?: string[] | undefined }>(all: readonly One[]) =>
    all.filter(({ only }) => !only || only.includes(stek.slug))
  const inStek = (row: Row): Row => ({ stek_id: stek.stek_id, ...row })
  const ids = new Map(here(organisations).map((one) => [one.slug, newId()]))
  const given = here(services).flatMap((one) => {
    const organisationId = ids.get(one.org)
    return organisationId ? [{ one, serviceId: newId(), organisationId }] : []
  })
  const site = stek.sites[0]
  const locationId = newId()
  return [
    {
      table: 'organisation',
      rows: here(organisations).map(({ slug, phone = null, partner, there, ...general }) => {
        const partnerId = partner.map((one) => stek.partners[one]).find(Boolean) ?? null
        const { name, website } = { ...general, ...(partnerId && there) }
        return inStek({
          organisation_id: ids.get(slug),
          slug,
          name: name.replaceAll('{m}', stek.municipality),
          website: website ?? null,
          phone,
          partner_id: partnerId,
        })
      }),
    },
    { table: 'service', rows: given.map(({ one, serviceId, organisationId }) => inStek(serviceRow(one, serviceId, organisationId))) },
    ...(site
      ? [
          {
            table: 'service_location',
            rows: [
              inStek({
                location_id: locationId,
                name: site.name,
                town: site.town,
                site_id: site.site_id,
                latitude: site.latitude ?? null,
                longitude: site.longitude ?? null,
              }),
            ],
          },
          {
            table: 'service_at_location',
            rows: given
              .filter(({ one }) => one.at === 'site')
              .map(({ serviceId }) => inStek({ service_id: serviceId, location_id: locationId })),
          },
        ]
      : []),
  ]
}

/**
 * The statement that inserts rows which have the same columns, with the rows as its one value in JSON; undefined without rows.
 * Table and columns come from our own code, never from a file.
 */
export function insertOf(table: string, rows: readonly Row[]): string | undefined {
  const columns = Object.keys(rows[0] ?? {}).join(', ')
  return columns === '' ? undefined : `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, `
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
