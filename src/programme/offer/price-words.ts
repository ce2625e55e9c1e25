import type { Language } from '../../platform/i18n/languages.ts'
import { saidIn } from '../../platform/i18n/said.ts'
import type { T } from '../../ui/words.ts'
import type { Offer } from './offer.ts'

type Price = Pick<Offer, 'priceInCents' | 'pays'>

/** The price of an offer as a label: free, an amount, or that people pay what they buy. One price for everybody. @source MEET-5 */
export const priceLabel = (t: T, language: Language, { priceInCents, pays }: Price): string =>
  pays === 'what-you-buy'
    ? t('programme.moment.whatYouBuy')
    : priceInCents === 0
      ? t('programme.moment.free')
      : saidIn(language).money(priceInCents)

/** The price of an offer as a sentence. @source MEET-5 */
export const priceSentence = (t: T, language: Language, { priceInCents, pays }: Price): string =>
  pays === 'what-you-buy'
    ? t('programme.activity.priceWhatYouBuy')
    : priceInCents === 0
      ? t('programme.activity.priceFree')
      : t('programme.activity.priceIs', { price: saidIn(language).money(priceInCents) })
