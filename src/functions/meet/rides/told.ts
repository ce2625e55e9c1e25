import type { Tx } from '../../../platform/database/door.ts'
import type { Moment } from '../../../programme/moments/moment.ts'
import { newsFor, standOf } from '../../../programme/sign-up/news.ts'
import type { RideTables } from './tables.ts'

const tables = (tx: Tx) => tx.withTables<RideTables>()

/** How many who ask a ride to a moment or drive there do not know yet how it stands; for who arranges rides. */
export async function untoldRides(tx: Tx, stekId: string, moment: Moment): Promise<number> {
  const of = (table: 'ride_request' | 'ride_offer') =>
    tables(tx)
      .selectFrom(table)
      .select('knows')
      .where('stek_id', '=', stekId)
      .where('slot_id', '=', moment.slotId)
      .where('on_date', '=', moment.plannedDate)
      .execute()
  const all = [...(await of('ride_request')), ...(await of('ride_offer'))]
  return all.filter(({ knows }) => newsFor(knows, moment) !== undefined).length
}

/** Remembers that somebody who asks a ride, or who drives, was called about how the moment stands. */
export async function keepAsCalled(tx: Tx, stekId: string, who: { requestId?: string; carId?: string }, moment: Moment): Promise<void> {
  const knows = standOf(moment)
  const { requestId, carId } = who
  if (requestId)
    await tables(tx).updateTable('ride_request').set({ knows }).where('stek_id', '=', stekId).where('request_id', '=', requestId).execute()
  if (carId)
    await tables(tx).updateTable('ride_offer').set({ knows }).where('stek_id', '=', stekId).where('ride_offer_id', '=', carId).execute()
}
