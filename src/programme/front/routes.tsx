import type { Hono } from 'hono'
import { allSteks } from '../../place/stek/queries.ts'
import type { Env, House } from '../../platform/http/house.ts'
import type { Language } from '../../platform/i18n/languages.ts'
import { inLanguage } from '../../ui/page.tsx'
import { forever } from '../../ui/rendered.ts'
import { wordsIn } from '../../ui/words-in.ts'
import { frontPage } from './views.tsx'

/** The list of steks belongs to no single stek, so no number tells that it changed: it is looked up again this often. */
const LOOK_AGAIN_IN_MILLISECONDS = 1000

/** `/`: choose your stek. */
export function mountFront(app: Hono<Env>, house: House, language: Language): void {
  app.get('/', (c) =>
    house.pages.answer(inLanguage(language, '/'), c.req.raw, async () => {
      const steks = await house.database.reading(null, allSteks)
      const trueUntil = house.clock.now().epochMilliseconds + LOOK_AGAIN_IN_MILLISECONDS
      return { ...forever(frontPage(wordsIn(house, language), language, steks, house.settings.baseUrl)), trueUntil }
    }),
  )
}
