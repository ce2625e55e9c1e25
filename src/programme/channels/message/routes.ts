import type { Hono } from 'hono'
import { paths as placePaths } from '../../../place/paths.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import type { Language } from '../../../platform/i18n/languages.ts'
import { inLanguage } from '../../../ui/page.tsx'
import { wordsIn } from '../../../ui/words-in.ts'
import { answerFromBoard } from '../../board/answer.ts'
import { paths } from '../../paths.ts'
import { comingDays, comingWindow } from '../coming-days.ts'
import { messageOf } from './message.ts'

/** `/{stek}/bericht.txt`: the coming days as a message to send on. */
export function mountMessage(app: Hono<Env>, house: House, language: Language): void {
  app.get('/:stek{[a-z0-9-]+}/bericht.txt', (c) => {
    const now = house.clock.now()
    const zone = house.settings.timeZone
    const stek = c.req.param('stek')
    return answerFromBoard(c, house, inLanguage(language, paths.message(stek)), comingWindow(now, zone), (read) => {
      const coming = comingDays(read, language, now, zone)
      const address = `${house.settings.baseUrl}${inLanguage(language, placePaths.stek(stek))}`
      return {
        body: messageOf(wordsIn(house, language), coming, address),
        type: 'text/plain; charset=utf-8',
        headers: { 'Content-Language': language },
        trueUntil: coming.trueUntil,
      }
    })
  })
}
