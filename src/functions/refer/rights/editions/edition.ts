import { z } from 'zod'
import type { Outcome } from '../engine/compile.ts'

const source = z.object({ where: z.string(), on: z.string(), second: z.string() })

/** An amount that changed: its value from a day on, where that was read, and on which day somebody looked. */
const amountChange = z.object({ name: z.string(), from: z.string(), value: z.number().positive(), source, checked: z.string() })

/** An example that comes out otherwise because of it, and why that is right. */
const exampleChange = z.object({
  right: z.string(),
  name: z.string(),
  outcome: z.enum(['have', 'worth', 'unknown', 'not-now']),
  reason: z.string(),
})

/** What an edition changes, as the database keeps it. */
export const changesShape = z.object({ amounts: z.array(amountChange), examples: z.array(exampleChange) })

export type AmountChange = z.infer<typeof amountChange>
export type ExampleChange = { right: string; name: string; outcome: Outcome; reason: string }
export type Changes = { amounts: readonly AmountChange[]; examples: readonly ExampleChange[] }

/** One change of one right that a leader published; visitors see it from `publishedOn` on. */
export type Edition = { rightId: string; number: number; publishedOn: string; changes: Changes }
