import { saidIn } from '../../../platform/i18n/said.ts'
import { inLanguage } from '../../../ui/page.tsx'
import type { T } from '../../../ui/words.ts'
import type { BoardInWords } from '../../board/board.ts'
import type { Moment } from '../../moments/moment.ts'
import { priceSentence } from '../../offer/price-words.ts'
import { paths } from '../../paths.ts'
import { oneLine } from '../one-line.ts'
import { asUtc, plainLine, textLine } from './content-lines.ts'

/** What a calendar feed is made of. */
export type Feed = {
  t: T
  board: BoardInWords
  /** What the calendar is called in somebody's app. */
  name: string
  moments: readonly Moment[]
  /** When the programme last changed: DTSTAMP and LAST-MODIFIED of every event, so that an unchanged feed stays the same file. */
  changedAt: Temporal.Instant
  baseUrl: string
}

/**
 * A calendar file with one event per moment, every time in UTC. The UID of an event is its slot and planned date and never changes, so that
 * an app that knew the event moves or strikes it; SEQUENCE is the number of the stek, which only grows.
 * The reason of a cancellation and, for a confidential offer, everything but title and place stay on the page: a feed is copied onto devices
 * where we can erase nothing.
 * @source MEET-3; RFC 5545; RFC 7986, sections 5.1 and 5.7
 */
export function calendarFile(feed: Feed): string {
  const { board, name, moments, changedAt, baseUrl } = feed
  const host = new URL(baseUrl).host
  const stamp = asUtc(changedAt)
  const same = `DTSTAMP:${stamp}\r\nLAST-MODIFIED:${stamp}\r\nSEQUENCE:${board.version}\r\n`
  const wordingOf = wordings(feed)
  const events = moments.map(
    (moment) =>
      `BEGIN:VEVENT\r\n${plainLine('UID', `${moment.slotId}-${moment.plannedDate}@${host}`)}${same}` +
      `DTSTART:${asUtc(moment.startsAt)}\r\nDTEND:${asUtc(moment.endsAt)}\r\n${wordingOf(moment)}END:VEVENT\r\n`,
  )
  return (
    'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Stek//programme//EN\r\nCALSCALE:GREGORIAN\r\n' +
    `${textLine('NAME', oneLine(name))}${textLine('X-WR-CALNAME', oneLine(name))}` +
    `REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n${events.join('')}END:VCALENDAR\r\n`
  )
}

/** The lines of an event that say what and where; ordinary moments of one offer share theirs, which makes a year cheap. */
function wordings(feed: Feed): (moment: Moment) => string {
  const known = new Map<string, string>()
  return (moment) => {
    if (moment.cancellation || moment.changes.length > 0) return wording(feed, moment)
    const made = known.get(moment.offerId) ?? wording(feed, moment)
    known.set(moment.offerId, made)
    return made
  }
}

function wording({ t, board, baseUrl }: Feed, moment: Moment): string {
  const offer = board.offer(moment.offerId)
  const site = board.site(moment.siteId)
  const title = oneLine(offer.title)
  const isSilent = offer.confidential || moment.cancellation !== null
  const description = [...stateOf(t, board, moment), ...(isSilent ? [] : whatToExpect(t, board, offer))].map(oneLine).filter(Boolean)
  const place = [site.name, site.street, [site.postcode, site.town].filter(Boolean).join(' ')].map(oneLine).filter(Boolean)
  return (
    // Many calendar apps show STATUS:CANCELLED as if nothing happened: the title says it too.
    textLine('SUMMARY', moment.cancellation ? t('channels.feed.cancelled', { title }) : title) +
    textLine('LOCATION', place.join(', ')) +
    (description.length > 0 ? textLine('DESCRIPTION', description.join('\n')) : '') +
    plainLine('URL', `${baseUrl}${inLanguage(board.language, paths.activity(board.stek.slug, offer.slug))}`) +
    plainLine('STATUS', moment.cancellation ? 'CANCELLED' : 'CONFIRMED') +
    plainLine('TRANSP', 'TRANSPARENT')
  )
}

function stateOf(t: T, board: BoardInWords, moment: Moment): string[] {
  if (moment.cancellation)
    return [t(moment.cancellation.because === 'closure' ? 'programme.moment.closedSite' : 'programme.moment.cancelled')]
  const { long } = saidIn(board.language)
  return moment.changes.map((change) => {
    if (change === 'date') return t('programme.moment.movedHere', { date: long(moment.plannedDate) })
    return t(change === 'hours' ? 'programme.moment.otherHours' : 'programme.moment.otherPlace')
  })
}

function whatToExpect(t: T, board: BoardInWords, offer: BoardInWords['offers'][number]): string[] {
  const meetingPoint = board.outings.find(({ offerId }) => offerId === offer.offerId)?.meetingPoint
  return [
    offer.summary,
    meetingPoint ? `${t('joining.about.meetingPoint')}: ${meetingPoint}` : '',
    offer.whoYouMeet && t('programme.moment.meet', { who: offer.whoYouMeet }),
    priceSentence(t, board.language, offer),
    t(offer.takingPart === 'walk-in' ? 'channels.spoken.walkIn' : 'channels.spoken.signUp'),
  ]
}
