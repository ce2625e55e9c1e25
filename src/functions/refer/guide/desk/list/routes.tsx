import type { Hono } from 'hono'
import type { Env, House } from '../../../../../platform/http/house.ts'
import { deskPage } from '../../../../../programme/desk/page.ts'
import { todayIn } from '../../../../../programme/desk/read.ts'
import { waitingAt } from '../../../freshness/queries.ts'
import { MOST_A_WEEK } from '../../../freshness/rules.ts'
import { guideAtWork } from '../at-work.ts'
import { guideCss } from '../look.ts'
import { type ListShows, listShows } from '../paths.ts'
import { entriesOf } from '../queries.ts'
import { guideIsEmpty } from '../start/queries.ts'
import { foundIn, mendFirst } from './rules.ts'
import { GuideList } from './views.tsx'

/** What somebody mends in one sitting; the search finds the others. */
const PER_PAGE = 10

/**
 * `/werk/wegwijzer`: what waits this week first (whom to call, at most fifteen; what organisations said), then the entries somebody keeps with
 * what to mend next.
 */
export function mountGuideList(app: Hono<Env>, house: House): void {
  app.get('/werk/wegwijzer', async (c) => {
    const work = await guideAtWork(c, house)
    if (work instanceof Response) return work
    const { t, stek } = work
    const asked = c.req.query('toon')
    const q = (c.req.query('q') ?? '').slice(0, 100)
    const from = Math.max(0, Number.parseInt(c.req.query('vanaf') ?? '0', 10) || 0)
    const today = todayIn(house)
    const { entries, waiting, empty } = await work.inStek(async (tx) => ({
      entries: await entriesOf(tx, stek.stekId, { partnerId: work.partnerId, ended: asked === 'ended' }),
      waiting: await waitingAt(tx, stek.stekId, today),
      empty: work.leads && (await guideIsEmpty(tx, stek.stekId)),
    }))
    const lines = mendFirst(foundIn(entries, q), today)
    const proposals = waiting.filter(({ answer }) => answer === 'changed' || answer === 'ended')
    const open = waiting.filter(({ answer }) => answer === null)
    const calls = open.filter(({ way }) => way === 'phone').slice(0, MOST_A_WEEK)
    const first: ListShows = q !== '' ? 'mend' : calls.length > 0 ? 'phone' : proposals.length > 0 ? 'proposals' : 'mend'
    const shows: ListShows = listShows.find((one) => one === asked) ?? first
    const title = t('guidedesk.title')
    const done = c.req.query('gedaan')
    const children = (
      <GuideList
        work={work}
        shows={shows}
        q={q}
        lines={lines.slice(from, from + PER_PAGE)}
        total={lines.length}
        from={from}
        perPage={PER_PAGE}
        proposals={proposals}
        open={open}
        calls={calls}
        empty={empty}
        mean={lines.length === 0 ? undefined : Math.round(lines.reduce((sum, { score }) => sum + score, 0) / lines.length)}
      />
    )
    return deskPage(c, work, { title, told: done ? t('guidedesk.done', { name: done.slice(0, 160) }) : undefined, css: guideCss, children })
  })
}
