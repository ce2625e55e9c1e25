import type { Hono } from 'hono'
import { paths as placePaths } from '../../../place/paths.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import type { Language } from '../../../platform/i18n/languages.ts'
import { inLanguage } from '../../../ui/page.tsx'
import { rendered } from '../../../ui/rendered.ts'
import { wordsIn } from '../../../ui/words-in.ts'
import { answerFromBoard } from '../../board/answer.ts'
import { paths } from '../../paths.ts'
import { comingDays, comingWindow } from '../coming-days.ts'
import { messageOf } from '../message/message.ts'
import { sharePage } from './views.tsx'

/** `/{stek}/delen`: send the programme on, print it, listen to it, put it in a calendar or on a site. */
export function mountShare(app: Hono<Env>, house: House, language: Language): void {
  app.get('/:stek{[a-z0-9-]+}/delen', (c) => {
    const now = house.clock.now()
    const zone = house.settings.timeZone
    const { baseUrl } = house.settings
    const t = wordsIn(house, language)
    return answerFromBoard(c, house, inLanguage(language, paths.share(c.req.param('stek'))), comingWindow(now, zone), (read) => {
      const coming = comingDays(read, language, now, zone)
      const message = messageOf(t, coming, `${baseUrl}${inLanguage(language, placePaths.stek(read.stek.slug))}`)
      return rendered(sharePage({ t, board: coming.board, message, baseUrl }), coming.trueUntil)
    })
  })
}
