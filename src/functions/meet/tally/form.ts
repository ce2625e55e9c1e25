import { z } from 'zod'
import { type Entry, MOST_AT_ONCE, type WhyNot } from '../../../programme/tally/rules.ts'
import { isDate } from './subject.ts'

/** The most entries that come in one batch. */
export const MOST_IN_A_BATCH = 500

const named = z.string().max(100)
const batch = z.object({
  entries: z
    .array(z.looseObject({ entry: named }))
    .min(1)
    .max(MOST_IN_A_BATCH),
})

const entry = z.object({
  entry: z.guid().toLowerCase(),
  slot: z.guid().toLowerCase(),
  date: z.string().refine(isDate),
  counted: z
    .string()
    .max(40)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  change: z.int().refine((change) => change !== 0),
  reason: z.string().trim().max(120).default(''),
})

/** A batch as a phone sends it: what can be read, and what cannot, by the id it came with. Undefined when it is no batch at all. */
export function readBatch(body: unknown): { entries: Entry[]; refused: { entry: string; why: WhyNot }[] } | undefined {
  const read = batch.safeParse(body)
  if (!read.success) return undefined
  const entries: Entry[] = []
  const refused: { entry: string; why: WhyNot }[] = []
  for (const raw of read.data.entries) {
    const one = entry.safeParse(raw)
    if (!one.success) refused.push({ entry: raw.entry, why: 'unreadable' })
    else if (Math.abs(one.data.change) > MOST_AT_ONCE) refused.push({ entry: one.data.entry, why: 'too-large' })
    else entries.push({ ...one.data, reason: one.data.reason.replaceAll('\0', '') })
  }
  return { entries, refused }
}
