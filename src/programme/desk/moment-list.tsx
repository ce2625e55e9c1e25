import type { Work } from '../../place/person/at-work.ts'
import { saidIn } from '../../platform/i18n/said.ts'
import { Icon } from '../../ui/icons.tsx'
import type { ShownMoment } from '../board/shown.ts'
import { HostLine } from '../hosts/line.tsx'
import type { Hosts } from '../hosts/rules.ts'
import { MomentCard } from '../moment-card/views.tsx'
import { deskPaths } from './paths.ts'
import { mayChange } from './read.ts'

/** A moment as visitors see it, with what this person can do about it folded underneath, so that a day fits on a phone; nothing once it is over. */
export function MomentWithActs(props: { work: Work; shown: ShownMoment; manySites: boolean; hosts: Hosts | undefined }) {
  const { work, shown, manySites, hosts } = props
  const { t, stek } = work
  const { moment, offer, state, movedTo } = shown
  const changeable = state !== 'done' && !movedTo && mayChange(work, offer.partnerId)
  const address = (what?: 'af' | 'terug') => deskPaths.moment(stek.slug, moment.slotId, moment.plannedDate, what)
  const which = <span class="unseen">: {`${offer.title}, ${saidIn('nl').long(moment.date)}`}</span>
  const off = moment.cancellation?.because
  return (
    <div class="one">
      <MomentCard level={2} t={t} language="nl" stek={stek.slug} manySites={manySites} shown={shown} />
      <HostLine work={work} shown={shown} all={hosts} />
      {changeable && (
        <details class="alter">
          <summary>
            {t('desk.moment.alter')}
            {which}
          </summary>
          <div class="acts">
            {off === 'worker' ? (
              <a class="act" href={address('terug')}>
                <Icon name="arrow-back-up" />
                {t('desk.moment.goesOn')}
                {which}
              </a>
            ) : (
              <>
                {off !== 'closure' && (
                  <a class="act" href={address('af')}>
                    <Icon name="calendar-off" />
                    {t('desk.moment.cancel')}
                    {which}
                  </a>
                )}
                <a class="act" href={address()}>
                  <Icon name="calendar-event" />
                  {t('desk.moment.change')}
                  {which}
                </a>
                {moment.changes.length > 0 && off !== 'closure' && (
                  <a class="act" href={address('terug')}>
                    <Icon name="arrow-back-up" />
                    {t('desk.moment.asUsual')}
                    {which}
                  </a>
                )}
              </>
            )}
            <a class="act" href={deskPaths.offer(stek.slug, offer.offerId)}>
              <Icon name="pencil" />
              {t('desk.offer.change')}
              {which}
            </a>
          </div>
        </details>
      )}
    </div>
  )
}
