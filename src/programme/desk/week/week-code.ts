import { weekOf, writeWeek } from '../../../platform/calendar/week.ts'

/** The week in which a date lies, as it stands in an address: `2026-W48`. */
export const weekCodeOf = (date: string): string => writeWeek(weekOf(Temporal.PlainDate.from(date)))
