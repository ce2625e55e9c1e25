import type { VNode } from 'preact'
import type { Work } from '../../place/person/at-work.ts'
import { saidIn } from '../../platform/i18n/said.ts'
import { Icon } from '../../ui/icons.tsx'
import type { ShownMoment } from '../board/shown.ts'
import { HostLine } from '../hosts/line.tsx'
import type { Hosts } from '../hosts/rules.ts'
import { MomentCard } from '../moment-card/views.tsx'
import { deskPaths } from './paths.ts'
import { mayChange } from './read.ts'

/** A moment as visitors see it, with what this person can do about it underneath: what has to go fast in view, the rest folded away; nothing once it is over. */
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
        <div class="acts">
          {off === 'worker' ? (
            <Act href={address('terug')} icon="arrow-back-up" words={t('desk.moment.goesOn')} which={which} />
          ) : (
            off !== 'closure' && <Act href={address('af')} icon="calendar-off" words={t('desk.moment.cancel')} which={which} />
          )}
          <details class="rest">
            <summary>
              {t('desk.moment.rest')}
              {which}
            </summary>
            <div class="acts">
              {off !== 'worker' && <Act href={address()} icon="calendar-event" words={t('desk.moment.change')} which={which} />}
              {!off && moment.changes.length > 0 && (
                <Act href={address('terug')} icon="arrow-back-up" words={t('desk.moment.asUsual')} which={which} />
              )}
              <Act href={deskPaths.offer(stek.slug, offer.offerId)} icon="pencil" words={t('desk.offer.change')} which={which} />
            </div>
          </details>
        </div>
      )}
    </div>
  )
}

function Act({ href, icon, words, which }: { href: string; icon: string; words: string; which: VNode }) {
  return (
    <a class="act" href={href}>
      <Icon name={icon} />
      {words}
      {which}
    </a>
  )
}
