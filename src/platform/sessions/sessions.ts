import { type ColumnType, sql } from 'kysely'
import type { Tx } from '../database/door.ts'
import { hashOf, newToken } from './tokens.ts'

type When = ColumnType<Temporal.Instant, string, string>
type SessionTables = { session: { token_hash: Buffer; person_id: string; created_at: When; last_seen_at: When; expires_at: When } }

/** A device of one's own stays signed in this long after it was last used. */
export const OWN_DEVICE_IN_HOURS = 30 * 24
/** A device that others use too is signed out when nothing was done on it for so long: a working day. */
export const SHARED_DEVICE_IN_HOURS = 12
/** However busy, after this long a session ends and one signs in again. */
export const LONGEST_IN_HOURS = 180 * 24

const SEEN_EVERY_IN_MINUTES = 5

const sessions = (tx: Tx) => tx.withTables<SessionTables>()

/** Begins a session of a person and returns its token, which is nowhere else; to be called at the door. */
export async function beginSession(tx: Tx, personId: string, now: Temporal.Instant, device: 'own' | 'shared'): Promise<string> {
  const token = newToken()
  const hours = device === 'own' ? OWN_DEVICE_IN_HOURS : SHARED_DEVICE_IN_HOURS
  await sessions(tx)
    .insertInto('session')
    .values({
      token_hash: hashOf(token),
      person_id: personId,
      created_at: now.toString(),
      last_seen_at: now.toString(),
      expires_at: now.add({ hours }).toString(),
    })
    .execute()
  return token
}

/**
 * Being seen moves the end of a session: as far ahead as it was at the last time, at most LONGEST_IN_HOURS after the beginning.
 * Written at most every 5 minutes, so that reading pages costs no writing.
 */
export async function moveEnd(tx: Tx, token: string, lastSeenAt: Temporal.Instant, now: Temporal.Instant): Promise<void> {
  if (Temporal.Instant.compare(lastSeenAt.add({ minutes: SEEN_EVERY_IN_MINUTES }), now) > 0) return
  await sessions(tx)
    .updateTable('session')
    .set({
      last_seen_at: now.toString(),
      expires_at: sql`least(${now.toString()}::timestamptz + (expires_at - last_seen_at), created_at + make_interval(hours => ${LONGEST_IN_HOURS}))`,
    })
    .where('token_hash', '=', hashOf(token))
    .execute()
}

/** Ends the session of a token; nothing happens when there is none. */
export async function endSession(tx: Tx, token: string): Promise<void> {
  await sessions(tx).deleteFrom('session').where('token_hash', '=', hashOf(token)).execute()
}

/** Ends every session of a person, on every device. */
export async function endSessionsOf(tx: Tx, personId: string): Promise<void> {
  await sessions(tx).deleteFrom('session').where('person_id', '=', personId).execute()
}
