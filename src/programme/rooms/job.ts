import { allSteks } from '../../place/stek/queries.ts'
import type { House } from '../../platform/http/house.ts'
import type { JobKind } from '../../platform/jobs/jobs.ts'
import { dayOf, plusDays } from '../board/clock.ts'
import { closuresOf, exceptionsOf, slotsOf } from '../board/queries.ts'
import { dropOldClaims, keepClaims, lockOffers } from './queries.ts'
import { allClaims, PROMISED_DAYS } from './rules.ts'

const DAY_IN_MINUTES = 24 * 60

/** Brings the promised rooms of every stek up to date for the coming 400 days; doing it twice changes nothing. Earlier promises go first. */
export async function extendRooms(house: Pick<House, 'database' | 'clock' | 'settings'>): Promise<void> {
  const zone = house.settings.timeZone
  const now = house.clock.now()
  const today = dayOf(now, zone)
  const window = { from: today, until: plusDays(today, PROMISED_DAYS) }
  for (const { stekId } of await house.database.asKeeper(allSteks)) {
    await house.database.asKeeper(async (tx) => {
      // Whoever changes a slot, an exception or a closure locks the offer as well, so that nothing moves in between.
      await lockOffers(tx, stekId)
      const slots = await slotsOf(tx, stekId, window)
      const taken = { slots, exceptions: await exceptionsOf(tx, stekId, window), closures: await closuresOf(tx, stekId, window) }
      const claims = allClaims(taken, window.from, window.until, zone)
      const slotIds = slots.map(({ slotId }) => slotId)
      await keepClaims(tx, stekId, slotIds, claims, { yielding: true })
      await dropOldClaims(tx, stekId, now)
    })
  }
}

/** The kind of job that extends the promised rooms every night, and fills them in a house that was just loaded. Named `rooms.extend`. */
export const roomKinds = (house: House): Record<string, JobKind> => ({
  'rooms.extend': { everyMinutes: DAY_IN_MINUTES, run: () => extendRooms(house) },
})
