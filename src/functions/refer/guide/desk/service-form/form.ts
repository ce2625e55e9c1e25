import { z } from 'zod'
import { readTold, type ToldColumns, toldFields, toldOver, typedTold } from '../../../../../programme/desk/sites/form/other-languages.ts'
import { line, lines, several } from '../../../../../programme/forms/typed.ts'
import type { Typed } from '../../../../../ui/fields.tsx'
import type { Level, Way } from '../../tables.ts'
import { hoursAsTyped } from '../hours/typed-hours.ts'
import type { ServiceRow, WholeService } from '../queries.ts'

/** What of a service is told in other languages, with how many characters fit. */
export const serviceTold: ToldColumns = {
  ...{ name: 160, what: 2000, for_whom: 600, conditions: 1200, cost: 400 },
  ...{ bring: 600, how_to_reach: 600, ask_for: 160 },
}

/** The texts of a service: the field of the form, its column, and how many characters fit. */
export const serviceTexts = {
  name: { column: 'name', most: 160 },
  what: { column: 'what', most: 2000 },
  forWhom: { column: 'for_whom', most: 600 },
  conditions: { column: 'conditions', most: 1200 },
  cost: { column: 'cost', most: 400 },
  bring: { column: 'bring', most: 600 },
  howToReach: { column: 'how_to_reach', most: 600 },
  askFor: { column: 'ask_for', most: 160 },
  alsoCalled: { column: 'also_called', most: 600 },
  source: { column: 'source', most: 400 },
} as const

/** The links of a service: the field of the form and its column. */
export const serviceLinks = {
  website: 'website',
  ipdcUri: 'ipdc_uri',
  rightsUrl: 'rights_explorer_url',
  socialMapUrl: 'social_map_url',
} as const

/** Ways in which one can come to a service, in the order of the form. */
export const ways: readonly Way[] = ['walk-in', 'appointment', 'phone', 'online', 'home-visit']
/** The eight themes of IPDC, as the table calls them. */
export const themes = [
  'welfare-health',
  'building-housing',
  'economy-work',
  'education',
  'citizen-government',
  'mobility',
  'culture-sport-leisure',
  'environment-energy',
] as const
/** The five levels of government of IPDC. */
export const levels: readonly Level[] = ['local', 'provincial', 'flemish', 'federal', 'european']
/** Languages that are offered to tick; others that are known of a service are offered too. */
export const usualLanguages = ['nl', 'fr', 'en', 'ar', 'uk', 'tr', 'es', 'ro', 'pl', 'ru', 'ps', 'fa'] as const

/** An address of the web as people type it: without https:// in front it is added. */
const address = line.transform((text) => (text === '' || /^https?:\/\//i.test(text) ? text : `https://${text}`))

/** What the form of a service asks; whether it may be so is for the rules. */
export const serviceForm = z
  .looseObject({
    ...{ name: line, what: lines, forWhom: lines, conditions: lines, cost: lines, bring: lines, howToReach: lines },
    ...{ askFor: line, alsoCalled: lines, source: lines },
    ...{ website: address, ipdcUri: address, rightsUrl: address, socialMapUrl: address },
    ...{
      organisation: line,
      newOrganisation: line,
      phone: line,
      email: line,
      ways: several,
      themes: several,
      level: line,
      languages: several,
    },
    ...{ free: line, rhythm: line, hours: lines, places: several },
    ...{ placeName: line, placeStreet: line, placePostcode: line, placeTown: line },
  })
  .transform((typed) => ({ ...typed, translations: readTold(serviceTold, typed) }))

/** A service as it came in with a form. */
export type ServiceDraft = z.output<typeof serviceForm>

/** The fields of the form of a service in their order, as they are compared when two save at once. */
export const serviceFields: readonly string[] = [
  ...[
    'name',
    'organisation',
    'what',
    'phone',
    'email',
    'website',
    'ways',
    'hours',
    'places',
    'forWhom',
    'conditions',
    'free',
    'cost',
    'bring',
  ],
  ...['howToReach', 'askFor', 'languages', 'alsoCalled', 'themes', 'level', 'rhythm', 'ipdcUri', 'rightsUrl', 'socialMapUrl', 'source'],
  ...toldFields(serviceTold),
]

/** The field in which the hours at one place are typed, when a service has several. */
export const hoursAt = (locationId: string): string => `hours.${locationId}`

/** A service as its form would be typed. Hours at the only place of a service stand under the general ones. */
export function typedService({ row, places, hours }: WholeService): Typed {
  const texts = Object.entries(serviceTexts).map(([field, { column }]) => [field, row[column]] as const)
  const links = Object.entries(serviceLinks).map(([field, column]) => [field, row[column] ?? ''] as const)
  const [only] = places.length === 1 ? places : []
  const inGeneral = hours.filter(({ locationId }) => locationId === null || locationId === only?.location_id)
  const perPlace = only
    ? []
    : places.map(
        ({ location_id }) => [hoursAt(location_id), hoursAsTyped(hours.filter(({ locationId }) => locationId === location_id))] as const,
      )
  return {
    ...Object.fromEntries([...texts, ...links, ...perPlace]),
    organisation: row.organisation_id,
    phone: row.phone ?? '',
    email: row.email ?? '',
    ways: row.ways,
    themes: row.themes,
    languages: row.languages,
    level: row.level ?? '',
    free: row.is_free === null ? '' : row.is_free ? 'yes' : 'no',
    rhythm: String(row.check_every_months),
    hours: hoursAsTyped(inGeneral),
    places: places.map(({ location_id }) => location_id),
    ...typedTold(serviceTold, row.translations),
  }
}

/** What a draft writes into the row of a service; only for a draft that the rules let pass. */
export const serviceColumns = (draft: ServiceDraft, known: ServiceRow['translations']) => ({
  ...(Object.fromEntries(
    Object.entries(serviceTexts).map(([field, { column }]) => [column, draft[field as keyof typeof serviceTexts]]),
  ) as Record<(typeof serviceTexts)[keyof typeof serviceTexts]['column'], string>),
  ...(Object.fromEntries(
    Object.entries(serviceLinks).map(([field, column]) => [column, draft[field as keyof typeof serviceLinks] || null]),
  ) as Record<(typeof serviceLinks)[keyof typeof serviceLinks], string | null>),
  organisation_id: draft.organisation,
  phone: draft.phone || null,
  email: draft.email || null,
  ways: draft.ways as Way[],
  themes: draft.themes,
  languages: draft.languages,
  level: (draft.level || null) as Level | null,
  is_free: draft.free === '' ? null : draft.free === 'yes',
  check_every_months: Number(draft.rhythm),
  translations: toldOver(known, draft.translations),
})
