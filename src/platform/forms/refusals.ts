import type { z } from 'zod'

/** The first thing that is wrong with each field, as the schema words it (`error: …`), in the order of the schema. */
export function refusalsOf<Words extends string>(error: z.ZodError): Record<string, Words> {
  const refusals: Record<string, Words> = {}
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? '')
    refusals[field] ??= issue.message as Words
  }
  return refusals
}
