import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

const oracle = join(import.meta.dirname, '../../../shared/oracles/hsds-3.0')

/** Whether the schemas of HSDS 3.0 lie beside the project; without them its checks say that they were skipped. */
export const hsdsIsThere = existsSync(oracle)

type Schema = { properties?: Record<string, Schema>; items?: Schema; required?: string[]; additionalProperties?: boolean; pattern?: string }

/** The schema with nothing allowed that it does not name, and times and weekdays that are ones. */
function strict(schema: Schema): Schema {
  const patterns: Record<string, string> = {
    ...{ opens_at: '^([01]\\d|2[0-3]):[0-5]\\d$', closes_at: '^([01]\\d|2[0-3]):[0-5]\\d$', byday: '^(MO|TU|WE|TH|FR|SA|SU)$' },
    ...{ valid_from: '^\\d{4}-\\d\\d-\\d\\d$', valid_to: '^\\d{4}-\\d\\d-\\d\\d$', assured_date: '^\\d{4}-\\d\\d-\\d\\d$' },
  }
  const properties = Object.entries(schema.properties ?? {}).map(([name, one]) => {
    const below = strict(one)
    return [name, patterns[name] ? { ...below, pattern: patterns[name] } : below] as const
  })
  return {
    ...schema,
    ...(schema.properties ? { properties: Object.fromEntries(properties), additionalProperties: false } : {}),
    ...(schema.items ? { items: strict(schema.items) } : {}),
  }
}

const made = new Map<string, (value: unknown) => string>()

/** What is wrong with an object of HSDS by the strict schema, as a sentence; '' when nothing is. Each schema is read once: that takes seconds. */
export function hsdsChecker(name: 'service' | 'organization' | 'service_at_location' | 'taxonomy_term'): (value: unknown) => string {
  const before = made.get(name)
  if (before) return before
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  ;(addFormats as unknown as (to: Ajv2020) => void)(ajv)
  const read = (schema: string) => strict(JSON.parse(readFileSync(join(oracle, `schema-compiled-${schema}.json`), 'utf8')) as Schema)
  // A word of a list of words has no schema of its own among these: it hangs on a service.
  const term = () => read('service').properties?.attributes?.items?.properties?.taxonomy_term ?? {}
  const validate = ajv.compile(name === 'taxonomy_term' ? term() : read(name))
  const check = (value: unknown) => (validate(value) ? '' : ajv.errorsText(validate.errors))
  made.set(name, check)
  return check
}
