import type { Tx } from '../../../platform/database/door.ts'
import type { ProgrammeTables } from '../../tables.ts'
import type { Printing } from './rules.ts'

/** The last printing of each kind of paper in each language; latest first. */
export async function lastPrintings(tx: Tx, stekId: string): Promise<Printing[]> {
  const rows = await tx
    .withTables<ProgrammeTables>()
    .selectFrom('printing')
    .distinctOn(['channel', 'language'])
    .select(['printing_id as printingId', 'channel', 'language', 'fingerprint', 'printed_at as printedAt'])
    .where('stek_id', '=', stekId)
    .orderBy('channel')
    .orderBy('language')
    .orderBy('printed_at', 'desc')
    .execute()
  return rows.sort((one, other) => Temporal.Instant.compare(other.printedAt, one.printedAt))
}

/** Writes down that paper was printed; row security lets only who leads the stek do this. */
export async function recordPrinting(tx: Tx, stekId: string, printing: Printing): Promise<void> {
  await tx
    .withTables<ProgrammeTables>()
    .insertInto('printing')
    .values({
      stek_id: stekId,
      printing_id: printing.printingId,
      channel: printing.channel,
      language: printing.language,
      fingerprint: printing.fingerprint,
      printed_at: printing.printedAt.toString(),
    })
    .execute()
}
