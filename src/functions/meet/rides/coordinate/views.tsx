import { NotPossible } from '../../../../programme/desk/parts.tsx'
import type { Refusals } from '../../../../ui/fields.tsx'
import { Icon } from '../../../../ui/icons.tsx'
import type { T } from '../../../../ui/words.ts'
import type { RideMoment } from '../moment.ts'
import { RideTo } from '../parts.tsx'
import { ridePaths } from '../paths.ts'
import { CarCard } from './car-card.tsx'
import type { Rides } from './queries.ts'
import { RequestCard } from './request-card.tsx'
import { missingWays } from './rules.ts'

type Props = {
  t: T
  token: string
  ride: RideMoment
  rides: Rides
  guesses: ReadonlyMap<string, number>
  refusals: Refusals
  knowsWhere: boolean
}

/** The rides to one moment: who still waits first, then who drives, and a proposal with one tap. */
export function RidesToMoment({ t, token, ride, rides, guesses, refusals, knowsWhere }: Props) {
  const { stek, moment } = ride
  const { slotId, plannedDate: date } = moment
  const waiting = rides.requests.filter((request) => missingWays(request, rides.matches).length > 0)
  const seated = rides.requests.filter((request) => !waiting.includes(request))
  const common = { t, token, stek: stek.slug, slotId, date, rides, moment }
  return (
    <>
      <p class="plain one">
        <RideTo t={t} ride={ride} whole />
      </p>
      <NotPossible refusals={refusals} t={t} />
      <div class="acts">
        <a class="act" href={ridePaths.ask(stek.slug, slotId, date)}>
          <Icon name="user-plus" />
          {t('ridework.askFor')}
        </a>
        <a class="act" href={ridePaths.offer(stek.slug, slotId, date)}>
          <Icon name="steering-wheel" />
          {t('ridework.someoneDrives')}
        </a>
      </div>
      {rides.requests.length > 0 && rides.offers.length > 0 && (
        <form method="post" action={ridePaths.propose(stek.slug, slotId, date)}>
          <input type="hidden" name="_token" value={token} />
          <button type="submit" class="big wide">
            <Icon name="route" />
            {t('ridework.propose')}
          </button>
          <p class="hint">{t('ridework.proposeHint')}</p>
        </form>
      )}
      {!knowsWhere && <p class="mild">{t('ridework.whereIsSite')}</p>}
      <section class="part">
        <h2>{t('ridework.whoAsks', { count: rides.requests.length })}</h2>
        {rides.requests.length === 0 && <p>{t('ridework.nobodyAsks')}</p>}
        {waiting.length > 0 && seated.length > 0 && <p class="warn">{t('ridework.stillWaiting', { count: waiting.length })}</p>}
        <ul class="rides">
          {[...waiting, ...seated].map((request) => (
            <RequestCard {...common} request={request} />
          ))}
        </ul>
      </section>
      <section class="part">
        <h2>{t('ridework.whoDrives', { count: rides.offers.length })}</h2>
        {rides.offers.length === 0 && <p>{t('ridework.nobodyDrives')}</p>}
        <ul class="rides">
          {rides.offers.map((offer) => (
            <CarCard {...common} offer={offer} guess={guesses.get(offer.rideOfferId) ?? 0} />
          ))}
        </ul>
      </section>
      <p class="hint">{t('ridework.erased')}</p>
    </>
  )
}
