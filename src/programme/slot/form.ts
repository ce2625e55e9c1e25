import { z } from 'zod'
import { line, ticked } from '../forms/typed.ts'
import { dateField, timeField } from '../forms/when.ts'

/** What the form of a slot asks, read from what was typed on the day `today`; whether it may be so is for the rules. */
export const slotForm = (today: string) =>
  z.object({
    howOften: line,
    first: dateField(today),
    until: dateField(today),
    start: timeField,
    end: timeField,
    room: line,
    alone: ticked,
    pausesSchool: ticked,
    pausesPublic: ticked,
  })

/** A slot as it came in with a form. The weekday, and which one of the month, follow from the first day. */
export type SlotDraft = z.output<ReturnType<typeof slotForm>>

/** The names of the fields of a slot. */
export const slotFields = ['howOften', 'first', 'until', 'start', 'end', 'room', 'alone', 'pausesSchool', 'pausesPublic'] as const

/** What the form for stopping asks: the last day. */
export const endForm = (today: string) => z.object({ last: dateField(today) })
