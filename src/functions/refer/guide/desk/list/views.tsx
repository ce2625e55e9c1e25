import { saidIn } from '../../../../../platform/i18n/said.ts'
import { Form, TextField } from '../../../../../ui/fields.tsx'
import { Icon } from '../../../../../ui/icons.tsx'
import type { Waiting } from '../../../freshness/queries.ts'
import type { GuideWork } from '../at-work.ts'
import { checkedWords, Score, WantedField } from '../entry/views.tsx'
import { guideDeskPaths, type ListShows, listShows } from '../paths.ts'
import { OfferStartSet } from '../start/views.tsx'
import type { ScoredEntry } from './rules.ts'

type Props = {
  work: GuideWork
  shows: ListShows
  q: string
  lines: readonly ScoredEntry[]
  total: number
  from: number
  perPage: number
  proposals: readonly Waiting[]
  open: readonly Waiting[]
  calls: readonly Waiting[]
  mean: number | undefined
  empty: boolean
}

type Where = Pick<Props, 'shows' | 'q' | 'from'>

function Line({ work, entry, where }: { work: GuideWork; entry: ScoredEntry; where: Where }) {
  const { t, stek, frame } = work
  return (
    <li data-service={entry.serviceId}>
      <div class="head-of">
        <a href={guideDeskPaths.service(stek.slug, entry.serviceId)}>
          <b>
            <bdi>{entry.name}</bdi>
          </b>
        </a>
        <Score t={t} score={entry.score} />
      </div>
      <span class="soft">
        <bdi>{entry.organisation}</bdi> · {checkedWords(t, entry)}
      </span>
      {entry.wants.length > 0 && (
        <ul class="wants">
          {entry.wants.slice(0, 2).map((want) => (
            <li>
              <WantedField t={t} want={want} href={guideDeskPaths.service(stek.slug, entry.serviceId)} />
            </li>
          ))}
        </ul>
      )}
      <div class="acts">
        <Form token={frame.token} action={guideDeskPaths.checked(stek.slug, entry.serviceId)}>
          <input type="hidden" name="toon" value={where.shows} />
          <input type="hidden" name="q" value={where.q} />
          <input type="hidden" name="vanaf" value={where.from} />
          <button type="submit" class="act">
            <Icon name="check" />
            {t('guidedesk.checkedNow')}
            <span class="unseen"> {entry.name}</span>
          </button>
        </Form>
      </div>
    </li>
  )
}

function WaitingLine({ work, one }: { work: GuideWork; one: Waiting }) {
  const { t, stek, frame } = work
  const answered = one.answer === 'changed' || one.answer === 'ended'
  return (
    <li>
      <a href={answered ? guideDeskPaths.proposal(stek.slug, one.requestId) : guideDeskPaths.service(stek.slug, one.serviceId)}>
        <b>
          <bdi>{one.name}</bdi>
        </b>
      </a>
      <span class="soft">
        <bdi>{one.organisation}</bdi> · {t(`guidedesk.asked.${one.way}`, { date: saidIn('nl').long(one.askedOn) })}
      </span>
      {answered && <span>{t(`guidedesk.said.${one.answer === 'ended' ? 'ended' : 'changed'}`)}</span>}
      {one.way === 'phone' && !one.phone && <span>{t('guidedesk.noNumber')}</span>}
      {one.way === 'phone' && (
        <div class="acts">
          {one.phone && (
            <a class="act" href={`tel:${one.phone.replace(/[^\d+]/g, '')}`}>
              <Icon name="phone" />
              <bdi>{one.phone}</bdi>
            </a>
          )}
          {!one.phone && one.website && (
            <a class="act" href={one.website} rel="noreferrer">
              <Icon name="external-link" />
              {t('guidedesk.lookOnSite')}
            </a>
          )}
          {!one.phone && (
            <a class="act" href={`${guideDeskPaths.service(stek.slug, one.serviceId)}#f-phone`}>
              <Icon name="plus" />
              {t('guidedesk.addNumber')}
            </a>
          )}
          <Form token={frame.token} action={guideDeskPaths.checked(stek.slug, one.serviceId)}>
            <button type="submit" class="second">
              {t('guidedesk.calledRight')}
            </button>
          </Form>
        </div>
      )}
    </li>
  )
}

/** The list of the desk: what waits for a worker this week, and every entry with what to mend. */
export function GuideList(props: Props) {
  const { work, shows, q, lines, total, from, perPage, proposals, open, calls, mean, empty } = props
  const { t, stek } = work
  const counts: Partial<Record<ListShows, number>> = { proposals: proposals.length, week: open.length, phone: calls.length }
  const waiting = shows === 'proposals' ? proposals : shows === 'week' ? open : shows === 'phone' ? calls : undefined
  return (
    <>
      <div class="part">
        <h1>{t('guidedesk.title')}</h1>
        <p>{t('guidedesk.intro')}</p>
        <div class="acts">
          <a class="big" href={guideDeskPaths.newService(stek.slug)}>
            <Icon name="plus" />
            {t('guidedesk.new')}
          </a>
          <a class="act" href={guideDeskPaths.organisations(stek.slug)}>
            <Icon name="building-community" />
            {t('guidedesk.organisations.title')}
          </a>
          {work.leads && (
            <>
              <a class="act" href={guideDeskPaths.places(stek.slug)}>
                <Icon name="map-pin" />
                {t('guidedesk.places.title')}
              </a>
              <a class="act" href={guideDeskPaths.imports(stek.slug)}>
                <Icon name="file-import" />
                {t('guidedesk.imports.title')}
              </a>
            </>
          )}
        </div>
      </div>
      {empty && <OfferStartSet work={work} />}
      <ul class="tabs">
        {listShows.map((one) => (
          <li>
            <a class="act" href={guideDeskPaths.list(stek.slug, { toon: one })} aria-current={one === shows ? 'page' : undefined}>
              {t(`guidedesk.shows.${one}`)}
              {counts[one] ? ` (${counts[one]})` : ''}
            </a>
          </li>
        ))}
      </ul>
      {waiting ? (
        <section class="part">
          <h2>{t(`guidedesk.shows.${shows}`)}</h2>
          <p>
            {waiting.length === 0
              ? t('guidedesk.nothingWaits')
              : t(`guidedesk.waits.${shows as 'week' | 'phone' | 'proposals'}`, { count: waiting.length })}
          </p>
          <ul class="todo">
            {waiting.map((one) => (
              <WaitingLine work={work} one={one} />
            ))}
          </ul>
        </section>
      ) : (
        <section class="part">
          <h2>{t(`guidedesk.shows.${shows}`)}</h2>
          <form class="search" method="get" action="/werk/wegwijzer">
            <input type="hidden" name="stek" value={stek.slug} />
            <input type="hidden" name="toon" value={shows} />
            <TextField t={t} name="q" label={t('guidedesk.search')} typed={{ q }} />
            <button type="submit" class="second">
              <Icon name="search" />
              {t('guidedesk.find')}
            </button>
          </form>
          <p>
            {t('guidedesk.entries', { count: total })}
            {mean !== undefined && ` ${t('guidedesk.mean', { score: mean })}`}
          </p>
          <ul class="todo">
            {lines.map((entry) => (
              <Line work={work} entry={entry} where={props} />
            ))}
          </ul>
          <p class="turn">
            {from > 0 && (
              <a class="act" href={guideDeskPaths.list(stek.slug, { q, toon: shows, vanaf: Math.max(0, from - perPage) })}>
                {t('guidedesk.earlier')}
              </a>
            )}
            {from + perPage < total && (
              <a class="act" href={guideDeskPaths.list(stek.slug, { q, toon: shows, vanaf: from + perPage })}>
                {t('guidedesk.more')}
              </a>
            )}
          </p>
        </section>
      )}
    </>
  )
}
