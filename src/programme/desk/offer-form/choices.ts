import type { Work } from '../../../place/person/at-work.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import type { Option } from '../../../ui/fields.tsx'
import { offerPictograms } from '../../../ui/icons.tsx'
import type { T, TextKey } from '../../../ui/words.ts'
import type { Board } from '../../board/board.ts'
import { audiences, functionCodes, functionPictograms, type Offer, themes } from '../../offer/offer.ts'
import { confirmRhythms, type OfferChoices } from '../../offer/rules.ts'
import type { FieldWords } from '../changing/merge.ts'
import { partnersFor } from '../read.ts'

const spoken = ['nl', 'en', 'fr', 'ar', 'uk', 'tr', 'es', 'ro', 'pl', 'de'] as const

/** What can be chosen on the form of an offer, field by field, in words. */
export type OfferOptions = Record<
  'partner' | 'site' | 'carrier' | 'functions' | 'takingPart' | 'themes' | 'audience' | 'languages' | 'pictogram' | 'confirmEvery',
  readonly Option[]
>

/** The choices somebody has for an offer; `offer` keeps the values it has, also those the list no longer offers. */
export function optionsFor(t: T, work: Work, board: Board, offer?: Offer): OfferOptions {
  const partner = ({ partnerId, name }: { partnerId: string; name: string }) => ({ value: partnerId, words: name })
  const rhythms = new Set<number>([...confirmRhythms, offer?.confirmEveryDays ?? 90])
  const pictograms = new Set<string>([...offerPictograms, offer?.pictogram ?? 'coffee'])
  return {
    partner: partnersFor(work, board).map(partner),
    site: board.sites.map(({ siteId, name }) => ({ value: siteId, words: name })),
    carrier: board.partners.map(partner),
    functions: functionCodes.map((code) => ({ value: code, words: t(`programme.functions.${code}.name`), icon: functionPictograms[code] })),
    takingPart: [
      { value: 'walk-in', words: t('desk.offer.walkIn') },
      { value: 'sign-up', words: t('desk.offer.signUp') },
    ],
    themes: themes.map((value) => ({ value, words: t(`programme.themes.${value}`) })),
    audience: audiences.map((value) => ({ value, words: t(`programme.audience.${value}`) })),
    languages: spoken.map((value) => ({ value, words: t(`programme.spoken.${value}`) })),
    pictogram: [...pictograms].map((value) => ({ value, words: pictogramWords(t, value), icon: value })),
    confirmEvery: [...rhythms]
      .sort((one, other) => one - other)
      .map((days) => ({ value: String(days), words: t('desk.offer.everyDays', { count: days }) })),
  }
}

const pictogramWords = (t: T, name: string): string =>
  (offerPictograms as readonly string[]).includes(name) ? t(`desk.pictogram.${name}` as TextKey) : t('desk.pictogram.other')

/** The same choices as the rules want them. */
export const rulesChoices = (options: OfferOptions, board: Board, offer?: Offer): OfferChoices => {
  const values = (list: readonly Option[], known: readonly string[] = []) => [...list.map(({ value }) => value), ...known]
  return {
    partnerIds: values(options.partner),
    carrierIds: values(options.carrier),
    siteIds: values(options.site),
    themes: values(options.themes, offer?.themes),
    audiences: values(options.audience, offer && [offer.audience]),
    languages: values(options.languages, offer?.spokenLanguages),
    pictograms: values(options.pictogram),
    priceLimitInCents: board.stek.priceLimitInCents,
  }
}

/** How the form of an offer calls a field and says a value. */
export const offerWords = (t: T, options: OfferOptions): FieldWords => ({
  label: (field) => {
    const [name = '', language] = field.split('.')
    const label = t(`desk.offer.label.${name === 'who_you_meet' ? 'whoYouMeet' : name}` as TextKey)
    return language ? `${label} (${t(`programme.spoken.${language}` as TextKey)})` : label
  },
  words: (field, value) => {
    const list = (options as Record<string, readonly Option[] | undefined>)[field]
    if (field === 'professionalsOnly' || field === 'confidential' || field === 'whatYouBuy')
      return t(value.length > 0 ? 'desk.yes' : 'desk.no')
    if (field === 'price') return value.length > 0 ? `€ ${value[0]}` : t('programme.moment.free')
    return saidIn('nl').list(value.map((one) => list?.find((option) => option.value === one)?.words ?? one))
  },
})
