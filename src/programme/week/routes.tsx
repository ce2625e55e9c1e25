import type { Hono } from 'hono'
import { nextWeek, parseWeek, previousWeek, type Week, weekOf, writeWeek } from '../../platform/calendar/week.ts'
import type { Env, House } from '../../platform/http/house.ts'
import type { Language } from '../../platform/i18n/languages.ts'
import { inLanguage } from '../../ui/page.tsx'
import { rendered } from '../../ui/rendered.ts'
import { wordsIn } from '../../ui/words-in.ts'
import { answerFromBoard } from '../board/answer.ts'
import { type Board, type BoardInWords, boardForPage } from '../board/board.ts'
import { dayOf, plusDays, trueUntil } from '../board/clock.ts'
import { shownDays } from '../board/shown.ts'
import { departuresBetween, momentsBetween } from '../moments/moments.ts'
import { pausesBetween } from '../moments/pauses.ts'
import { type FunctionCode, functionCodes } from '../offer/offer.ts'
import { paths } from '../paths.ts'
import { weekPage } from './views.tsx'

/** How far after the week the next chance of a cancelled moment is looked for, in days. */
const AHEAD = 70

type Asked = { monday: string; unknownWeek: boolean; functie: FunctionCode | undefined; partner: string | undefined }

/** `/{stek}/programma?week=2026-W48`: one week, with earlier, later and two ways to narrow it down. */
export function mountWeek(app: Hono<Env>, house: House, language: Language): void {
  app.get('/:stek{[a-z0-9-]+}/programma', (c) => {
    const now = house.clock.now()
    const today = dayOf(now, house.settings.timeZone)
    const typedWeek = c.req.query('week')
    const week = typedWeek ? parseWeek(typedWeek) : undefined
    const asked: Asked = {
      monday: (week ?? weekOfDay(today)).monday.toString(),
      unknownWeek: typedWeek !== undefined && week === undefined,
      functie: functionCodes.find((code) => code === c.req.query('functie')),
      partner: /^[a-z0-9-]{1,60}$/.test(c.req.query('partner') ?? '') ? c.req.query('partner') : undefined,
    }
    const parts = { week: week && writeWeek(week), functie: asked.functie, partner: asked.partner }
    const address = inLanguage(language, paths.programme(c.req.param('stek'), parts)) + (asked.unknownWeek ? '#unknown' : '')
    return answerFromBoard(c, house, address, { from: asked.monday, until: plusDays(asked.monday, 6 + AHEAD) }, (board) =>
      renderWeek(house, board, language, now, asked),
    )
  })
}

function renderWeek(house: House, board: Board, language: Language, now: Temporal.Instant, asked: Asked) {
  const zone = house.settings.timeZone
  const inWords = boardForPage(board, language)
  const wanted = wantedOffers(inWords, asked)
  const slots = board.slots.filter(({ offerId }) => wanted.has(offerId))
  const sunday = plusDays(asked.monday, 6)
  const ahead = momentsBetween(slots, board.exceptions, board.closures, asked.monday, plusDays(sunday, AHEAD), zone)
  const moments = ahead.filter(({ date }) => date <= sunday)
  const next = ahead.find(({ cancellation, date }) => !cancellation && date > sunday)
  const week = weekOfDay(asked.monday)
  const document = weekPage({
    t: wordsIn(house, language),
    board: inWords,
    week: {
      code: writeWeek(week),
      earlier: writeIf(previousWeek(week)),
      later: writeIf(nextWeek(week)),
      from: asked.monday,
      until: sunday,
      isThis: asked.monday === weekOfDay(dayOf(now, zone)).monday.toString(),
    },
    unknownWeek: asked.unknownWeek,
    filter: asked,
    days: shownDays(inWords, moments, departuresBetween(slots, board.exceptions, board.closures, asked.monday, sunday, zone), ahead, now),
    pauses: pausesBetween(slots, asked.monday, sunday).map(({ slotId, date, because }) => ({
      title: inWords.offer(slots.find((slot) => slot.slotId === slotId)?.offerId ?? '').title,
      date,
      because,
    })),
    next: next && { date: next.date, title: inWords.offer(next.offerId).title },
    baseUrl: house.settings.baseUrl,
  })
  return rendered(document, trueUntil(now, zone, moments))
}

const weekOfDay = (date: string) => weekOf(Temporal.PlainDate.from(date))

/** The address of a week, as long as it can be asked for. */
const writeIf = (week: Week): string | undefined => (parseWeek(writeWeek(week)) ? writeWeek(week) : undefined)

const wantedOffers = (board: BoardInWords, { functie, partner }: Asked): Set<string> =>
  new Set(
    board.offers
      .filter((offer) => (!functie || offer.functions.includes(functie)) && (!partner || board.partner(offer.partnerId).slug === partner))
      .map(({ offerId }) => offerId),
  )
