import type { Hono } from 'hono'
import type { Env, House } from '../../../platform/http/house.ts'
import type { Language } from '../../../platform/i18n/languages.ts'
import { inLanguage } from '../../../ui/page.tsx'
import { wordsIn } from '../../../ui/words-in.ts'
import { answerFromBoard } from '../../board/answer.ts'
import { paths } from '../../paths.ts'
import { comingDays, comingWindow } from '../coming-days.ts'
import { phoneScript } from './script.ts'

/** `/{stek}/telefoon.txt`: what to say for who answers the telephone. */
export function mountPhone(app: Hono<Env>, house: House, language: Language): void {
  app.get('/:stek{[a-z0-9-]+}/telefoon.txt', (c) => {
    const now = house.clock.now()
    const zone = house.settings.timeZone
    return answerFromBoard(c, house, inLanguage(language, paths.phoneScript(c.req.param('stek'))), comingWindow(now, zone), (read) => {
      const coming = comingDays(read, language, now, zone)
      return {
        body: phoneScript(wordsIn(house, language), coming),
        type: 'text/plain; charset=utf-8',
        headers: { 'Content-Language': language },
        trueUntil: coming.trueUntil,
      }
    })
  })
}
