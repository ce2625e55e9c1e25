import type { Work } from '../../place/person/at-work.ts'
import { mayDo } from '../../place/person/rules.ts'
import { saidIn } from '../../platform/i18n/said.ts'
import { Icon } from '../../ui/icons.tsx'
import type { ShownMoment } from '../board/shown.ts'
import { hostPaths } from './paths.ts'
import { type Hosts, hostsAt } from './rules.ts'

/** Whether a moment has hosts to tell: it goes on, is not over and did not move away. */
const hasHosts = ({ moment, state, movedTo }: ShownMoment): boolean => !moment.cancellation && state !== 'done' && !movedTo

/** In a few words who is responsible; empty when the moment needs nobody any more. */
export function hostWords(work: Work, shown: ShownMoment, all: Hosts | undefined): string {
  if (!all || !hasHosts(shown)) return ''
  const { responsible } = hostsAt(shown.moment, shown.offer, all)
  return responsible ? responsible.name : work.t('hosting.nobody')
}

/** Under a moment at work: who is responsible, who helps, and the way to change it. Nothing for who may not see hosts. */
export function HostLine({ work, shown, all }: { work: Work; shown: ShownMoment; all: Hosts | undefined }) {
  const { t, stek, signedIn } = work
  if (!all || !hasHosts(shown) || !mayDo(signedIn, stek.stekId, 'hosts.see')) return null
  const { moment, offer } = shown
  const { responsible, helpers } = hostsAt(moment, offer, all)
  const words = saidIn('nl')
  return (
    <p class="acts">
      <a class="act" href={hostPaths.moment(stek.slug, moment.slotId, moment.plannedDate)}>
        <Icon name={responsible ? 'user' : 'alert-triangle'} />
        <span>
          {responsible ? t('hosting.responsible', { name: responsible.name }) : t('hosting.nobody')}
          {helpers.length > 0 && ` ${t('hosting.helps', { names: words.list(helpers.map(({ name }) => name)) })}`}
          <span class="unseen">
            {' '}
            {t('hosting.who')}: {`${offer.title}, ${words.long(moment.date)}`}
          </span>
        </span>
      </a>
    </p>
  )
}
