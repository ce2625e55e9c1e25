import type { Hono } from 'hono'
import type { Env, House } from '../../../platform/http/house.ts'
import type { Language } from '../../../platform/i18n/languages.ts'
import { inLanguage } from '../../../ui/page.tsx'
import { rendered } from '../../../ui/rendered.ts'
import { wordsIn } from '../../../ui/words-in.ts'
import { answerFromBoard } from '../../board/answer.ts'
import { boardIn } from '../../board/board.ts'
import { dayOf, trueUntil } from '../../board/clock.ts'
import { paths } from '../../paths.ts'
import { paperWindow, standingLinesOf } from '../flyer/standing.ts'
import { isFingerprint, rightPaper } from './fingerprint.ts'
import { checkPage } from './views.tsx'

/** `/{stek}/flyer?v=…`: whether a printed flyer is still right. */
export function mountCheck(app: Hono<Env>, house: House, language: Language): void {
  app.get('/:stek{[a-z0-9-]+}/flyer', (c) => {
    const now = house.clock.now()
    const zone = house.settings.timeZone
    const today = dayOf(now, zone)
    const typed = (c.req.query('v') ?? '').trim().toLowerCase()
    const fingerprint = isFingerprint(typed) ? typed : undefined
    return answerFromBoard(
      c,
      house,
      inLanguage(language, paths.flyerCheck(c.req.param('stek'), fingerprint)),
      paperWindow(today),
      (read) => {
        const { right } = rightPaper(read, today, zone)
        const document = checkPage({
          t: wordsIn(house, language),
          board: boardIn(read, language),
          verdict: fingerprint === undefined ? 'unknown' : right.has(fingerprint) ? 'right' : 'old',
          lines: standingLinesOf(read, today, zone)(today),
          today,
          baseUrl: house.settings.baseUrl,
        })
        return rendered(document, trueUntil(now, zone, []))
      },
    )
  })
}
