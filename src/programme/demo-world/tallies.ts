import { monthPeriod, monthsAfter, wholeMonthOf } from '../../platform/calendar/whole-weeks.ts'
import type { NewId } from '../../platform/clock/identifiers.ts'
import type { Moment, Slot } from '../moments/moment.ts'
import { momentsBetween } from '../moments/moments.ts'
import { type fixedRows, LATE_IN_DAYS } from '../tally/rules.ts'
import type { Row } from './rows.ts'

const MONTHS = 15
/** The demo world lies in Flanders. */
const ZONE = 'Europe/Brussels'

/** The same text always gives the same number from 0 up to 1: chance without chance (FNV-1a). */
function chanceOf(text: string): number {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32
}

const SEASON = [1.05, 1.05, 1, 1, 0.95, 0.9, 0.7, 0.75, 1, 1.1, 1.15, 1]

/** How many came to a moment, invented: some offers draw many and some few, summer is quiet, and it grows a little. */
function invented(moment: Moment, offer: string, months: number): Record<(typeof fixedRows)[number], number> {
  const size = 3 + 26 * chanceOf(offer) ** 2
  const season = SEASON[Number(moment.date.slice(5, 7)) - 1] ?? 1
  const swing = 0.8 + 0.4 * chanceOf(`${offer} ${moment.date}`)
  const heads = Math.round(size * season * swing * (1 + months / 80))
  const part = (what: string, most: number) => Math.round(heads * most * chanceOf(`${what} ${offer} ${moment.date}`))
  return { heads, 'first-time': part('first-time', 0.25), children: part('children', 0.3), volunteers: part('volunteers', 0.3) }
}

/**
 * Invented counts for the last settled months before `now`, so that the page of figures is alive at the first start; the same every
 * time for the same day. Numbers only, as if somebody typed them: nothing later than what is settled, so that counting begins empty.
 */
export function talliesOf(
  stek: { stekId: string; slots: readonly Row[]; offerSlugs: ReadonlyMap<unknown, string> },
  newId: NewId,
  now: Temporal.Instant,
): Row[] {
  const today = now.toZonedDateTimeISO(ZONE).toPlainDate()
  const last = monthsAfter(wholeMonthOf(today.subtract({ days: LATE_IN_DAYS + 1 }).toString()), -1)
  const first = monthsAfter(last, 1 - MONTHS)
  const slots = stek.slots.map((row) => slotOf(row))
  const moments = momentsBetween(slots, [], [], monthPeriod(first).from, monthPeriod(last).until, ZONE)
  return moments.flatMap((moment) => {
    const offer = stek.offerSlugs.get(moment.offerId) ?? ''
    const months =
      Number(moment.date.slice(0, 4)) * 12 + Number(moment.date.slice(5, 7)) - (Number(first.slice(0, 4)) * 12 + Number(first.slice(5)))
    return Object.entries(invented(moment, offer, months))
      .filter(([, count]) => count > 0)
      .map(([counted, change]) => ({
        stek_id: stek.stekId,
        entry_id: newId(),
        slot_id: moment.slotId,
        on_date: moment.plannedDate,
        counted,
        change,
        received_at: moment.endsAt.toString(),
      }))
  })
}

/** A row of the demo world as the slot it will be. */
const slotOf = (row: Row): Slot => ({
  slotId: String(row.slot_id),
  offerId: String(row.offer_id),
  siteId: '',
  roomId: null,
  pattern: row.pattern === 'monthly' ? 'monthly' : 'weekly',
  weekday: Number(row.weekday),
  everyWeeks: row.every_weeks === null ? null : Number(row.every_weeks),
  nth: row.nth === null ? null : Number(row.nth),
  startsOn: String(row.starts_on),
  endsOn: null,
  startTime: String(row.start_time),
  endTime: String(row.end_time),
  needsRoomAlone: false,
  pausesInSchoolHolidays: row.pauses_in_school_holidays === true,
  pausesOnPublicHolidays: true,
})
