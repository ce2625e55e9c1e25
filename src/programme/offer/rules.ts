import { type Refusal, refuseIf, tooLong } from '../forms/refusal.ts'
import { type OfferDraft, translationField } from './form.ts'
import { type FunctionCode, functionCodes } from './offer.ts'

/** The dearest an offer can be, in cents; what costs more is not a meeting place. */
export const HIGHEST_PRICE_IN_CENTS = 10_000

/** How often a partner is asked whether an offer is still right, in days. */
export const confirmRhythms = [14, 30, 60, 90, 180, 365] as const

/** What can be chosen in a stek; a rhythm outside the list stays allowed for the offer that has it. */
export type OfferChoices = {
  /** The partners whose offers somebody may make. */
  partnerIds: readonly string[]
  /** The partners who can carry a cost: all of the stek. */
  carrierIds: readonly string[]
  siteIds: readonly string[]
  themes: readonly string[]
  audiences: readonly string[]
  languages: readonly string[]
  pictograms: readonly string[]
  priceLimitInCents: number
}

/** Whether a text names one of the four functions. */
export const isFunction = (text: string): text is FunctionCode => (functionCodes as readonly string[]).includes(text)

/** Learning is free: a visitor never pays for it, whatever else the offer does. @source LEARN-5 */
export const learningIsFree = (draft: Pick<OfferDraft, 'functions' | 'price'>): readonly Refusal[] =>
  refuseIf(draft.functions.includes('learn') && (draft.price ?? 0) > 0, { field: 'price', key: 'desk.offer.wrong.learningIsFree' })

/** Whether the form has to ask who carries the rest of the cost. @source MEET-5 */
export const asksForCarrier = (priceInCents: number | undefined, limitInCents: number): boolean => (priceInCents ?? 0) > limitInCents

/** Price is no barrier: above the limit of the stek a partner carries the rest. @source MEET-5 */
export const someoneCarriesTheRest = (
  draft: Pick<OfferDraft, 'price' | 'carrier'>,
  { priceLimitInCents }: Pick<OfferChoices, 'priceLimitInCents'>,
): readonly Refusal[] =>
  refuseIf(asksForCarrier(draft.price, priceLimitInCents) && draft.carrier === '', {
    field: 'carrier',
    key: 'desk.offer.wrong.carrierMissing',
    values: { limit: { cents: priceLimitInCents } },
  })

/** A price in words goes without an amount, and where people learn nothing is sold. @source MEET-5, LEARN-5 */
const whatYouBuyStandsAlone = ({ whatYouBuy, price, functions }: OfferDraft): readonly Refusal[] => [
  ...refuseIf(whatYouBuy && (price ?? 0) > 0, { field: 'price', key: 'desk.offer.wrong.priceAndBuying' }),
  ...refuseIf(whatYouBuy && functions.includes('learn'), { field: 'functions', key: 'desk.offer.wrong.learningSells' }),
]

/** What stands in the way of saving an offer, by field; an empty list when nothing does. */
export function refusalsOfOffer(draft: OfferDraft, choices: OfferChoices): readonly Refusal[] {
  const { title, partner, site, functions, price, carrier, confirmEvery } = draft
  const chosen = (field: string, values: readonly string[], among: readonly string[]) =>
    refuseIf(
      values.some((value) => !among.includes(value)),
      { field, key: 'desk.wrong.choose' },
    )
  return [
    ...refuseIf(title === '', { field: 'title', key: 'desk.offer.wrong.title' }),
    ...tooLong('title', title, 80),
    ...chosen('partner', [partner], choices.partnerIds),
    ...chosen('site', [site], choices.siteIds),
    ...refuseIf(functions.length === 0 || !functions.every(isFunction), { field: 'functions', key: 'desk.offer.wrong.functions' }),
    ...tooLong('whoYouMeet', draft.whoYouMeet, 120),
    ...tooLong('summary', draft.summary, 160),
    ...refuseIf(price === undefined, { field: 'price', key: 'desk.offer.wrong.price' }),
    ...refuseIf((price ?? 0) > HIGHEST_PRICE_IN_CENTS, {
      field: 'price',
      key: 'desk.offer.wrong.priceTooHigh',
      values: { most: { cents: HIGHEST_PRICE_IN_CENTS } },
    }),
    ...learningIsFree(draft),
    ...(learningIsFree(draft).length > 0 ? [] : someoneCarriesTheRest(draft, choices)),
    ...whatYouBuyStandsAlone(draft),
    ...chosen('carrier', carrier === '' ? [] : [carrier], choices.carrierIds),
    ...chosen('takingPart', [draft.takingPart], ['walk-in', 'sign-up']),
    ...tooLong('description', draft.description, 2000),
    ...chosen('themes', draft.themes, choices.themes),
    ...chosen('audience', [draft.audience], choices.audiences),
    ...refuseIf(draft.languages.length > 12, { field: 'languages', key: 'desk.offer.wrong.languages' }),
    ...chosen('languages', draft.languages, choices.languages),
    ...chosen('pictogram', [draft.pictogram], choices.pictograms),
    ...refuseIf(confirmEvery === undefined || confirmEvery < 7 || confirmEvery > 400, { field: 'confirmEvery', key: 'desk.wrong.choose' }),
    ...translationsTooLong(draft),
  ]
}

function translationsTooLong({ translations }: OfferDraft): readonly Refusal[] {
  return Object.entries(translations).flatMap(([language, words]) => [
    ...tooLong(translationField(language as 'en', 'title'), words.title ?? '', 80),
    ...tooLong(translationField(language as 'en', 'summary'), words.summary ?? '', 160),
    ...tooLong(translationField(language as 'en', 'who_you_meet'), words.who_you_meet ?? '', 120),
  ])
}

/** What the form gently says about an offer that may be saved all the same. @source LEARN-1 */
export const notesOnOffer = (draft: Pick<OfferDraft, 'functions' | 'takingPart'>): readonly 'signUpForLearning'[] =>
  draft.functions.includes('learn') && draft.takingPart === 'sign-up' ? ['signUpForLearning'] : []

const SPELLED: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i', ĳ: 'ij', '&': ' en ' }
const LONGEST_SLUG = 60

const plainLetters = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[ßæœøđðþłıĳ&]/g, (letter) => SPELLED[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

const cutAtWord = (slug: string): string => {
  if (slug.length <= LONGEST_SLUG) return slug
  const cut = slug.slice(0, LONGEST_SLUG + 1)
  const end = cut.lastIndexOf('-')
  return end > 0 ? cut.slice(0, end) : slug.slice(0, LONGEST_SLUG)
}

/**
 * The last part of an address, made from a title: small letters a-z, digits and hyphens, at most 64 characters, not among `taken`.
 * A title of which nothing is left (Arabic, emoji) gives `base` with a number. Once given it stays, whatever the title becomes.
 */
export function slugOf(title: string, taken: ReadonlySet<string>, base = 'aanbod'): string {
  const wanted = cutAtWord(plainLetters(title.slice(0, 4 * LONGEST_SLUG)))
  if (wanted !== '' && !taken.has(wanted)) return wanted
  const stem = wanted === '' ? base : wanted
  let number = wanted === '' ? 1 : 2
  while (taken.has(`${stem}-${number}`)) number += 1
  return `${stem}-${number}`
}
