import type { Work } from '../../../place/person/at-work.ts'
import { mayDo } from '../../../place/person/rules.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import { Icon } from '../../../ui/icons.tsx'
import type { BoardInWords } from '../../board/board.ts'
import type { ShownMoment } from '../../board/shown.ts'
import type { Printing } from '../../channels/printing/rules.ts'
import { HostNeeds, type HostNeedsOf } from '../../hosts/cockpit.tsx'
import type { Hosts } from '../../hosts/rules.ts'
import type { Moment } from '../../moments/moment.ts'
import { MomentWithActs } from '../moment-list.tsx'
import { deskPaths } from '../paths.ts'
import type { ChangeTold } from '../undo/rules.ts'
import { canUndo, sentenceOfChange, UndoButton } from '../undo/told.tsx'
import { Clashes, Due, Gaps } from './needs.tsx'
import { Papers } from './paper.tsx'
import type { Needs } from './rules.ts'
import { Untold, type UntoldMoment } from './untold.tsx'
import { type WaitingLine, WaitingLines } from './waiting.tsx'

/** What the first page at work shows. */
export type CockpitProps = {
  work: Work
  today: string
  now: Temporal.Instant
  zone: string
  sleutel: string
  isEmpty: boolean
  manySites: boolean
  moments: readonly ShownMoment[]
  next: { moment: Moment; title: string } | undefined
  board: BoardInWords
  /** For who may see hosts. */
  hosts: Hosts | undefined
  hostNeeds: HostNeedsOf | undefined
  /** For who may change the programme. */
  needs: Needs | undefined
  untold: readonly UntoldMoment[]
  /** What waits at the other desks, each in one line. */
  waiting: readonly WaitingLine[]
  /** For who leads the stek. */
  paper: { outdated: readonly Printing[]; isPrinted: boolean } | undefined
  changes: readonly ChangeTold[]
}

/** The first page at work: today, what needs somebody, what was changed last. One column, nothing that counts people. @source PRACTICE-10 */
export function Cockpit(props: CockpitProps) {
  const { work, needs, paper, isEmpty } = props
  const { t, stek } = work
  return (
    <>
      <h1>{t('desk.cockpit.title', { stek: stek.name })}</h1>
      <Untold work={work} untold={props.untold} />
      <WaitingLines work={work} lines={[...waitingHere(props), ...props.waiting]} />
      {isEmpty ? <FirstStep work={work} /> : <Today {...props} />}
      {props.hostNeeds && <HostNeeds work={work} board={props.board} needs={props.hostNeeds} />}
      {needs && !isEmpty && <NeedsOf {...props} needs={needs} />}
      {paper && !isEmpty && <Papers work={work} {...paper} zone={props.zone} sleutel={props.sleutel} />}
      {props.changes.length > 0 && <Changes {...props} />}
      <OtherSteks work={work} />
    </>
  )
}

/** What waits further down this page. */
function waitingHere({ work, hostNeeds, needs }: CockpitProps): WaitingLine[] {
  const here = (count: number, key: 'asked' | 'hosts' | 'due', icon: string, href: string) =>
    count > 0 ? [{ icon, words: work.t(`desk.waits.${key}`, { count }), href }] : []
  return [
    ...here(hostNeeds?.asked.length ?? 0, 'asked', 'user', '#gastheren'),
    ...here(hostNeeds?.gaps.length ?? 0, 'hosts', 'user', '#gastheren'),
    ...here(needs?.due.length ?? 0, 'due', 'check', '#klopt-nog'),
  ]
}

function FirstStep({ work }: { work: Work }) {
  const { t, stek, signedIn } = work
  const mayAdd = mayDo(signedIn, stek.stekId, 'programme.change')
  const leads = mayDo(signedIn, stek.stekId, 'place.change')
  return (
    <section class="plain part">
      <h2>{t('desk.cockpit.empty')}</h2>
      <p>{t(mayAdd ? 'desk.cockpit.emptyText' : 'desk.cockpit.emptyReader')}</p>
      <p class="acts">
        {mayAdd && (
          <a class="big" href={deskPaths.newOffer(stek.slug)}>
            <Icon name="plus" />
            {t('desk.cockpit.firstOffer')}
          </a>
        )}
        {leads && (
          <a class="second" href={deskPaths.places(stek.slug)}>
            <Icon name="map-pin" />
            {t('desk.cockpit.firstPlace')}
          </a>
        )}
      </p>
    </section>
  )
}

function Today({ work, today, moments, manySites, next, hosts }: CockpitProps) {
  const { t, stek } = work
  const words = saidIn('nl')
  return (
    <section class="part">
      <h2>{t('desk.cockpit.today', { date: words.long(today) })}</h2>
      {moments.length === 0 && (
        <p class="plain">
          {t('desk.cockpit.nothingToday')}{' '}
          {next &&
            t('desk.cockpit.next', { title: next.title, date: words.long(next.moment.date), time: words.clock(next.moment.startTime) })}
        </p>
      )}
      {moments.map((shown) => (
        <MomentWithActs work={work} shown={shown} manySites={manySites} hosts={hosts} folded />
      ))}
      <p class="acts">
        <a class="second" href={deskPaths.week(stek.slug)}>
          <Icon name="calendar" />
          {t('desk.cockpit.toWeek')}
        </a>
      </p>
    </section>
  )
}

function NeedsOf({ work, needs, hostNeeds, sleutel, zone }: CockpitProps & { needs: Needs }) {
  const { t } = work
  const hostsMiss = (hostNeeds?.gaps.length ?? 0) + (hostNeeds?.asked.length ?? 0) > 0
  const nothing = needs.gaps.length === 0 && needs.clashes.length === 0 && needs.due.length === 0
  if (nothing && hostsMiss) return null
  return (
    <section class="part">
      <h2>{t('desk.cockpit.needs')}</h2>
      {nothing && (
        <p class="beside">
          <Icon name="mood-smile" />
          {t('desk.cockpit.nothingNeeded')}
        </p>
      )}
      <Clashes work={work} clashes={needs.clashes} />
      <Gaps work={work} gaps={needs.gaps} />
      <Due work={work} due={needs.due} sleutel={sleutel} zone={zone} />
    </section>
  )
}

function Changes({ work, changes, now, zone }: CockpitProps) {
  const { t } = work
  const when = (happenedAt: Temporal.Instant) => {
    const local = happenedAt.toZonedDateTimeISO(zone)
    return t('desk.cockpit.when', {
      date: saidIn('nl').long(local.toPlainDate().toString()),
      time: saidIn('nl').clock(local.toPlainTime().toString({ smallestUnit: 'minute' })),
    })
  }
  return (
    <section class="part">
      <h2>{t('desk.cockpit.changes')}</h2>
      <ul class="todo">
        {changes.map((change) => (
          <li>
            <bdi>{sentenceOfChange(t, change)}</bdi>
            <span class="soft">
              {when(change.happenedAt)}
              {change.by && ` · ${change.by}`}
              {change.undone && ` · ${t('desk.undo.wasUndone')}`}
            </span>
            {canUndo(work, change, now) && <UndoButton work={work} change={change} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function OtherSteks({ work }: { work: Work }) {
  const others = work.frame.atWork?.steks.filter(({ slug }) => slug !== work.stek.slug) ?? []
  if (others.length === 0) return null
  return (
    <p class="acts">
      {others.map(({ slug, name }) => (
        <a class="act" href={deskPaths.cockpit(slug)}>
          <Icon name="arrow-right" />
          {work.t('desk.cockpit.otherStek', { stek: name })}
        </a>
      ))}
    </p>
  )
}
