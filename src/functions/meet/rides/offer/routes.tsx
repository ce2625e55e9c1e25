import type { Context, Hono } from 'hono'
import { seeOther, typedIn } from '../../../../platform/http/answers.ts'
import type { Env, House } from '../../../../platform/http/house.ts'
import { sentencesOf } from '../../../../programme/forms/sentences.ts'
import { type Refusals, type Typed, typedText } from '../../../../ui/fields.tsx'
import { placesToLeave, type RideMoment } from '../moment.ts'
import { ridePage } from '../page.ts'
import { ridePaths } from '../paths.ts'
import { momentAt, type RideWork, ridesAtWork } from '../read.ts'
import { driveForm } from './form.ts'
import { keepDrive, removeDrive, sayYesAsDriver, volunteersOf } from './queries.ts'
import { judgeDrive } from './rules.ts'
import { DriveForm } from './views.tsx'

const ADDRESS = '/werk/ritten/:slot{[0-9a-f-]{36}}/:date{[0-9-]{10}}/rijden'
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Driving: `/werk/ritten/{slot}/{date}/rijden`, for a volunteer or noted by who arranges; and the driver's own yes or no. */
export function mountOffer(app: Hono<Env>, house: House): void {
  /** Who can be written down as driver: every volunteer for who arranges, oneself for a volunteer. */
  const peopleFor = (work: RideWork) =>
    work.arranges
      ? house.database.inStek(work.actor, work.stek.stekId, (tx) => volunteersOf(tx, work.stek.stekId))
      : Promise.resolve([{ personId: work.signedIn.personId, name: work.signedIn.name }])

  const page = async (c: Context<Env>, work: RideWork, ride: RideMoment, typed: Typed, refusals: Refusals = {}) => {
    const { t, frame, arranges } = work
    const title = t(arranges ? 'ridework.someoneDrives' : 'ridework.canDrive')
    const form = (
      <DriveForm
        t={t}
        token={frame.token}
        ride={ride}
        typed={typed}
        refusals={refusals}
        arranges={arranges}
        people={await peopleFor(work)}
      />
    )
    const children = (
      <>
        <h1>{title}</h1>
        {placesToLeave(ride.places).length === 0 ? <p class="mild">{t('ridework.firstPlaces')}</p> : form}
      </>
    )
    return ridePage(c, work, title, children, Object.keys(refusals).length > 0 ? 422 : 200)
  }

  app.get(ADDRESS, async (c) => {
    const work = await ridesAtWork(c, house)
    if (work instanceof Response) return work
    const ride = await momentAt(c, house, work)
    return ride instanceof Response ? ride : page(c, work, ride, { seats: '3', ways: 'both' })
  })

  app.post(ADDRESS, async (c) => {
    const work = await ridesAtWork(c, house)
    if (work instanceof Response) return work
    const ride = await momentAt(c, house, work)
    if (ride instanceof Response) return ride
    const typed = await typedIn(c)
    const draft = driveForm.parse(work.arranges ? typed : { ...typed, driver: work.signedIn.personId })
    const placeIds = placesToLeave(ride.places).map(({ placeId }) => placeId)
    const judged = judgeDrive(draft, { placeIds, people: await peopleFor(work) })
    if ('refusals' in judged) return page(c, work, ride, typed, sentencesOf(work.t, judged.refusals))
    const now = house.clock.now()
    await house.database.inStek(work.actor, work.stek.stekId, (tx) => keepDrive(tx, ride, house.newId(), judged.drive, now))
    const { slotId, plannedDate } = ride.moment
    return seeOther(c, work.arranges ? ridePaths.moment(work.stek.slug, slotId, plannedDate) : ridePaths.rides(work.stek.slug))
  })

  for (const [what, says] of [
    ['ik-rij', 'yes'],
    ['niet-rijden', 'no'],
  ] as const)
    app.post(`/werk/ritten/${what}`, async (c) => {
      const work = await ridesAtWork(c, house)
      if (work instanceof Response) return work
      const car = typedText(await typedIn(c), 'car')
      if (ID.test(car))
        await house.database.inStek(work.actor, work.stek.stekId, (tx) =>
          says === 'yes' ? sayYesAsDriver(tx, car, house.clock.now()) : removeDrive(tx, work.stek.stekId, car),
        )
      return seeOther(c, ridePaths.rides(work.stek.slug))
    })
}
