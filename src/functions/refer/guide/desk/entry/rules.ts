import { z } from 'zod'
import { type Refusal, refuseIf, tooLong } from '../../../../../programme/forms/refusal.ts'
import { line } from '../../../../../programme/forms/typed.ts'
import { dateField, refusalsOfDate, refusalsOfHours, timeField } from '../../../../../programme/forms/when.ts'
import { refusalsOfPersonal } from '../service-form/rules.ts'

/** What the form of a notice asks. Without a last day it is about one day. */
export const noticeForm = (today: string) =>
  z.object({
    kind: line,
    from: dateField(today),
    until: dateField(today),
    start: timeField,
    end: timeField,
    place: line,
    message: line,
    sleutel: line,
  })

/** A notice as it came in with a form. */
export type NoticeDraft = z.output<ReturnType<typeof noticeForm>>

const MOST_DAYS = 400

/** What stands in the way of a notice: it has days, in order, and says what is different. @source peers: temporary closure is a type of its own */
export function refusalsOfNotice(draft: NoticeDraft, placeIds: readonly string[]): readonly Refusal[] {
  const { kind, from, until, start, end, place, message } = draft
  const last = until.date ?? from.date
  const days = from.date && last ? Temporal.PlainDate.from(from.date).until(Temporal.PlainDate.from(last)).days : 0
  return [
    ...refuseIf(!['closure', 'hours', 'message'].includes(kind), { field: 'kind', key: 'guidedesk.wrong.choose' }),
    ...refusalsOfDate('from', from),
    ...(until.typed === '' ? [] : refusalsOfDate('until', until)),
    ...refuseIf(days < 0, { field: 'until', key: 'guidedesk.wrong.untilBeforeFrom' }),
    ...refuseIf(days > MOST_DAYS, { field: 'until', key: 'guidedesk.wrong.noticeLong' }),
    ...(kind === 'hours' ? refusalsOfHours(start, end) : []),
    ...refuseIf(kind !== 'hours' && start.typed + end.typed !== '', { field: 'start', key: 'guidedesk.wrong.hoursForNothing' }),
    ...refuseIf(kind === 'message' && message === '', { field: 'message', key: 'guidedesk.wrong.message' }),
    ...tooLong('message', message, 300),
    ...refusalsOfPersonal('message', message),
    ...refuseIf(place !== '' && !placeIds.includes(place), { field: 'place', key: 'guidedesk.wrong.choose' }),
  ]
}
