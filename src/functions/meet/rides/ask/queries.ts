import type { Tx } from '../../../../platform/database/door.ts'
import { standOf } from '../../../../programme/sign-up/news.ts'
import type { RideMoment } from '../moment.ts'
import type { RideTables } from '../tables.ts'
import type { Ask } from './rules.ts'

/** Keeps a question for a ride; a visitor may do this and can read nothing back. */
export async function keepAsk(tx: Tx, { stek, moment }: RideMoment, requestId: string, ask: Ask, now: Temporal.Instant): Promise<void> {
  await tx
    .withTables<RideTables>()
    .insertInto('ride_request')
    .values({
      stek_id: stek.stekId,
      request_id: requestId,
      slot_id: moment.slotId,
      on_date: moment.plannedDate,
      happens_on: moment.date,
      name: ask.name,
      phone: ask.phone,
      place_id: ask.placeId,
      seats: ask.seats,
      needs: ask.needs,
      ways: ask.ways,
      asked_at: now.toString(),
      knows: standOf(moment),
    })
    .execute()
}
