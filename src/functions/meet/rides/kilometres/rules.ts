import { z } from 'zod'
import { type Refusal, refuseIf } from '../../../../programme/forms/refusal.ts'
import { line, whole } from '../../../../programme/forms/typed.ts'

/** What the form for putting kilometres right asks; `month` is the first day of it. */
export const kilometresForm = z.object({ driver: line, month: line, kilometres: whole })

const MOST = 5000

/** The first days of this month and the eleven before it, newest first. */
export const monthsUntil = (today: string): readonly string[] => {
  const first = Temporal.PlainDate.from(today).with({ day: 1 })
  return Array.from({ length: 12 }, (_, months) => first.subtract({ months }).toString())
}

/** What stands in the way of keeping kilometres. */
export const refusalsOfKilometres = (
  { driver, month, kilometres }: z.output<typeof kilometresForm>,
  known: { personIds: readonly string[]; months: readonly string[] },
): readonly Refusal[] => [
  ...refuseIf(!known.personIds.includes(driver), { field: 'driver', key: 'ridework.wrong.driver' }),
  ...refuseIf(!known.months.includes(month), { field: 'month', key: 'ridework.wrong.month' }),
  ...refuseIf(kilometres === undefined || kilometres > MOST, { field: 'kilometres', key: 'ridework.wrong.monthKilometres' }),
]
