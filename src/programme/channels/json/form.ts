import { z } from 'zod'
import { languages } from '../../../platform/i18n/languages.ts'

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const date = z.iso.date()
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const address = z.url({ protocol: /^https?$/ })
const language = z.enum(languages)

const site = z.strictObject({
  slug,
  name: z.string(),
  street: z.string(),
  postcode: z.string().nullable(),
  town: z.string(),
  directions: z.string(),
  bus: z.string(),
  bike: z.string(),
  parking: z.string(),
  stepFree: z.enum(['yes', 'partly', 'no', 'unknown']),
  toilet: z.enum(['adapted', 'yes', 'no', 'unknown']),
})

const partner = z.strictObject({ slug, name: z.string(), what: z.string(), website: z.string().nullable(), url: address })

const offer = z.strictObject({
  slug,
  title: z.string(),
  summary: z.string(),
  /** The language the title is really written in; Dutch where nobody translated it. */
  writtenIn: language,
  functions: z.array(z.enum(['meet', 'learn', 'refer', 'politicise'])).min(1),
  themes: z.array(z.string()),
  audience: z.string(),
  priceInCents: z.int().min(0),
  /** `what-you-buy` in a shop: no price to come in. */
  pays: z.enum(['amount', 'what-you-buy']),
  takingPart: z.enum(['walk-in', 'sign-up']),
  spokenLanguages: z.array(z.string()),
  professionalsOnly: z.boolean(),
  confidential: z.boolean(),
  partner: slug,
  site: slug,
  url: address,
})

const moment = z.strictObject({
  /** Never changes for this moment, whatever becomes of it: the same as the UID in the calendar feed, without host. */
  id: z.string(),
  offer: slug,
  site: slug,
  /** The day of the pattern. */
  plannedDate: date,
  /** The day it takes place now. */
  date,
  startTime: time,
  endTime: time,
  startsAt: z.iso.datetime({ offset: true }),
  endsAt: z.iso.datetime({ offset: true }),
  status: z.enum(['scheduled', 'rescheduled', 'cancelled']),
  cancelledBecause: z.enum(['worker', 'closure']).nullable(),
  changes: z.array(z.enum(['date', 'hours', 'place'])),
})

/**
 * What `/{stek}/programma.json` gives: the programme for other programs, in one language. Fields are only ever added; a field that changes
 * its meaning raises `format`. Dates and times are those of the clock on the wall in `timeZone`. Nothing in it is about a person: no names of
 * hosts, no reasons of cancellations, no addresses of people.
 * @source MEET-3, REFER-4
 */
export const programmeJson = z.strictObject({
  format: z.literal(1),
  language,
  timeZone: z.string(),
  /** When something in the programme last changed. */
  changedAt: z.iso.datetime(),
  /** The first and the last day of `moments`, both included. */
  from: date,
  until: date,
  stek: z.strictObject({
    slug,
    name: z.string(),
    municipality: z.string(),
    network: z.string(),
    welcome: z.string(),
    phone: z.string().nullable(),
    url: address,
  }),
  sites: z.array(site),
  partners: z.array(partner),
  offers: z.array(offer),
  moments: z.array(moment),
})

/** The programme for other programs. */
export type ProgrammeJson = z.infer<typeof programmeJson>
