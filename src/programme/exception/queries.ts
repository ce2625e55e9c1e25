import type { Tx } from '../../platform/database/door.ts'
import type { Exception } from '../moments/moment.ts'
import type { ProgrammeTables } from '../tables.ts'
import { exceptionColumns } from './columns.ts'

/** An exception with when it was cancelled and how often it was saved. */
export type KeptException = Exception & { cancelledAt: Temporal.Instant | null; revision: number }

const exceptions = (tx: Tx, stekId: string, slotId: string) =>
  tx
    .withTables<ProgrammeTables>()
    .selectFrom('exception')
    .select([...exceptionColumns, 'revision'])
    .where('stek_id', '=', stekId)
    .where('slot_id', '=', slotId)

type Read = Awaited<ReturnType<ReturnType<typeof exceptions>['execute']>>[number]

const kept = (row: Read): KeptException => ({ ...row, cancelled: row.cancelledAt !== null })

/** What is different about one planned date of a slot, or undefined when nothing is. */
export async function exceptionOn(tx: Tx, stekId: string, slotId: string, onDate: string): Promise<KeptException | undefined> {
  const row = await exceptions(tx, stekId, slotId).where('on_date', '=', onDate).executeTakeFirst()
  return row && kept(row)
}

/** What is different about the planned dates of a slot from a day on, by date. */
export const exceptionsFrom = async (tx: Tx, stekId: string, slotId: string, from: string): Promise<KeptException[]> =>
  (await exceptions(tx, stekId, slotId).where('on_date', '>=', from).orderBy('on_date').execute()).map(kept)
