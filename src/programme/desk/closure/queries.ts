import type { Tx } from '../../../platform/database/door.ts'
import type { Closure } from '../../moments/moment.ts'
import type { ProgrammeTables } from '../../tables.ts'

/** A closure with its id. */
export type KeptClosure = Closure & { closureId: string }

/** The closures of a stek that last until a day or longer, by first day. */
export const closuresFrom = (tx: Tx, stekId: string, from: string): Promise<KeptClosure[]> =>
  tx
    .withTables<ProgrammeTables>()
    .selectFrom('closure')
    .select(['closure_id as closureId', 'site_id as siteId', 'from_date as fromDate', 'until_date as untilDate', 'reason'])
    .where('stek_id', '=', stekId)
    .where('until_date', '>=', from)
    .orderBy('from_date')
    .orderBy('closure_id')
    .execute()
