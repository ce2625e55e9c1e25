import type { Hono } from 'hono'
import type { Env, House } from '../../../platform/http/house.ts'
import type { Language } from '../../../platform/i18n/languages.ts'
import { inLanguage } from '../../../ui/page.tsx'
import { wordsIn } from '../../../ui/words-in.ts'
import { answerFromBoard } from '../../board/answer.ts'
import { type Board, boardIn } from '../../board/board.ts'
import { dayOf, plusDays, trueUntil } from '../../board/clock.ts'
import { momentsBetween } from '../../moments/moments.ts'
import { paths } from '../../paths.ts'
import { calendarFile } from './feed.ts'

/** What a feed holds, in days: long enough back to see what was cancelled, a year ahead. */
const BACK = 28
const AHEAD = 365

type Asked = { partner: string | undefined; activiteit: string | undefined }

/** `/{stek}/programma.ics`, also of one partner (`?partner=`) and of one offer (`?activiteit=`). */
export function mountFeed(app: Hono<Env>, house: House, language: Language): void {
  app.get('/:stek{[a-z0-9-]+}/programma.ics', (c) => {
    const now = house.clock.now()
    const zone = house.settings.timeZone
    const today = dayOf(now, zone)
    const window = { from: plusDays(today, -BACK), until: plusDays(today, AHEAD) }
    const asked = { partner: c.req.query('partner') || undefined, activiteit: c.req.query('activiteit') || undefined }
    return answerFromBoard(c, house, inLanguage(language, paths.feed(c.req.param('stek'), asked)), window, async (read) => {
      const board = boardIn(read, language)
      const name = calendarName(board, asked)
      if (name === undefined) return undefined
      const moments = momentsBetween(slotsAsked(read, asked), read.exceptions, read.closures, window.from, window.until, zone)
      const { changedAt } = board
      return {
        body: calendarFile({ t: wordsIn(house, language), board, name, moments, changedAt, baseUrl: house.settings.baseUrl }),
        type: 'text/calendar; charset=utf-8',
        headers: { 'Content-Disposition': `inline; filename="${board.stek.slug}.ics"` },
        trueUntil: trueUntil(now, zone, []),
      }
    })
  })
}

/** What the calendar is called; undefined when the partner or the offer asked for does not exist. */
function calendarName(board: ReturnType<typeof boardIn>, { partner, activiteit }: Asked): string | undefined {
  const ofPartner = partner === undefined ? undefined : board.partners.find(({ slug }) => slug === partner)
  const ofOffer = activiteit === undefined ? undefined : board.offers.find(({ slug }) => slug === activiteit)
  if ((partner !== undefined && !ofPartner) || (activiteit !== undefined && !ofOffer)) return undefined
  return [board.stek.name, ofPartner?.name, ofOffer?.title].filter((part) => part !== undefined).join(' · ')
}

function slotsAsked(read: Board, { partner, activiteit }: Asked): Board['slots'] {
  if (partner === undefined && activiteit === undefined) return read.slots
  const partnerId = read.partners.find(({ slug }) => slug === partner)?.partnerId
  const wanted = new Set(
    read.offers
      .filter(
        (offer) => (activiteit === undefined || offer.slug === activiteit) && (partner === undefined || offer.partnerId === partnerId),
      )
      .map(({ offerId }) => offerId),
  )
  return read.slots.filter(({ offerId }) => wanted.has(offerId))
}
