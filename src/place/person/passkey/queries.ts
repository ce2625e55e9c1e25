import type { Tx } from '../../../platform/database/door.ts'
import { hashOf } from '../../../platform/sessions/tokens.ts'
import { people } from '../queries.ts'
import { CHALLENGE_IN_MINUTES } from './rules.ts'

/** A passkey as its owner sees it. */
export type Passkey = {
  credentialId: string
  label: string
  transports: string[]
  createdAt: Temporal.Instant
  lastUsedAt: Temporal.Instant | null
}

/** The passkeys of a person, oldest first. */
export const passkeysOf = (tx: Tx, personId: string): Promise<Passkey[]> =>
  people(tx)
    .selectFrom('passkey')
    .select(['credential_id as credentialId', 'label', 'transports', 'created_at as createdAt', 'last_used_at as lastUsedAt'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute()

/** Remembers a challenge for a while, as a hash; `personId` null when nobody is known yet. */
export async function keepChallenge(tx: Tx, challenge: string, personId: string | null, now: Temporal.Instant): Promise<void> {
  await people(tx)
    .insertInto('passkey_challenge')
    .values({ challenge_hash: hashOf(challenge), person_id: personId, expires_at: now.add({ minutes: CHALLENGE_IN_MINUTES }).toString() })
    .execute()
}

/** Takes a challenge away and says whether it was open for this person; each can be answered once. */
export async function takeChallenge(tx: Tx, challenge: string, personId: string | null, now: Temporal.Instant): Promise<boolean> {
  const taken = await people(tx)
    .deleteFrom('passkey_challenge')
    .where('challenge_hash', '=', hashOf(challenge))
    .where('person_id', 'is not distinct from', personId)
    .returning('expires_at as expiresAt')
    .executeTakeFirst()
  return taken !== undefined && Temporal.Instant.compare(taken.expiresAt, now) > 0
}

/** Keeps a new passkey; false when this very passkey is there already. */
export async function addPasskey(
  tx: Tx,
  passkey: { credentialId: string; personId: string; publicKey: Uint8Array; counter: number; transports: readonly string[]; label: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const added = await people(tx)
    .insertInto('passkey')
    .values({
      credential_id: passkey.credentialId,
      person_id: passkey.personId,
      public_key: Buffer.from(passkey.publicKey),
      counter: passkey.counter,
      transports: [...passkey.transports],
      label: passkey.label,
      created_at: now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(added.numInsertedOrUpdatedRows ?? 0) === 1
}

/** What is needed to check a signature, for a passkey of somebody who works here; undefined otherwise. */
export const keyToCheck = (tx: Tx, credentialId: string) =>
  people(tx)
    .selectFrom('passkey')
    .innerJoin('person', 'person.person_id', 'passkey.person_id')
    .select([
      'passkey.credential_id as credentialId',
      'passkey.person_id as personId',
      'passkey.public_key as publicKey',
      'passkey.counter',
    ])
    .where('credential_id', '=', credentialId)
    .where('person.left_at', 'is', null)
    .executeTakeFirst()

/** Remembers that a passkey was used, with the number its device counts; a copied device falls behind (WebAuthn level 3, 6.1.1). */
export async function keepUsed(tx: Tx, credentialId: string, counter: number, now: Temporal.Instant): Promise<void> {
  await people(tx).updateTable('passkey').set({ counter, last_used_at: now.toString() }).where('credential_id', '=', credentialId).execute()
}

/** Takes a passkey away from its owner; nothing happens when it is somebody else's. */
export async function removePasskey(tx: Tx, credentialId: string, personId: string): Promise<void> {
  await people(tx).deleteFrom('passkey').where('credential_id', '=', credentialId).where('person_id', '=', personId).execute()
}
