import type { Hono } from 'hono'
import { stekBySlug, versionOf } from '../../../../place/stek/queries.ts'
import type { Env, House } from '../../../../platform/http/house.ts'
import type { Rendered } from '../../../../platform/http/page-cache.ts'
import type { Language } from '../../../../platform/i18n/languages.ts'
import { trueUntil } from '../../../../programme/board/clock.ts'
import { inLanguage } from '../../../../ui/page.tsx'
import { rendered } from '../../../../ui/rendered.ts'
import { wordsIn } from '../../../../ui/words-in.ts'
import { serviceIdBySlug } from '../../guide/queries.ts'
import { referPaths } from '../../paths.ts'
import { serviceFor } from '../guide.ts'
import { whenIn } from '../read.ts'
import { blankSlipPage } from './blank-views.tsx'

const MISSING: Rendered = { body: '', type: 'text/plain', status: 404, subject: null, version: 0, trueUntil: 0 }

/** `/{stek}/wegwijzer/{slug}/briefje`: a slip that anybody prints and fills in by hand; without codes, and nothing is kept. */
export function mountBlankSlip(app: Hono<Env>, house: House, language: Language): void {
  const t = wordsIn(house, language)
  app.get('/:stek{[a-z0-9-]+}/wegwijzer/:service{[a-z0-9-]+}/briefje', async (c) => {
    const [slug, serviceSlug] = [c.req.param('stek'), c.req.param('service')]
    const address = referPaths.blankSlip(slug, serviceSlug)
    const answer = await house.pages.answer(inLanguage(language, address), c.req.raw, async () => {
      const stek = await house.database.reading(null, (tx) => stekBySlug(tx, slug))
      if (!stek) return MISSING
      const { now, today } = whenIn(house)
      return house.database.reading(stek.stekId, async (tx) => {
        const { version } = await versionOf(tx, stek.stekId)
        const serviceId = await serviceIdBySlug(tx, stek.stekId, serviceSlug)
        const service = serviceId && (await serviceFor(tx, stek.stekId, serviceId, today, language))
        if (!service) return MISSING
        const back = inLanguage(language, referPaths.service(slug, serviceSlug))
        const document = blankSlipPage({ t, language, stek, service, address, back })
        return { ...rendered(document, trueUntil(now, house.settings.timeZone, [])), subject: stek.stekId, version }
      })
    })
    return answer.status === 404 ? c.notFound() : answer
  })
}
