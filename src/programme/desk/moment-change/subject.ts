import type { Context } from 'hono'
import { atWork, type Work } from '../../../place/person/at-work.ts'
import { notAllowed, notFoundAtWork } from '../../../place/person/pages.tsx'
import type { Env, House } from '../../../platform/http/house.ts'
import type { Option, Typed } from '../../../ui/fields.tsx'
import type { Board } from '../../board/board.ts'
import { plusDays } from '../../board/clock.ts'
import { placeValue } from '../../exception/form.ts'
import { exceptionOn, type KeptException } from '../../exception/queries.ts'
import type { Moment, Slot } from '../../moments/moment.ts'
import { momentOf } from '../../moments/moments.ts'
import type { Offer } from '../../offer/offer.ts'
import { PROMISED_DAYS } from '../../rooms/rules.ts'
import { typedDay, typedHour } from '../../slot/columns.ts'
import { mayChange, readDesk, todayIn } from '../read.ts'

/** The moment a page is about, with all that is around it. */
export type Subject = { work: Work; board: Board; slot: Slot; offer: Offer; moment: Moment; exception: KeptException | undefined }

/** The moment in the address, for somebody who may change it; or the page that says why not. */
export async function momentAtWork(c: Context<Env>, house: House): Promise<Subject | Response> {
  const work = await atWork(c, house, 'programme.change')
  if (work instanceof Response) return work
  const [slotId = '', date = ''] = [c.req.param('slot'), c.req.param('date')]
  if (!isDate(date)) return notFoundAtWork(c, house)
  const today = todayIn(house)
  const board = await readDesk(house, work, {
    from: date < today ? date : today,
    until: plusDays(today > date ? today : date, PROMISED_DAYS),
  })
  const slot = board.slots.find((one) => one.slotId === slotId)
  const offer = slot && board.offers.find(({ offerId }) => offerId === slot.offerId)
  const moment = slot && momentOf(slot, date, board.exceptions, board.closures, house.settings.timeZone)
  if (!slot || !offer || !moment) return notFoundAtWork(c, house)
  if (!mayChange(work, offer.partnerId)) return notAllowed(c, house, work.stek.name)
  const exception = await house.database.reading(work.stek.stekId, (tx) => exceptionOn(tx, work.stek.stekId, slotId, date))
  return { work, board, slot, offer, moment, exception }
}

/** Whether a text is a date that exists, as '2026-11-24'. */
export const isDate = (text: string): boolean => {
  if (!/^2\d{3}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

/** The fields that say how a moment stands. */
export const momentFields = ['date', 'start', 'end', 'place', 'reason'] as const

/** A moment as its form would be typed. */
export const typedMoment = (moment: Moment): Typed => ({
  date: typedDay(moment.date),
  start: typedHour(moment.startTime),
  end: typedHour(moment.endTime),
  place: placeValue(moment.siteId, moment.roomId),
  reason: moment.reason,
  howLong: 'once',
})

/** The places a moment can go to: every site, and every room of it; its own site without a room only when it has none. */
export function placeOptions({ board, slot }: Pick<Subject, 'board' | 'slot'>): readonly Option[] {
  return board.sites.flatMap(({ siteId, name }) => {
    const rooms = board.rooms
      .filter((room) => room.siteId === siteId)
      .map((room) => ({ value: placeValue(siteId, room.roomId), words: board.sites.length > 1 ? `${name}: ${room.name}` : room.name }))
    const withoutRoom = { value: placeValue(siteId, null), words: name }
    return siteId === slot.siteId && slot.roomId ? rooms : [withoutRoom, ...rooms]
  })
}
