import { z } from 'zod'
import { line, lines } from '../../../programme/forms/typed.ts'
import { dateField } from '../../../programme/forms/when.ts'
import type { IncidentDraft } from './rules.ts'

/** Reads what was changed. */
export const wordsForm = z.object({ veranderd: lines })

/** Reads the form; a day without a year is the last one that was, nothing typed is today. */
export function readIncident(typed: unknown, today: string): IncidentDraft {
  const yearAgo = Temporal.PlainDate.from(today).subtract({ days: 364 }).toString()
  const read = z
    .object({ soort: line, plek: line, dag: line.transform((text) => (text === '' ? today : text)), veranderd: lines })
    .parse(typed)
  return { kind: read.soort, site: read.plek, day: dateField(yearAgo).parse(read.dag).date, changed: read.veranderd }
}
