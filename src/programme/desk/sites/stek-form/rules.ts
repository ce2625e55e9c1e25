import { type Refusal, refuseIf, tooLong } from '../../../forms/refusal.ts'
import { toldTooLong } from '../form/other-languages.ts'
import { refusalsOfName, refusalsOfPhone } from '../form/rules.ts'
import { type StekDraft, stekTold } from './form.ts'

/** The highest limit a stek can set itself, in cents; what costs more is no low price any more. @source MEET-5 */
const HIGHEST_LIMIT_IN_CENTS = 10_000

/** What stands in the way of the words and the price limit of a stek, by field; an empty list when nothing does. @source MEET-5 */
export const refusalsOfStek = (draft: StekDraft): readonly Refusal[] => [
  ...refusalsOfName(draft.name, 80),
  ...tooLong('welcome', draft.welcome, 240),
  ...refusalsOfPhone(draft.phone),
  ...refuseIf(draft.priceLimit === undefined || draft.priceLimit > HIGHEST_LIMIT_IN_CENTS, {
    field: 'priceLimit',
    key: 'places.wrong.priceLimit',
    values: { most: { cents: HIGHEST_LIMIT_IN_CENTS } },
  }),
  ...toldTooLong(stekTold, draft.translations),
]
