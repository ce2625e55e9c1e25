import { z } from 'zod'
import type { languages } from '../../platform/i18n/languages.ts'
import { audiences, functionCodes, themes } from '../offer/offer.ts'
import { wheelchairAnswers } from '../outing/outing.ts'

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be an address of small letters, figures and dashes')
const date = z.iso.date('must be a date like 2023-09-04')
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time like 13:00')
const assumption = z.literal(true, 'must be true, or left out')

/** A text of at most `limit` characters in every language of the product; none may be missing. */
const said = (limit: number) => {
  const text = z.string('must be a text').trim().min(1, 'must not be empty').max(limit, `must be at most ${limit} characters`)
  return z.strictObject({ nl: text, en: text, fr: text, ar: text, uk: text } satisfies Record<(typeof languages)[number], typeof text>)
}

/** A text in every language, Dutch first. */
export type Said = z.infer<ReturnType<typeof said>>

/** How to reach a partner, by a name that partners point to. */
export const waysToReachShape = z.record(slug, said(400))

/** `network.yaml`: the network and the folders of its steks. */
export const networkShape = z.strictObject({ slug, name: z.string(), steks: z.array(slug).min(1) })

const email = z.string().regex(/^[a-z]+@example\.org$/, 'must be an address at example.org')
const role = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['community-worker', 'coordinator', 'volunteer', 'funder']), stek: slug }),
  z.strictObject({ kind: z.literal('partner-worker'), stek: slug, partner: slug }),
])

/** `people.yaml`: invented people in their roles. */
export const peopleShape = z.array(
  z.strictObject({ name: z.string().regex(/^\p{L}+$/u, 'must be one first name'), email, roles: z.array(role).min(1) }),
)

/** `partners.yaml`: who a partner is. */
export const partnersShape = z.array(
  z.strictObject({
    slug,
    name: z.string().max(120),
    website: z.url().optional(),
    pictogram: z.string(),
    howToReach: slug,
    what: said(600),
  }),
)

const signUp = z.strictObject({
  assumption,
  capacity: z.int().min(1).max(500),
  keptForDesk: z.int().min(0).default(0),
  closesHoursBefore: z.int().min(0).max(720).default(0),
  meetingPoint: z.string().max(160).default(''),
  whatToBring: z.string().max(300).default(''),
  seats: z.int().min(1).optional(),
  outing: z.strictObject({ wheelchair: z.enum(wheelchairAnswers), weatherDecidedBy: time.optional() }).optional(),
})

/** `offers.yaml`: what an offer is; themes are those of the IPDC, the Flemish catalogue of public services. @source MEET-4 */
export const offersShape = z.array(
  z.strictObject({
    slug,
    partner: slug,
    pictogram: z.string(),
    functions: z.array(z.enum(functionCodes)).min(1),
    themes: z.array(z.enum(themes)).min(1),
    audience: z.enum(audiences).default('everyone'),
    price: z.strictObject({ inCents: z.int().min(0).max(10_000), carriedBy: slug.optional(), assumption }).optional(),
    pays: z.enum(['amount', 'what-you-buy']).default('amount'),
    takingPart: z.enum(['walk-in', 'sign-up']).default('walk-in'),
    signUp: signUp.optional(),
    professionalsOnly: z.boolean().default(false),
    confidential: z.boolean().default(false),
    title: said(80),
    summary: said(160),
    description: said(2000),
    whoYouMeet: said(120),
  }),
)

/** Monday to Sunday, as the week files name them. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

const slot = z
  .strictObject({
    weekday: z.enum(weekdays),
    everyWeeks: z.int().min(1).max(26).optional(),
    nthOfMonth: z.union([z.int().min(1).max(5), z.literal(-1)]).optional(),
    startsOn: date.optional(),
    from: time,
    until: time,
    needsRoomAlone: z.boolean().default(false),
    pausesInSchoolHolidays: z.boolean().default(false),
    assumption: assumption.optional(),
    source: z.string().optional(),
  })
  .refine(({ from, until }) => from < until, { path: ['until'], error: 'must be later than from' })
  .refine(({ assumption, source }) => (assumption === undefined) !== (source === undefined), {
    path: ['assumption'],
    error: 'each time either names its source or is an assumption: true',
  })
  .refine(({ everyWeeks, nthOfMonth }) => everyWeeks === undefined || nthOfMonth === undefined, {
    path: ['nthOfMonth'],
    error: 'a slot comes back by weeks or by months, not both',
  })

/** When an offer comes back. */
export type DemoSlot = z.infer<typeof slot>

/** `week.yaml`: when each offer happens, and where. */
export const weekShape = z.strictObject({
  site: slug,
  startsOn: date,
  offers: z.array(
    z.strictObject({ offer: slug, room: z.string(), confirmedDaysAgo: z.int().min(0).max(400), slots: z.array(slot).min(1) }),
  ),
})

/** `key-moments.yaml`: what happened when. @source CONTEXT-2 */
export const keyMomentsShape = z.array(
  z.strictObject({ on: date, knownTo: z.enum(['day', 'month', 'season']).default('day'), what: z.string().min(1).max(400) }),
)

const site = z.strictObject({
  slug,
  name: z.string().max(80),
  postcode: z.string().regex(/^[1-9]\d{3}$/, 'must be four figures between quotes'),
  town: z.string().max(80),
  assumption,
  rooms: z.array(z.string().max(80)).min(1),
  directions: said(600),
  bus: said(300),
})

/** `stek.yaml`: the stek with its sites, and figures about its municipality. @source CONTEXT-1 */
export const stekShape = z.strictObject({
  slug,
  name: z.string().max(80),
  municipality: z.string().max(80),
  nisCode: z.string().regex(/^\d{5}$/, 'must be five figures between quotes'),
  welcome: said(240),
  sites: z.array(site).min(1),
  ridePlaces: z.strictObject({ assumption, names: z.array(z.string().max(60)).min(1) }),
  figures: z.array(
    z.strictObject({ subject: z.string(), amount: z.number(), unit: z.string(), publishedBy: z.string().min(1), asOf: date }),
  ),
})
