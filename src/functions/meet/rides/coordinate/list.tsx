import type { Hono } from 'hono'
import type { Env, House } from '../../../../platform/http/house.ts'
import type { Board } from '../../../../programme/board/board.ts'
import { plusDays } from '../../../../programme/board/clock.ts'
import { readDesk, todayIn } from '../../../../programme/desk/read.ts'
import type { Moment } from '../../../../programme/moments/moment.ts'
import { momentsBetween } from '../../../../programme/moments/moments.ts'
import { Icon } from '../../../../ui/icons.tsx'
import { rideMoment } from '../moment.ts'
import { ownDrives, ownPassengers, seatsWanted } from '../offer/queries.ts'
import { OwnDriveCard } from '../offer/views.tsx'
import { ridePage } from '../page.ts'
import { RideTo } from '../parts.tsx'
import { ridePaths } from '../paths.ts'
import { type RideWork, ridesAtWork } from '../read.ts'
import { untoldRides } from '../told.ts'
import { countsFrom } from './queries.ts'

/** How many days ahead rides are arranged on the list. */
const AHEAD = 14

const keyOf = ({ slotId, plannedDate }: Moment) => `${slotId} ${plannedDate}`

type Count = { asked: number; drive: number; waiting: number }

/** A moment on the list: to arrange for who arranges, to drive to for a volunteer. */
function MomentCard({
  work,
  board,
  moment,
  count,
  seats,
  untold,
}: {
  work: RideWork
  board: Board
  moment: Moment
  count: Count | undefined
  seats: number
  untold: number
}) {
  const { t, stek, arranges } = work
  const address = arranges ? ridePaths.moment : ridePaths.offer
  const asked = arranges ? count && t('ridework.counts', count) : seats > 0 && t('ridework.seatsWanted', { count: seats })
  return (
    <li class={count && count.waiting > 0 ? 'waits' : undefined}>
      <RideTo t={t} ride={{ board, moment }} whole={arranges} />
      {untold > 0 && <span class="error">{t('ridework.untold', { count: untold })}</span>}
      <span>{asked || t('ridework.noneYet')}</span>
      <span class="acts">
        <a class="act" href={address(stek.slug, moment.slotId, moment.plannedDate)}>
          <Icon name={arranges ? 'car' : 'steering-wheel'} />
          {t(arranges ? 'ridework.open' : 'ridework.canDrive')}
          <span class="unseen">: {moment.date}</span>
        </a>
      </span>
    </li>
  )
}

/** `/werk/ritten`: the moments of two weeks with who asks and who drives; a volunteer sees own offers and where drivers are wanted. */
export function mountRideList(app: Hono<Env>, house: House): void {
  const counts = (work: RideWork, from: string) =>
    house.database.inStek(work.actor, work.stek.stekId, async (tx) => ({
      byMoment: work.arranges ? await countsFrom(tx, work.stek.stekId, from) : new Map<string, Count>(),
      wanted: await seatsWanted(tx, work.stek.stekId),
      drives: await ownDrives(tx, work.stek.stekId, work.signedIn.personId, from),
      passengers: await ownPassengers(tx, work.stek.stekId),
    }))

  /** Of the moments that are off or different, how many of their rides do not know yet; only for who arranges them. */
  const untoldBy = async (work: RideWork, moments: readonly Moment[]) =>
    house.database.inStek(work.actor, work.stek.stekId, async (tx) => {
      const found = new Map<string, number>()
      if (work.arranges) for (const moment of moments) found.set(keyOf(moment), await untoldRides(tx, work.stek.stekId, moment))
      return found
    })

  app.get('/werk/ritten', async (c) => {
    const work = await ridesAtWork(c, house)
    if (work instanceof Response) return work
    const { t, stek, frame, arranges } = work
    const today = todayIn(house)
    const until = plusDays(today, AHEAD)
    const board = await readDesk(house, work, { from: today, until })
    const { byMoment, wanted, drives, passengers } = await counts(work, today)
    const now = house.clock.now()
    const moments = momentsBetween(board.slots, board.exceptions, board.closures, today, until, house.settings.timeZone).filter(
      (moment) => Temporal.Instant.compare(moment.endsAt, now) > 0 && (!moment.cancellation || byMoment.has(keyOf(moment))),
    )
    const busy = (moment: Moment) => byMoment.has(keyOf(moment)) || wanted.has(keyOf(moment))
    const first = moments.filter(busy)
    const later = moments.filter((moment) => !busy(moment))
    const untold = await untoldBy(work, first)
    const card = (moment: Moment) => (
      <MomentCard
        work={work}
        board={board}
        moment={moment}
        count={byMoment.get(keyOf(moment))}
        seats={wanted.get(keyOf(moment)) ?? 0}
        untold={untold.get(keyOf(moment)) ?? 0}
      />
    )
    const rides = await Promise.all(drives.map(({ slotId, onDate }) => rideMoment(house, stek.slug, slotId, onDate)))
    const children = (
      <>
        <h1>{t('ridework.list')}</h1>
        <p>{t(arranges ? 'ridework.listText' : 'ridework.driverText')}</p>
        <div class="acts">
          {arranges && (
            <a class="act" href={ridePaths.places(stek.slug)}>
              <Icon name="map-pin" />
              {t('ridework.places')}
            </a>
          )}
          <a class="act" href={ridePaths.kilometres(stek.slug)}>
            <Icon name="road" />
            {t('ridework.kilometres')}
          </a>
        </div>
        {drives.length > 0 && (
          <section class="part">
            <h2>{t('ridework.myRides')}</h2>
            <ul class="rides">
              {drives.map((drive, index) => {
                const ride = rides[index]
                const mine = passengers.filter(({ rideOfferId }) => rideOfferId === drive.rideOfferId)
                return ride && <OwnDriveCard t={t} token={frame.token} stek={stek.slug} ride={ride} drive={drive} passengers={mine} />
              })}
            </ul>
          </section>
        )}
        <section class="part">
          <h2>{t('ridework.moments')}</h2>
          {moments.length === 0 && <p>{t('ridework.noMoments')}</p>}
          {moments.length > 0 && first.length === 0 && <p>{t('ridework.nothingAsked')}</p>}
          <ul class="todo">{first.map(card)}</ul>
          {later.length > 0 && (
            <details>
              <summary>{t('ridework.otherMoments', { count: later.length })}</summary>
              <ul class="todo">{later.map(card)}</ul>
            </details>
          )}
        </section>
      </>
    )
    return ridePage(c, work, t('ridework.list'), children)
  })
}
