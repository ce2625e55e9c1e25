import type { Typed } from '../../ui/fields.tsx'
import { type OfferDraft, otherLanguages, translatedColumns, translationField } from './form.ts'
import type { Offer } from './offer.ts'

/** The fields of the form of an offer, in their order; those of other languages behind them. */
export const offerFields: readonly string[] = [
  'title',
  'partner',
  'site',
  'functions',
  'whoYouMeet',
  'summary',
  'price',
  'whatYouBuy',
  'carrier',
  'takingPart',
  'description',
  'themes',
  'audience',
  'languages',
  'pictogram',
  'professionalsOnly',
  'confidential',
  'confirmEvery',
  ...otherLanguages.flatMap((language) => translatedColumns.map((column) => translationField(language, column))),
]

const euros = (cents: number): string => (cents === 0 ? '' : (cents / 100).toFixed(2).replace('.', ',').replace(',00', ''))

/** An offer as its form would be typed. */
export const typedOffer = (offer: Omit<Offer, 'confirmedAt'>): Typed => ({
  title: offer.title,
  partner: offer.partnerId,
  site: offer.siteId,
  functions: offer.functions,
  whoYouMeet: offer.whoYouMeet,
  summary: offer.summary,
  price: euros(offer.priceInCents),
  whatYouBuy: offer.pays === 'what-you-buy' ? 'yes' : '',
  carrier: offer.costCarrierId ?? '',
  takingPart: offer.takingPart,
  description: offer.description,
  themes: offer.themes,
  audience: offer.audience,
  languages: offer.spokenLanguages,
  pictogram: offer.pictogram,
  professionalsOnly: offer.professionalsOnly ? 'yes' : '',
  confidential: offer.confidential ? 'yes' : '',
  confirmEvery: String(offer.confirmEveryDays),
  ...Object.fromEntries(
    otherLanguages.flatMap((language) =>
      translatedColumns.map((column) => [translationField(language, column), offer.translations[language]?.[column] ?? '']),
    ),
  ),
})

/** What a draft writes into the row of an offer; words in other languages that this form does not ask stay as they are in `known`. */
export const offerColumns = (draft: OfferDraft, known: Offer['translations']): Record<string, unknown> => ({
  title: draft.title,
  partner_id: draft.partner,
  site_id: draft.site,
  functions: draft.functions,
  who_you_meet: draft.whoYouMeet,
  summary: draft.summary,
  price_in_cents: draft.price ?? 0,
  pays: draft.whatYouBuy ? 'what-you-buy' : 'amount',
  cost_carrier_id: draft.carrier || null,
  taking_part: draft.takingPart,
  description: draft.description,
  themes: draft.themes,
  audience: draft.audience,
  spoken_languages: draft.languages.length > 0 ? draft.languages : ['nl'],
  pictogram: draft.pictogram,
  professionals_only: draft.professionalsOnly,
  confidential: draft.confidential,
  confirm_every_days: draft.confirmEvery ?? 90,
  translations: JSON.stringify(translationsWith(draft, known)),
})

function translationsWith(draft: OfferDraft, known: Offer['translations']): Offer['translations'] {
  const all = Object.entries({ ...known, ...draft.translations }).map(([language, words]) => {
    const said = Object.entries({ ...known[language], ...words }).filter(([, text]) => text !== '')
    return [language, Object.fromEntries(said)] as const
  })
  return Object.fromEntries(all.filter(([, words]) => Object.keys(words).length > 0))
}

const camel = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** The row of an offer, as PostgreSQL writes it in JSON, as its form would be typed. */
export const typedOfferRow = (row: Record<string, unknown>): Typed =>
  typedOffer(
    Object.fromEntries(Object.entries(row).map(([column, value]) => [camel(column), value])) as unknown as Omit<Offer, 'confirmedAt'>,
  )
