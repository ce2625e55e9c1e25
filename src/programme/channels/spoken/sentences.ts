import { saidIn } from '../../../platform/i18n/said.ts'
import { capital } from '../../../ui/dutch.ts'
import type { T } from '../../../ui/words.ts'
import { stepFreeWords, toiletWords } from '../../board/access.ts'
import type { BoardInWords } from '../../board/board.ts'
import type { ShownMoment } from '../../board/shown.ts'
import { knownReason } from '../../exception/known-reasons.ts'
import { inSentence } from '../one-line.ts'
import { speakable, spokenMoney } from './speakable.ts'

/** What somebody typed, ready for the middle of a spoken sentence. */
const said = (t: T, board: BoardInWords, text: string) => inSentence(speakable(t, text), board.language)

/** A typed piece as a sentence of its own: with a capital and a full stop, unless it ends in one, marked or not. */
const asSentence = (text: string): string =>
  text === '' ? '' : /[.!?؟…][\u2069\ufffb]*$/u.test(text) ? capital(text) : `${capital(text)}.`

/**
 * One moment as sentences to say aloud: when, what, where if there is a choice, what it costs, whether to sign up. A moment that is off
 * or elsewhere says that first. No abbreviations, no signs. @source MEET-3
 */
export function momentSentences(t: T, board: BoardInWords, { moment, offer, outing, site, nextDate, movedTo }: ShownMoment): string[] {
  const words = saidIn(board.language)
  const title = said(t, board, offer.title)
  const day = words.long(moment.date)
  if (moment.cancellation) {
    return [
      t('channels.spoken.cancelled', { title, day }),
      ...(nextDate ? [t('channels.spoken.nextTime', { day: words.long(nextDate) })] : []),
      ...reasonOf(t, board, moment.cancellation.reason),
    ]
  }
  if (movedTo) {
    const times = { from: words.spoken(movedTo.startTime), until: words.spoken(movedTo.endTime) }
    return [
      t('channels.spoken.movedAway', { title, day, newDay: words.long(movedTo.date), ...times }),
      ...reasonOf(t, board, moment.reason),
    ]
  }
  const changed = moment.changes.includes('hours') || moment.changes.includes('place')
  return [
    capital(t('channels.spoken.moment', { day, from: words.spoken(moment.startTime), until: words.spoken(moment.endTime), title })),
    ...(changed ? [t('channels.spoken.changed')] : []),
    ...(board.sites.length > 1 || moment.changes.includes('place')
      ? [t('channels.spoken.place', { site: said(t, board, site.name) })]
      : []),
    ...(outing?.meetingPoint
      ? [asSentence(t('outing.meetLine', { place: said(t, board, outing.meetingPoint), time: words.spoken(moment.startTime) }))]
      : []),
    offer.pays === 'what-you-buy' || offer.priceInCents === 0
      ? t(offer.pays === 'what-you-buy' ? 'programme.activity.priceWhatYouBuy' : 'channels.spoken.free')
      : t('channels.spoken.price', { price: spokenMoney(board.language, offer.priceInCents) }),
    t(offer.takingPart === 'walk-in' ? 'channels.spoken.walkIn' : 'channels.spoken.signUp'),
  ]
}

const reasonOf = (t: T, board: BoardInWords, reason: string): string[] => {
  const spoken = said(t, board, knownReason(t, reason) ?? reason)
  return spoken === '' ? [] : [asSentence(t('programme.moment.reason', { reason: spoken }))]
}

/** How to find a place and get in, as sentences to say aloud; what nobody wrote down is left out. */
export function waySentences(t: T, board: BoardInWords, site: BoardInWords['sites'][number]): string[] {
  const address = [site.name, site.street, site.town].map((part) => speakable(t, part)).filter(Boolean)
  return [
    t('channels.spoken.address', { address: inSentence(address.join(', '), board.language) }),
    ...[site.directions, site.bus, site.bike, site.parking].map((part) => asSentence(said(t, board, part))),
    stepFreeWords(t, site),
    toiletWords(t, site),
  ].filter((sentence): sentence is string => Boolean(sentence))
}
