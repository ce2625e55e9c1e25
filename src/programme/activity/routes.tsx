import type { Hono } from 'hono'
import type { Env, House } from '../../platform/http/house.ts'
import type { Language } from '../../platform/i18n/languages.ts'
import { inLanguage } from '../../ui/page.tsx'
import { rendered } from '../../ui/rendered.ts'
import { wordsIn } from '../../ui/words-in.ts'
import { answerFromBoard } from '../board/answer.ts'
import { boardForPage } from '../board/board.ts'
import { dayOf, plusDays, trueUntil } from '../board/clock.ts'
import { shownDays } from '../board/shown.ts'
import { departuresBetween, momentsBetween } from '../moments/moments.ts'
import { paths } from '../paths.ts'
import { activityPage } from './views.tsx'

/** How many coming moments the page shows, and how far it looks for them, in days. */
const SHOWN = 6
const AHEAD = 130

/** `/{stek}/activiteit/{slug}`: one offer. */
export function mountActivity(app: Hono<Env>, house: House, language: Language): void {
  app.get('/:stek{[a-z0-9-]+}/activiteit/:offer{[a-z0-9-]+}', (c) => {
    const zone = house.settings.timeZone
    const now = house.clock.now()
    const today = dayOf(now, zone)
    const until = plusDays(today, AHEAD)
    const address = inLanguage(language, paths.activity(c.req.param('stek'), c.req.param('offer')))
    return answerFromBoard(c, house, address, { from: today, until }, (read) => {
      const board = boardForPage(read, language)
      const offer = board.offers.find(({ slug }) => slug === c.req.param('offer'))
      if (!offer) return undefined
      const slots = board.slots.filter(({ offerId }) => offerId === offer.offerId)
      const moments = momentsBetween(slots, board.exceptions, board.closures, today, until, zone)
        .filter(({ endsAt }) => Temporal.Instant.compare(endsAt, now) > 0)
        .slice(0, SHOWN)
      const departures = departuresBetween(slots, board.exceptions, board.closures, today, moments.at(-1)?.date ?? today, zone)
      const document = activityPage({
        t: wordsIn(house, language),
        board,
        offer,
        days: shownDays(board, moments, departures, moments, now),
        today,
        ended: offer.endedOn !== null && offer.endedOn < today,
        baseUrl: house.settings.baseUrl,
      })
      return rendered(document, trueUntil(now, zone, moments))
    })
  })
}
