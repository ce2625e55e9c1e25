import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { ClearFailure } from '../../../../platform/config/clear-failure.ts'

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const words = z.tuple([z.string().min(1).max(160), z.string().min(1).max(600)])

const bring = z.string().min(1).max(600)

const organisationShape = z.strictObject({
  slug,
  name: z.string().max(160),
  website: z.url().optional(),
  phone: z.string().optional(),
  partner: z.array(slug).default([]),
  /** Its own name and website where that partner is; elsewhere the general ones. */
  there: z.strictObject({ name: z.string().max(160), website: z.url().optional() }).optional(),
  only: z.array(slug).optional(),
})

const serviceShape = z
  .strictObject({
    slug,
    org: slug,
    level: z.enum(['european', 'federal', 'flemish', 'provincial', 'local']).optional(),
    themes: z.array(z.string()).min(1),
    ways: z.array(z.string()).default([]),
    free: z.boolean().optional(),
    phone: z.string().optional(),
    website: z.url().optional(),
    source: z.string().default('Eerste lijst van deze wegwijzer: nog na te kijken'),
    ask: z.string().max(160).default(''),
    bring: z.string().max(600).default(''),
    /** What to bring in the other languages: it stands on slips. */
    bringIn: z.strictObject({ en: bring, fr: bring, ar: bring, uk: bring }).optional(),
    conditions: z.string().max(1200).default(''),
    also: z.string().max(600).default(''),
    /** Given at the site of the stek itself. */
    at: z.literal('site').optional(),
    only: z.array(slug).optional(),
    nl: words,
    en: words,
    fr: words,
    ar: words,
    uk: words,
  })
  .refine(({ bring: said, bringIn }) => (said === '') === (bringIn === undefined), 'bring and bringIn come together')

/** An organisation of the start set; `{m}` in its name is the municipality. */
export type StartOrganisation = z.infer<typeof organisationShape>
/** A service of the start set: in each language its name and what one finds there. */
export type StartService = z.infer<typeof serviceShape>

/** Where the start set is written. */
const startFolder = join(import.meta.dirname, '../../../../../data/guide')

function read<Shape extends z.ZodType>(folder: string, file: string, shape: Shape): z.infer<Shape> {
  const checked = shape.safeParse(parse(readFileSync(join(folder, file), 'utf8')))
  if (checked.success) return checked.data
  const wrong = checked.error.issues.map(({ path, message }) => `data/guide/${file}, ${path.join('.')}: ${message}`)
  throw new ClearFailure(['The start set of the services guide is not written well.', ...wrong].join('\n'))
}

/** Everything the guide begins with. Throws a ClearFailure that names file and field when something is wrong. */
export function readStartSet(folder = startFolder): { organisations: StartOrganisation[]; services: StartService[] } {
  const files = readdirSync(join(folder, 'start-set'))
    .filter((file) => file.endsWith('.yaml'))
    .toSorted()
  const organisations = read(folder, 'organisations.yaml', z.array(organisationShape))
  const services = files.flatMap((file) => read(folder, `start-set/${file}`, z.array(serviceShape)))
  const known = new Set(organisations.map((one) => one.slug))
  const lost = services.filter(({ org }) => !known.has(org)).map((one) => `${one.slug}: ${one.org}`)
  if (lost.length > 0)
    throw new ClearFailure(`The start set of the services guide names organisations that are not there: ${lost.join(', ')}`)
  return { organisations, services }
}
