import type { Departure, Moment } from '../moments/moment.ts'
import type { Outing } from '../outing/outing.ts'
import type { BoardInWords } from './board.ts'

/** A moment ready to be shown: with its offer, its place, how it stands to now, and the next chance when it is off. */
export type ShownMoment = {
  moment: Moment
  offer: BoardInWords['offers'][number]
  site: BoardInWords['sites'][number]
  /** Set when the offer is an outing. */
  outing: Outing | undefined
  state: 'done' | 'now' | 'coming'
  /** The date of the next moment that goes on, for one that does not; undefined when there is none in sight. */
  nextDate: string | undefined
  /** Set when this is only the empty place of a moment that moved to another day. */
  movedTo: { date: string; startTime: string; endTime: string } | undefined
}

/** The moments of one day, by time. */
export type ShownDay = { date: string; moments: ShownMoment[] }

/**
 * The days of a list of moments, each with what is shown on it: what goes on, what is off, and what moved away.
 * `ahead` are later moments, in which the next chance of a cancelled one is looked up.
 */
export function shownDays(
  board: BoardInWords,
  moments: readonly Moment[],
  departures: readonly Departure[],
  ahead: readonly Moment[],
  now: Temporal.Instant,
): ShownDay[] {
  const all = [...moments.map((moment) => shown(board, moment, ahead, now)), ...departures.map((gone) => leaving(board, gone, now))]
  const days = Map.groupBy(all, ({ moment, movedTo }) => (movedTo ? moment.plannedDate : moment.date))
  return [...days].map(([date, list]) => ({ date, moments: list.sort(byTime) })).sort((one, other) => (one.date < other.date ? -1 : 1))
}

const byTime = (one: ShownMoment, other: ShownMoment) =>
  one.moment.startTime.localeCompare(other.moment.startTime) || one.offer.title.localeCompare(other.offer.title)

function shown(board: BoardInWords, moment: Moment, ahead: readonly Moment[], now: Temporal.Instant): ShownMoment {
  const state =
    Temporal.Instant.compare(moment.endsAt, now) <= 0 ? 'done' : Temporal.Instant.compare(moment.startsAt, now) <= 0 ? 'now' : 'coming'
  const outing = board.outings.find(({ offerId }) => offerId === moment.offerId)
  const next = moment.cancellation
    ? ahead.find(
        (later) =>
          later.offerId === moment.offerId &&
          !later.cancellation &&
          Temporal.Instant.compare(later.startsAt, moment.startsAt) > 0 &&
          Temporal.Instant.compare(later.endsAt, now) > 0,
      )
    : undefined
  return {
    moment,
    offer: board.offer(moment.offerId),
    site: board.site(moment.siteId),
    outing,
    state,
    nextDate: next?.date,
    movedTo: undefined,
  }
}

function leaving(board: BoardInWords, { moment }: Departure, now: Temporal.Instant): ShownMoment {
  const there = shown(board, moment, [], now)
  const planned = { ...moment, date: moment.plannedDate, startTime: moment.plannedStartTime, endTime: moment.plannedEndTime }
  return {
    ...there,
    moment: planned,
    state: 'coming',
    movedTo: { date: moment.date, startTime: moment.startTime, endTime: moment.endTime },
  }
}
