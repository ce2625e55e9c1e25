import type { Moment } from '../../../../programme/moments/moment.ts'
import { newsFor } from '../../../../programme/sign-up/news.ts'
import type { T } from '../../../../ui/words.ts'
import { legs } from '../match/ride.ts'
import { CallButton, Tap } from '../parts.tsx'
import { ridePaths } from '../paths.ts'
import { drivenWays, legWords, needWords } from '../words.ts'
import type { Offer, Rides } from './queries.ts'

type Props = { t: T; token: string; stek: string; slotId: string; date: string; rides: Rides; moment: Moment; offer: Offer; guess: number }

/** One car: who drives, who sits in it each way, the driver's yes, and the kilometres when it is over. */
export function CarCard({ t, token, stek, slotId, date, rides, moment, offer, guess }: Props) {
  const seats = rides.matches.filter(({ rideOfferId }) => rideOfferId === offer.rideOfferId)
  const requestOf = (id: string) => rides.requests.find(({ requestId }) => requestId === id)
  const facts = [
    offer.placeName,
    t('ridework.freeSeats', { count: offer.seats }),
    drivenWays(t, offer.ways),
    ...offer.carries.map((need) => needWords(t, need)),
  ]
  return (
    <li>
      <h3>
        <bdi>{offer.name}</bdi>
      </h3>
      <p>{facts.join(' · ')}</p>
      <CallButton t={t} name={offer.name} phone={offer.phone} />
      {newsFor(offer.knows, moment) && (
        <Tap
          token={token}
          action={ridePaths.called(stek, slotId, date)}
          values={{ car: offer.rideOfferId }}
          words={t('ridework.called')}
          about={offer.name}
          icon="phone-check"
        />
      )}
      {legs.map((leg) => {
        const inCar = seats.filter(({ way }) => way === leg).flatMap(({ requestId }) => requestOf(requestId) ?? [])
        return (
          inCar.length > 0 && (
            <p>
              <b>{legWords(t, leg)}:</b>{' '}
              {inCar.map(({ name, placeName }, index) => (
                <>
                  {index > 0 && ', '}
                  <bdi>{name}</bdi> ({placeName})
                </>
              ))}
            </p>
          )
        )
      })}
      {seats.length > 0 && seats.every(({ driverYes }) => driverYes) && <p class="yes">{t('ridework.saidYes', { name: offer.name })}</p>}
      {offer.closed && <p class="yes">{t('ridework.closed')}</p>}
      <div class="acts">
        {seats.some(({ driverYes }) => !driverYes) && (
          <Tap
            token={token}
            action={ridePaths.yes(stek, slotId, date)}
            values={{ car: offer.rideOfferId }}
            words={t('ridework.saysYes', { name: offer.name })}
            icon="check"
          />
        )}
        <Tap
          token={token}
          action={ridePaths.remove(stek, slotId, date)}
          values={{ car: offer.rideOfferId }}
          words={t('ridework.removeCar')}
          about={offer.name}
          icon="x"
        />
      </div>
      {!offer.closed && seats.length > 0 && (
        <details>
          <summary>{t('ridework.close')}</summary>
          <form method="post" action={ridePaths.close(stek, slotId, date)} class="row">
            <input type="hidden" name="_token" value={token} />
            <input type="hidden" name="car" value={offer.rideOfferId} />
            <div class="field">
              <label for={`km-${offer.rideOfferId}`}>
                {offer.personId ? t('ridework.kilometresOf', { name: offer.name }) : t('ridework.noAccount')}
              </label>
              <input
                id={`km-${offer.rideOfferId}`}
                class="short"
                name="kilometres"
                inputmode="numeric"
                value={offer.personId ? String(guess) : '0'}
              />
            </div>
            <button type="submit" class="second">
              {t('ridework.closeNow')}
            </button>
          </form>
        </details>
      )}
    </li>
  )
}
