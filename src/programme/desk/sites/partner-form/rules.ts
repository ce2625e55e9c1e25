import { emailField } from '../../../../place/person/sign-in/form.ts'
import { type Refusal, refuseIf, tooLong } from '../../../forms/refusal.ts'
import { toldTooLong } from '../form/other-languages.ts'
import { refusalsOfName, refusalsOfPhone } from '../form/rules.ts'
import { type PartnerDraft, partnerTold } from './form.ts'

/** Whether a text is a web address visitors can follow: http or https, a name with a dot, nobody's password in it. */
function isWebsite(text: string): boolean {
  if (!/^https?:\/\/[^\s<>"]+$/.test(text) || !URL.canParse(text)) return false
  const { hostname, username, password } = new URL(text)
  return hostname.includes('.') && username === '' && password === ''
}

/** What stands in the way of a partner, by field; an empty list when nothing does. Only the name is needed. @source ACCESSIBLE-3 */
export const refusalsOfPartner = (draft: PartnerDraft, pictograms: readonly string[]): readonly Refusal[] => [
  ...refusalsOfName(draft.name, 120),
  ...tooLong('what', draft.what, 600),
  ...tooLong('how_to_reach', draft.how_to_reach, 400),
  ...refusalsOfPhone(draft.phone),
  ...refuseIf(draft.email !== '' && !emailField.safeParse(draft.email).success, { field: 'email', key: 'account.email.wrong' }),
  ...refuseIf(draft.website !== '' && !isWebsite(draft.website), { field: 'website', key: 'places.wrong.website' }),
  ...tooLong('website', draft.website, 200),
  ...refuseIf(!pictograms.includes(draft.pictogram), { field: 'pictogram', key: 'places.wrong.choose' }),
  ...toldTooLong(partnerTold, draft.translations),
]
