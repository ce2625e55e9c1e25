import type { Hono } from 'hono'
import type { Env, House } from '../../platform/http/house.ts'
import type { Language } from '../../platform/i18n/languages.ts'
import { asDutch } from '../../ui/dutch.ts'
import { inLanguage } from '../../ui/page.tsx'
import { rendered } from '../../ui/rendered.ts'
import { wordsIn } from '../../ui/words-in.ts'
import { answerFromBoard } from '../board/answer.ts'
import { type Board, boardForPage } from '../board/board.ts'
import { dayOf, plusDays, trueUntil } from '../board/clock.ts'
import { shownDays } from '../board/shown.ts'
import { namesAt, type ShownHost, shownHosts } from '../hosts/shown.ts'
import { departuresBetween, momentsBetween } from '../moments/moments.ts'
import { openingAt } from './rules.ts'
import { todayPage } from './views.tsx'

/** How far ahead the page looks for what comes next, in days. */
const AHEAD = 70

/** `/{stek}`: the noticeboard of a stek. */
export function mountToday(app: Hono<Env>, house: House, language: Language): void {
  app.get('/:stek{[a-z0-9-]+}', (c) => {
    const now = house.clock.now()
    const today = dayOf(now, house.settings.timeZone)
    return answerFromBoard(
      c,
      house,
      inLanguage(language, `/${c.req.param('stek')}`),
      { from: today, until: plusDays(today, AHEAD) },
      async (board) => {
        const hosts = await house.database.reading(board.stek.stekId, (tx) => shownHosts(tx, today))
        return renderToday(house, board, hosts, language, now, today)
      },
    )
  })
}

function renderToday(house: House, board: Board, hosts: readonly ShownHost[], language: Language, now: Temporal.Instant, today: string) {
  const zone = house.settings.timeZone
  const ahead = momentsBetween(board.slots, board.exceptions, board.closures, today, plusDays(today, AHEAD), zone)
  const until = plusDays(today, 6)
  const week = ahead.filter(({ date }) => date <= until)
  const departures = departuresBetween(board.slots, board.exceptions, board.closures, today, until, zone)
  const quiet = week.length + departures.length === 0
  const firstDay = ahead[0]?.date
  const list = quiet ? ahead.filter(({ date }) => firstDay !== undefined && date <= plusDays(firstDay, 6)) : week
  const inWords = boardForPage(board, language)
  const todays = week.filter(
    ({ date, cancellation, endsAt }) => date === today && !cancellation && Temporal.Instant.compare(endsAt, now) > 0,
  )
  const listed = new Set(list.map(({ offerId }) => offerId))
  const confirmations = board.offers.filter(({ offerId }) => listed.has(offerId)).map(({ confirmedAt }) => confirmedAt)
  // The oldest counts: one fresh confirmation does not vouch for the others.
  const confirmed = confirmations.includes(null) ? undefined : confirmations.flatMap((at) => at ?? []).sort(Temporal.Instant.compare)[0]
  const document = todayPage({
    t: wordsIn(house, language),
    board: inWords,
    opening: openingAt(ahead, now, today),
    today,
    days: shownDays(inWords, list, departures, ahead, now),
    quiet,
    closures: board.closures.filter(({ fromDate }) => fromDate <= plusDays(today, 10)),
    whoToday: [...new Set(todays.map(({ offerId }) => inWords.offer(offerId).whoYouMeet).filter(Boolean))],
    namesToday: namesAt(todays, hosts).map((name) => asDutch(language, name)),
    confirmedOn: confirmed && dayOf(confirmed, zone),
    baseUrl: house.settings.baseUrl,
  })
  return rendered(document, trueUntil(now, zone, week))
}
