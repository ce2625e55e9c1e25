import type { Hono } from 'hono'
import { atWork } from '../../../place/person/at-work.ts'
import { notAllowed, notFoundAtWork } from '../../../place/person/pages.tsx'
import { isId } from '../../../platform/clock/identifiers.ts'
import { seeOther } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import { sentencesOf } from '../../forms/sentences.ts'
import { deskPage } from '../page.ts'
import { deskPaths } from '../paths.ts'
import { changeById } from './queries.ts'
import { canUndo, sentenceOfChange } from './told.tsx'
import { undoChange } from './undo.ts'
import { NotUndone } from './views.tsx'

/** `/werk/ongedaan/{change}`: puts back what a change did, as long as nothing later stands in the way. */
export function mountUndo(app: Hono<Env>, house: House): void {
  app.post('/werk/ongedaan/:change', async (c) => {
    const work = await atWork(c, house, 'programme.change')
    if (work instanceof Response) return work
    const { stekId, slug } = work.stek
    const changeId = c.req.param('change')
    const change = isId(changeId) ? await house.database.inStek(work.actor, stekId, (tx) => changeById(tx, stekId, changeId)) : undefined
    if (!change) return notFoundAtWork(c, house)
    const done = () => seeOther(c, deskPaths.cockpit(slug, { gedaan: changeId }))
    if (change.undone) return done()
    if (!canUndo(work, change, house.clock.now())) return notAllowed(c, house, work.stek.name)
    const outcome = await undoChange(house, work, change)
    if (outcome.state === 'done') return done()
    const since = outcome.state === 'changedSince' ? outcome.since : []
    const refusals = outcome.state === 'refused' ? sentencesOf(work.t, outcome.refusals) : {}
    const what = sentenceOfChange(work.t, change)
    return deskPage(
      c,
      work,
      { title: work.t('desk.undo.notTitle'), children: <NotUndone work={work} what={what} since={since} refusals={refusals} /> },
      422,
    )
  })
}
