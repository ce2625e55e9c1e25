import { saidIn } from '../../../../platform/i18n/said.ts'
import { speakable } from '../../../../programme/channels/spoken/speakable.ts'
import { asDutch, capital, isDutch, unmarked } from '../../../../ui/dutch.ts'
import { type Speaking, stateSentence } from '../card.tsx'
import { openState } from '../rules.ts'
import type { Hours, Notice, Reach, Service } from '../service.ts'
import type { ServiceInWords } from '../words.ts'

/** A piece as a sentence of its own: with a full stop, unless it ends in one. */
export const sentence = (text: string): string => (text === '' || /[.!?؟…][\u2069\ufffb]*$/u.test(text) ? text : `${text}.`)

/** What somebody typed in a field, for a voice: each line a sentence, without signs a voice makes noise of; Dutch stays Dutch through and through. */
export function spokenLines({ t, language }: Pick<Speaking, 't' | 'language'>, text: string, dutch = isDutch(text)): string {
  const own: Speaking['t'] = dutch ? (key, values) => t(key, { ...values, lng: 'nl' }) : t
  const spoken = unmarked(text)
    .split(/\n+/)
    .map((line) => sentence(speakable(own, line.replace(/^\s*[-*•]\s*/, ''))))
    .filter(Boolean)
    .join(' ')
  return isDutch(text) ? asDutch(language, spoken) : spoken
}

/** Whether it is open now, what is different for a while, and the hours of the week, in sentences to say aloud. @source REFER-3 */
export function timeSentences(speaking: Speaking, service: Pick<Service, 'hours' | 'notices'>): string[] {
  const state = openState(service, speaking.now)
  return [
    sentence(stateSentence(speaking, state)),
    ...service.notices.map((notice) => noticeSentence(speaking, notice)),
    ...[...Map.groupBy(service.hours, sameHours).values()].map((alike) => hoursSentence(speaking, alike)),
  ]
}

function noticeSentence(speaking: Speaking, { kind, fromDate, untilDate, opens, closes, message }: Notice): string {
  const { t, language } = speaking
  const words = saidIn(language)
  const dates = { from: words.long(fromDate), until: words.long(untilDate) }
  const said =
    kind === 'hours' && opens && closes
      ? t('guide.notice.hours', { ...dates, opens: words.inSentence(opens), closes: words.inSentence(closes) })
      : t(kind === 'closure' ? 'guide.notice.closure' : 'guide.notice.message', dates)
  return [sentence(said), spokenLines(speaking, message)].filter(Boolean).join(' ')
}

/** What days must have in common to be said in one breath. */
const sameHours = ({ weekday: _day, ...rest }: Hours): string => JSON.stringify(rest)

function hoursSentence({ t, language }: Speaking, alike: readonly Hours[]): string {
  const [one] = alike
  if (!one) return ''
  const words = saidIn(language)
  const days = words.list(alike.map(({ weekday }) => words.weekdayNumbered(weekday)))
  const said = t('guide.aloud.hours', { day: capital(days), from: words.inSentence(one.opens), until: words.inSentence(one.closes) })
  const dates = one.fromDate && one.untilDate && { from: words.long(one.fromDate), until: words.long(one.untilDate) }
  const more = [
    one.byAppointment ? t('guide.state.appointment') : '',
    dates ? t('guide.notice.message', dates) : '',
    speakable(t, one.note),
  ]
  return [said, ...more]
    .filter(Boolean)
    .map((one) => sentence(capital(one)))
    .join(' ')
}

/** Where it is, how one gets in, and how one gets there from each site of the stek, in sentences to say aloud; one list per place. */
export const placeSentences = (speaking: Speaking, { places, reach }: Pick<ServiceInWords, 'places' | 'reach'>): string[][] =>
  places.map((place) => [
    sentence(
      [place.name, place.street, [place.postcode, place.town].filter(Boolean).join(' ')]
        .map((part) => speakable(speaking.t, part))
        .filter(Boolean)
        .join(', '),
    ),
    ...[place.directions, place.bus].map((text) => spokenLines(speaking, text)).filter(Boolean),
    ...(place.stepFree === 'unknown' ? [] : [speaking.t(`guide.step.${place.stepFree}`)]),
    ...reach.filter(({ locationId }) => locationId === place.locationId).map((one) => reachSentence(speaking, one)),
  ])

function reachSentence(speaking: Speaking, { siteId, byMeans, minutes, firstThere, lastBack, note }: Reach): string {
  const { t, language, sites } = speaking
  const words = saidIn(language)
  const site = speakable(t, sites.find((one) => one.siteId === siteId)?.name ?? '')
  return [
    sentence(`${t('guide.aloud.from', { site, minutes })} ${t(`guide.means.${byMeans}`)}`),
    ...(firstThere && lastBack
      ? [sentence(t('guide.service.firstLast', { first: words.inSentence(firstThere), last: words.inSentence(lastBack) }))]
      : []),
    spokenLines(speaking, note),
  ]
    .filter(Boolean)
    .join(' ')
}
