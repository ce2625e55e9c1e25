import { z } from 'zod'
import { line } from '../../../programme/forms/typed.ts'
import { dateField } from '../../../programme/forms/when.ts'
import { type Answer, choices, faces, type PaperDraft } from './rules.ts'

/** What a press on the tablet sends: one known answer, or undefined. */
export const pressForm = z.object({ antwoord: line.transform((typed) => [...faces, ...choices].find((answer) => answer === typed)) })

const number = line.transform((typed) => (typed === '' ? 0 : /^\d{1,4}$/.test(typed) ? Number(typed) : undefined))

/** Reads the numbers of a sheet of paper; an empty field is 0, and a day without a year is the last one that was. */
export function readPaper(typed: unknown, today: string): PaperDraft {
  const yearAgo = Temporal.PlainDate.from(today).subtract({ days: 364 }).toString()
  const read = z.object({ plek: line, dag: line.transform((text) => (text === '' ? today : text)) }).parse(typed)
  const day = dateField(yearAgo).parse(read.dag).date
  const numbers = z.object(Object.fromEntries([...faces, ...choices].map((answer) => [answer, number]))).parse(typed)
  return { site: read.plek, day, counts: numbers as Record<Answer, number | undefined> }
}
