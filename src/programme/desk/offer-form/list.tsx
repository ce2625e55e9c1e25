import type { Hono } from 'hono'
import { atWork } from '../../../place/person/at-work.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import { Icon } from '../../../ui/icons.tsx'
import { functionPictograms } from '../../offer/offer.ts'
import { deskPage } from '../page.ts'
import { deskPaths } from '../paths.ts'
import { mayChange, readDesk, readPlace, todayIn } from '../read.ts'
import { toldOf } from '../undo/told.tsx'
import { rhythmWithPeriod, stillComing } from './rhythms.ts'

/** `/werk/aanbod`: every offer, also those that rest, have no fixed moment yet or have stopped. */
export function mountOfferList(app: Hono<Env>, house: House): void {
  app.get('/werk/aanbod', async (c) => {
    const work = await atWork(c, house, 'programme.change')
    if (work instanceof Response) return work
    const { t, stek } = work
    const today = todayIn(house)
    const { slots } = await readDesk(house, work)
    const { offers } = await readPlace(house, work)
    const own = offers.filter(({ partnerId }) => mayChange(work, partnerId))
    const coming = Map.groupBy(stillComing(slots, today), ({ offerId }) => offerId)
    const slotsOf = (offerId: string) => coming.get(offerId) ?? []
    const isOver = (endedOn: string | null) => endedOn !== null && endedOn < today
    const goingOn = own.filter(({ endedOn }) => !isOver(endedOn))
    const stopped = own.filter(({ endedOn }) => isOver(endedOn))
    return deskPage(c, work, {
      title: t('desk.offer.listTitle'),
      told: await toldOf(c, house, work),
      children: (
        <>
          <h1>{t('desk.offer.listTitle')}</h1>
          <p class="acts">
            <a class="big" href={deskPaths.newOffer(stek.slug)}>
              <Icon name="plus" />
              {t('desk.offer.add')}
            </a>
          </p>
          {goingOn.length === 0 && <p class="plain">{t('desk.offer.listEmpty')}</p>}
          <ul class="todo">
            {goingOn.map((offer) => (
              <li>
                <a class={`beside ${offer.functions[0] ?? 'meet'}`} href={deskPaths.offer(stek.slug, offer.offerId)}>
                  <Icon name={offer.pictogram} fallback={functionPictograms[offer.functions[0] ?? 'meet']} />
                  <bdi>
                    <b>{offer.title}</b>
                  </bdi>
                </a>
                {slotsOf(offer.offerId).map((slot) => (
                  <span class="soft">{rhythmWithPeriod(t, slot, today)}</span>
                ))}
                {slotsOf(offer.offerId).length === 0 && <span class="soft">{t('desk.offer.noSlot')}</span>}
                {offer.endedOn && <span class="soft">{t('desk.offer.endedOn', { date: saidIn('nl').longWithYear(offer.endedOn) })}</span>}
              </li>
            ))}
          </ul>
          {stopped.length > 0 && (
            <details>
              <summary>{t('desk.offer.stopped', { count: stopped.length })}</summary>
              <ul>
                {stopped.map((offer) => (
                  <li>
                    <a href={deskPaths.offer(stek.slug, offer.offerId)}>
                      <bdi>{offer.title}</bdi>
                    </a>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      ),
    })
  })
}
