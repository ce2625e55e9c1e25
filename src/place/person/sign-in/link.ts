import type { Database } from '../../../platform/database/door.ts'
import { addSignInLink } from '../links.ts'
import { personPaths } from '../paths.ts'

/** Makes a link that signs a person in once and returns its path; it works for 30 minutes unless told otherwise. */
export async function makeSignInLink(
  database: Database,
  personId: string,
  now: Temporal.Instant,
  options: { minutes?: number } = {},
): Promise<string> {
  return personPaths.signInLink(await database.atTheDoor((tx) => addSignInLink(tx, personId, now, options.minutes)))
}
