import type { Context, Hono } from 'hono'
import { brokenConstraint, type Tx } from '../../../../platform/database/door.ts'
import { seeOther, typedIn } from '../../../../platform/http/answers.ts'
import type { Env, House } from '../../../../platform/http/house.ts'
import { type Typed, typedText } from '../../../../ui/fields.tsx'
import { addKilometres } from '../kilometres/queries.ts'
import type { RideMoment } from '../moment.ts'
import { removeDrive } from '../offer/queries.ts'
import { ridePage } from '../page.ts'
import { ridePaths } from '../paths.ts'
import { arrangerAtWork, momentAt, type RideWork, roadsTo } from '../read.ts'
import { keepAsCalled } from '../told.ts'
import {
  closeCar,
  driverSaysYes,
  freeSeats,
  giveSeats,
  type MomentKey,
  passengerSaysYes,
  type Rides,
  removeRequest,
  ridesTo,
} from './queries.ts'
import { closingKilometres, proposeAgain, roughKilometres, seatedByHand } from './rules.ts'
import { RidesToMoment } from './views.tsx'

const MOMENT = '/werk/ritten/:slot{[0-9a-f-]{36}}/:date{[0-9-]{10}}'

/** `/werk/ritten/{slot}/{date}`: the rides to one moment, for who arranges them. */
export function mountCoordinate(app: Hono<Env>, house: House): void {
  const page = async (c: Context<Env>, work: RideWork, ride: RideMoment, refusal?: string) => {
    const { t, stek } = work
    const roads = await roadsTo(house, work, ride)
    const rides = await house.database.inStek(work.actor, stek.stekId, (tx) => ridesTo(tx, keyOf(ride)))
    const guesses = new Map(rides.offers.map((offer) => [offer.rideOfferId, roughKilometres(offer, rides, roads.minutes, roads.to)]))
    const children = (
      <>
        <h1>{t('ridework.title')}</h1>
        <RidesToMoment
          t={t}
          token={work.frame.token}
          ride={ride}
          rides={rides}
          guesses={guesses}
          refusals={refusal ? { car: refusal } : {}}
          knowsWhere={roads.to !== null}
        />
      </>
    )
    return ridePage(c, work, t('ridework.title'), children, refusal ? 422 : 200)
  }

  /** A change of the rides of one moment: what came in and how it stands, to what has to be done, or the sentence that says why not. */
  const change = (
    what: string,
    act: (
      tx: Tx,
      now: { work: RideWork; ride: RideMoment; rides: Rides; typed: Typed; roads: Awaited<ReturnType<typeof roadsTo>> },
    ) => Promise<string | undefined>,
  ) =>
    app.post(`${MOMENT}/${what}`, async (c) => {
      const work = await arrangerAtWork(c, house)
      if (work instanceof Response) return work
      const ride = await momentAt(c, house, work)
      if (ride instanceof Response) return ride
      const typed = await typedIn(c)
      const roads = await roadsTo(house, work, ride)
      try {
        const refusal = await house.database.inStek(work.actor, work.stek.stekId, async (tx) =>
          act(tx, { work, ride, rides: await ridesTo(tx, keyOf(ride)), typed, roads }),
        )
        if (refusal) return page(c, work, ride, refusal)
      } catch (thrown) {
        const broken = brokenConstraint(thrown)
        if (broken === 'seats_are_enough') return page(c, work, ride, work.t('ridework.wrong.full'))
        if (broken === 'car_goes_there') return page(c, work, ride, work.t('ridework.wrong.way'))
        // Two people arranged the same ride at once: what the first one did stands.
        if (broken?.startsWith('ride_match_')) return page(c, work, ride, work.t('ridework.wrong.meanwhile'))
        throw thrown
      }
      return seeOther(c, ridePaths.moment(work.stek.slug, ride.moment.slotId, ride.moment.plannedDate))
    })

  app.get(MOMENT, async (c) => {
    const work = await arrangerAtWork(c, house)
    if (work instanceof Response) return work
    const ride = await momentAt(c, house, work)
    return ride instanceof Response ? ride : page(c, work, ride)
  })

  change('voorstel', async (tx, { ride, rides, roads }) => {
    const { freed, given } = proposeAgain(rides, roads.minutes, roads.to)
    await freeSeats(tx, ride.stek.stekId, freed)
    await giveSeats(tx, ride.stek.stekId, given)
    return undefined
  })

  change('auto', async (tx, { work, ride, rides, typed }) => {
    const request = rides.requests.find(({ requestId }) => requestId === typedText(typed, 'request'))
    if (!request) return work.t('ridework.wrong.meanwhile')
    const seats = seatedByHand(request, { there: typedText(typed, 'there'), back: typedText(typed, 'back') }, rides)
    if (seats === 'unknown-car') return work.t('ridework.wrong.meanwhile')
    await freeSeats(tx, ride.stek.stekId, seats.freed)
    await giveSeats(tx, ride.stek.stekId, seats.given)
    return undefined
  })

  change('ja', async (tx, { work, ride, rides, typed }) => {
    const { request, car } = chosenIn(rides, typed)
    if (request) await passengerSaysYes(tx, ride.stek.stekId, request.requestId, house.clock.now())
    else if (car) await driverSaysYes(tx, ride.stek.stekId, car.rideOfferId, house.clock.now())
    else return work.t('ridework.wrong.meanwhile')
    return undefined
  })

  change('weg', async (tx, { ride, rides, typed }) => {
    const { request, car } = chosenIn(rides, typed)
    if (request) await removeRequest(tx, ride.stek.stekId, request.requestId)
    else if (car) await removeDrive(tx, ride.stek.stekId, car.rideOfferId)
    return undefined
  })

  change('gebeld', async (tx, { ride, rides, typed }) => {
    const { request, car } = chosenIn(rides, typed)
    await keepAsCalled(tx, ride.stek.stekId, { requestId: request?.requestId, carId: car?.rideOfferId }, ride.moment)
    return undefined
  })

  change('klaar', async (tx, { work, ride, rides, typed }) => {
    const { car } = chosenIn(rides, typed)
    if (!car) return work.t('ridework.wrong.meanwhile')
    const kilometres = closingKilometres(typedText(typed, 'kilometres'))
    if (kilometres === undefined) return work.t('ridework.wrong.kilometres')
    const closed = await closeCar(tx, ride.stek.stekId, car.rideOfferId, house.clock.now())
    if (closed?.personId && kilometres > 0)
      await addKilometres(tx, ride.stek.stekId, { personId: closed.personId, month: `${ride.moment.date.slice(0, 7)}-01`, kilometres })
    return undefined
  })
}

const keyOf = ({ stek, moment }: RideMoment): MomentKey => ({ stekId: stek.stekId, slotId: moment.slotId, plannedDate: moment.plannedDate })

const chosenIn = ({ requests, offers }: Rides, typed: Typed) => ({
  request: requests.find(({ requestId }) => requestId === typedText(typed, 'request')),
  car: offers.find(({ rideOfferId }) => rideOfferId === typedText(typed, 'car')),
})
