import { z } from 'zod'
import type { Per } from '../../../platform/calendar/whole-weeks.ts'

const kinds = { week: 'week', maand: 'month', kwartaal: 'quarter' } as const satisfies Record<string, Per>

const shape = z.object({
  per: z.enum(['week', 'maand', 'kwartaal']).catch('maand'),
  tot: z.string().max(10).optional().catch(undefined),
})

/** Which figures an address asks for: by month unless it says otherwise, up to the last period unless it names one. Junk is left out. */
export function askedFor(query: Record<string, string>): { per: Per; until: string | undefined } {
  const { per, tot } = shape.parse(query)
  return { per: kinds[per], until: tot }
}
