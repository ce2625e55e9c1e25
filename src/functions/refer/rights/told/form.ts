import { z } from 'zod'
import { line } from '../../../../programme/forms/typed.ts'
import { toldOutcomes } from './rules.ts'

/** What the form sends: a right and how it went; what is not known is undefined. */
export const toldForm = z.object({
  recht: line,
  uitkomst: line.transform((typed) => toldOutcomes.find((outcome) => outcome === typed)),
})
