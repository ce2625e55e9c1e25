import { z } from 'zod'
import type { PlaceTables } from '../../../../place/tables.ts'
import type { Typed } from '../../../../ui/fields.tsx'
import { line, lines } from '../../../forms/typed.ts'
import { readTold, type ToldColumns, toldFields, toldOver, typedTold } from '../form/other-languages.ts'

/** What of a partner is told in other languages. */
export const partnerTold: ToldColumns = { what: 600, how_to_reach: 400 }

/** The fields of the form of a partner, in their order. */
export const partnerFields: readonly string[] = [
  ...['name', 'what', 'how_to_reach', 'phone', 'email', 'website', 'pictogram'],
  ...toldFields(partnerTold),
]

/** A web address as people write it; `www.voorbeeld.be` gets its `https://`. */
const website = line.transform((text) => (/^[\p{L}\d-]+(\.[\p{L}\d-]+)+([/?#].*)?$/u.test(text) ? `https://${text}` : text))

/** What the form of a partner asks; whether it may be so is for the rules. */
export const partnerForm = z
  .looseObject({
    name: line,
    what: lines,
    how_to_reach: lines,
    phone: line,
    email: line.transform((text) => text.toLowerCase()),
    website,
    pictogram: line,
  })
  .transform((typed) => ({ ...typed, translations: readTold(partnerTold, typed) }))

/** A partner as it came in with a form. */
export type PartnerDraft = z.output<typeof partnerForm>

type PartnerRow = PlaceTables['partner']

/** A partner as its form would be typed. */
export const typedPartner = (partner: PartnerRow): Typed => ({
  name: partner.name,
  what: partner.what,
  how_to_reach: partner.how_to_reach,
  phone: partner.phone ?? '',
  email: partner.email ?? '',
  website: partner.website ?? '',
  pictogram: partner.pictogram,
  ...typedTold(partnerTold, partner.translations),
})

/** What a draft writes into the row of a partner; only for a draft that the rules let pass. */
export const partnerColumns = (draft: PartnerDraft, known: PartnerRow['translations']) => ({
  name: draft.name,
  what: draft.what,
  how_to_reach: draft.how_to_reach,
  phone: draft.phone || null,
  email: draft.email || null,
  website: draft.website || null,
  pictogram: draft.pictogram,
  translations: toldOver(known, draft.translations),
})
