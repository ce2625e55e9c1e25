import type { T } from '../../../ui/words.ts'
import type { Board } from '../../board/board.ts'
import { plusDays } from '../../board/clock.ts'
import { departuresBetween, momentOf, momentsBetween } from '../../moments/moments.ts'
import { SeenMoments } from '../seen.tsx'

const AHEAD = 70

/** How far the board must be read to show a moment that stands, or will stand, on the last of these days. */
export const seenUntil = (...dates: readonly string[]): string => plusDays(dates.toSorted().at(-1) ?? '', AHEAD)

/** One moment as visitors will see it: where it stands, and, when it moved, what its old day says. */
export function MomentSeen({
  t,
  board,
  slotId,
  date,
  now,
  zone,
}: {
  t: T
  board: Board
  slotId: string
  date: string
  now: Temporal.Instant
  zone: string
}) {
  const slot = board.slots.find((one) => one.slotId === slotId)
  const moment = slot && momentOf(slot, date, board.exceptions, board.closures, zone)
  if (!slot || !moment) return null
  const slots = board.slots.filter(({ offerId }) => offerId === slot.offerId)
  const ahead = momentsBetween(slots, board.exceptions, board.closures, moment.date, plusDays(moment.date, AHEAD), zone)
  const departures = departuresBetween([slot], board.exceptions, board.closures, date, date, zone)
  return <SeenMoments t={t} board={board} moments={[moment]} departures={departures} ahead={ahead} now={now} />
}
