import { type Refusal, refuseIf, tooLong } from '../../../forms/refusal.ts'
import { toldTooLong } from '../form/other-languages.ts'
import { refusalsOfName } from '../form/rules.ts'
import { type SiteDraft, siteTold } from './form.ts'

/** Whether one gets in without steps, as far as it is known. */
export const stepFreeChoices = ['yes', 'partly', 'no', 'unknown'] as const

/** Which toilet there is, as far as it is known. */
export const toiletChoices = ['adapted', 'yes', 'no', 'unknown'] as const

const oneOf = (field: 'stepFree' | 'toilet', value: string, choices: readonly string[]) =>
  refuseIf(!choices.includes(value), { field, key: 'places.wrong.choose' })

/** What stands in the way of a site, by field; an empty list when nothing does. Only the name is needed: the rest may come later. */
export const refusalsOfSite = (draft: SiteDraft): readonly Refusal[] => [
  ...refusalsOfName(draft.name, 80),
  ...tooLong('street', draft.street, 120),
  ...refuseIf(draft.postcode !== '' && !/^[1-9][0-9]{3}$/.test(draft.postcode), { field: 'postcode', key: 'places.wrong.postcode' }),
  ...tooLong('town', draft.town, 80),
  ...tooLong('directions', draft.directions, 600),
  ...oneOf('stepFree', draft.stepFree, stepFreeChoices),
  ...oneOf('toilet', draft.toilet, toiletChoices),
  ...tooLong('bus', draft.bus, 300),
  ...tooLong('bike', draft.bike, 300),
  ...tooLong('parking', draft.parking, 300),
  ...toldTooLong(siteTold, draft.translations),
]
