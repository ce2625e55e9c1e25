import { saidIn } from '../../../platform/i18n/said.ts'
import { knownReason } from '../../../programme/exception/known-reasons.ts'
import type { Speaking } from './card.tsx'
import { Part } from './part.tsx'
import type { Hours, Notice, Reach } from './service.ts'
import type { ServiceInWords } from './words.ts'

/** Where a service is given, and how one gets there from each site of the stek. */
export function Places({ speaking, service }: { speaking: Speaking; service: ServiceInWords }) {
  const { t } = speaking
  if (service.places.length === 0) return null
  return (
    <Part icon="map-pin" title={t('guide.service.where')}>
      {service.places.map((place) => (
        <div>
          <p>
            <b>
              <bdi>{place.name}</bdi>
            </b>
            {(place.street || place.town) && (
              <>
                {': '}
                <bdi>{[place.street, [place.postcode, place.town].filter(Boolean).join(' ')].filter(Boolean).join(', ')}</bdi>
              </>
            )}
          </p>
          {place.directions && <p>{place.directions}</p>}
          {place.bus && <p>{place.bus}</p>}
          {place.stepFree !== 'unknown' && <p>{t(`guide.step.${place.stepFree}`)}</p>}
          <ul class="plainlist">
            {service.reach
              .filter(({ locationId }) => locationId === place.locationId)
              .map((one) => (
                <ReachLine speaking={speaking} one={one} />
              ))}
          </ul>
        </div>
      ))}
    </Part>
  )
}

function ReachLine({ speaking: { t, language, sites }, one }: { speaking: Speaking; one: Reach }) {
  const words = saidIn(language)
  const site = sites.find(({ siteId }) => siteId === one.siteId)?.name ?? ''
  return (
    <li>
      {t('guide.service.from', { site, minutes: one.minutes })} {t(`guide.means.${one.byMeans}`)}
      {one.firstThere && one.lastBack && (
        <>. {t('guide.service.firstLast', { first: words.clock(one.firstThere), last: words.clock(one.lastBack) })}</>
      )}
      {one.note && (
        <>
          {' '}
          <bdi>{one.note}</bdi>
        </>
      )}
    </li>
  )
}

/** When a service is open, and what is different for a while. */
export function Times({ speaking, service }: { speaking: Speaking; service: ServiceInWords }) {
  const { t, language } = speaking
  if (service.hours.length === 0 && service.notices.length === 0) return null
  const days = [...Map.groupBy(service.hours, ({ weekday }) => weekday)].toSorted(([one], [other]) => one - other)
  return (
    <Part icon="clock" title={t('guide.service.when')}>
      {service.notices.map((notice) => (
        <p class={notice.kind === 'closure' ? 'is-shut' : 'plain'}>{noticeSentence(speaking, notice)}</p>
      ))}
      <dl class="times">
        {days.map(([weekday, hours]) => (
          <>
            <dt>{saidIn(language).weekdayNumbered(weekday)}</dt>
            <dd>{hours.map((one) => hoursSentence(speaking, one)).join(' · ')}</dd>
          </>
        ))}
      </dl>
    </Part>
  )
}

function hoursSentence({ t, language }: Speaking, { opens, closes, byAppointment, fromDate, untilDate, note }: Hours): string {
  const words = saidIn(language)
  const period = fromDate && untilDate ? `${t('guide.notice.message', { from: words.long(fromDate), until: words.long(untilDate) })}: ` : ''
  const extra = [byAppointment ? t('guide.state.appointment') : '', note].filter(Boolean).join(', ')
  return `${period}${words.clock(opens)} – ${words.clock(closes)}${extra ? ` (${extra})` : ''}`
}

function noticeSentence({ t, language }: Speaking, notice: Notice): string {
  const words = saidIn(language)
  const dates = { from: words.long(notice.fromDate), until: words.long(notice.untilDate) }
  const said =
    notice.kind === 'hours'
      ? t('guide.notice.hours', { ...dates, opens: words.clock(notice.opens ?? ''), closes: words.clock(notice.closes ?? '') })
      : t(`guide.notice.${notice.kind}`, dates)
  return [said, knownReason(t, notice.message) ?? notice.message].filter(Boolean).join('. ')
}
