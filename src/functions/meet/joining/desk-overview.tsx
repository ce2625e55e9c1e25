import type { Hono } from 'hono'
import { atWork } from '../../../place/person/at-work.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import { plusDays } from '../../../programme/board/clock.ts'
import { deskPage } from '../../../programme/desk/page.ts'
import { deskPaths } from '../../../programme/desk/paths.ts'
import { mayChange, readDesk, todayIn } from '../../../programme/desk/read.ts'
import { momentsBetween } from '../../../programme/moments/moments.ts'
import { signUpPaths } from '../../../programme/sign-up/paths.ts'
import { countsFrom, termsOf } from '../../../programme/sign-up/queries.ts'

/** How far ahead the desk lists moments, in days. */
const AHEAD = 60

/** `/werk/meedoen`: the coming moments people sign up for, with how full they are, per offer. */
export function mountJoiningOverview(app: Hono<Env>, house: House): void {
  app.get('/werk/meedoen', async (c) => {
    const work = await atWork(c, house, 'programme.change')
    if (work instanceof Response) return work
    const { t, stek } = work
    const said = saidIn('nl')
    const today = todayIn(house)
    const until = plusDays(today, AHEAD)
    const board = await readDesk(house, work, { from: today, until })
    const offers = board.offers.filter(({ takingPart, partnerId }) => takingPart === 'sign-up' && mayChange(work, partnerId))
    const { terms, counts } = await house.database.inStek(work.actor, stek.stekId, async (tx) => {
      const found = new Map<string, Awaited<ReturnType<typeof termsOf>>>()
      for (const { offerId } of offers) found.set(offerId, await termsOf(tx, stek.stekId, offerId))
      return { terms: found, counts: await countsFrom(tx, stek.stekId, today) }
    })
    const momentsOf = (offerId: string) => {
      const slots = board.slots.filter((slot) => slot.offerId === offerId)
      return momentsBetween(slots, board.exceptions, board.closures, today, until, house.settings.timeZone)
    }
    return deskPage(c, work, {
      title: t('joining-desk.title'),
      children: (
        <>
          <h1>{t('joining-desk.title')}</h1>
          {offers.length === 0 && (
            <p class="plain">
              {t('joining-desk.none')} <a href={deskPaths.offers(stek.slug)}>{t('joining-desk.noneLink')}</a>
            </p>
          )}
          {offers.map((offer) => {
            const own = terms.get(offer.offerId)
            return (
              <section class="part">
                <h2>
                  <bdi>{offer.title}</bdi>
                </h2>
                <p class="acts">
                  <span>
                    {own ? t('joining-desk.termsLine', { capacity: own.capacity, kept: own.keptForDesk }) : t('joining-desk.noTerms')}
                  </span>
                  <a class="act" href={signUpPaths.terms(stek.slug, offer.offerId)}>
                    {t('joining-desk.setTerms')}
                  </a>
                </p>
                {own && (
                  <ul class="todo">
                    {momentsOf(offer.offerId).map((moment) => {
                      const { placed, waiting } = counts.get(`${moment.slotId} ${moment.plannedDate}`) ?? { placed: 0, waiting: 0 }
                      return (
                        <li>
                          <a href={signUpPaths.list(stek.slug, moment.slotId, moment.plannedDate)}>
                            <b>{said.long(moment.date)}</b>, {said.range(moment.startTime, moment.endTime)}
                          </a>
                          <span>
                            {moment.cancellation && <>{t('joining-desk.off')} </>}
                            {t('joining-desk.counts', { placed, capacity: own.capacity, waiting })}
                          </span>
                        </li>
                      )
                    })}
                  </ul>
                )}
              </section>
            )
          })}
        </>
      ),
    })
  })
}
