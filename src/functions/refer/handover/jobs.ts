import type { House } from '../../../platform/http/house.ts'
import type { JobKind } from '../../../platform/jobs/jobs.ts'
import { madeAt } from '../../../platform/secrets/keys.ts'
import { endAgain, handoverIds, keysInUse, removeOver } from './message/queries.ts'
import { whenIn } from './read.ts'

/** A key is made just before its message; one without a message that is older than this has none. */
const ORPHAN_AFTER_IN_MINUTES = 10

/**
 * Ends what is over and destroys every key that locks nothing any more: of a message that went with its handover, its term or its service,
 * or whose process was killed halfway; ends again what came back with an old backup. May be broken off and begun again at any point.
 */
export async function endHandovers(house: Pick<House, 'database' | 'clock' | 'settings' | 'keys'>): Promise<void> {
  const { now, today } = whenIn(house)
  const back = await house.keys.endings.among(() => house.database.asKeeper(handoverIds))
  if (back.length > 0) await house.database.asKeeper((tx) => endAgain(tx, back, now))
  await house.database.asKeeper((tx) => removeOver(tx, now, today))
  const before = now.subtract({ minutes: ORPHAN_AFTER_IN_MINUTES })
  // The folder first: a message that is saved in between has a key that is younger than this list.
  const old = (await house.keys.ids()).filter((id) => Temporal.Instant.compare(madeAt(id), before) < 0)
  const used = await house.database.asKeeper(keysInUse)
  for (const id of old.filter((one) => !used.has(one))) await house.keys.destroy(id)
  await house.keys.tidy(before)
  await house.keys.endings.forget(now)
}

/** The kind of job that ends handovers, every ten minutes; named `handover.end`. */
export const handoverJobs = (house: House): Record<string, JobKind> => ({
  'handover.end': { everyMinutes: 10, run: () => endHandovers(house) },
})
