import { monthPeriod } from '../../../../platform/calendar/whole-weeks.ts'
import type { House } from '../../../../platform/http/house.ts'
import type { JobKind } from '../../../../platform/jobs/jobs.ts'
import { LEASE_IN_SECONDS } from '../../../../platform/jobs/rules.ts'
import { dayOf } from '../../../../programme/board/clock.ts'
import { countedOf, demoLoadedOn, standingOfAll, tell } from './queries.ts'
import { monthsToTell, releaseOf } from './rules.ts'

/** So long one turn may work, well within the time for which a job is lent; the next turn goes on where it stopped. */
const LONGEST_TURN_IN_MS = (LEASE_IN_SECONDS * 1000) / 2

/**
 * Tells every settled month of every stek that was not told yet, earliest first, and gives how many were. Months are told one by one,
 * so that a stop halfway leaves nothing half; doing it twice, or in two processes at once, changes nothing.
 */
export async function tellSettledMonths(house: Pick<House, 'database' | 'clock' | 'settings'>): Promise<number> {
  const zone = house.settings.timeZone
  const now = house.clock.now()
  const today = dayOf(now, zone)
  const stopAt = performance.now() + LONGEST_TURN_IN_MS
  const { standings, demoDay } = await house.database.asKeeper(async (tx) => ({
    standings: await standingOfAll(tx),
    demoDay: await demoLoadedOn(tx, zone),
  }))
  let told = 0
  for (const { stekId, firstCounted, lastTold } of standings)
    for (const month of monthsToTell(firstCounted, lastTold, today)) {
      if (performance.now() > stopAt) return told
      const example = demoDay !== undefined && monthPeriod(month).until < demoDay
      await house.database.asKeeper(async (tx) => tell(tx, stekId, releaseOf(await countedOf(tx, stekId, month, zone, example)), now))
      told += 1
    }
  return told
}

/** The kind of job that tells what is settled, every hour. Named `figures.tell`. */
export const figuresJobs = (house: House): Record<string, JobKind> => ({
  'figures.tell': { everyMinutes: 60, run: async () => void (await tellSettledMonths(house)) },
})
