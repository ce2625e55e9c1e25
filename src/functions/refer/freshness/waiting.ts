import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/door.ts'
import { MOST_A_WEEK } from './rules.ts'

/** What the guide asks of somebody this week: how many organisations to call, and how many answers to look at. */
export type WaitingInGuide = { toCheck: number; proposals: number }

/**
 * How much of the guide waits for a worker: entries to check by telephone, never more than {@link MOST_A_WEEK}, and answers of organisations
 * to take over or leave. Who keeps only the entries of one organisation gets the figures of these, by row security.
 * @source REFER-3
 */
export async function waitingInGuide(tx: Tx, stekId: string, today: string): Promise<WaitingInGuide> {
  const { rows } = await sql<WaitingInGuide>`select
      least(count(*) filter (where f.answer is null and f.way = 'phone' and f.expires_on >= ${today}::date and s.ended_on is null), ${MOST_A_WEEK})::int as "toCheck",
      (count(*) filter (where f.answer in ('changed', 'ended')))::int as proposals
    from freshness_request f join service s using (stek_id, service_id)
    where f.stek_id = ${stekId} and f.settled_at is null`.execute(tx)
  return rows[0] ?? { toCheck: 0, proposals: 0 }
}
