import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/door.ts'
import type { Barrier, Outcome } from '../handover.ts'
import type { HandoverTables } from '../tables.ts'

/** How many handovers of a month to a service ended how. */
export type OutcomeCount = {
  month: string
  serviceId: string | null
  service: string | null
  outcome: Outcome | 'unknown'
  barrier: Barrier | null
  count: number
}

/** The tally of a stek by month, service, outcome and barrier, oldest first, of months before `before`. */
export const outcomesOf = (tx: Tx, stekId: string, before: string): Promise<OutcomeCount[]> =>
  tx
    .withTables<HandoverTables>()
    .selectFrom('handover_outcome as ended')
    .leftJoin('service', (join) => join.onRef('service.stek_id', '=', 'ended.stek_id').onRef('service.service_id', '=', 'ended.service_id'))
    .select([
      'month',
      'ended.service_id as serviceId',
      'service.name as service',
      'outcome',
      'barrier',
      sql<number>`count(*)::integer`.as('count'),
    ])
    .where('ended.stek_id', '=', stekId)
    .where('month', '<', before)
    .groupBy(['month', 'ended.service_id', 'service.name', 'outcome', 'barrier'])
    .orderBy('month')
    .execute()

/** The first day of the month, as the tally counts them, in which the oldest handover that there still is was made. */
export async function oldestThere(tx: Tx, stekId: string): Promise<string | undefined> {
  const row = await tx
    .withTables<HandoverTables>()
    .selectFrom('handover')
    .select(sql<string | null>`date_trunc('month', min(created_at) at time zone 'UTC')::date::text`.as('month'))
    .where('stek_id', '=', stekId)
    .executeTakeFirst()
  return row?.month ?? undefined
}
