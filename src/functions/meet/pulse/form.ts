import { z } from 'zod'
import { line } from '../../../programme/forms/typed.ts'
import { pastDayOrToday } from '../past-day.ts'
import { type Answer, choices, faces, type PaperDraft } from './rules.ts'

/** What a press on the tablet sends: one known answer, or undefined. */
export const pressForm = z.object({ antwoord: line.transform((typed) => [...faces, ...choices].find((answer) => answer === typed)) })

const number = line.transform((typed) => (typed === '' ? 0 : /^\d{1,4}$/.test(typed) ? Number(typed) : undefined))

/** Reads the numbers of a sheet of paper; an empty field is 0, an empty day is today. */
export function readPaper(typed: unknown, today: string): PaperDraft {
  const read = z.object({ plek: line, dag: pastDayOrToday(today) }).parse(typed)
  const numbers = z.object(Object.fromEntries([...faces, ...choices].map((answer) => [answer, number]))).parse(typed)
  return { site: read.plek, day: read.dag.date, counts: numbers as Record<Answer, number | undefined> }
}
