import type { House } from '../http/house.ts'
import { traceOf } from '../log/log.ts'
import { keepLent, LEND_EVERY_MS } from './lending.ts'
import { addJob, forgetJob } from './queries.ts'
import { LEASE_IN_SECONDS } from './rules.ts'
import type { Payload } from './tables.ts'

/** A job that waits for work outside the jobs to break off. */
export type HeldJob = {
  /** The work came to its end, well or badly: the job is taken away and never runs. */
  letGo(): Promise<void>
}

/**
 * Adds a job that runs only when this process does not come to the end of something: it is put off by LEASE_IN_SECONDS, again and again, as long as
 * this process lives and does not let go. So whichever process is there tells within that time that a request died with its process.
 */
export async function holdJob(
  { database, clock, newId, log }: Pick<House, 'database' | 'clock' | 'newId' | 'log'>,
  { kind, payload }: { kind: string; payload: Payload },
  putOffEveryMs = LEND_EVERY_MS,
): Promise<HeldJob> {
  const job = { jobId: newId(), kind, payload, attempts: 0 }
  const runAt = clock.now().add({ seconds: LEASE_IN_SECONDS })
  await database.asKeeper((tx) => addJob(tx, { ...job, runAt }))
  const stopPuttingOff = keepLent({ database, clock, log }, job, putOffEveryMs)
  return {
    async letGo() {
      await stopPuttingOff()
      // What cannot be taken away now runs once, and finds that there is nothing to tell.
      await database
        .asKeeper((tx) => forgetJob(tx, job.jobId))
        .catch((thrown) => log.warn(traceOf(thrown), 'a job that was held could not be taken away'))
    },
  }
}
