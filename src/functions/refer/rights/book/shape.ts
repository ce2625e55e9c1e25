import { z } from 'zod'
import { languages } from '../../../../platform/i18n/languages.ts'

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'a date is written as 2026-11-25' })
const code = z.string().regex(/^[a-z0-9-]+$/, { error: 'small letters, digits and hyphens only' })
const short = z.string().min(1).max(400)

const inEveryLanguage = <Shape extends z.ZodType>(shape: Shape) =>
  z.strictObject(Object.fromEntries(languages.map((language) => [language, shape])) as unknown as Record<(typeof languages)[number], Shape>)

/** The papers somebody may be asked to bring. */
export const papers = [
  'id-card',
  'tax-bill',
  'income-proof',
  'rent-contract',
  'bank-papers',
  'sticker',
  'energy-bill',
  'heating-bill',
  'family-papers',
  'medical',
  'letter',
] as const

/** The places where something is asked. */
export const places = [
  'ocmw',
  'health-fund',
  'supplier',
  'operator',
  'child-benefit',
  'housing',
  'rent-office',
  'care-fund',
  'pension',
  'municipality',
  'mobility-centre',
  'rail',
  'stek',
] as const

/** Whose income or situation a rule looks at; each right has its own notion. */
export const households = ['partner-and-children', 'address-january', 'all-adults', 'living-together', 'partner', 'own', 'none'] as const

/** What an amount is: a limit or what is paid, per year or month, for whom. */
export const amountKinds = [
  'limit-month',
  'limit-year-low',
  'member-year-low',
  'limit-year-now',
  'member-year-now',
  'limit-year-few',
  'limit-year-many',
  'limit-year-alone',
  'limit-year-alone-disabled',
  'limit-year-family',
  'dependant-year',
  'dependant-month',
  'year-lowest',
  'year-social',
  'alone-month',
  'cohabiting-month',
  'family-month',
  'month',
  'most-month',
  'most-month-bundle',
  'year',
] as const

/** The levels of government and the themes of IPDC (code lists BevoegdBestuursniveau and Thema), so that the mapping is one to one. */
const levels = ['Europees', 'Federaal', 'Vlaams', 'Provinciaal', 'Lokaal'] as const
const themes = [
  'BurgerOverheid',
  'CultuurSportVrijeTijd',
  'EconomieWerk',
  'MilieuEnergie',
  'MobiliteitOpenbareWerken',
  'OnderwijsWetenschap',
  'WelzijnGezondheid',
  'BouwenWonen',
] as const

/** Where a rule or an amount was read: a site, its date as far as it says one (`undated` when it says none), and a second site that says the same. */
const source = z.strictObject({
  where: z.string().regex(/^[a-z0-9.-]+\.[a-z]+(\/\S*)?$/, { error: 'the address of a site, such as fsmb.be' }),
  on: z
    .string()
    .regex(/^(\d{4}(-\d{2}(-\d{2})?)?|undated)$/, { error: 'a year, a month or a day: 2024, 2024-05 or 2024-05-01; or undated' }),
  second: z.string().regex(/^[a-z0-9.-]+\.[a-z]+(\/\S*)?$/, { error: 'the address of a second site' }),
})

const some = z.union([z.string(), z.array(z.string()).min(1)])
const incomeLimit = z.strictObject({
  limit: z.string(),
  extra: z.string().optional(),
  counts: z.enum(['nobody', 'children', 'partner-and-children']),
  clearly: z.number().min(1.1).max(4).optional(),
})

/** A condition as a file writes it; each is one word with what belongs to it, such as `{ home: private }`. */
export type Written =
  | 'unsure'
  | { all: Written[] }
  | { any: Written[] }
  | { not: Written }
  | { right: string }
  | { income: z.infer<typeof incomeLimit> }
  | { 'income-under': number }
  | Record<string, string | string[]>

const written: z.ZodType<Written> = z.lazy(() =>
  z.union([
    z.literal('unsure'),
    z.strictObject({ all: z.array(written).min(1) }),
    z.strictObject({ any: z.array(written).min(1) }),
    z.strictObject({ not: written }),
    z.strictObject({ right: z.string() }),
    z.strictObject({ income: incomeLimit }),
    z.strictObject({ 'income-under': z.number().positive() }),
    z
      .record(z.string(), some)
      .refine((value) => Object.keys(value).length === 1, { error: 'a condition is one question with its answers' })
      .refine((value) => !Object.keys(value).some((key) => ['all', 'any', 'not', 'right', 'income', 'income-under'].includes(key)), {
        error: 'this condition is not written well',
      }),
  ]),
) as z.ZodType<Written>

const period = { from: date, until: date.optional(), source, checked: date }

/** One rule as it holds from a day until another; `until` is the first day it no longer holds. */
const rule = z.strictObject({
  ...period,
  ways: z.array(z.strictObject({ id: code, says: inEveryLanguage(short).optional(), when: written })).min(1),
})

const amount = z.strictObject({
  kind: z.enum(amountKinds),
  per: z.enum(['month', 'year']),
  steps: z.array(z.strictObject({ ...period, value: z.number().positive() })).min(1),
})

const answers = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

/** An example: what somebody answers and what must come out. */
const example = z.strictObject({
  name: z.string().min(3),
  on: date.optional(),
  answers,
  outcome: z.enum(['have', 'worth', 'unknown', 'not-now']),
})

/** What a file of one right holds. */
export const rightShape = z.strictObject({
  level: z.enum(levels),
  theme: z.enum(themes),
  automatic: z.enum(['automatic', 'mostly', 'letter', 'must-ask']),
  household: z.enum(households),
  /** 1 for what changes most in somebody's life, 3 for what follows from something else: the order on the sheet. */
  weight: z.number().int().min(1).max(3),
  recheck: z.strictObject({ months: z.array(z.number().int().min(1).max(12)).min(1), index: z.boolean() }),
  at: z.array(z.enum(places)).min(1),
  bring: z.array(z.enum(papers)).min(1),
  search: z.string().min(2),
  related: z.array(code),
  /** What people think this right opens, and it does not: no rule of those may lean on it. */
  blocked: z.array(code).optional(),
  /** What somebody has to have first, when it follows from another right. */
  after: code.optional(),
  texts: inEveryLanguage(
    z.strictObject({ name: short, what: short, who: short, when: short.optional(), why: short, trap: short.optional() }),
  ),
  have: written.optional(),
  rules: z.array(rule).min(1),
  amounts: z.record(code, amount).optional(),
  examples: z.array(example).min(2),
})

/** One right as its file says it, with the name of the file. */
export type RightFile = z.infer<typeof rightShape> & { id: string }

/** The texts of a screen in one language. */
const screenTexts = z.strictObject({ short, ask: short, hint: short.optional(), options: z.record(z.string(), short).optional() })

/** What the file of questions holds. */
export const screensShape = z
  .array(
    z.strictObject({
      id: code,
      kind: z.enum(['one', 'many']),
      options: z.array(code).min(2).optional(),
      bands: z.array(z.number().min(0)).min(2).optional(),
      delicate: z.boolean().optional(),
      texts: inEveryLanguage(screenTexts),
    }),
  )
  .min(1)

/** One question as its file says it. */
export type ScreenFile = z.infer<typeof screensShape>[number]
