import { sql } from 'kysely'
import type { Tx } from '../../platform/database/door.ts'
import { hashOf, newToken } from '../../platform/sessions/tokens.ts'
import { people } from './queries.ts'

/** How long a link for signing in works. */
export const LINK_IN_MINUTES = 30

/** Adds a link for signing in once and returns its token; at the door or for the keeper. */
export async function addSignInLink(tx: Tx, personId: string, now: Temporal.Instant, minutes = LINK_IN_MINUTES): Promise<string> {
  const token = newToken()
  await people(tx)
    .insertInto('sign_in_link')
    .values({
      token_hash: hashOf(token),
      person_id: personId,
      purpose: 'sign-in',
      created_at: now.toString(),
      expires_at: now.add({ minutes }).toString(),
    })
    .execute()
  return token
}

/** How many links for signing in of a person still work, for at least ten minutes more; holds the person, so that two who ask take turns. */
export async function openLinks(tx: Tx, personId: string, now: Temporal.Instant): Promise<number> {
  await sql`select from person where person_id = ${personId} for no key update`.execute(tx)
  const { rows } = await sql<{ many: number }>`
    select count(*)::integer as many from sign_in_link
    where person_id = ${personId} and purpose = 'sign-in' and used_at is null and expires_at > ${now.add({ minutes: 10 }).toString()}`.execute(
    tx,
  )
  return rows[0]?.many ?? 0
}

const open = (token: string, purpose: 'sign-in' | 'set-up', now: Temporal.Instant) =>
  sql<boolean>`token_hash = ${hashOf(token)} and purpose = ${purpose} and used_at is null and expires_at > ${now.toString()}`

/** Whether a link can still be used; looking does not use it. */
export async function isOpen(tx: Tx, token: string, purpose: 'sign-in' | 'set-up', now: Temporal.Instant): Promise<boolean> {
  return (
    (await people(tx)
      .selectFrom('sign_in_link')
      .select('purpose')
      .where(open(token, purpose, now))
      .executeTakeFirst()) !== undefined
  )
}

/** Uses a link: of two who try at once one succeeds. Gives whom it is for (null for the set-up), or undefined when it is used, over or unknown. */
export async function useLink(
  tx: Tx,
  token: string,
  purpose: 'sign-in' | 'set-up',
  now: Temporal.Instant,
): Promise<{ personId: string | null } | undefined> {
  const row = await people(tx)
    .updateTable('sign_in_link')
    .set({ used_at: now.toString() })
    .where(open(token, purpose, now))
    .returning('person_id')
    .executeTakeFirst()
  return row && { personId: row.person_id }
}
