import { findingsIn } from '../../../../../platform/privacy-guard/guard.ts'
import { toldTooLong } from '../../../../../programme/desk/sites/form/other-languages.ts'
import { lengthOf, type Refusal, refuseIf, tooLong } from '../../../../../programme/forms/refusal.ts'
import type { TextKey } from '../../../../../ui/words.ts'
import { typedHours } from '../hours/typed-hours.ts'
import { levels, type ServiceDraft, serviceLinks, serviceTexts, serviceTold, themes, ways } from './form.ts'

const PHONE = /^\+?[\d ()./-]+$/

/** What stands in the way of a telephone number of a desk; nothing is fine too. */
export const refusalsOfPhone = (field: string, phone: string): readonly Refusal[] =>
  refuseIf(phone !== '' && !(PHONE.test(phone) && /\d.*\d.*\d/.test(phone) && phone.length <= 40), { field, key: 'guidedesk.wrong.phone' })

/** What stands in the way of a mail address; nothing is fine too. */
export const refusalsOfEmail = (field: string, email: string): readonly Refusal[] =>
  refuseIf(email !== '' && (!/^[^\s@<>,;]+@[^\s@<>,;]+\.[a-z]{2,}$/i.test(email) || email.length > 200), {
    field,
    key: 'guidedesk.wrong.email',
  })

/** What stands in the way of a link; nothing is fine too. */
export const refusalsOfLink = (field: string, link: string): readonly Refusal[] =>
  refuseIf(link !== '' && !(URL.canParse(link) && /^https?:\/\/[^\s]+\.[^\s]+$/.test(link) && link.length <= 300), {
    field,
    key: 'guidedesk.wrong.link',
  })

/** Words in which a desk is named, not somebody: "de sociale dienst", "onthaal", "balie 3". */
const DESKLIKE =
  /\b(?:balie|dienst|onthaal|loket|team|medewerk|werk(?:st)?er|receptie|permanentie|verantwoordelijke|coördinator|secretariaat|wacht|zorg|hulp|huis|punt|infolijn)/i
const LIKE_A_NAME =
  /^(?:(?:mevr(?:ouw|\.)?|mw\.?|dhr\.?|meneer|de heer|dr\.?)\s+\p{L}+|\p{Lu}\p{Ll}+(?:\s+(?:van|de|der|den|el|al))*\s+\p{Lu}[\p{L}'’-]+)/u

/**
 * What stands in the way of whom to ask for: it is read by everybody, so it names a desk or a role and nobody in person.
 * @source REFER-3, AVG art. 5 (1) c
 */
export const refusalsOfAskFor = (field: string, text: string): readonly Refusal[] =>
  refuseIf(findingsIn(text).length > 0 || (LIKE_A_NAME.test(text) && !DESKLIKE.test(text)), { field, key: 'guidedesk.wrong.person' })

/** Texts that are read by everybody hold no national number and no account number. A phone number or an address of a desk may stand there. */
export const refusalsOfPersonal = (field: string, text: string): readonly Refusal[] =>
  findingsIn(text)
    .filter((found) => found === 'national-number' || found === 'iban')
    .slice(0, 1)
    .map((found) => ({ field, key: `guidedesk.wrong.${found}` as TextKey }))

/** What stands in the way of hours: the line that cannot be read, as it was typed. */
export function refusalsOfHours(field: string, typed: string): readonly Refusal[] {
  const read = typedHours(typed)
  if ('hours' in read) return refuseIf(read.hours.length > 100, { field, key: 'guidedesk.wrong.hoursMany' })
  return [{ field, key: `guidedesk.wrong.hours.${read.why}`, values: { line: [...read.wrongLine].slice(0, 60).join('') } }]
}

const known = (field: string, chosen: readonly string[], of: readonly string[]) =>
  refuseIf(
    chosen.some((one) => !of.includes(one)),
    { field, key: 'guidedesk.wrong.choose' },
  )

/** What stands in the way of a service, by field; only a name and an organisation are needed, the rest may come later. */
export function refusalsOfService(
  draft: ServiceDraft,
  typed: Record<string, unknown>,
  organisationIds: readonly string[],
): readonly Refusal[] {
  const texts = Object.entries(serviceTexts) as [keyof typeof serviceTexts, { most: number }][]
  const hoursFields = Object.entries(typed).filter(([field]) => field.startsWith('hours.'))
  return [
    ...refuseIf(draft.name === '', { field: 'name', key: 'guidedesk.wrong.name' }),
    ...refuseIf(draft.newOrganisation === '' && !organisationIds.includes(draft.organisation), {
      field: 'organisation',
      key: 'guidedesk.wrong.organisation',
    }),
    ...refuseIf(draft.newOrganisation !== '' && draft.organisation !== '', {
      field: 'newOrganisation',
      key: 'guidedesk.wrong.twoOrganisations',
    }),
    ...tooLong('newOrganisation', draft.newOrganisation, 160),
    ...refusalsOfPersonal('newOrganisation', draft.newOrganisation),
    ...texts.flatMap(([field, { most }]) => [...tooLong(field, draft[field], most), ...refusalsOfPersonal(field, draft[field])]),
    ...refusalsOfPhone('phone', draft.phone),
    ...refusalsOfEmail('email', draft.email),
    ...Object.keys(serviceLinks).flatMap((field) => refusalsOfLink(field, draft[field as keyof typeof serviceLinks])),
    ...known('ways', draft.ways, ways),
    ...refusalsOfHours('hours', draft.hours),
    ...hoursFields.flatMap(([field, text]) => refusalsOfHours(field, String(text))),
    ...refusalsOfAskFor('askFor', draft.askFor),
    ...known('themes', draft.themes, themes),
    ...known('level', draft.level === '' ? [] : [draft.level], levels),
    ...refuseIf(draft.languages.some((code) => !/^[a-z]{2,3}(-[A-Za-z]{2,8})?$/.test(code)) || draft.languages.length > 40, {
      field: 'languages',
      key: 'guidedesk.wrong.choose',
    }),
    ...known('free', [draft.free], ['', 'yes', 'no']),
    ...known('rhythm', [draft.rhythm], ['3', '6', '12']),
    ...refuseIf(draft.placeName === '' && draft.placeStreet + draft.placeTown + draft.placePostcode !== '', {
      field: 'placeName',
      key: 'guidedesk.wrong.placeName',
    }),
    ...tooLong('placeName', draft.placeName, 160),
    ...tooLong('placeStreet', draft.placeStreet, 200),
    ...tooLong('placePostcode', draft.placePostcode, 12),
    ...tooLong('placeTown', draft.placeTown, 120),
    ...toldTooLong(serviceTold, draft.translations),
    ...Object.entries(draft.translations).flatMap(([language, words]) =>
      Object.entries(words).flatMap(([column, text]) => (lengthOf(text) > 0 ? refusalsOfPersonal(`${column}.${language}`, text) : [])),
    ),
  ]
}
