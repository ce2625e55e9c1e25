import type { Hono } from 'hono'
import type { Env, House } from '../../../platform/http/house.ts'
import type { Language } from '../../../platform/i18n/languages.ts'
import { inLanguage } from '../../../ui/page.tsx'
import { rendered } from '../../../ui/rendered.ts'
import { wordsIn } from '../../../ui/words-in.ts'
import { answerFromBoard } from '../../board/answer.ts'
import { boardForPage } from '../../board/board.ts'
import { paths } from '../../paths.ts'
import { comingDays, comingWindow } from '../coming-days.ts'
import { embedPage } from './views.tsx'

/** `/{stek}/ingebed`: the coming days for in a frame on another site. */
export function mountEmbed(app: Hono<Env>, house: House, language: Language): void {
  app.get('/:stek{[a-z0-9-]+}/ingebed', (c) => {
    const now = house.clock.now()
    const zone = house.settings.timeZone
    return answerFromBoard(c, house, inLanguage(language, paths.embed(c.req.param('stek'))), comingWindow(now, zone), (read) => {
      const coming = comingDays(read, language, now, zone, boardForPage)
      return rendered(embedPage({ t: wordsIn(house, language), coming }), coming.trueUntil)
    })
  })
}
