import type { Entity } from '../shape/entity.ts'
import { lineInTable, organisationFromHsds, placeFromHsds, serviceFromHsds } from '../shape/from-hsds.ts'

type Cells = Record<string, string>

/** The tables of HSDS that are read, as their files are called. @source HSDS 3.0, tabular form */
export const hsdsTables = [
  ...['organizations', 'organization_identifiers', 'services', 'locations', 'addresses', 'service_at_locations', 'schedules', 'phones'],
  ...['languages', 'required_documents', 'cost_options', 'contacts', 'accessibility', 'attributes', 'taxonomy_terms'],
] as const
/** The other tables of HSDS: what is in them has no place in a guide of ours. */
const leftOut: ReadonlySet<string> = new Set([
  ...['programs', 'funding', 'service_areas', 'taxonomies', 'metadata', 'meta_table_descriptions', 'service_capacities', 'units', 'urls'],
])
/** A table of HSDS. */
export type HsdsTable = (typeof hsdsTables)[number]

/** Which table of HSDS a file is by its name (`services.csv`) and the columns it has; undefined for any other table. */
export function hsdsTableOf(fileName: string, headers: readonly string[]): HsdsTable | undefined {
  const name = nameOf(fileName).replace(/^organisations$/, 'organizations')
  return hasIds(headers) ? hsdsTables.find((one) => one === name) : undefined
}

/** Whether a file is a table of HSDS of which nothing is read. */
export const isLeftOut = (fileName: string, headers: readonly string[]): boolean => hasIds(headers) && leftOut.has(nameOf(fileName))

const nameOf = (fileName: string): string => /([a-z_]+)\.(?:csv|tsv|txt)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
const hasIds = (headers: readonly string[]): boolean => headers.some((header) => header.trim().toLowerCase() === 'id')

/** Which column of the other tables says what they belong to. */
export const belongsTo = {
  service: ['service_at_locations', 'schedules', 'phones', 'languages', 'required_documents', 'cost_options', 'contacts', 'attributes'],
  location: ['addresses', 'accessibility'],
  organization: ['phones', 'organization_identifiers'],
} as const

/** The id under which a row is looked up: of what it belongs to, or its own for a word of a list of words. */
export const belongsToOf = (table: string, row: Readonly<Record<string, string>>): string =>
  (
    (table === 'taxonomy_terms' ? row.id : undefined) ||
    row.service_id ||
    row.service_at_location_id ||
    row.location_id ||
    row.organization_id ||
    row.link_id ||
    ''
  ).slice(0, 200)

/** Rows of other tables, by the table they are of. */
export type Related = readonly { ofTable: string; line: number; data: Cells }[]

const of = (related: Related, table: HsdsTable, column: string, id: string | undefined): Cells[] =>
  related.filter(({ ofTable, data }) => ofTable === table && data[column] === id && id !== undefined).map(({ data }) => data)

/** An empty cell says nothing. */
const told = (cells: Cells): Cells => Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== ''))

/** A row of organizations.csv with what belongs to it. */
export const organisationFromTables = (row: Cells, related: Related): Entity =>
  organisationFromHsds({
    ...told(row),
    phones: of(related, 'phones', 'organization_id', row.id),
    organization_identifiers: of(related, 'organization_identifiers', 'organization_id', row.id),
  })

/** A row of locations.csv with its addresses. */
export const placeFromTables = (row: Cells, related: Related): Entity =>
  placeFromHsds({
    ...told(row),
    addresses: of(related, 'addresses', 'location_id', row.id),
    accessibility: of(related, 'accessibility', 'location_id', row.id),
  })

/** A row of services.csv with what belongs to it. */
export function serviceFromTables(row: Cells, related: Related): Entity[] {
  const at = of(related, 'service_at_locations', 'service_id', row.id)
  const schedules = related
    .filter(({ ofTable }) => ofTable === 'schedules')
    .map(({ line, data }) => ({ ...told(data), [lineInTable]: line }))
  const schedulesOf = (column: string, id: string | undefined) =>
    schedules.filter((cells: Cells) => cells[column] === id && id !== undefined)
  return serviceFromHsds({
    ...told(row),
    schedules: schedulesOf('service_id', row.id).filter((cells: Cells) => !cells.service_at_location_id),
    service_at_locations: at.map((cells) => ({
      id: cells.id,
      location_id: cells.location_id,
      schedules: schedulesOf('service_at_location_id', cells.id),
    })),
    phones: of(related, 'phones', 'service_id', row.id),
    ...listed('languages', of(related, 'languages', 'service_id', row.id)),
    ...listed('required_documents', of(related, 'required_documents', 'service_id', row.id)),
    ...listed('cost_options', of(related, 'cost_options', 'service_id', row.id)),
    contacts: of(related, 'contacts', 'service_id', row.id).map(told),
    ...listed(
      'attributes',
      of(related, 'attributes', 'link_id', row.id).map(({ taxonomy_term_id }) => ({
        taxonomy_term: of(related, 'taxonomy_terms', 'id', taxonomy_term_id)[0],
      })),
    ),
  })
}

const listed = (name: string, rows: object[]) => (rows.length > 0 ? { [name]: rows } : {})
