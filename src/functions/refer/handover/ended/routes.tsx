import type { Hono } from 'hono'
import { atWork } from '../../../../place/person/at-work.ts'
import type { Env, House } from '../../../../platform/http/house.ts'
import { deskPage } from '../../../../programme/desk/page.ts'
import { handoverCss } from '../look.ts'
import { whenIn } from '../read.ts'
import { outcomesOf } from './queries.ts'
import { doorsOf, oftenInTheWay, settledBefore } from './rules.ts'
import { DoorsPage } from './views.tsx'

/** `/werk/overdracht/kastje`: from pillar to post, which doors let people stand, as far as numbers may be told. @source REFER-3 */
export function mountEnded(app: Hono<Env>, house: House): void {
  app.get('/werk/overdracht/kastje', async (c) => {
    const work = await atWork(c, house, 'handover.message')
    if (work instanceof Response) return work
    const before = settledBefore(whenIn(house).today)
    const { stekId } = work.stek
    const counted = await house.database.inStek(work.actor, stekId, (tx) => outcomesOf(tx, stekId, before))
    const doors = doorsOf(counted, before)
    const children = <DoorsPage work={work} doors={doors} often={oftenInTheWay(doors)} />
    return deskPage(c, work, { title: work.t('handover-desk.doors.title'), css: handoverCss, children })
  })
}
