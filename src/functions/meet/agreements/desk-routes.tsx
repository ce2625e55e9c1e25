import type { Context, Hono } from 'hono'
import { atWork } from '../../../place/person/at-work.ts'
import { notFoundAtWork } from '../../../place/person/pages.tsx'
import { sitesOf } from '../../../place/site/queries.ts'
import { seeOther, typedIn } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import { deskPage } from '../../../programme/desk/page.ts'
import { todayIn } from '../../../programme/desk/read.ts'
import { sentencesOf } from '../../../programme/forms/sentences.ts'
import type { Refusals, Typed } from '../../../ui/fields.tsx'
import { welcomePaths } from '../paths.ts'
import { AgreementsForm, AgreementsList, typedOf } from './desk-views.tsx'
import { readAgreements } from './form.ts'
import { agreementsOf, putAgreements } from './queries.ts'
import { refusalsOfAgreements } from './rules.ts'

/** `/werk/afspraken`: the agreements of the house, changed by who leads the stek. */
export function mountAgreementsDesk(app: Hono<Env>, house: House): void {
  const readAll = (stekId: string) =>
    house.database.reading(stekId, async (tx) => ({ sites: await sitesOf(tx, stekId), agreements: await agreementsOf(tx, stekId) }))

  app.get('/werk/afspraken', async (c: Context<Env>) => {
    const work = await atWork(c, house, 'place.change')
    if (work instanceof Response) return work
    const { t, stek } = work
    const told = c.req.query('bewaard') ? t('warmth.agreements.saved') : undefined
    const children = <AgreementsList t={t} stek={stek.slug} {...(await readAll(stek.stekId))} />
    return deskPage(c, work, { title: t('warmth.agreements.title'), told, children })
  })

  /** The form of one site, and what to do with what came in. */
  const ofSite = async (
    c: Context<Env>,
    then?: (typed: Typed, save: (draft: ReturnType<typeof readAgreements>) => Promise<Response>) => Promise<Response | Refusals>,
  ) => {
    const work = await atWork(c, house, 'place.change')
    if (work instanceof Response) return work
    const { t, stek, actor, frame } = work
    const { sites, agreements } = await readAll(stek.stekId)
    const site = sites.find(({ siteId }) => siteId === c.req.param('site'))
    if (!site) return notFoundAtWork(c, house)
    const there = agreements.find(({ siteId }) => siteId === site.siteId)
    const page = (typed: Typed, refusals: Refusals = {}) =>
      deskPage(
        c,
        work,
        {
          title: t('warmth.agreements.titleOf', { site: site.name }),
          children: <AgreementsForm t={t} token={frame.token} stek={stek.slug} site={site} typed={typed} refusals={refusals} />,
        },
        Object.keys(refusals).length > 0 ? 422 : 200,
      )
    if (!then) return page(there ? typedOf(there) : {})
    const typed = await typedIn(c)
    const outcome = await then(typed, async ({ sentences, on, where, others }) => {
      const kept = { siteId: site.siteId, sentences, agreedOn: on.date ?? null, agreedWhere: where, translations: others }
      await house.database.inStek(actor, stek.stekId, (tx) => putAgreements(tx, stek.stekId, kept))
      return seeOther(c, welcomePaths.agreementsDesk(stek.slug, { bewaard: '1' }))
    })
    return outcome instanceof Response ? outcome : page(typed, outcome)
  }

  app.get('/werk/afspraken/:site{[0-9a-f-]{36}}', (c: Context<Env>) => ofSite(c))

  app.post('/werk/afspraken/:site{[0-9a-f-]{36}}', (c: Context<Env>) =>
    ofSite(c, async (typed, save) => {
      const today = todayIn(house)
      const draft = readAgreements(typed, today)
      const refusals = refusalsOfAgreements(draft, today)
      return refusals.length > 0 ? sentencesOf(house.texts('nl'), refusals) : save(draft)
    }),
  )
}
