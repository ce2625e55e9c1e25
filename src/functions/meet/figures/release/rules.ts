import { minutesOf } from '../../../../platform/calendar/day-number.ts'
import { monthPeriod, monthsAfter } from '../../../../platform/calendar/whole-weeks.ts'
import { SMALLEST_SHOWN, suppress, suppressGroups } from '../../../../platform/suppression/suppress.ts'
import type { Moment } from '../../../../programme/moments/moment.ts'
import { type Counts, LATE_IN_DAYS, shownCount } from '../../../../programme/tally/rules.ts'
import type { LooseCell, OfferCell, OfferFacts, Release, SiteCell, WeekCell } from './release.ts'

/** Whether a month is settled on a day: no phone brings taps for it any more without a reason. */
export const isSettled = (month: string, today: string): boolean =>
  Temporal.PlainDate.compare(Temporal.PlainDate.from(monthPeriod(month).until).add({ days: LATE_IN_DAYS }), today) < 0

/** The months to tell on a day, earliest first, after the last one told or else from the first one counted in. */
export function monthsToTell(firstCounted: string | undefined, lastTold: string | undefined, today: string): string[] {
  const months: string[] = []
  let month = lastTold ? monthsAfter(lastTold, 1) : firstCounted
  while (month && isSettled(month, today)) {
    months.push(month)
    month = monthsAfter(month, 1)
  }
  return months
}

/** The parts of a moment that matter here. */
export type Held = Pick<Moment, 'slotId' | 'plannedDate' | 'offerId' | 'siteId' | 'date' | 'startTime' | 'endTime'> & {
  cancellation: unknown
}

/** What a month is made of: its moments as they stand in the programme, and what was counted, by `slotId/plannedDate`. */
export type Counted = {
  month: string
  moments: readonly Held[]
  counts: ReadonlyMap<string, Counts>
  offers: ReadonlyMap<string, OfferFacts>
  siteNames: ReadonlyMap<string, string>
  ownRows: readonly { counted: string; label: string }[]
  /** The offers for which anything was tapped until the end of the month; the others are not counted, which is not the same as nobody. */
  countedOffers: ReadonlySet<string>
  example: boolean
}

const countOf = (counts: Counted['counts'], moment: Held, row: string) =>
  shownCount(counts.get(`${moment.slotId}/${moment.plannedDate}`)?.[row])
const sum = (numbers: readonly number[]) => numbers.reduce((so, one) => so + one, 0)

/** In the order in which parts are hidden along: what takes place least tells least. It follows the programme, never the numbers. */
const leastFirst = <Key>(groups: ReadonlyMap<Key, readonly Held[]>): Key[] =>
  [...groups].sort(([a, one], [b, other]) => one.length - other.length || (String(a) < String(b) ? -1 : 1)).map(([key]) => key)

/**
 * What is told of a month. The whole is divided over sites, a site over its offers, an offer over its weeks: each number stands in one
 * row only, and a row is opened only below a number that is shown. A moment that is cancelled counts nothing, whatever was tapped before;
 * neither does a tap for a moment that is not in the programme. An offer where nobody ever tapped is left out of the rows: nought and
 * not counted are not the same.
 * @source POLITICISE-4: nobody is recognised in what is told
 */
export function releaseOf(counted: Counted): Release {
  const held = counted.moments.filter(({ cancellation }) => !cancellation)
  const heads = (moments: readonly Held[]) => sum(moments.map((moment) => countOf(counted.counts, moment, 'heads')))
  const isCounted = ({ offerId }: Held) => counted.countedOffers.has(offerId)
  const row = (moments: readonly Held[], key: (moment: Held) => string) => {
    const parts = Map.groupBy(moments.filter(isCounted), key)
    return suppress(Object.fromEntries([...parts].map(([part, own]) => [part, heads(own)])), leastFirst(parts))
  }
  const numbers = (moments: readonly Held[]) => ({
    moments: moments.length,
    uncounted: moments.filter((moment) => !isCounted(moment)).length,
  })
  const bySite = Map.groupBy(held, ({ siteId }) => siteId)
  const whole = row(held, ({ siteId }) => siteId)
  const sites = [...bySite].map(([siteId, moments]): SiteCell => {
    const total = whole.parts[siteId] ?? null
    const shown = row(moments, ({ offerId }) => offerId)
    const offers = [...Map.groupBy(moments, ({ offerId }) => offerId)].map(([offerId, own]): OfferCell => {
      const told = total === null ? null : (shown.parts[offerId] ?? null)
      const weeks = weeksOf(own, moments, heads, told !== null).map((week) => ({
        ...week,
        ...numbers(own.filter(({ date }) => mondayOf(date) === week.week)),
      }))
      return { offerId, ...numbers(own), heads: told, dayparts: daypartsOf(own), weeks }
    })
    return { siteId, name: counted.siteNames.get(siteId) ?? '', ...numbers(moments), heads: total, offers }
  })
  const ids = new Set(held.map(({ offerId }) => offerId))
  return {
    month: counted.month,
    ...numbers(held),
    heads: whole.total,
    loose: looseOf(counted, held, whole.total),
    sites,
    offers: Object.fromEntries([...counted.offers].filter(([id]) => ids.has(id))),
    example: counted.example,
  }
}

/** The weeks of an offer: all of them, or none when one is too small, because the others would give it away. */
function weeksOf(
  own: readonly Held[],
  there: readonly Held[],
  heads: (some: readonly Held[]) => number,
  open: boolean,
): Pick<WeekCell, 'week' | 'heads' | 'beside'>[] {
  const weeks = [...Map.groupBy(own, ({ date }) => mondayOf(date))]
  const told = open && weeks.every(([, moments]) => heads(moments) >= SMALLEST_SHOWN)
  return weeks.map(([week, moments]) => ({
    week,
    heads: told ? heads(moments) : null,
    beside: besideOf(moments, there),
  }))
}

const mondayOf = (day: string): string => {
  const date = Temporal.PlainDate.from(day)
  return date.subtract({ days: date.dayOfWeek - 1 }).toString()
}

/** Which other offers went on at the same place and time, and at how many of these moments. */
function besideOf(moments: readonly Held[], there: readonly Held[]): Record<string, number> {
  const beside = new Map<string, number>()
  for (const moment of moments) {
    const others = there.filter(
      (other) =>
        other.offerId !== moment.offerId &&
        other.date === moment.date &&
        other.startTime < moment.endTime &&
        moment.startTime < other.endTime,
    )
    for (const id of new Set(others.map(({ offerId }) => offerId))) beside.set(id, (beside.get(id) ?? 0) + 1)
  }
  return Object.fromEntries(beside)
}

const NOON = 12 * 60
const EVENING = 17 * 60

/** How many moments begin in the morning, the afternoon and the evening. @source MEET-4 */
function daypartsOf(moments: readonly Held[]): [number, number, number] {
  const parts: [number, number, number] = [0, 0, 0]
  for (const { startTime } of moments) {
    const minutes = minutesOf(startTime)
    parts[minutes < NOON ? 0 : minutes < EVENING ? 1 : 2] += 1
  }
  return parts
}

/**
 * The loose numbers of the whole stek: groups of the same people, who may stand in several of them. Nothing small is left over when they are
 * subtracted from everybody, also where nobody stands in two; new faces are taken by themselves.
 */
function looseOf({ counts, ownRows }: Counted, held: readonly Held[], heads: number | null): LooseCell[] {
  const count = (row: string) => sum(held.map((moment) => countOf(counts, moment, row)))
  const told = (rows: readonly string[]) => suppressGroups(heads, Object.fromEntries(rows.map((row) => [row, count(row)])), rows)
  const labels = new Map(ownRows.map(({ counted, label }) => [counted, label]))
  const groups = [...labels.keys(), 'volunteers', 'children']
  const others = told(groups)
  return [
    { counted: 'first-time', label: null, count: told(['first-time'])['first-time'] ?? null },
    ...groups.toReversed().map((row) => ({ counted: row, label: labels.get(row) ?? null, count: others[row] ?? null })),
  ]
}
