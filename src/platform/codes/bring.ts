import { sql } from 'kysely'
import type { Tx } from '../database/door.ts'

/** From here on the transaction sees the one row that this code opens. */
export const bringCode = async (tx: Tx, hash: Buffer): Promise<void> => {
  await sql`select set_config('stek.code', ${hash.toString('hex')}, true)`.execute(tx)
}
