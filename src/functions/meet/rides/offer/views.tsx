import { SaveButtons } from '../../../../programme/desk/parts.tsx'
import { Choices, ErrorSummary, Form, type Refusals, Select, TextField, type Typed } from '../../../../ui/fields.tsx'
import { Icon } from '../../../../ui/icons.tsx'
import type { T } from '../../../../ui/words.ts'
import { legs, needs, ways } from '../match/ride.ts'
import { placesToLeave, type RideMoment } from '../moment.ts'
import { CallButton, RideTo, Tap } from '../parts.tsx'
import { ridePaths } from '../paths.ts'
import { drivenWays, legWords, needWords } from '../words.ts'
import type { OwnDrive, OwnPassenger } from './queries.ts'
import { MOST_SEATS_OFFERED } from './rules.ts'

type FormProps = {
  t: T
  token: string
  ride: RideMoment
  typed: Typed
  refusals: Refusals
  arranges: boolean
  people: readonly { personId: string; name: string }[]
}

/** The form for driving; who arranges rides also says who drives. */
export function DriveForm({ t, token, ride, typed, refusals, arranges, people }: FormProps) {
  const { stek, moment } = ride
  const { slotId, plannedDate } = moment
  const common = { t, typed, refusals }
  const places = placesToLeave(ride.places)
  const back = arranges ? ridePaths.moment(stek.slug, slotId, plannedDate) : ridePaths.rides(stek.slug)
  return (
    <>
      <p class="plain one">
        <RideTo t={t} ride={ride} whole={arranges} />
      </p>
      <ErrorSummary refusals={refusals} t={t} />
      <Form token={token} action={ridePaths.offer(stek.slug, slotId, plannedDate)}>
        {arranges && (
          <>
            <Select
              {...common}
              name="driver"
              label={t('ridework.label.driver')}
              empty={t('ridework.somebodyElse')}
              options={people.map(({ personId, name }) => ({ value: personId, words: name }))}
            />
            <TextField
              {...common}
              name="name"
              label={t('ridework.label.driverName')}
              hint={t('ridework.hint.driverName')}
              optional
              autoComplete="off"
            />
          </>
        )}
        <TextField
          {...common}
          name="phone"
          label={t('ridework.label.phone')}
          hint={t('ridework.hint.phone')}
          autoComplete={arranges ? 'off' : 'tel'}
        />
        <Select
          {...common}
          name="place"
          label={t('ridework.label.from')}
          empty={t('rides.choose')}
          options={places.map(({ placeId, name }) => ({ value: placeId, words: name }))}
        />
        <Select
          {...common}
          name="seats"
          label={t('ridework.label.seats')}
          options={Array.from({ length: MOST_SEATS_OFFERED }, (_, n) => ({ value: String(n + 1), words: String(n + 1) }))}
        />
        <Choices
          {...common}
          name="ways"
          label={t('ridework.label.ways')}
          options={ways.map((one) => ({ value: one, words: drivenWays(t, one) }))}
        />
        <Choices
          {...common}
          name="carries"
          label={t('ridework.label.carries')}
          several
          optional
          options={needs.map((need) => ({ value: need, words: needWords(t, need) }))}
        />
        <SaveButtons t={t} back={back} />
      </Form>
    </>
  )
}

type OwnProps = { t: T; token: string; stek: string; ride: RideMoment; drive: OwnDrive; passengers: readonly OwnPassenger[] }

/** The own offer of a driver: how many from where; who and which number only after both said yes. @source REFER-4 */
export function OwnDriveCard({ t, token, stek, ride, drive, passengers }: OwnProps) {
  const hidden = { car: drive.rideOfferId }
  return (
    <li>
      <p class="one">
        <RideTo t={t} ride={ride} whole={false} />
      </p>
      <p>{[drive.placeName, t('ridework.freeSeats', { count: drive.seats }), drivenWays(t, drive.ways)].join(' · ')}</p>
      {passengers.length === 0 && <p>{t('ridework.nobodyYet')}</p>}
      {legs.map((leg) => {
        const inCar = passengers.filter(({ way }) => way === leg)
        return (
          inCar.length > 0 && (
            <>
              <h3>{legWords(t, leg)}</h3>
              {inCar.map((one) => (
                <div class="one">
                  <p>
                    {one.name && (
                      <b>
                        <bdi>{one.name}</bdi> ·{' '}
                      </b>
                    )}
                    {[one.placeName, t('ridework.seatsAsked', { count: one.seats }), ...one.needs.map((need) => needWords(t, need))].join(
                      ' · ',
                    )}
                  </p>
                  {one.name && one.phone ? (
                    <CallButton t={t} name={one.name} phone={one.phone} />
                  ) : (
                    <p class="hint">{t('ridework.numberLater')}</p>
                  )}
                </div>
              ))}
            </>
          )
        )
      })}
      {passengers.some(({ driverSaidYes }) => !driverSaidYes) && (
        <form method="post" action={ridePaths.iDrive(stek)}>
          <input type="hidden" name="_token" value={token} />
          <input type="hidden" name="car" value={drive.rideOfferId} />
          <button type="submit" class="big wide">
            <Icon name="check" />
            {t('ridework.iDrive')}
          </button>
        </form>
      )}
      <Tap token={token} action={ridePaths.iDoNotDrive(stek)} values={hidden} words={t('ridework.iDoNotDrive')} icon="x" />
    </li>
  )
}
