import type { Hono } from 'hono'
import { stekBySlug, versionOf } from '../../../place/stek/queries.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import type { Rendered } from '../../../platform/http/page-cache.ts'
import { unkeptPage } from '../../../platform/http/unkept.ts'
import type { Language } from '../../../platform/i18n/languages.ts'
import { asDutch } from '../../../ui/dutch.ts'
import { type Document, inLanguage } from '../../../ui/page.tsx'
import { rendered } from '../../../ui/rendered.ts'
import { wordsIn } from '../../../ui/words-in.ts'
import { referPaths } from '../paths.ts'
import { serviceAloudPage } from './aloud/views.tsx'
import type { Speaking } from './card.tsx'
import { askedIn, asksSomething } from './form.ts'
import { serviceIdBySlug, servicesById, sitePoints } from './queries.ts'
import { readFound } from './read.ts'
import { stateHoldsUntil, wallClock } from './rules.ts'
import { findServices } from './search/find.ts'
import type { Service } from './service.ts'
import { servicePage } from './service-views.tsx'
import { guidePage } from './views.tsx'

const MISSING: Rendered = { body: '', type: 'text/plain', status: 404, subject: null, version: 0, trueUntil: 0 }
/** What to look for when nothing else was found: the desks that help with any question, in the words of the list of synonyms. */
const ANY_QUESTION = 'weet niet waar naartoe'
const BROAD_DESKS = 3

/** `/{stek}/wegwijzer` and one service of it, to read and to hear, in one language. Reading them never answers 429. */
export function mountGuide(app: Hono<Env>, house: House, language: Language): void {
  const t = wordsIn(house, language)
  const baseUrl = house.settings.baseUrl
  /** What the parts of the guide need to speak, with the names of stek and sites marked as Dutch. */
  const speakingOf = (stek: Speaking['stek'], now: Speaking['now'], sites: Speaking['sites']): Speaking => {
    const heard = <One extends { name: string }>(one: One): One => ({ ...one, name: asDutch(language, one.name) })
    return { t, language, stek: heard(stek), now, sites: sites.map(heard) }
  }
  const wall = () => house.clock.now().toZonedDateTimeISO(house.settings.timeZone)

  app.get('/:stek{[a-z0-9-]+}/wegwijzer', async (c) => {
    const slug = c.req.param('stek')
    const asked = askedIn(c.req.query())
    const stek = await house.database.reading(null, (tx) => stekBySlug(tx, slug))
    if (!stek) return c.notFound()
    const now = wallClock(wall())
    if (!asksSomething(asked))
      return house.pages.answer(inLanguage(language, referPaths.guide(slug)), c.req.raw, () =>
        house.database.reading(stek.stekId, async (tx) => {
          const { version } = await versionOf(tx, stek.stekId)
          const document = guidePage({ speaking: speakingOf(stek, now, []), asked, found: undefined, broad: [], baseUrl })
          return { ...rendered(document), subject: stek.stekId, version }
        }),
      )
    // What somebody types is kept nowhere: not in the page cache, where its address would be a key, and not in the browser.
    const { found, broad } = await house.database.reading(stek.stekId, async (tx) => {
      const page = await readFound(tx, stek.stekId, asked, now)
      if (page.count > 0 && page.understood) return { found: page, broad: [] }
      const any = await findServices(tx, stek.stekId, ANY_QUESTION)
      const ids = any.scored.slice(0, BROAD_DESKS).map(({ serviceId }) => serviceId)
      return { found: page, broad: await servicesById(tx, stek.stekId, ids, now.date) }
    })
    return unkeptPage(c, guidePage({ speaking: speakingOf(stek, now, found.sites), asked, found, broad, baseUrl }))
  })

  type Make = (props: { speaking: Speaking; service: Service; baseUrl: string }) => Document
  const serviceAs = (end: string, addressOf: typeof referPaths.service, make: Make) =>
    app.get(`/:stek{[a-z0-9-]+}/wegwijzer/:service{[a-z0-9-]+}${end}`, async (c) => {
      const { stek: slug, service: serviceSlug } = c.req.param()
      const answer = await house.pages.answer(inLanguage(language, addressOf(slug, serviceSlug)), c.req.raw, async () => {
        const stek = await house.database.reading(null, (tx) => stekBySlug(tx, slug))
        if (!stek) return MISSING
        return house.database.reading(stek.stekId, async (tx) => {
          const at = wall()
          const now = wallClock(at)
          const { version } = await versionOf(tx, stek.stekId)
          const serviceId = await serviceIdBySlug(tx, stek.stekId, serviceSlug)
          const [service] = serviceId ? await servicesById(tx, stek.stekId, [serviceId], now.date) : []
          if (!service) return MISSING
          const sites = await sitePoints(tx, stek.stekId)
          const document = make({ speaking: speakingOf(stek, now, sites), service, baseUrl })
          return { ...rendered(document, stateHoldsUntil(service, at)), subject: stek.stekId, version }
        })
      })
      return answer.status === 404 ? c.notFound() : answer
    })
  serviceAs('', referPaths.service, servicePage)
  serviceAs('/voorlezen', referPaths.serviceAloud, serviceAloudPage)
}
