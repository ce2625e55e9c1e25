import { z } from 'zod'
import { programmeJson } from '../../../../../programme/channels/json/form.ts'

const integer = (name: string, description: string) => ({ name, in: 'query', description, schema: { type: 'integer', minimum: 1 } })
const text = (name: string, description: string) => ({ name, in: 'query', description, schema: { type: 'string' } })
const flag = (name: string, description: string) => ({ name, in: 'query', description, schema: { type: 'boolean' } })

const paging = [
  integer('page', 'Page of the list, from 1.'),
  integer('per_page', 'Items on a page; 50 unless told, at most 200.'),
  text('stek', 'Only of this stek, by its name in addresses. Without it: of all steks, one after the other.'),
  text('format', 'Only `json`.'),
]
const search = text(
  'search',
  'Words, in any language of the guide, spelled right or nearly: the best answers first, at most a hundred of each stek. Services that ended are not found by words.',
)
const uuid = (name: string, description: string) => ({ name, in: 'query', description, schema: { type: 'string', format: 'uuid' } })
/** What can be asked of lists of services, and of services at their places. */
const asked = [
  search,
  uuid('organization_id', 'Only of this organisation.'),
  uuid('taxonomy_term_id', 'Only filed under this theme, see `taxonomy_terms`.'),
  uuid('taxonomy_id', 'Only filed under any theme of this list, see `taxonomies`.'),
  {
    name: 'modified_after',
    in: 'query',
    description:
      'Only what changed at or after this time: the service itself or anything that hangs on it, its organisation and its places too. Ask with some minutes to spare. A service that is gone altogether is not told of.',
    schema: { type: 'string', format: 'date-time' },
  },
]

const HSDS = 'https://raw.githubusercontent.com/openreferral/specification/3.0/schema/compiled'
const content = (schema: object) => ({ 'application/json': { schema } })
const page = (schema: string) => ({
  type: 'object',
  required: ['total_items', 'total_pages', 'page_number', 'size', 'first_page', 'last_page', 'empty', 'contents'],
  properties: {
    ...Object.fromEntries(['total_items', 'total_pages', 'page_number', 'size'].map((name) => [name, { type: 'integer' }])),
    ...Object.fromEntries(['first_page', 'last_page', 'empty'].map((name) => [name, { type: 'boolean' }])),
    contents: { type: 'array', items: { $ref: `${HSDS}/${schema}.json` } },
  },
})
const refused = {
  description: 'What was asked cannot be: `error` is a code, `detail` a sentence (RFC 9457).',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'title', 'status', 'detail', 'error'],
        properties: {
          ...{ type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' } },
          ...{ detail: { type: 'string' }, error: { type: 'string' }, message: { type: 'string' } },
        },
      },
    },
  },
}
const byId = (schema: string, what: string, more: readonly object[] = []) => ({
  get: {
    summary: what,
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }, ...more],
    responses: { 200: { description: what, content: content({ $ref: `${HSDS}/${schema}.json` }) }, 404: refused },
  },
})
const list = (schema: string, what: string, more: readonly object[] = []) => ({
  get: {
    summary: what,
    parameters: [...paging, ...more],
    responses: { 200: { description: what, content: content(page(schema)) }, 400: refused, 404: refused },
  },
})

/** What other programs can read here, described in OpenAPI 3.1: the programme of a stek, and the services guide in HSDS 3.0. */
export function openApi(baseUrl: string): object {
  const { $schema: _, ...programme } = z.toJSONSchema(programmeJson) as Record<string, unknown>
  return {
    openapi: '3.1.0',
    info: {
      title: 'De STEK: programme and services guide',
      version: '1',
      description:
        'Open to read for everybody. Nothing in it is about a person. Hours are those of the clock on the wall in Europe/Brussels. The guide follows Open Referral HSDS 3.0.',
    },
    servers: [{ url: baseUrl }],
    paths: {
      '/{stek}/programma.json': {
        get: {
          summary: 'The programme of a stek: four weeks, or one week',
          parameters: [{ name: 'stek', in: 'path', required: true, schema: { type: 'string' } }, text('week', 'A week as 2026-W48.')],
          responses: { 200: { description: 'The programme', content: content(programme) }, 400: refused },
        },
      },
      '/rechten/boek.json': {
        get: {
          summary: 'The rights as dated rules, as the rights check reads them',
          responses: { 200: { description: 'The book of rights', content: content({ type: 'object' }) } },
        },
      },
      '/api/hsds/': {
        get: { summary: 'About the guide', responses: { 200: { description: 'Version, profile and address of this description' } } },
      },
      '/api/hsds/services': list('service', 'Services', [
        flag('full', 'With everything that hangs on each service.'),
        flag('minimal', 'Only id, name, status and last_modified.'),
        ...asked,
      ]),
      '/api/hsds/services/{id}': byId('service', 'One service with everything that hangs on it'),
      '/api/hsds/organizations': list('organization', 'Organisations; with words, those of the services that are found', asked),
      '/api/hsds/organizations/{id}': byId('organization', 'One organisation with its services, at most a thousand', [
        flag('full_service', 'With everything that hangs on each of its services.'),
      ]),
      '/api/hsds/service_at_locations': list('service_at_location', 'Services at the places where they are given', [
        flag('full', 'With everything that hangs on each service.'),
        ...asked,
      ]),
      '/api/hsds/service_at_locations/{id}': byId('service_at_location', 'One service at one place'),
      '/api/hsds/taxonomies': list('taxonomy', 'The lists of words by which services are filed', [search]),
      '/api/hsds/taxonomies/{id}': byId('taxonomy', 'One of these lists'),
      '/api/hsds/taxonomy_terms': list('taxonomy_term', 'The words of these lists', [search]),
      '/api/hsds/taxonomy_terms/{id}': byId('taxonomy_term', 'One of these words'),
    },
  }
}
