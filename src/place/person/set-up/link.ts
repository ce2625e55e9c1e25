import { ClearFailure } from '../../../platform/config/clear-failure.ts'
import type { Database, Tx } from '../../../platform/database/door.ts'
import { hashOf, newToken } from '../../../platform/sessions/tokens.ts'
import { personPaths } from '../paths.ts'
import { people } from '../queries.ts'

/** How long the link to the set-up of an empty house works. */
export const SET_UP_LINK_IN_DAYS = 7

/** Makes the link to the set-up of an empty house and returns its path; earlier ones stop working. Throws a ClearFailure once there is a stek. */
export async function makeSetUpLink(database: Database, now: Temporal.Instant): Promise<string> {
  const token = newToken()
  await database.atTheDoor(async (tx) => {
    if (await hasStek(tx)) throw new ClearFailure('This house has a stek already, so there is nothing to set up.')
    await people(tx).deleteFrom('sign_in_link').where('purpose', '=', 'set-up').execute()
    await people(tx)
      .insertInto('sign_in_link')
      .values({
        token_hash: hashOf(token),
        person_id: null,
        purpose: 'set-up',
        created_at: now.toString(),
        expires_at: now.add({ hours: SET_UP_LINK_IN_DAYS * 24 }).toString(),
      })
      .execute()
  })
  return personPaths.setUp(token)
}

/** Whether any stek was set up here. */
export async function hasStek(tx: Tx): Promise<boolean> {
  return (await people(tx).selectFrom('stek').select('stek_id').limit(1).executeTakeFirst()) !== undefined
}

/** Whether this house still waits for its first stek. */
export const setUpIsNeeded = async (database: Database): Promise<boolean> => !(await database.atTheDoor(hasStek))
