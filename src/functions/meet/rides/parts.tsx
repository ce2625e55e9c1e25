import { saidIn } from '../../../platform/i18n/said.ts'
import { Icon } from '../../../ui/icons.tsx'
import type { T } from '../../../ui/words.ts'
import type { RideMoment } from './moment.ts'
import { callHref } from './words.ts'

/** What a ride goes to, when and where; the name of an offer in confidence only for who arranges (`whole`). */
export function RideTo({ t, ride, whole }: { t: T; ride: Pick<RideMoment, 'board' | 'moment'>; whole: boolean }) {
  const { board, moment } = ride
  const offer = board.offers.find(({ offerId }) => offerId === moment.offerId)
  const site = board.sites.find(({ siteId }) => siteId === moment.siteId)
  const words = saidIn('nl')
  return (
    <>
      <b>{offer && (whole || !offer.confidential) ? offer.title : t('ridework.aMoment')}</b>
      <span>
        {words.long(moment.date)}, {words.range(moment.startTime, moment.endTime)}, {site?.name}
      </span>
      {moment.cancellation && <span class="error">{t('ridework.cancelled')}</span>}
      {moment.changes.length > 0 && !moment.cancellation && <span class="error">{t('ridework.changed')}</span>}
    </>
  )
}

/** A number to call, big enough for a thumb. */
export function CallButton({ t, name, phone }: { t: T; name: string; phone: string }) {
  return (
    <a class="call" href={callHref(phone)}>
      <Icon name="phone" />
      {t('ridework.call', { name })} <bdi>{phone}</bdi>
    </a>
  )
}

/** One button that posts a few hidden values. */
export function Tap(props: {
  token: string
  action: string
  values: Record<string, string>
  words: string
  about?: string
  icon?: string
}) {
  return (
    <form method="post" action={props.action}>
      <input type="hidden" name="_token" value={props.token} />
      {Object.entries(props.values).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class="act">
        {props.icon && <Icon name={props.icon} />}
        {props.words}
        {props.about && <span class="unseen">: {props.about}</span>}
      </button>
    </form>
  )
}
