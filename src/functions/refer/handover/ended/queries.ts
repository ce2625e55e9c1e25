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
