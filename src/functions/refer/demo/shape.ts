import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { ClearFailure } from '../../../platform/config/clear-failure.ts'
import { languages } from '../../../platform/i18n/languages.ts'
import { themes } from '../../../programme/offer/offer.ts'
import { targets } from '../guide/exchange/shape/from-columns.ts'
import { barriers, companions, outcomes } from '../handover/handover.ts'

const slug = z.string().regex(/^[a-z0-9-]+$/)
const days = z.int().min(0).max(365)
const many = z.int().min(0).max(100)
const theme = z.enum(themes)

const told = { months: z.int().min(1).max(24), had: many, asked: many, failed: many, nothing: many }

const shape = z.strictObject({
  checked: z.array(z.strictObject({ service: slug, days })),
  notices: z.array(
    z.strictObject({ service: slug, kind: z.enum(['closure', 'message']), from: z.int(), until: z.int(), message: z.string().max(300) }),
  ),
  questions: z.array(
    z.strictObject({
      service: slug,
      days: days.max(27),
      answer: z.enum(['same', 'changed', 'ended']).optional(),
      proposal: z.record(z.string(), z.string()).default({}),
    }),
  ),
  slips: z.array(
    z.strictObject({
      service: slug,
      theme,
      made: days.max(29),
      on: z.int().optional(),
      at: z.string().optional(),
      companion: z.enum(companions),
      language: z.enum(languages),
      outcome: z.enum(outcomes).optional(),
      barrier: z.enum(barriers).optional(),
      to: slug.optional(),
      answered: days.optional(),
    }),
  ),
  ended: z.array(
    z.strictObject({
      ...{ service: slug, theme, months: z.int().min(2).max(24) },
      ...{ arrived: many, 'passed-on': many, 'no-help': many, unknown: many, barrier: z.enum(barriers) },
    }),
  ),
  contacts: z.array(z.strictObject({ service: slug, name: z.string(), how: z.string().max(120), days: days.max(180) })),
  told: z.array(z.strictObject({ right: slug, ...told })),
  list: z.strictObject({
    name: slug,
    before: z.record(slug, z.string()),
    headers: z.array(z.string()),
    mapping: z.partialRecord(z.enum(targets), z.int().min(0)),
    rows: z.array(z.array(z.string())),
  }),
})

/** What makes finding help alive in the demo world; all of it invented. */
export type ReferDemo = z.infer<typeof shape>

/** Reads `data/demo/refer.yaml`. Throws a ClearFailure that names each field that is wrong. */
export function readReferDemo(): ReferDemo {
  const file = join(import.meta.dirname, '../../../../data/demo/refer.yaml')
  const checked = shape.safeParse(parse(readFileSync(file, 'utf8')))
  if (checked.success) return checked.data
  const wrong = checked.error.issues.map(({ path, message }) => `data/demo/refer.yaml, ${path.join('.')}: ${message}`)
  throw new ClearFailure(['The demo world of finding help is not written well.', ...wrong].join('\n'))
}
