import type { Hono } from 'hono'
import { seeOther } from '../../../../../platform/http/answers.ts'
import type { Env, House } from '../../../../../platform/http/house.ts'
import { leaderAtGuide } from '../at-work.ts'
import { guideDeskPaths } from '../paths.ts'
import { takeStartSet } from './queries.ts'

/** `/werk/wegwijzer/startset`: whoever leads a stek with an empty guide takes over the start set. @source REFER-3 */
export function mountStartSet(app: Hono<Env>, house: House): void {
  app.post('/werk/wegwijzer/startset', async (c) => {
    const work = await leaderAtGuide(c, house)
    if (work instanceof Response) return work
    const took = await work.inStek((tx) => takeStartSet(tx, work.stek.stekId, house.newId))
    return seeOther(c, guideDeskPaths.list(work.stek.slug, took ? { gedaan: work.t('guidedesk.start.done') } : {}))
  })
}
