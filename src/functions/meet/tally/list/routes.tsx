import type { Hono } from 'hono'
import { atWork } from '../../../../place/person/at-work.ts'
import { personPaths } from '../../../../place/person/paths.ts'
import { leads } from '../../../../place/person/rules.ts'
import type { Env, House } from '../../../../platform/http/house.ts'
import { saidIn } from '../../../../platform/i18n/said.ts'
import { plusDays } from '../../../../programme/board/clock.ts'
import { deskPaths } from '../../../../programme/desk/paths.ts'
import { momentsBetween } from '../../../../programme/moments/moments.ts'
import { countsBetween } from '../../../../programme/tally/queries.ts'
import { tallyPage } from '../page.ts'
import { Notes, TallyTop } from '../parts.tsx'
import { tallyPaths } from '../paths.ts'
import { readTally, todayIn } from '../subject.ts'
import { type Countable, Day } from './views.tsx'

const DAYS_BACK = 7

/** `/werk/tellen`: the moments to count. Today and yesterday first; tomorrow too, so that a phone has them before it leaves the network. */
export function mountTallyList(app: Hono<Env>, house: House): void {
  app.get('/werk/tellen', async (c) => {
    const work = await atWork(c, house, 'tally.count')
    if (work instanceof Response) return work
    const { t, stek, frame } = work
    const today = todayIn(house)
    const window = { from: plusDays(today, -DAYS_BACK), until: plusDays(today, 1) }
    const { board, more } = await readTally(house, work, window, async (tx, { slots, exceptions, closures }) => {
      const moments = momentsBetween(slots, exceptions, closures, window.from, window.until, house.settings.timeZone)
      // A moment that was moved keeps the day it was planned on as its key.
      const planned = moments.map(({ plannedDate }) => plannedDate).sort()
      return { moments, counts: await countsBetween(tx, stek.stekId, planned[0] ?? today, planned.at(-1) ?? today) }
    })
    const countable = more.moments.map((moment): Countable => {
      const offer = board.offers.find(({ offerId }) => offerId === moment.offerId)
      const place = board.sites.find(({ siteId }) => siteId === moment.siteId)
      const heads = more.counts.get(`${moment.slotId}/${moment.plannedDate}`)?.['heads']
      return { moment, title: offer?.title ?? '', place: place?.name ?? '', heads }
    })
    const on = (date: string) => countable.filter(({ moment }) => moment.date === date)
    const earlier = Array.from({ length: DAYS_BACK - 1 }, (_, back) => plusDays(today, -2 - back)).filter((date) => on(date).length > 0)
    const show = (title: string, date: string) => <Day t={t} stek={stek.slug} title={title} moments={on(date)} />
    const children = (
      <>
        <TallyTop t={t} stek={stek.slug} back={{ href: deskPaths.cockpit(stek.slug), words: t('tally.back') }} />
        <div>
          <h1>{t('tally.title')}</h1>
          <p class="soft">
            <bdi>{frame.atWork?.stek.name}</bdi>
          </p>
        </div>
        <p>{t('tally.intro')}</p>
        {on(today).length === 0 && <p class="plain">{t('tally.noneToday')}</p>}
        {show(t('tally.today'), today)}
        {show(t('tally.yesterday'), plusDays(today, -1))}
        {show(t('tally.tomorrow'), plusDays(today, 1))}
        {earlier.length > 0 && (
          <details>
            <summary>{t('tally.earlier')}</summary>
            {earlier.map((date) => show(saidIn('nl').long(date), date))}
          </details>
        )}
        {leads(work.signedIn, stek.stekId) && (
          <p>
            <a class="second" href={tallyPaths.rows(stek.slug)}>
              {t('tally.rows.link')}
            </a>
          </p>
        )}
        <Notes t={t} signIn={personPaths.signIn(tallyPaths.list(stek.slug))} />
        <p class="soft">{t('tally.promise')}</p>
      </>
    )
    return tallyPage(c, work, { title: t('tally.title'), children })
  })
}
