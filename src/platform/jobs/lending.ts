import type { House } from '../http/house.ts'
import { traceOf } from '../log/log.ts'
import { type Begun, lendLonger } from './queries.ts'
import { LEASE_IN_SECONDS } from './rules.ts'

/** So often a lease is made longer, in milliseconds: a few that fail do no harm. */
export const LEND_EVERY_MS = (LEASE_IN_SECONDS * 1000) / 4

/**
 * Makes the lease of a job longer, again and again, for as long as this process lives; the answer ends that, and resolves when the last time is written.
 * A time that cannot be written is in the log, and the next one follows.
 */
export function keepLent(
  { database, clock, log }: Pick<House, 'database' | 'clock' | 'log'>,
  job: Begun,
  everyMs: number,
): () => Promise<void> {
  let lending: Promise<void> = Promise.resolve()
  const beat = setInterval(() => {
    lending = database
      .asKeeper((tx) => lendLonger(tx, job, clock.now()))
      .catch((thrown) => log.warn(traceOf(thrown), 'a job could not be lent for longer'))
  }, everyMs).unref()
  return () => {
    clearInterval(beat)
    return lending
  }
}
