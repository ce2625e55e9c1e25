import type { Tx } from '../../../../../platform/database/door.ts'
import type { FreshnessTables } from '../../../freshness/tables.ts'
import type { GuideTables } from '../../tables.ts'

const guide = (tx: Tx) => tx.withTables<GuideTables & FreshnessTables>()

/** A worker looked at an entry, or called about it: it is right today, and open questions about it are answered. */
export async function keepChecked(tx: Tx, stekId: string, serviceId: string, today: string, now: Temporal.Instant): Promise<void> {
  await guide(tx)
    .updateTable('service')
    .set({ checked_on: today, checked_by: 'worker' })
    .where('stek_id', '=', stekId)
    .where('service_id', '=', serviceId)
    .execute()
  await guide(tx)
    .updateTable('freshness_request')
    .set({ answer: 'called', answered_at: now.toString(), settled_at: now.toString() })
    .where('stek_id', '=', stekId)
    .where('service_id', '=', serviceId)
    .where('answer', 'is', null)
    .execute()
}

/** Ends a service, or takes it up again: what points at it stays whole. */
export async function keepEnded(tx: Tx, stekId: string, serviceId: string, endedOn: string | null): Promise<void> {
  await guide(tx)
    .updateTable('service')
    .set((row) => ({ ended_on: endedOn, revision: row('revision', '+', 1) }))
    .where('stek_id', '=', stekId)
    .where('service_id', '=', serviceId)
    .execute()
}

/** Adds a notice to a service; the same form sent twice, or sent again after going back to it, is one notice: as it was sent last. */
export const addNotice = (tx: Tx, notice: GuideTables['service_notice'] & { message: string }): Promise<unknown> =>
  guide(tx)
    .insertInto('service_notice')
    .values({ ...notice, message: notice.message })
    .onConflict((conflict) =>
      conflict
        .columns(['stek_id', 'notice_id'])
        .doUpdateSet(({ ref }) => ({
          kind: ref('excluded.kind'),
          location_id: ref('excluded.location_id'),
          from_date: ref('excluded.from_date'),
          until_date: ref('excluded.until_date'),
          opens: ref('excluded.opens'),
          closes: ref('excluded.closes'),
          message: ref('excluded.message'),
        }))
        .where('service_notice.service_id', '=', notice.service_id),
    )
    .execute()

/** Takes a notice away. */
export const removeNotice = (tx: Tx, stekId: string, serviceId: string, noticeId: string): Promise<unknown> =>
  guide(tx)
    .deleteFrom('service_notice')
    .where('stek_id', '=', stekId)
    .where('service_id', '=', serviceId)
    .where('notice_id', '=', noticeId)
    .execute()
