import { saidIn } from '../../../platform/i18n/said.ts'
import type { T } from '../../../ui/words.ts'
import type { ShownMoment } from '../../board/shown.ts'
import type { ComingDays } from '../coming-days.ts'
import { inSentence } from '../one-line.ts'

/**
 * The most characters of a message. Counted as UTF-16 code units, the strictest of the usual counts: what fits here is at most 480
 * characters as people see them, at most 480 code points, and at most 480 units in a text message that is not written in 7-bit letters.
 */
export const MOST_CHARACTERS = 480

/**
 * The coming seven days as a plain message: the stek, a line per moment with the nearest first, what is off marked as off, and where to read on.
 * When it is too long the end times go first, then whole lines from the end, and the message says how many; no word is ever cut.
 * @source MEET-3, PRACTICE-6
 */
export function messageOf(t: T, coming: ComingDays, address: string): string {
  const { board, days, next } = coming
  const shown = days.flatMap(({ moments }) => moments).filter((one) => !arrivesLater(one, days))
  const head = inSentence(board.stek.name, board.language)
  const tail = t('channels.message.welcome', { address })
  if (shown.length === 0) {
    const words = saidIn(board.language)
    const when = next && {
      day: words.short(next.moment.date),
      time: words.clock(next.moment.startTime),
      title: inSentence(next.offer.title, board.language),
    }
    return firstThatFits([
      [head, t('channels.message.nothing'), ...(when ? [t('channels.message.next', when)] : []), tail],
      [head, tail],
      [head, address],
      [head],
    ])
  }
  const full = shown.map((one) => lineOf(t, coming, one, 'range'))
  const brief = shown.map((one) => lineOf(t, coming, one, 'start'))
  const shorter = brief.map((_, dropped) => [
    head,
    ...brief.slice(0, brief.length - dropped - 1),
    t('channels.message.more', { count: dropped + 1 }),
    tail,
  ])
  return firstThatFits([[head, ...full, tail], [head, ...brief, tail], ...shorter, [head, address], [head]])
}

/** Whether an empty place is only that of a moment which stands further on in the same list. */
const arrivesLater = ({ moment, movedTo }: ShownMoment, days: ComingDays['days']): boolean =>
  movedTo !== undefined && days.some(({ moments }) => moments.some((other) => !other.movedTo && isSame(other, moment)))

const isSame = (other: ShownMoment, moment: ShownMoment['moment']) =>
  other.moment.slotId === moment.slotId && other.moment.plannedDate === moment.plannedDate

const firstThatFits = (candidates: readonly string[][]): string =>
  candidates.map((lines) => lines.join('\n')).find((text) => text.length <= MOST_CHARACTERS) ?? ''

function lineOf(t: T, { board, today }: ComingDays, { moment, offer, movedTo }: ShownMoment, times: 'range' | 'start'): string {
  const words = saidIn(board.language)
  const title = inSentence(offer.title, board.language)
  const day = words.short(moment.date)
  const time = times === 'range' ? words.shortRange(moment.startTime, moment.endTime) : words.clock(moment.startTime)
  if (moment.cancellation) return t('channels.message.cancelled', { day, title })
  if (movedTo)
    return t('channels.message.movedAway', { day, title, newDay: words.short(movedTo.date), time: words.clock(movedTo.startTime) })
  const line = t('channels.message.line', { day, time, title })
  const missed = moment.changes.includes('date') && moment.plannedDate >= today
  return missed ? t('channels.message.movedHere', { line, day: words.short(moment.plannedDate) }) : line
}
