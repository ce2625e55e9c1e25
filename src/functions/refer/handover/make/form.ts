import { z } from 'zod'
import { line, ticked } from '../../../../programme/forms/typed.ts'
import { dateField, timeField } from '../../../../programme/forms/when.ts'

/** What the form of a slip asks: nothing in it is about who goes, and nothing is free text. */
export const slipForm = (today: string) =>
  z.object({
    dienst: line,
    theme: line,
    date: dateField(today),
    time: timeField,
    place: line,
    companion: line,
    language: line,
    shows: ticked,
    /** The seal of the seed, made with the page: the same form sent twice is one slip. */
    sleutel: line,
  })

/** A slip as it came in. */
export type SlipDraft = z.output<ReturnType<typeof slipForm>>
