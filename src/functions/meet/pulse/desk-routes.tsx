import type { Context, Hono } from 'hono'
import { atWork } from '../../../place/person/at-work.ts'
import { notFoundAtWork } from '../../../place/person/pages.tsx'
import { leads } from '../../../place/person/rules.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import { qrSvg } from '../../../platform/pdf/qr.ts'
import type { Board } from '../../../programme/board/board.ts'
import { deskPage } from '../../../programme/desk/page.ts'
import { readDesk, todayIn } from '../../../programme/desk/read.ts'
import type { Moment } from '../../../programme/moments/moment.ts'
import { momentsBetween } from '../../../programme/moments/moments.ts'
import { welcomePaths } from '../paths.ts'
import { type AskedMoment, PulseDesk, pulseCss, StartedTablet } from './desk-views.tsx'
import { monthCountsOf } from './queries.ts'
import { toldOf } from './rules.ts'
import { tabletToken } from './token.ts'

const askedOf = (board: Board, moment: Moment): AskedMoment => ({
  slotId: moment.slotId,
  plannedDate: moment.plannedDate,
  title: board.offers.find(({ offerId }) => offerId === moment.offerId)?.title ?? '',
  site: board.sites.find(({ siteId }) => siteId === moment.siteId)?.name ?? '',
  time: saidIn('nl').range(moment.startTime, moment.endTime),
})

/** `/werk/welkom`: start the tablet for a moment of today, and read what people said. */
export function mountPulseDesk(app: Hono<Env>, house: House): void {
  const momentsToday = (board: Board, today: string): Moment[] =>
    momentsBetween(board.slots, board.exceptions, board.closures, today, today, house.settings.timeZone).filter(
      ({ cancellation }) => !cancellation,
    )

  app.get('/werk/welkom', async (c: Context<Env>) => {
    const work = await atWork(c, house, 'welcome.ask')
    if (work instanceof Response) return work
    const { t, stek, actor, signedIn } = work
    const today = todayIn(house)
    const board = await readDesk(house, work, { from: today, until: today })
    const counted = await house.database.inStek(actor, stek.stekId, (tx) => monthCountsOf(tx, stek.stekId))
    const sites = board.sites.map(({ siteId, name }) => ({
      name,
      told: toldOf(
        counted.filter((row) => row.siteId === siteId),
        today,
      ),
    }))
    const moments = momentsToday(board, today).map((moment) => askedOf(board, moment))
    const children = <PulseDesk work={work} moments={moments} sites={sites} leads={leads(signedIn, stek.stekId)} />
    return deskPage(c, work, { title: t('warmth.pulse.title'), css: pulseCss, children })
  })

  app.get('/werk/welkom/tablet/:slot{[0-9a-f-]{36}}/:date{\\d{4}-\\d{2}-\\d{2}}', async (c: Context<Env>) => {
    const work = await atWork(c, house, 'welcome.ask')
    if (work instanceof Response) return work
    const { t, stek } = work
    const today = todayIn(house)
    const board = await readDesk(house, work, { from: today, until: today })
    const moment = momentsToday(board, today).find(
      ({ slotId, plannedDate }) => slotId === c.req.param('slot') && plannedDate === c.req.param('date'),
    )
    if (!moment) return notFoundAtWork(c, house)
    const token = tabletToken(house.secret, stek.stekId, { slotId: moment.slotId, siteId: moment.siteId, date: today })
    const address = welcomePaths.tablet(stek.slug, token)
    const code = qrSvg(new URL(address, house.settings.baseUrl).href)
    const children = <StartedTablet work={work} title={askedOf(board, moment).title} address={address} code={code} />
    return deskPage(c, work, { title: t('warmth.pulse.tablet.title'), css: pulseCss, children })
  })
}
