import type { House } from '../http/house.ts'
import { traceOf } from '../log/log.ts'
import { keepLent, LEND_EVERY_MS } from './lending.ts'
import { addRecurring, type Begun, beginDue, forgetJob, keepAsDone, keepAsFailed, runAgain } from './queries.ts'
import { ATTEMPTS, pauseAfter } from './rules.ts'
import type { Payload } from './tables.ts'

/** One kind of work: what it does, and how it is treated. */
export type JobKind = {
  /** Does the work; may be called again for a job that was already done (at least once). Throwing means: try again later. */
  run(payload: Payload): Promise<void>
  /** The work recurs, this many minutes after it was last done; once across all processes. */
  everyMinutes?: number
  /** The payload may identify somebody: a done job is taken away at once, a failed one loses its payload. */
  identifies?: boolean
  /** The work may take minutes: it goes in a lane of its own, one at a time, so that mails and erasing never wait for it. */
  long?: boolean
  /** How often it is tried before it counts as failed, when somebody waits for the outcome; else {@link ATTEMPTS}. */
  attempts?: number
  /** Tells whoever waits that it failed for good. Throwing means: the job is tried to be given up again later. */
  gaveUp?(payload: Payload): Promise<void>
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

/** How many jobs of a lane are at work at once. */
const AT_ONCE = { short: 4, long: 1 }

/** Jobs of some kinds that are begun one portion after the other. */
type Lane = { kinds: readonly string[]; atOnce: number; working?: Promise<number> | undefined }

/** Opens the jobs of the given kinds; a job of a kind this process does not know stays waiting for one that does. */
export function openJobs(
  house: Pick<House, 'database' | 'clock' | 'newId' | 'log'>,
  {
    kinds,
    lookEveryMs = 1000,
    lendEveryMs = LEND_EVERY_MS,
  }: { kinds: Record<string, JobKind>; lookEveryMs?: number; lendEveryMs?: number },
): Jobs {
  const { database, clock, newId, log } = house
  const laneOf = (long: boolean): Lane => ({
    kinds: Object.keys(kinds).filter((kind) => (kinds[kind]?.long === true) === long),
    atOnce: long ? AT_ONCE.long : AT_ONCE.short,
  })
  const lanes = [laneOf(false), laneOf(true)]
  let timer: NodeJS.Timeout | undefined
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
    const forGood = job.attempts >= (kind.attempts ?? ATTEMPTS)
    if (forGood) await kind.gaveUp?.(job.payload)
    await database.asKeeper(async (tx) => {
      if (!forGood) return runAgain(tx, job.jobId, now.add({ seconds: pauseAfter(job.attempts) }), { attempts: job.attempts, lastError })
      await keepAsFailed(tx, job.jobId, now, lastError, kind.identifies === true)
      if (kind.everyMinutes) await addRecurring(tx, { jobId: newId(), kind: job.kind, runAt: now.add({ minutes: kind.everyMinutes }) })
    })
    log.warn({ job: job.jobId, kind: job.kind, attempts: job.attempts, forGood, error: lastError }, 'a job did not succeed')
  }

  /** Does the work; as long as it goes on, the job stays lent to this process, however long that takes. */
  async function work(job: Begun, kind: JobKind): Promise<void> {
    const giveBack = keepLent({ database, clock, log }, job, lendEveryMs)
    try {
      await kind.run(job.payload)
    } finally {
      await giveBack()
    }
  }

  async function run(job: Begun): Promise<void> {
    const kind = kinds[job.kind]
    if (!kind) return
    // Begun more often than it was answered for: it takes its process down with it.
    if (job.attempts > (kind.attempts ?? ATTEMPTS)) return giveUpOrTryAgain(job, kind, 'never finished')
    try {
      await work(job, kind)
    } catch (thrown) {
      const { error, code } = traceOf(thrown)
      return giveUpOrTryAgain(job, kind, `${error} ${code}`.trim().slice(0, 200))
    }
    await finish(job, kind)
  }

  async function runAllDue(lane: Lane): Promise<number> {
    let done = 0
    for (;;) {
      const begun = await database.asKeeper((tx) => beginDue(tx, lane.kinds, clock.now(), lane.atOnce))
      if (begun.length === 0) return done
      // What cannot even be written down (the server is gone) is lent out again when the lease is over.
      await Promise.all(begun.map((job) => run(job).catch((thrown) => log.warn(traceOf(thrown), 'the end of a job could not be kept'))))
      done += begun.length
      if (stopping) return done
    }
  }

  const runLane = (lane: Lane): Promise<number> => {
    lane.working ??= runAllDue(lane).finally(() => {
      lane.working = undefined
    })
    return lane.working
  }

  const runDue = async (): Promise<number> => (await Promise.all(lanes.map(runLane))).reduce((sum, done) => sum + done)

  const look = () => {
    for (const lane of lanes) runLane(lane).catch((thrown) => log.warn(traceOf(thrown), 'looking for jobs did not succeed'))
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
      await Promise.allSettled(lanes.flatMap(({ working }) => working ?? []))
      stopping = false
    },
    runDue,
  }
}
