import { LONGEST_REASON } from '../../exception/rules.ts'
import { type Refusal, refuseIf, tooLong } from '../../forms/refusal.ts'
import { refusalsOfDate } from '../../forms/when.ts'
import type { ClosureDraft } from './form.ts'

/** The longest a closure can be, in days; what stays away longer has stopped. */
export const LONGEST_CLOSURE = 400

/** The last day of a closure; the first when no last one was typed. */
export const lastDayOf = ({ from, until }: Pick<ClosureDraft, 'from' | 'until'>): string | undefined =>
  until.typed === '' ? from.date : until.date

const dayCount = (from: string, until: string): number => Temporal.PlainDate.from(from).until(until).total('days') + 1

/** What stands in the way of closing a site, by field; an empty list when nothing does. */
export function refusalsOfClosure(
  draft: ClosureDraft,
  { today, siteIds }: { today: string; siteIds: readonly string[] },
): readonly Refusal[] {
  const { site, from, until, reason } = draft
  const last = lastDayOf(draft)
  return [
    ...refuseIf(!siteIds.includes(site), { field: 'site', key: 'desk.wrong.choose' }),
    ...refusalsOfDate('from', from),
    ...(until.typed === '' ? [] : refusalsOfDate('until', until)),
    ...refuseIf(from.date !== undefined && last !== undefined && last < from.date, {
      field: 'until',
      key: 'desk.closure.wrong.order',
      values: { from: { date: from.date ?? today } },
    }),
    ...refuseIf(last !== undefined && last < today && from.date !== undefined && last >= from.date, {
      field: until.typed === '' ? 'from' : 'until',
      key: 'desk.closure.wrong.past',
      values: { date: { date: last ?? today } },
    }),
    ...refuseIf(from.date !== undefined && last !== undefined && last >= from.date && dayCount(from.date, last) > LONGEST_CLOSURE, {
      field: 'until',
      key: 'desk.closure.wrong.long',
    }),
    ...tooLong('reason', reason, LONGEST_REASON),
  ]
}
