import type { ColumnType } from 'kysely'
import type { Tx } from '../../../platform/database/door.ts'

type ConsentTables = { name_consent: { stek_id: string; person_id: string; given_at: ColumnType<Temporal.Instant, string, never> } }

const db = (tx: Tx) => tx.withTables<ConsentTables>()

/** Since when somebody agrees that visitors of a stek read the own first name; undefined without consent. As that person. */
export async function consentOf(tx: Tx, stekId: string, personId: string): Promise<Temporal.Instant | undefined> {
  const row = await db(tx)
    .selectFrom('name_consent')
    .select('given_at')
    .where('stek_id', '=', stekId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.given_at
}

/** Keeps the consent of a person; given twice it counts from the first time. As that person. */
export async function giveConsent(tx: Tx, stekId: string, personId: string, now: Temporal.Instant): Promise<void> {
  await db(tx)
    .insertInto('name_consent')
    .values({ stek_id: stekId, person_id: personId, given_at: now.toString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes the consent back; nothing of it is kept. As that person. */
export async function takeConsentBack(tx: Tx, stekId: string, personId: string): Promise<void> {
  await db(tx).deleteFrom('name_consent').where('stek_id', '=', stekId).where('person_id', '=', personId).execute()
}
