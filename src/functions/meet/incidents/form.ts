import { z } from 'zod'
import { line, lines } from '../../../programme/forms/typed.ts'
import { pastDayOrToday } from '../past-day.ts'
import type { IncidentDraft } from './rules.ts'

/** Reads what was changed. */
export const wordsForm = z.object({ veranderd: lines })

/** Reads the form; an empty day is today. */
export function readIncident(typed: unknown, today: string): IncidentDraft {
  const read = z.object({ soort: line, plek: line, dag: pastDayOrToday(today), veranderd: lines }).parse(typed)
  return { kind: read.soort, site: read.plek, day: read.dag.date, changed: read.veranderd }
}
