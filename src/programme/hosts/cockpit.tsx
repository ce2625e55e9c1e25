import type { Work } from '../../place/person/at-work.ts'
import { saidIn } from '../../platform/i18n/said.ts'
import { Form } from '../../ui/fields.tsx'
import { Icon } from '../../ui/icons.tsx'
import type { BoardInWords } from '../board/board.ts'
import type { Moment } from '../moments/moment.ts'
import { hostPaths } from './paths.ts'
import { type Colleague, type HostRequest, type Hosts, hostsAt, mayHost, momentsWithoutHost, requestAbout } from './rules.ts'

/** How many moments without a host stand in view before the rest is folded away. */
const IN_VIEW = 3

/** A question to who is at work, with the moment it is about. */
type Asked = { request: HostRequest; moment: Moment; by: Colleague | undefined; isNew: boolean }

/** What the first page at work asks about hosts. */
export type HostNeedsOf = { asked: readonly Asked[]; gaps: readonly { moment: Moment; askedOf: string | undefined }[]; all: Hosts }

/** What is asked of somebody, and for which moments of the coming two weeks nobody is responsible. @source MEET-2, PRACTICE-10 */
export function hostNeedsOf(
  work: Work,
  all: Hosts,
  board: BoardInWords,
  ahead: readonly Moment[],
  { today, now }: { today: string; now: Temporal.Instant },
): HostNeedsOf {
  const me = work.signedIn.personId
  const colleague = (personId: string | null) => all.colleagues.find((one) => one.personId === personId)
  const own = colleague(me)
  const asked = ahead.flatMap((moment): Asked[] => {
    if (moment.cancellation || Temporal.Instant.compare(moment.endsAt, now) <= 0) return []
    const offer = board.offer(moment.offerId)
    const at = hostsAt(moment, offer, all)
    const request = requestAbout(moment, at, all)
    if (!request || request.askedBy === me || (request.askedOf && request.askedOf !== me)) return []
    if (!own || !mayHost(own, offer, 'responsible')) return []
    return [{ request, moment, by: colleague(request.askedBy), isNew: !at.responsible }]
  })
  const gaps = momentsWithoutHost(ahead, board.offer, all, today, now).filter((moment) => !asked.some((one) => one.moment === moment))
  return {
    all,
    asked,
    gaps: gaps.map((moment) => {
      const request = requestAbout(moment, { responsible: undefined, helpers: [] }, all)
      return { moment, askedOf: request && (colleague(request.askedOf)?.name ?? work.t('hosting.everybody')) }
    }),
  }
}

type Props = { work: Work; board: BoardInWords; needs: HostNeedsOf }

/** On the first page at work: who asks you to take over, and which moments still miss somebody. Nothing when all is well. */
export function HostNeeds({ work, board, needs }: Props) {
  const { t } = work
  const { asked, gaps } = needs
  if (asked.length === 0 && gaps.length === 0) return null
  return (
    <section class="part" id="gastheren">
      <h2>{t('hosting.cockpit.title')}</h2>
      {asked.length > 0 && (
        <ul class="todo">
          {asked.map((one) => (
            <AskedOfYou work={work} board={board} {...one} />
          ))}
        </ul>
      )}
      {gaps.length > 0 && (
        <>
          <h3>{t('hosting.cockpit.gaps', { count: gaps.length })}</h3>
          <ul class="todo">
            {gaps.slice(0, IN_VIEW).map((gap) => (
              <Gap work={work} board={board} all={needs.all} {...gap} />
            ))}
          </ul>
          {gaps.length > IN_VIEW && (
            <details class="group">
              <summary>{t('hosting.cockpit.more', { count: gaps.length - IN_VIEW })}</summary>
              <ul class="todo">
                {gaps.slice(IN_VIEW).map((gap) => (
                  <Gap work={work} board={board} all={needs.all} {...gap} />
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </section>
  )
}

const whenOf = ({ t }: Work, { date, startTime, endTime }: Moment): string =>
  t('hosting.cockpit.when', { date: saidIn('nl').long(date), time: saidIn('nl').range(startTime, endTime) })

function AskedOfYou({ work, board, request, moment, by, isNew }: Asked & Omit<Props, 'needs'>) {
  const { t, stek, frame } = work
  const { title } = board.offer(moment.offerId)
  const question = request.askedOf === null ? 'askedAll' : isNew ? 'askedNew' : 'askedYou'
  const which = <span class="unseen">: {`${title}, ${whenOf(work, moment)}`}</span>
  return (
    <li>
      <span>{t(`hosting.cockpit.${question}`, { name: by?.name ?? '' })}</span>
      <span>
        <b>
          <bdi>{title}</bdi>
        </b>{' '}
        <span class="soft">{whenOf(work, moment)}</span>
      </span>
      <span class="acts">
        <Form token={frame.token} action={hostPaths.answer(stek.slug, request.requestId, 'ja')}>
          <button type="submit" class="second">
            <Icon name="check" />
            {t('hosting.cockpit.yes')}
            {which}
          </button>
        </Form>
        {request.askedOf !== null && (
          <Form token={frame.token} action={hostPaths.answer(stek.slug, request.requestId, 'nee')}>
            <button type="submit" class="act">
              {t('hosting.cockpit.no')}
              {which}
            </button>
          </Form>
        )}
      </span>
    </li>
  )
}

function Gap({ work, board, all, moment, askedOf }: { moment: Moment; askedOf: string | undefined; all: Hosts } & Omit<Props, 'needs'>) {
  const { t, stek, frame, signedIn } = work
  const offer = board.offer(moment.offerId)
  const me = all.colleagues.find(({ personId }) => personId === signedIn.personId)
  const which = <span class="unseen">: {`${offer.title}, ${whenOf(work, moment)}`}</span>
  return (
    <li>
      <span>
        <b>
          <bdi>{offer.title}</bdi>
        </b>{' '}
        <span class="soft">
          {whenOf(work, moment)}
          {askedOf && ` · ${t('hosting.asked', { name: askedOf })}`}
        </span>
      </span>
      <span class="acts">
        {me && mayHost(me, offer, 'responsible') && (
          <Form token={frame.token} action={hostPaths.moment(stek.slug, moment.slotId, moment.plannedDate, 'ik')}>
            <button type="submit" class="second">
              <Icon name="check" />
              {t('hosting.take')}
              {which}
            </button>
          </Form>
        )}
        <a class="act" href={hostPaths.moment(stek.slug, moment.slotId, moment.plannedDate)}>
          {t('hosting.askLink')}
          {which}
        </a>
      </span>
    </li>
  )
}
