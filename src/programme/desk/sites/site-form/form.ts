import { z } from 'zod'
import type { Site } from '../../../../place/site/site.ts'
import type { PlaceTables } from '../../../../place/tables.ts'
import type { Typed } from '../../../../ui/fields.tsx'
import { line, lines } from '../../../forms/typed.ts'
import { readTold, type ToldColumns, toldFields, toldOver, typedTold } from '../form/other-languages.ts'

/** What of a site is told in other languages. */
export const siteTold: ToldColumns = { directions: 600, bus: 300, bike: 300, parking: 300 }

/** The fields of the form of a site, in their order. */
export const siteFields: readonly string[] = [
  ...['name', 'street', 'postcode', 'town', 'directions', 'stepFree', 'toilet', 'bus', 'bike', 'parking'],
  ...toldFields(siteTold),
]

/** A postcode as people write it: `2920`, `B-2920`, `2920 `. */
const postcode = line.transform((text) => text.replace(/^b[- ]*(?=\d)/i, ''))

/** What the form of a site asks; whether it may be so is for the rules. */
export const siteForm = z
  .looseObject({
    name: line,
    street: line,
    postcode,
    town: line,
    directions: lines,
    stepFree: line,
    toilet: line,
    bus: lines,
    bike: lines,
    parking: lines,
  })
  .transform((typed) => ({ ...typed, translations: readTold(siteTold, typed) }))

/** A site as it came in with a form. */
export type SiteDraft = z.output<typeof siteForm>

type SiteRow = PlaceTables['site']

/** A site as its form would be typed. */
export const typedSite = (site: SiteRow): Typed => ({
  name: site.name,
  street: site.street,
  postcode: site.postcode ?? '',
  town: site.town,
  directions: site.directions,
  stepFree: site.step_free,
  toilet: site.toilet,
  bus: site.bus,
  bike: site.bike,
  parking: site.parking,
  ...typedTold(siteTold, site.translations),
})

/** What a draft writes into the row of a site; only for a draft that the rules let pass. */
export const siteColumns = (draft: SiteDraft, known: SiteRow['translations']) => ({
  name: draft.name,
  street: draft.street,
  postcode: draft.postcode || null,
  town: draft.town,
  directions: draft.directions,
  step_free: draft.stepFree as Site['stepFree'],
  toilet: draft.toilet as Site['toilet'],
  bus: draft.bus,
  bike: draft.bike,
  parking: draft.parking,
  translations: toldOver(known, draft.translations),
})
