import type { House } from '../http/house.ts'
import { traceOf } from '../log/log.ts'
import { addRecurring, type Begun, beginDue, forgetJob, keepAsDone, keepAsFailed, lendLonger, runAgain } from './queries.ts'
import { ATTEMPTS, LEASE_IN_SECONDS, pauseAfter } from './rules.ts'
import type { Payload } from './tables.ts'

/** One kind of work: what it does, and how it is treated. */
export type JobKind = {
  /** Does the work; may be called again for a job that was already done (at least once). Throwing means: try again later. */
  run(payload: Payload): Promise<void>
  /** The work recurs, this many minutes after it was last done; once across all processes. */
  everyMinutes?: number
  /** The payload may identify somebody: a done job is taken away at once, a failed one loses its payload. */
  identifies?: boolean
}

/** The work that happens later, as this process takes part in it. */
export type Jobs = {
  /** Plans the recurring kinds and begins to look for due jobs every second. */
  start(): Promise<void>
  /** Stops looking and waits for what was begun. */
  stop(): Promise<void>
  /** Does everything that is due now and returns how many jobs were run; also in tests. */
  runDue(): Promise<number>
}

const AT_ONCE = 4

/** Opens the jobs of the given kinds; a job of a kind this process does not know stays waiting for one that does. */
export function openJobs(
  house: Pick<House, 'database' | 'clock' | 'newId' | 'log'>,
  {
    kinds,
    lookEveryMs = 1000,
    lendEveryMs = (LEASE_IN_SECONDS * 1000) / 4,
  }: { kinds: Record<string, JobKind>; lookEveryMs?: number; lendEveryMs?: number },
): Jobs {
  const { database, clock, newId, log } = house
  let timer: NodeJS.Timeout | undefined
  let working: Promise<number> | undefined
  let stopping = false

  async function finish(job: Begun, kind: JobKind): Promise<void> {
    const now = clock.now()
    await database.asKeeper(async (tx) => {
      if (kind.everyMinutes) await runAgain(tx, job.jobId, now.add({ minutes: kind.everyMinutes }), { attempts: 0, lastError: null })
      else if (kind.identifies) await forgetJob(tx, job.jobId)
      else await keepAsDone(tx, job.jobId, now)
    })
  }

  async function giveUpOrTryAgain(job: Begun, kind: JobKind, lastError: string): Promise<void> {
    const now = clock.now()
    const forGood = job.attempts >= ATTEMPTS
    await database.asKeeper(async (tx) => {
      if (!forGood) return runAgain(tx, job.jobId, now.add({ seconds: pauseAfter(job.attempts) }), { attempts: job.attempts, lastError })
      await keepAsFailed(tx, job.jobId, now, lastError, kind.identifies === true)
      if (kind.everyMinutes) await addRecurring(tx, { jobId: newId(), kind: job.kind, runAt: now.add({ minutes: kind.everyMinutes }) })
    })
    log.warn({ job: job.jobId, kind: job.kind, attempts: job.attempts, forGood, error: lastError }, 'a job did not succeed')
  }

  /** Does the work; as long as it goes on, the job stays lent to this process, however long that takes. */
  async function work(job: Begun, kind: JobKind): Promise<void> {
    let lending: Promise<void> = Promise.resolve()
    const beat = setInterval(() => {
      lending = database
        .asKeeper((tx) => lendLonger(tx, job, clock.now()))
        .catch((thrown) => log.warn(traceOf(thrown), 'a job could not be lent for longer'))
    }, lendEveryMs).unref()
    try {
      await kind.run(job.payload)
    } finally {
      clearInterval(beat)
      await lending
    }
  }

  async function run(job: Begun): Promise<void> {
    const kind = kinds[job.kind]
    if (!kind) return
    // Begun more often than it was answered for: it takes its process down with it.
    if (job.attempts > ATTEMPTS) return giveUpOrTryAgain(job, kind, 'never finished')
    try {
      await work(job, kind)
    } catch (thrown) {
      const { error, code } = traceOf(thrown)
      return giveUpOrTryAgain(job, kind, `${error} ${code}`.trim().slice(0, 200))
    }
    await finish(job, kind)
  }

  async function runAllDue(): Promise<number> {
    let done = 0
    for (;;) {
      const begun = await database.asKeeper((tx) => beginDue(tx, Object.keys(kinds), clock.now(), AT_ONCE))
      if (begun.length === 0) return done
      // What cannot even be written down (the server is gone) is lent out again when the lease is over.
      await Promise.all(begun.map((job) => run(job).catch((thrown) => log.warn(traceOf(thrown), 'the end of a job could not be kept'))))
      done += begun.length
      if (stopping) return done
    }
  }

  const runDue = (): Promise<number> => {
    working ??= runAllDue().finally(() => {
      working = undefined
    })
    return working
  }

  const look = () => {
    runDue().catch((thrown) => log.warn(traceOf(thrown), 'looking for jobs did not succeed'))
  }

  return {
    async start() {
      for (const [kind, { everyMinutes }] of Object.entries(kinds)) {
        if (everyMinutes) await database.asKeeper((tx) => addRecurring(tx, { jobId: newId(), kind, runAt: clock.now() }))
      }
      timer ??= setInterval(look, lookEveryMs).unref()
    },
    async stop() {
      clearInterval(timer)
      timer = undefined
      stopping = true
      await working?.catch(() => {})
      stopping = false
    },
    runDue,
  }
}
