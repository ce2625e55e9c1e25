import { sql } from 'kysely'
import type { Tx } from '../database/door.ts'
import { LEASE_IN_SECONDS } from './rules.ts'
import type { JobTables, Payload } from './tables.ts'

/** A job that was just begun; `attempts` counts this time too. */
export type Begun = { jobId: string; kind: string; payload: Payload; attempts: number }

/** What is known of a recurring job and of nothing else; the index `job_recurring_once` looks for exactly this. */
export const recurring: Payload = { recurring: true }

const jobs = (tx: Tx) => tx.withTables<JobTables>()

/** Adds a job that will run at or after `runAt`, at least once; works at the door and for the keeper. */
export async function addJob(tx: Tx, job: { jobId: string; kind: string; payload: Payload; runAt: Temporal.Instant }): Promise<void> {
  await jobs(tx)
    .insertInto('job')
    .values({ job_id: job.jobId, kind: job.kind, payload: JSON.stringify(job.payload), run_at: job.runAt.toString() })
    .execute()
}

/** Adds a recurring job unless one is waiting already, whichever process added that. */
export async function addRecurring(tx: Tx, job: { jobId: string; kind: string; runAt: Temporal.Instant }): Promise<void> {
  await jobs(tx)
    .insertInto('job')
    .values({ job_id: job.jobId, kind: job.kind, payload: JSON.stringify(recurring), run_at: job.runAt.toString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/**
 * Begins up to `limit` due jobs of the given kinds. Each is lent for LEASE_IN_SECONDS: when this process dies the job
 * becomes due again by itself, and no transaction stays open while the work goes on.
 */
export async function beginDue(tx: Tx, kinds: readonly string[], now: Temporal.Instant, limit: number): Promise<Begun[]> {
  if (kinds.length === 0) return []
  const due = jobs(tx)
    .selectFrom('job')
    .select('job_id')
    .where('done_at', 'is', null)
    .where('failed_at', 'is', null)
    .where(sql<boolean>`run_at <= ${now.toString()}`)
    .where('kind', 'in', [...kinds])
    .orderBy('run_at')
    .orderBy('job_id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
  const rows = await jobs(tx)
    .updateTable('job')
    .set((row) => ({ attempts: row('attempts', '+', 1), run_at: now.add({ seconds: LEASE_IN_SECONDS }).toString() }))
    .where('job_id', 'in', due)
    .returning(['job_id', 'kind', 'payload', 'attempts'])
    .execute()
  return rows.map((row) => ({ jobId: row.job_id, kind: row.kind, payload: row.payload, attempts: row.attempts }))
}

/** Lends a job that is still at work for another LEASE_IN_SECONDS, unless it ended or another process began it again meanwhile. */
export async function lendLonger(tx: Tx, job: Begun, now: Temporal.Instant): Promise<void> {
  await jobs(tx)
    .updateTable('job')
    .set({ run_at: now.add({ seconds: LEASE_IN_SECONDS }).toString() })
    .where('job_id', '=', job.jobId)
    .where('attempts', '=', job.attempts)
    .where('done_at', 'is', null)
    .where('failed_at', 'is', null)
    .execute()
}

/** Keeps a job as done, without an error of an earlier attempt. */
export async function keepAsDone(tx: Tx, jobId: string, now: Temporal.Instant): Promise<void> {
  await jobs(tx).updateTable('job').set({ done_at: now.toString(), last_error: null }).where('job_id', '=', jobId).execute()
}

/** Takes a job away as if it had never been. */
export async function forgetJob(tx: Tx, jobId: string): Promise<void> {
  await jobs(tx).deleteFrom('job').where('job_id', '=', jobId).execute()
}

/** Lets a job wait for its next attempt or its next turn. */
export async function runAgain(
  tx: Tx,
  jobId: string,
  runAt: Temporal.Instant,
  after: { attempts: number; lastError: string | null },
): Promise<void> {
  await jobs(tx)
    .updateTable('job')
    .set({ run_at: runAt.toString(), attempts: after.attempts, last_error: after.lastError })
    .where('job_id', '=', jobId)
    .execute()
}

/** Keeps a job as failed, to be seen; `withoutPayload` takes out what it was about. */
export async function keepAsFailed(
  tx: Tx,
  jobId: string,
  now: Temporal.Instant,
  lastError: string,
  withoutPayload: boolean,
): Promise<void> {
  await jobs(tx)
    .updateTable('job')
    .set({ failed_at: now.toString(), last_error: lastError, ...(withoutPayload ? { payload: '{}' } : {}) })
    .where('job_id', '=', jobId)
    .execute()
}

/** The jobs that failed for good, newest first, without what they were about. */
export const failedJobs = (
  tx: Tx,
): Promise<{ jobId: string; kind: string; attempts: number; failedAt: Temporal.Instant | null; lastError: string | null }[]> =>
  jobs(tx)
    .selectFrom('job')
    .select(['job_id as jobId', 'kind', 'attempts', 'failed_at as failedAt', 'last_error as lastError'])
    .where('failed_at', 'is not', null)
    .orderBy('failed_at', 'desc')
    .limit(100)
    .execute()
