import type { Refusal } from '../../../../programme/forms/refusal.ts'
import { refuseIf } from '../../../../programme/forms/refusal.ts'
import { inForce } from '../book/periods.ts'
import { isOld } from '../book/say.ts'
import type { RightFile } from '../book/shape.ts'
import type { AmountChange } from '../editions/edition.ts'

/** What somebody typed about the amounts of a right; what could not be read is undefined. */
export type Draft = {
  amounts: readonly { name: string; typed: string; value: number | undefined; seen: boolean }[]
  from: string | undefined
  publishedOn: string | undefined
  checked: string | undefined
  source: { where: string; on: string; second: string }
  /** Why examples that come out otherwise now are right. */
  reason: string
  agreed: boolean
  /** Of the edition the form was made from; somebody else may have published meanwhile. */
  number: number
}

const SITE = /^[a-z0-9.-]+\.[a-z]+(\/\S*)?$/
const SHORTEST_REASON = 10

/** The amounts of a right as they are on a day. */
export const amountsNow = (right: RightFile, day: string) =>
  Object.entries(right.amounts ?? {}).map(([name, { kind, steps }]) => ({ name, kind, step: inForce(steps, day) ?? steps.at(-1) }))

/** When the amounts of a right were looked at last: the oldest of them; undefined when it has none. */
export const checkedOn = (right: RightFile, today: string): string | undefined =>
  amountsNow(right, today)
    .flatMap(({ step }) => (step ? [step.checked] : []))
    .toSorted()[0]

/** The rights whose amounts somebody should look at now, the longest ago first: no longer shown for their age, or this is the month they change. */
export function dueIn(rights: readonly RightFile[], today: string): readonly RightFile[] {
  const month = Number(today.slice(5, 7))
  return rights
    .flatMap((right) => {
      const checked = checkedOn(right, today)
      const isDue =
        checked !== undefined && (isOld(checked, today) || (right.recheck.months.includes(month) && checked < today.slice(0, 7)))
      return isDue ? [{ right, checked }] : []
    })
    .toSorted((one, other) => (one.checked < other.checked ? -1 : 1))
    .map(({ right }) => right)
}

/** What is wrong with a draft, whoever else is at work. An amount is never without a source, a second source and a date. */
export function refusalsOf(draft: Draft, right: RightFile, today: string): Refusal[] {
  const { amounts, from, publishedOn, checked, source } = draft
  const changes = changesIn(draft, right, today)
  const other = amountsNow(right, today).filter(({ name, step }) => changes.some((one) => one.name === name && one.value !== step?.value))
  // What begins before the amount of now ends where that begins, so nobody would ever see it.
  const newest =
    other
      .map(({ step }) => step?.from ?? '')
      .toSorted()
      .at(-1) ?? ''
  return [
    ...amounts.flatMap(({ name, value }) => refuseIf(value === undefined, { field: `bedrag-${name}`, key: 'rightswork.wrong.amount' })),
    ...refuseIf(changes.length === 0 && amounts.every(({ value }) => value !== undefined), {
      field: 'gezien',
      key: 'rightswork.wrong.nothing',
    }),
    ...refuseIf(!SITE.test(source.where), { field: 'bron', key: 'rightswork.wrong.source' }),
    ...refuseIf(!SITE.test(source.second) || source.second === source.where, { field: 'tweede', key: 'rightswork.wrong.second' }),
    ...refuseIf(!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(source.on), { field: 'stand', key: 'rightswork.wrong.on' }),
    ...refuseIf(!checked || checked > today, { field: 'nagekeken', key: 'rightswork.wrong.checked' }),
    ...refuseIf(!from && other.length > 0, { field: 'vanaf', key: 'rightswork.wrong.from' }),
    ...refuseIf(from !== undefined && from < newest, {
      field: 'vanaf',
      key: 'rightswork.wrong.fromEarlier',
      values: { date: { date: newest } },
    }),
    ...refuseIf(!publishedOn || publishedOn < today, { field: 'zichtbaar', key: 'rightswork.wrong.visible' }),
  ]
}

/** What a draft changes: amounts with another value from its date on, and those that were looked at and stay as they are. */
export function changesIn({ amounts, from, checked, source }: Draft, right: RightFile, today: string): AmountChange[] {
  const now = new Map(amountsNow(right, today).map(({ name, step }) => [name, step]))
  return amounts.flatMap(({ name, value, seen }): AmountChange[] => {
    const step = now.get(name)
    if (value === undefined || !step || (value === step.value && !seen)) return []
    return [{ name, value, from: value === step.value ? step.from : (from ?? ''), source, checked: checked ?? '' }]
  })
}

/** What a draft changes as lines to look over before it goes out: what it was, what it becomes, from when, and where that was read. */
export const changedLines = (right: RightFile, today: string, changes: readonly AmountChange[]) =>
  amountsNow(right, today).flatMap(({ name, kind, step }) => {
    const change = changes.find((one) => one.name === name)
    return change && step ? [{ kind, was: step.value, becomes: change.value, from: change.from, source: change.source }] : []
  })

/** A change that breaks examples is refused, unless somebody says that they are right as they come out now, and why. */
export const refusalsOfBroken = (draft: Draft, broken: number): readonly Refusal[] =>
  refuseIf(broken > 0 && !(draft.agreed && [...draft.reason].length >= SHORTEST_REASON), { field: 'reden', key: 'rightswork.wrong.broken' })

/** The day on which a change can first be felt: not before today, not before it is visible, not before it holds. */
export const firstFelt = ({ from, publishedOn }: Draft, today: string): string =>
  [today, from ?? today, publishedOn ?? today].toSorted().at(-1) ?? today
