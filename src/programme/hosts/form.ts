import { z } from 'zod'
import { isId } from '../../platform/clock/identifiers.ts'

const person = z.string().refine(isId)

/** Whom somebody asks: one colleague, or everybody. */
export const askForm = z.object({ wie: z.union([z.literal('iedereen').transform(() => null), person]) })

/** Whom a leader puts on, or nobody, and how often. */
export const putForm = z.object({
  wie: z.union([z.literal('niemand').transform(() => null), person]),
  hoeVaak: z.enum(['een', 'altijd']).catch('een'),
})

/** Whether somebody helps from now on; a leader may say it of a colleague. */
export const helpForm = z.object({ wie: person.optional().catch(undefined), help: z.enum(['ja', 'nee']) })
