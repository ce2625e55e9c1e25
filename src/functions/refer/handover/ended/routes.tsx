import type { Hono } from 'hono'
import { atWork } from '../../../../place/person/at-work.ts'
import type { Env, House } from '../../../../platform/http/house.ts'
import { deskPage } from '../../../../programme/desk/page.ts'
import { handoverCss } from '../look.ts'
import { whenIn } from '../read.ts'
import { oldestThere, outcomesOf } from './queries.ts'
import { doorsOf, oftenInTheWay, settledBefore } from './rules.ts'
import { DoorsPage } from './views.tsx'

/** `/werk/overdracht/kastje`: from pillar to post, which doors let people stand, as far as numbers may be told. @source REFER-3 */
export function mountEnded(app: Hono<Env>, house: House): void {
  app.get('/werk/overdracht/kastje', async (c) => {
    const work = await atWork(c, house, 'handover.message')
    if (work instanceof Response) return work
    const { stekId } = work.stek
    const { counted, before } = await house.database.inStek(work.actor, stekId, async (tx) => {
      const settled = settledBefore(whenIn(house).today, await oldestThere(tx, stekId))
      return { before: settled, counted: await outcomesOf(tx, stekId, settled) }
    })
    const children = <DoorsPage work={work} doors={doorsOf(counted, before)} often={oftenInTheWay(counted, before)} />
    return deskPage(c, work, { title: work.t('handover-desk.doors.title'), css: handoverCss, children })
  })
}
