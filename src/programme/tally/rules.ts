import type { Moment } from '../moments/moment.ts'

/** What every stek counts: everybody, who is here for the first time, children, volunteers. Margins, never two of one person together. */
export const fixedRows = ['heads', 'first-time', 'children', 'volunteers'] as const

/** The most that one tap or one typed number changes; also in the table. */
export const MOST_AT_ONCE = 500
/** The most of one row that is believed of one moment. */
export const MOST_IN_A_MOMENT = 2000
/** A phone may bring its taps this late without a word; afterwards a change is a correction with a reason. */
export const LATE_IN_DAYS = 35
/** So long ago a number can still be put right. */
export const CORRECTED_IN_DAYS = 400
/** How many rows of its own a stek counts at the same time. */
export const MOST_OWN_ROWS = 6

/** One change of one number: made on a phone, with the id the phone gave it. `reason` only for a correction. */
export type Entry = { entry: string; slot: string; date: string; counted: string; change: number; reason: string }

/** Why an entry is not kept. */
export type WhyNot =
  | 'unreadable'
  | 'too-large'
  | 'unknown-moment'
  | 'cancelled'
  | 'too-early'
  | 'too-late'
  | 'unknown-row'
  | 'other-content'

/** How many of each row, by name; what was never counted is not in it. */
export type Counts = Readonly<Record<string, number>>

/** The number people see: never below zero, also when two phones together took away too many. */
export const shownCount = (sum: number | undefined): number => Math.max(0, sum ?? 0)

/** The sums with some changes on top, as a phone shows what it has not sent yet. */
export function withChanges(counts: Counts, changes: readonly Pick<Entry, 'counted' | 'change'>[]): Counts {
  const sums: Record<string, number> = { ...counts }
  for (const { counted, change } of changes) sums[counted] = (sums[counted] ?? 0) + change
  return sums
}

const daysBetween = (from: string, until: string): number => Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until)).days

/**
 * Why a moment cannot be counted on a day, or undefined when it can. A moment that does not take place counts nothing.
 * Tomorrow is already open: a phone may be without network for a day. The day is the server's, never the phone's.
 */
export function whyNotCounted(
  moment: Pick<Moment, 'date' | 'cancellation'> | undefined,
  today: string,
  corrects: boolean,
): Extract<WhyNot, 'unknown-moment' | 'cancelled' | 'too-early' | 'too-late'> | undefined {
  if (!moment) return 'unknown-moment'
  if (moment.cancellation) return 'cancelled'
  const days = daysBetween(moment.date, today)
  if (days < -1) return 'too-early'
  if (days > (corrects ? CORRECTED_IN_DAYS : LATE_IN_DAYS)) return 'too-late'
  return undefined
}

/** A number that was typed, or why it cannot be: not a whole number, more than is believed. Spaces around it are fine. */
export function typedNumber(text: string): number | 'unreadable' | 'too-large' {
  const typed = text.trim()
  if (!/^\d{1,12}$/.test(typed)) return 'unreadable'
  const number = Number(typed)
  return number > MOST_IN_A_MOMENT ? 'too-large' : number
}

/** The change that makes a sum what somebody typed; undefined when it is that already, 'too-large' when it differs too much for one entry. */
export function changeTo(wanted: number, sum: number | undefined): number | undefined | 'too-large' {
  const change = wanted - (sum ?? 0)
  if (Math.abs(change) > MOST_AT_ONCE) return 'too-large'
  return change === 0 ? undefined : change
}

/** The short name of a row out of its label, as in 'met-de-fiets'; undefined when nothing is left of it or it is a fixed row. */
export function rowNameOf(label: string): string | undefined {
  const name = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  return name === '' || (fixedRows as readonly string[]).includes(name) ? undefined : name
}
