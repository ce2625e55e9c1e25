import { sql } from 'kysely'
import type { Database, Tx } from '../../platform/database/door.ts'
import { moveEnd } from '../../platform/sessions/sessions.ts'
import { hashOf } from '../../platform/sessions/tokens.ts'
import type { Role, SignedIn } from './rules.ts'
import type { PersonTables } from './tables.ts'

/** The door with the tables of people. */
export const people = (tx: Tx) => tx.withTables<PersonTables>()

const inOrderOfRole = sql`array_position(array['coordinator', 'community-worker', 'partner-worker', 'volunteer', 'funder'], kind)`

/** The roles of a person in every stek, in order of the names of the steks; at the door only. */
export const rolesOf = (tx: Tx, personId: string): Promise<Role[]> =>
  people(tx)
    .selectFrom('role')
    .innerJoin('stek', 'stek.stek_id', 'role.stek_id')
    .select(['stek.stek_id as stekId', 'stek.slug as stekSlug', 'stek.name as stekName', 'role.kind', 'role.partner_id as partnerId'])
    .where('role.person_id', '=', personId)
    .orderBy('stek.name')
    .orderBy(inOrderOfRole)
    .execute()

type RowOfSession = Omit<SignedIn, 'roles'> & { lastSeenAt: Temporal.Instant } & (Role | { [Of in keyof Role]: null })

/** Who is signed in with this token, with every role; undefined when the session is over or the person left. Being here moves the end of the session. */
export async function signedInBy(tx: Tx, token: string, now: Temporal.Instant): Promise<SignedIn | undefined> {
  const { rows } = await sql<RowOfSession>`select last_seen_at as "lastSeenAt", person_id as "personId", name, language,
    stek_id as "stekId", stek_slug as "stekSlug", stek_name as "stekName", kind, partner_id as "partnerId"
    from signed_in(${hashOf(token)}, ${now.toString()}) order by stek_name, ${inOrderOfRole}`.execute(tx)
  const [first] = rows
  if (!first) return undefined
  await moveEnd(tx, token, first.lastSeenAt, now)
  const roles = rows.flatMap(({ stekId, stekSlug, stekName, kind, partnerId }) =>
    stekId === null ? [] : [{ stekId, stekSlug, stekName, kind, partnerId }],
  )
  return { personId: first.personId, name: first.name, language: first.language, roles }
}

/** The person who works here with this mail address (any case), or undefined; at the door or for the keeper. */
export const workerByEmail = (tx: Tx, email: string): Promise<{ personId: string; name: string } | undefined> =>
  people(tx)
    .selectFrom('person')
    .select(['person_id as personId', 'name'])
    .where('email', '=', email.trim().toLowerCase())
    .where('left_at', 'is', null)
    .executeTakeFirst()

/** The same for programs: the person who works here with this mail address, or undefined. */
export const personByEmail = (database: Database, email: string): Promise<{ personId: string; name: string } | undefined> =>
  database.atTheDoor((tx) => workerByEmail(tx, email))
