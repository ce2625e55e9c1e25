import type { Hono } from 'hono'
import { paths as placePaths } from '../../place/paths.ts'
import type { Env, House } from '../../platform/http/house.ts'
import type { Language } from '../../platform/i18n/languages.ts'
import { inLanguage } from '../../ui/page.tsx'
import { rendered } from '../../ui/rendered.ts'
import { wordsIn } from '../../ui/words-in.ts'
import { answerFromBoard } from '../board/answer.ts'
import { boardForPage } from '../board/board.ts'
import { dayOf, trueUntil } from '../board/clock.ts'
import { partnerPage, partnersPage } from './views.tsx'

/** `/{stek}/partners` and `/{stek}/partners/{slug}`: who makes the stek, and what each does here. */
export function mountPartners(app: Hono<Env>, house: House, language: Language): void {
  const t = wordsIn(house, language)
  const baseUrl = house.settings.baseUrl
  const zone = house.settings.timeZone

  app.get('/:stek{[a-z0-9-]+}/partners', (c) => {
    const now = house.clock.now()
    const today = dayOf(now, zone)
    return answerFromBoard(
      c,
      house,
      inLanguage(language, placePaths.partners(c.req.param('stek'))),
      { from: today, until: today },
      (board) => rendered(partnersPage({ t, board: boardForPage(board, language), baseUrl }), trueUntil(now, zone, [])),
    )
  })

  app.get('/:stek{[a-z0-9-]+}/partners/:partner{[a-z0-9-]+}', (c) => {
    const now = house.clock.now()
    const today = dayOf(now, zone)
    const address = inLanguage(language, placePaths.partner(c.req.param('stek'), c.req.param('partner')))
    return answerFromBoard(c, house, address, { from: today, until: today }, (read) => {
      const board = boardForPage(read, language)
      const partner = board.partners.find(({ slug }) => slug === c.req.param('partner'))
      return partner && rendered(partnerPage({ t, board, partner, today, baseUrl }), trueUntil(now, zone, []))
    })
  })
}
