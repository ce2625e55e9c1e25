import type { Context } from 'hono'
import { atWork, type Work } from '../../../place/person/at-work.ts'
import { notFoundAtWork } from '../../../place/person/pages.tsx'
import { stekById } from '../../../place/stek/queries.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import type { Board } from '../../../programme/board/board.ts'
import { dayOf } from '../../../programme/board/clock.ts'
import { boardOf, type Window } from '../../../programme/board/queries.ts'
import type { Moment } from '../../../programme/moments/moment.ts'
import { momentOf } from '../../../programme/moments/moments.ts'
import { countsOf, type OwnRow, ownRowsOf } from '../../../programme/tally/queries.ts'
import type { Counts } from '../../../programme/tally/rules.ts'

/** The day it is where the steks are, by the clock of the house. */
export const todayIn = (house: House): string => dayOf(house.clock.now(), house.settings.timeZone)

/** The programme of some days, the rows the stek counts, and what `more` reads, as the person at work. */
export function readTally<More>(
  house: House,
  work: Work,
  window: Window,
  more: (tx: Parameters<typeof boardOf>[0], board: Board) => Promise<More>,
): Promise<{ board: Board; ownRows: OwnRow[]; more: More }> {
  return house.database.inStek(work.actor, work.stek.stekId, async (tx) => {
    const stek = await stekById(tx, work.stek.stekId)
    if (!stek) throw new Error('somebody works in a stek that is not there')
    const board = await boardOf(tx, stek, window)
    return { board, ownRows: await ownRowsOf(tx, stek.stekId), more: await more(tx, board) }
  })
}

/** What a page about one moment knows. */
export type Subject = {
  work: Work
  moment: Moment
  title: string
  place: string
  /** The rows of the stek's own that are counted, those that ended too when this moment counted them. */
  ownRows: readonly OwnRow[]
  counts: Counts
}

/** Whether a text is a day that exists, written as `2026-11-24`. */
export const isDate = (text: string): boolean => {
  if (!/^2\d{3}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

/** The moment in the address with its sums, for somebody who may count; or the page that says why not. */
export async function momentToCount(c: Context<Env>, house: House): Promise<Subject | Response> {
  const work = await atWork(c, house, 'tally.count')
  if (work instanceof Response) return work
  const [slotId = '', date = ''] = [c.req.param('slot'), c.req.param('date')]
  if (!isDate(date)) return notFoundAtWork(c, house)
  const today = todayIn(house)
  const window = { from: date < today ? date : today, until: date > today ? date : today }
  const { board, ownRows, more } = await readTally(house, work, window, (tx) => countsOf(tx, work.stek.stekId, slotId, date))
  const slot = board.slots.find((one) => one.slotId === slotId)
  const offer = slot && board.offers.find(({ offerId }) => offerId === slot.offerId)
  const moment = slot && momentOf(slot, date, board.exceptions, board.closures, house.settings.timeZone)
  if (!offer || !moment) return notFoundAtWork(c, house)
  const place = board.sites.find(({ siteId }) => siteId === moment.siteId)?.name ?? ''
  return { work, moment, title: offer.title, place, ownRows, counts: more }
}
