import type { Hono } from 'hono'
import { paths as placePaths } from '../../../place/paths.ts'
import { sitesOf } from '../../../place/site/queries.ts'
import { stekBySlug, versionOf } from '../../../place/stek/queries.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import type { Rendered } from '../../../platform/http/page-cache.ts'
import type { Language } from '../../../platform/i18n/languages.ts'
import { inLanguage } from '../../../ui/page.tsx'
import { rendered } from '../../../ui/rendered.ts'
import { wordsIn } from '../../../ui/words-in.ts'
import { agreementsOf } from './queries.ts'
import { agreementsPage } from './views.tsx'

const MISSING: Rendered = { body: '', type: 'text/plain', status: 404, subject: null, version: 0, trueUntil: 0 }

/** `/{stek}/afspraken`, in one language; kept until something of the stek changes. */
export function mountAgreements(app: Hono<Env>, house: House, language: Language): void {
  const t = wordsIn(house, language)

  app.get('/:stek{[a-z0-9-]+}/afspraken', async (c) => {
    const slug = c.req.param('stek')
    const answer = await house.pages.answer(inLanguage(language, placePaths.agreements(slug)), c.req.raw, async () => {
      const stek = await house.database.reading(null, (tx) => stekBySlug(tx, slug))
      if (!stek) return MISSING
      return house.database.reading(stek.stekId, async (tx) => {
        const [{ version }, sites, all] = [
          await versionOf(tx, stek.stekId),
          await sitesOf(tx, stek.stekId),
          await agreementsOf(tx, stek.stekId),
        ]
        const agreed = sites.flatMap(({ siteId, name }) => {
          const agreements = all.find((one) => one.siteId === siteId && one.sentences.length > 0)
          return agreements ? [{ name, agreements }] : []
        })
        const document = agreementsPage({ t, language, stek, sites: agreed, baseUrl: house.settings.baseUrl })
        return { ...rendered(document), subject: stek.stekId, version }
      })
    })
    return answer.status === 404 ? c.notFound() : answer
  })
}
