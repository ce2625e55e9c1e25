import { z } from 'zod'
import type { TextKey } from '../../../ui/words.ts'
import { emailField } from '../sign-in/form.ts'
import { slugFrom, slugRefusal } from './rules.ts'

const needed = (longest: number, wrong: TextKey) =>
  z.string({ error: wrong }).trim().min(1, { error: wrong }).max(longest, { error: wrong })
const optional = (longest: number, wrong: TextKey) => z.string({ error: wrong }).trim().max(longest, { error: wrong }).default('')

const slugWords: Record<'malformed' | 'reserved', TextKey> = {
  malformed: 'account.setUp.slugWrong',
  reserved: 'account.setUp.slugReserved',
}

/** What the set-up of a stek asks; an empty address becomes the name of the municipality. All that is wrong is told at once. */
export const setUpForm = z.preprocess(
  (given) => {
    const typed = given as Record<string, unknown>
    const slug = typeof typed.slug === 'string' ? typed.slug.trim().toLowerCase() : ''
    const municipality = typeof typed.municipality === 'string' ? typed.municipality : ''
    return { ...typed, slug: slug || (municipality.trim() ? slugFrom(municipality, 'stek') : 'stek') }
  },
  z.object({
    networkName: needed(120, 'account.setUp.networkNameWrong'),
    stekName: needed(80, 'account.setUp.stekNameWrong'),
    municipality: needed(80, 'account.setUp.municipalityWrong'),
    slug: z.string().superRefine((slug, check) => {
      const refusal = slugRefusal(slug)
      if (refusal) check.addIssue({ code: 'custom', message: slugWords[refusal] })
    }),
    siteName: needed(80, 'account.setUp.siteNameWrong'),
    street: optional(120, 'account.setUp.streetWrong'),
    postcode: z
      .string()
      .trim()
      .regex(/^([1-9][0-9]{3})?$/, { error: 'account.setUp.postcodeWrong' satisfies TextKey })
      .transform((text) => text || null)
      .default(null),
    town: optional(80, 'account.setUp.townWrong'),
    partnerName: needed(120, 'account.setUp.partnerNameWrong'),
    name: needed(80, 'account.setUp.nameWrong'),
    email: emailField,
  }),
)

/** What the set-up was told. */
export type SetUp = z.infer<typeof setUpForm>
