import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/door.ts'
import type { HandoverTables } from '../tables.ts'
import type { AskedAs } from './rules.ts'

/** One sharing, as it is written down: who asked, for what, to whom, until when, how it was given. @source REFER-4 */
export type Consent = {
  consentId: string
  handoverId: string
  serviceId: string
  askedBy: string
  askedAs: AskedAs
  givenAs: 'spoken' | 'written'
  sentences: number
  givenAt: Temporal.Instant
  untilAt: Temporal.Instant
}

/** Writes down a consent and the message it is about; the transaction must have brought the person's own code. */
export async function keepWithConsent(
  tx: Tx,
  stekId: string,
  consent: Consent,
  message: { keyId: string; locked: Buffer; readable: 'once' | 'until' },
): Promise<void> {
  const { consentId, handoverId } = consent
  await tx
    .withTables<HandoverTables>()
    .insertInto('sharing_consent')
    .values({
      stek_id: stekId,
      handover_id: handoverId,
      consent_id: consentId,
      what: 'message',
      service_id: consent.serviceId,
      asked_by: consent.askedBy,
      asked_as: consent.askedAs,
      given_as: consent.givenAs,
      sentences: consent.sentences,
      given_at: consent.givenAt.toString(),
      until_at: consent.untilAt.toString(),
    })
    .execute()
  await tx
    .withTables<HandoverTables>()
    .insertInto('handover_message')
    .values({
      stek_id: stekId,
      handover_id: handoverId,
      consent_id: consentId,
      key_id: message.keyId,
      sealed: message.locked,
      readable: message.readable,
      until_at: consent.untilAt.toString(),
    })
    .execute()
}

/** A message as the database holds it, for who brought the code of the service, while it may be read. */
export type Locked = { handoverId: string; keyId: string; sealed: Buffer; readable: 'once' | 'until' }

/** The locked message of the code that was brought, or undefined. */
export async function lockedMessage(tx: Tx, now: Temporal.Instant): Promise<Locked | undefined> {
  const { rows } = await sql<Locked>`select handover_id as "handoverId", key_id as "keyId", sealed, readable
    from open_handover_message(${now.toString()})`.execute(tx)
  return rows[0]
}

/** Notes that the message is read now; takes it out of the database when it was to be read once. False when somebody else was first. */
export async function takeMessage(tx: Tx, now: Temporal.Instant): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select take_handover_message(${now.toString()}) as taken`.execute(tx)
  return rows[0]?.taken ?? false
}

/** The keys that a message still needs. As the keeper. */
export async function keysInUse(tx: Tx): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select key_id as id from handover_message where key_id is not null`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

/** Takes away what is over: handovers past their end, messages past their term or to a service that stopped. As the keeper. */
export async function removeOver(tx: Tx, now: Temporal.Instant, today: string): Promise<void> {
  await sql`delete from sharing_consent where until_at <= ${now.toString()}`.execute(tx)
  await sql`delete from sharing_consent c using service s
    where s.stek_id = c.stek_id and s.service_id = c.service_id and s.ended_on <= ${today}`.execute(tx)
  await sql`delete from handover where ends_at <= ${now.toString()}`.execute(tx)
}

/** The ids of all handovers there are. As the keeper. */
export async function handoverIds(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select handover_id as id from handover`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Takes away handovers that were taken back before, without a row of the tally. As the keeper. */
export async function endAgain(tx: Tx, ids: readonly string[], now: Temporal.Instant): Promise<void> {
  await sql`update handover set withdrawn_at = ${now.toString()} where handover_id = any (${ids}::uuid[])`.execute(tx)
  await sql`delete from handover where handover_id = any (${ids}::uuid[])`.execute(tx)
}
