import type { T } from '../../../ui/words.ts'
import type { Leg, Need, Ways } from './match/ride.ts'

/** What has to fit in a car, in words. */
export const needWords = (t: T, need: Need): string =>
  need === 'rollator' ? t('rides.need.rollator') : need === 'wheelchair' ? t('rides.need.wheelchair') : t('rides.need.childSeat')

/** The ways somebody asks, in words of a visitor. */
export const askedWays = (t: T, ways: Ways): string =>
  ways === 'both' ? t('rides.ways.both') : ways === 'there' ? t('rides.ways.there') : t('rides.ways.back')

/** One way, as a word on a list. */
export const legWords = (t: T, leg: Leg): string => (leg === 'there' ? t('ridework.there') : t('ridework.back'))

/** The ways somebody drives, in words for the list. */
export const drivenWays = (t: T, ways: Ways): string =>
  ways === 'both' ? t('ridework.bothWays') : ways === 'there' ? t('ridework.onlyThere') : t('ridework.onlyBack')

/** A number as a link that calls. */
export const callHref = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, '')}`
