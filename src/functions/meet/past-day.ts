import { plusDays } from '../../programme/board/clock.ts'
import { line } from '../../programme/forms/typed.ts'
import { dateField, type TypedDate } from '../../programme/forms/when.ts'

/**
 * Reads a day that was: without a year the last such day, the name of a weekday is the last one, today included, nothing typed
 * is no day. A day with a year may lie ahead; rules refuse it.
 */
export const pastDay = (today: string) =>
  line.transform((typed): TypedDate => {
    const isName = /^\p{L}+$/u.test(typed)
    return dateField(plusDays(today, isName ? -6 : -364)).parse(typed)
  })

/** The same, where nothing typed is today. */
export const pastDayOrToday = (today: string) =>
  line.transform((typed): TypedDate => (typed === '' ? { typed, date: today } : pastDay(today).parse(typed)))
