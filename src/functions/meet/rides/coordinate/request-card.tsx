import type { Moment } from '../../../../programme/moments/moment.ts'
import { newsFor } from '../../../../programme/sign-up/news.ts'
import { Icon } from '../../../../ui/icons.tsx'
import type { T } from '../../../../ui/words.ts'
import { holds, type Leg, legs } from '../match/ride.ts'
import { CallButton, Tap } from '../parts.tsx'
import { ridePaths } from '../paths.ts'
import { askedWays, legWords, needWords } from '../words.ts'
import type { Request, Rides } from './queries.ts'
import { missingWays } from './rules.ts'

type Props = { t: T; token: string; stek: string; slotId: string; date: string; rides: Rides; moment: Moment; request: Request }

function CarChoice({ t, leg, rides, request }: { t: T; leg: Leg; rides: Rides; request: Request }) {
  const now = rides.matches.find(({ requestId, way }) => requestId === request.requestId && way === leg)?.rideOfferId ?? ''
  const id = `${leg}-${request.requestId}`
  return (
    <div class="field">
      <label for={id}>{legWords(t, leg)}</label>
      <select id={id} name={leg}>
        <option value="">{t('ridework.noCar')}</option>
        {rides.offers
          .filter(({ ways, rideOfferId, closed }) => holds(ways, leg) && (!closed || rideOfferId === now))
          .map((offer) => (
            <option value={offer.rideOfferId} selected={offer.rideOfferId === now}>
              {offer.name} ({offer.placeName})
            </option>
          ))}
      </select>
    </div>
  )
}

/** One person who asks a ride: to call, to give a car each way by hand, to note the yes. */
export function RequestCard({ t, token, stek, slotId, date, rides, moment, request }: Props) {
  const seats = rides.matches.filter(({ requestId }) => requestId === request.requestId)
  const missing = missingWays(request, rides.matches)
  const both = seats.length > 0 && seats.every(({ passengerYes, driverYes }) => passengerYes && driverYes)
  const said = seats.length > 0 && seats.every(({ passengerYes }) => passengerYes)
  const facts = [
    request.placeName,
    t('ridework.seatsAsked', { count: request.seats }),
    askedWays(t, request.ways),
    ...request.needs.map((need) => needWords(t, need)),
  ]
  const notCarried = request.needs.filter((need) =>
    seats.some(({ rideOfferId }) => !rides.offers.find((offer) => offer.rideOfferId === rideOfferId)?.carries.includes(need)),
  )
  return (
    <li class={missing.length > 0 ? 'waits' : 'sits'}>
      <h3>
        <bdi>{request.name}</bdi>
      </h3>
      <p>{facts.join(' · ')}</p>
      <CallButton t={t} name={request.name} phone={request.phone} />
      {newsFor(request.knows, moment) && (
        <Tap
          token={token}
          action={ridePaths.called(stek, slotId, date)}
          values={{ request: request.requestId }}
          words={t('ridework.called')}
          about={request.name}
          icon="phone-check"
        />
      )}
      {missing.length > 0 && seats.length > 0 && (
        <p class="error">
          <Icon name="alert-triangle" />
          {t('ridework.leftBehind', { way: legWords(t, missing[0] ?? 'back') })}
        </p>
      )}
      {notCarried.map((need) => (
        <p class="error">
          <Icon name="alert-triangle" />
          {t('ridework.notCarried', { need: needWords(t, need) })}
        </p>
      ))}
      {both ? <p class="yes">{t('ridework.bothYes')}</p> : said && <p class="yes">{t('ridework.saidYes', { name: request.name })}</p>}
      {rides.offers.length > 0 && (
        <form method="post" action={ridePaths.seat(stek, slotId, date)} class="small">
          <input type="hidden" name="_token" value={token} />
          <input type="hidden" name="request" value={request.requestId} />
          <div class="row">
            {legs
              .filter((leg) => holds(request.ways, leg))
              .map((leg) => (
                <CarChoice t={t} leg={leg} rides={rides} request={request} />
              ))}
          </div>
          <button type="submit" class="second">
            {t('ridework.seat')}
            <span class="unseen">: {request.name}</span>
          </button>
        </form>
      )}
      <div class="acts">
        {seats.length > 0 && !said && (
          <Tap
            token={token}
            action={ridePaths.yes(stek, slotId, date)}
            values={{ request: request.requestId }}
            words={t('ridework.saysYes', { name: request.name })}
            icon="check"
          />
        )}
        <Tap
          token={token}
          action={ridePaths.remove(stek, slotId, date)}
          values={{ request: request.requestId }}
          words={t('ridework.removeRequest')}
          about={request.name}
          icon="x"
        />
      </div>
    </li>
  )
}
