import type { Context, Hono } from 'hono'
import { protect } from '../../../../platform/forms/protect.ts'
import { privateDocument, seeOther, typedIn } from '../../../../platform/http/answers.ts'
import type { Env, House } from '../../../../platform/http/house.ts'
import type { Language } from '../../../../platform/i18n/languages.ts'
import { addressOf } from '../../../../platform/limits/address.ts'
import { tryWithin } from '../../../../platform/limits/limits.ts'
import { dayOf } from '../../../../programme/board/clock.ts'
import type { Refusals, Typed } from '../../../../ui/fields.tsx'
import { inLanguage } from '../../../../ui/page.tsx'
import { wordsIn } from '../../../../ui/words-in.ts'
import { rightsPaths } from '../paths.ts'
import { rightsNow } from '../shelf-now.ts'
import { toldForm } from './form.ts'
import { tell } from './queries.ts'
import { monthOf } from './rules.ts'
import { toldPage } from './views.tsx'

/** So many may be told from one address in an hour: a whole table at the STEK with a phone, not a machine. */
const TOLD_AN_HOUR = 20

/** `/rechten/gelukt`: had it already, asked, tried and failed, did nothing; counted without a link to anything. @source LEARN-2, REFER-5 */
export function mountTold(app: Hono<Env>, house: House, language: Language): void {
  const t = wordsIn(house, language)

  type Said = { typed?: Typed; refusals?: Refusals; trouble?: string; thanked?: boolean }
  async function page(c: Context<Env>, { typed = {}, refusals = {}, trouble, thanked = false }: Said, status: 200 | 403 | 422 | 429 = 200) {
    const inForce = await rightsNow(house)
    const said = inForce.sayings(language).rights
    const rights = inForce.compiled.book.rights.map(({ id }) => ({ id, name: said[id]?.name ?? id }))
    const token = c.get('formToken')
    return privateDocument(c, toldPage({ t, language, token, typed, refusals, thanked, trouble, rights }), status)
  }

  app.use(
    '/rechten/gelukt',
    protect(house, async (c) => page(c, { typed: await typedIn(c), trouble: t('rights.told.refused') }, 403)),
  )

  app.get('/rechten/gelukt', (c) => page(c, { thanked: c.req.query('dank') !== undefined }))

  app.post('/rechten/gelukt', async (c) => {
    const typed = await typedIn(c)
    const { recht, uitkomst } = toldForm.parse(typed)
    const { compiled } = await rightsNow(house)
    const known = compiled.book.rights.some(({ id }) => id === recht)
    if (!known || !uitkomst) {
      const refusals = {
        ...(known ? {} : { recht: t('rights.told.wrongRight') }),
        ...(uitkomst ? {} : { uitkomst: t('rights.told.wrongOutcome') }),
      }
      return page(c, { typed, refusals }, 422)
    }
    const about = addressOf(c, house.settings.baseUrl)
    const may = await tryWithin(house, [{ kind: 'rights-told', about, allowed: TOLD_AN_HOUR, windowInMinutes: 60 }])
    if (!may.allowed) {
      c.header('Retry-After', String(may.retryAfterInSeconds))
      return page(c, { typed, trouble: t('rights.told.tooOften') }, 429)
    }
    const month = monthOf(dayOf(house.clock.now(), house.settings.timeZone))
    await house.database.atTheDoor((tx) => tell(tx, { rightId: recht, outcome: uitkomst, month }))
    return seeOther(c, inLanguage(language, rightsPaths.told({ dank: 'ja' })))
  })
}
