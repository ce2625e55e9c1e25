import type { Context, Hono } from 'hono'
import { atWork, type Work } from '../../../place/person/at-work.ts'
import { notAllowed, notFoundAtWork } from '../../../place/person/pages.tsx'
import { leads } from '../../../place/person/rules.ts'
import { seeOther, typedIn } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import type { Typed } from '../../../ui/fields.tsx'
import { roomAskedAs, sentencesOf } from '../../forms/sentences.ts'
import { carryOut } from '../changing/carry-out.ts'
import { changeIdOf } from '../changing/key.ts'
import { deskPage } from '../page.ts'
import { deskPaths } from '../paths.ts'
import { readPlace, todayIn } from '../read.ts'
import { statusOf, type Trouble, takeStep } from '../three-steps.tsx'
import { toldOf } from '../undo/told.tsx'
import { closureForm } from './form.ts'
import { closuresFrom } from './queries.ts'
import { lastDayOf, refusalsOfClosure } from './rules.ts'
import { ClosureSeen, Closures } from './views.tsx'

/** `/werk/sluiting`: a site that is closed for a while, and taking that back. Only who leads the stek. */
export function mountClosures(app: Hono<Env>, house: House): void {
  async function leadAtWork(c: Context<Env>): Promise<Work | Response> {
    const work = await atWork(c, house, 'place.change')
    if (work instanceof Response) return work
    return leads(work.signedIn, work.stek.stekId) ? work : notAllowed(c, house, work.stek.name)
  }

  const page = async (c: Context<Env>, work: Work, typed: Typed, trouble: Trouble = {}) => {
    const { t, stek } = work
    const board = await readPlace(house, work)
    const closures = await house.database.reading(stek.stekId, (tx) => closuresFrom(tx, stek.stekId, todayIn(house)))
    const children = (
      <>
        <h1>{t('desk.closure.title')}</h1>
        <Closures
          t={t}
          token={work.frame.token}
          stek={stek.slug}
          board={board}
          closures={closures}
          typed={typed}
          refusals={trouble.refusals ?? {}}
        />
      </>
    )
    return deskPage(c, work, { title: t('desk.closure.title'), told: await toldOf(c, house, work), children }, statusOf(trouble))
  }

  app.get('/werk/sluiting', async (c) => {
    const work = await leadAtWork(c)
    return work instanceof Response ? work : page(c, work, { sleutel: house.newId() })
  })

  app.post('/werk/sluiting', async (c) => {
    const work = await leadAtWork(c)
    if (work instanceof Response) return work
    const { t, stek } = work
    const typed = await typedIn(c)
    const today = todayIn(house)
    const draft = closureForm(today).parse(typed)
    const from = draft.from.date ?? today
    const until = lastDayOf(draft) ?? from
    const board = await readPlace(house, work)
    return takeStep(c, house, work, {
      title: t('desk.closure.title'),
      address: deskPaths.closures(stek.slug),
      typed,
      names: ['site', 'from', 'until', 'reason'],
      refusals: refusalsOfClosure(draft, { today, siteIds: board.sites.map(({ siteId }) => siteId) }),
      change: { kind: 'closure-add', offerIds: 'all', frees: true, lookUntil: until },
      doing: ({ write }) =>
        write.add('closure', { closure_id: house.newId(), site_id: draft.site, from_date: from, until_date: until, reason: draft.reason }),
      page: (again, trouble) => page(c, work, again, trouble),
      seen: (then) => (
        <ClosureSeen
          t={t}
          board={then}
          site={draft.site}
          from={from < today ? today : from}
          until={until}
          now={house.clock.now()}
          zone={house.settings.timeZone}
        />
      ),
      goTo: (gedaan) => deskPaths.closures(stek.slug, { gedaan }),
    })
  })

  app.post('/werk/sluiting/:closure{[0-9a-f-]{36}}/weg', async (c) => {
    const work = await leadAtWork(c)
    if (work instanceof Response) return work
    const { stek } = work
    const closureId = c.req.param('closure')
    const changeId = changeIdOf(work.signedIn.personId, deskPaths.removeClosure(stek.slug, closureId), await typedIn(c))
    const change = { stekId: stek.stekId, actor: work.actor, changeId, kind: 'closure-remove', offerIds: 'all' } as const
    const outcome = await carryOut(house, change, ({ write }) => write.remove('closure', { closure_id: closureId }))
    if (outcome.state === 'done') return seeOther(c, deskPaths.closures(stek.slug, { gedaan: changeId }))
    if (outcome.state === 'refused')
      return page(c, work, { sleutel: house.newId() }, { refusals: sentencesOf(work.t, roomAskedAs('remove', outcome.refusals)) })
    return notFoundAtWork(c, house)
  })
}
