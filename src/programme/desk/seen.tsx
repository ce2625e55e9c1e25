import { saidIn } from '../../platform/i18n/said.ts'
import type { T } from '../../ui/words.ts'
import { type Board, boardIn } from '../board/board.ts'
import { shownDays } from '../board/shown.ts'
import { Days } from '../moment-card/views.tsx'
import type { Departure, Moment } from '../moments/moment.ts'

const capital = (text: string) => text.charAt(0).toLocaleUpperCase('nl') + text.slice(1)

/** Moments exactly as visitors see them on the noticeboard, day by day; `ahead` tells when a cancelled one comes back. */
export function SeenMoments(props: {
  t: T
  board: Board
  moments: readonly Moment[]
  departures?: readonly Departure[]
  ahead?: readonly Moment[]
  now: Temporal.Instant
}) {
  const { t, board, moments, departures = [], ahead = moments, now } = props
  const words = boardIn(board, 'nl')
  const days = shownDays(words, moments, departures, ahead, now)
  return (
    <div>
      <Days
        t={t}
        language="nl"
        stek={board.stek.slug}
        manySites={board.sites.length > 1}
        days={days}
        heading={(date) => capital(saidIn('nl').longWithYear(date))}
      />
    </div>
  )
}
