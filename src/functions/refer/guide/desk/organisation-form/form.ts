import { z } from 'zod'
import {
  readTold,
  type ToldColumns,
  toldFields,
  toldOver,
  toldTooLong,
  typedTold,
} from '../../../../../programme/desk/sites/form/other-languages.ts'
import { type Refusal, refuseIf, tooLong } from '../../../../../programme/forms/refusal.ts'
import { line, lines } from '../../../../../programme/forms/typed.ts'
import type { Typed } from '../../../../../ui/fields.tsx'
import type { OrganisationRow } from '../queries.ts'
import { refusalsOfEmail, refusalsOfLink, refusalsOfPersonal, refusalsOfPhone } from '../service-form/rules.ts'

/** What of an organisation is told in other languages. */
export const organisationTold: ToldColumns = { name: 160, what: 1200 }

/** The fields of the form of an organisation. */
export const organisationFields: readonly string[] = [
  'name',
  'what',
  'phone',
  'email',
  'website',
  'kbo',
  'partner',
  ...toldFields(organisationTold),
]

/** What the form of an organisation asks. */
export const organisationForm = z
  .looseObject({
    ...{ name: line, what: lines, phone: line, email: line, partner: line },
    website: line.transform((text) => (text === '' || /^https?:\/\//i.test(text) ? text : `https://${text}`)),
    kbo: line.transform((text) => text.replace(/^be/i, '').replace(/[ ./-]/g, '')),
  })
  .transform((typed) => ({ ...typed, translations: readTold(organisationTold, typed) }))

/** An organisation as it came in with a form. */
export type OrganisationDraft = z.output<typeof organisationForm>

/** An organisation as its form would be typed. */
export const typedOrganisation = (row: OrganisationRow): Typed => ({
  ...{ name: row.name, what: row.what, phone: row.phone ?? '', email: row.email ?? '', website: row.website ?? '' },
  ...{ kbo: row.kbo_number ?? '', partner: row.partner_id ?? '' },
  ...typedTold(organisationTold, row.translations),
})

/** Whether ten digits are a number of the register of enterprises: the last two are 97 minus the rest of the others by 97. @source KBO */
export const isEnterpriseNumber = (digits: string): boolean =>
  /^[01]\d{9}$/.test(digits) && 97 - (Number(digits.slice(0, 8)) % 97) === Number(digits.slice(8))

/** What stands in the way of an organisation. */
export const refusalsOfOrganisation = (draft: OrganisationDraft, partnerIds: readonly string[]): readonly Refusal[] => [
  ...refuseIf(draft.name === '', { field: 'name', key: 'guidedesk.wrong.name' }),
  ...tooLong('name', draft.name, 160),
  ...tooLong('what', draft.what, 1200),
  ...refusalsOfPersonal('what', draft.what),
  ...refusalsOfPhone('phone', draft.phone),
  ...refusalsOfEmail('email', draft.email),
  ...refusalsOfLink('website', draft.website),
  ...refuseIf(draft.kbo !== '' && !isEnterpriseNumber(draft.kbo), { field: 'kbo', key: 'guidedesk.wrong.kbo' }),
  ...refuseIf(draft.partner !== '' && !partnerIds.includes(draft.partner), { field: 'partner', key: 'guidedesk.wrong.choose' }),
  ...toldTooLong(organisationTold, draft.translations),
]

/** What a draft writes into the row of an organisation. */
export const organisationColumns = (draft: OrganisationDraft, known: OrganisationRow['translations']) => ({
  ...{ name: draft.name, what: draft.what, phone: draft.phone || null, email: draft.email || null, website: draft.website || null },
  ...{ kbo_number: draft.kbo || null, partner_id: draft.partner || null },
  translations: JSON.stringify(toldOver(known, draft.translations)),
})
