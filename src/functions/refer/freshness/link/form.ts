import { z } from 'zod'
import { line, lines, ticked } from '../../../../programme/forms/typed.ts'
import { hoursAsTyped } from '../../guide/desk/hours/typed-hours.ts'
import type { WholeService } from '../../guide/desk/queries.ts'
import {
  refusalsOfEmail,
  refusalsOfHours,
  refusalsOfLink,
  refusalsOfPersonal,
  refusalsOfPhone,
} from '../../guide/desk/service-form/rules.ts'
import type { Proposal } from '../tables.ts'

/** What an organisation can say is different, in the order of the form; `note` is for everything else. */
export const changeFields = [
  'what',
  'phone',
  'email',
  'website',
  'where',
  'hours',
  'forWhom',
  'conditions',
  'cost',
  'bring',
  'howToReach',
  'note',
] as const
/** One field of the form for what is different. */
export type ChangeField = (typeof changeFields)[number]

/** How many characters fit in each field. */
const MOST: Readonly<Record<ChangeField, number>> = {
  ...{
    what: 2000,
    phone: 40,
    email: 200,
    website: 300,
    where: 400,
    hours: 2000,
    forWhom: 600,
    conditions: 1200,
    cost: 400,
    bring: 600,
    howToReach: 600,
    note: 1000,
  },
}

/** What the form for what is different asks. */
export const changeForm = z.object({
  ...{ what: lines, phone: line, email: line, where: lines, hours: lines, forWhom: lines, conditions: lines, cost: lines, bring: lines },
  ...{ howToReach: lines, note: lines, ended: ticked },
  website: line.transform((text) => (text === '' || /^https?:\/\//i.test(text) ? text : `https://${text}`)),
})

/** An entry as its organisation would type it. */
export const typedEntry = ({ row, places, hours }: WholeService): Record<ChangeField, string> => ({
  what: row.what,
  phone: row.phone ?? '',
  email: row.email ?? '',
  website: row.website ?? '',
  where: places
    .map(({ name, street, postcode, town }) => [name, street, [postcode, town].filter(Boolean).join(' ')].filter(Boolean).join(', '))
    .join('\n'),
  hours: hoursAsTyped(hours),
  forWhom: row.for_whom,
  conditions: row.conditions,
  cost: row.cost,
  bring: row.bring,
  howToReach: row.how_to_reach,
  note: '',
})

/** What is different between what we show and what was typed. */
export function differenceOf(shown: Record<ChangeField, string>, typed: z.output<typeof changeForm>): Proposal {
  return Object.fromEntries(changeFields.filter((field) => typed[field] !== shown[field]).map((field) => [field, typed[field]]))
}

/** Which fields cannot be kept as they were typed, each with the sort of thing that is wrong. */
export function wrongIn(
  typed: z.output<typeof changeForm>,
): Readonly<Partial<Record<ChangeField, 'phone' | 'email' | 'link' | 'hours' | 'long' | 'personal'>>> {
  const wrong: Partial<Record<ChangeField, 'phone' | 'email' | 'link' | 'hours' | 'long' | 'personal'>> = {}
  if (refusalsOfPhone('phone', typed.phone).length > 0) wrong.phone = 'phone'
  if (refusalsOfEmail('email', typed.email).length > 0) wrong.email = 'email'
  if (refusalsOfLink('website', typed.website).length > 0) wrong.website = 'link'
  if (refusalsOfHours('hours', typed.hours).length > 0) wrong.hours = 'hours'
  for (const field of changeFields) {
    if ([...typed[field]].length > MOST[field]) wrong[field] = 'long'
    else if (refusalsOfPersonal(field, typed[field]).length > 0) wrong[field] = 'personal'
  }
  return wrong
}
