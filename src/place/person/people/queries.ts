import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/door.ts'
import { endSessionsOf } from '../../../platform/sessions/sessions.ts'
import { people } from '../queries.ts'
import type { RoleKind } from '../rules.ts'

/** One role of one colleague in the stek. */
export type RoleOfColleague = { personId: string; name: string; email: string; kind: RoleKind; partnerName: string | null }

/** Who works in the stek, by name, one row per role; nothing for who may not see it. */
export const colleagues = (tx: Tx, stekId: string): Promise<RoleOfColleague[]> =>
  people(tx)
    .selectFrom('role')
    .innerJoin('person', 'person.person_id', 'role.person_id')
    .leftJoin('partner', (join) => join.onRef('partner.stek_id', '=', 'role.stek_id').onRef('partner.partner_id', '=', 'role.partner_id'))
    .select(['person.person_id as personId', 'person.name', 'person.email', 'role.kind', 'partner.name as partnerName'])
    .where('role.stek_id', '=', stekId)
    .orderBy('person.name')
    .orderBy('person.person_id')
    .orderBy('role.kind')
    .execute()

/** The partners of the stek, by name, for choosing one. */
export const partnersToChoose = (tx: Tx, stekId: string): Promise<{ value: string; words: string }[]> =>
  people(tx).selectFrom('partner').select(['partner_id as value', 'name as words']).where('stek_id', '=', stekId).orderBy('name').execute()

/**
 * The id of the person with this mail address, who is added when there is none; at the door.
 * Somebody new counts as having left until the first role is given (`arrived`), so that nobody without a role stays.
 */
export async function personFor(tx: Tx, person: { personId: string; name: string; email: string }, now: Temporal.Instant): Promise<string> {
  await people(tx)
    .insertInto('person')
    .values({ person_id: person.personId, name: person.name, email: person.email, created_at: now.toString(), left_at: now.toString() })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute()
  const row = await people(tx).selectFrom('person').select('person_id').where('email', '=', person.email).executeTakeFirstOrThrow()
  return row.person_id
}

/** Gives a role; false when the person has it already. As a leader of the stek. */
export async function giveRole(
  tx: Tx,
  role: { stekId: string; personId: string; kind: RoleKind; partnerId: string | null; givenBy: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const there = await people(tx)
    .selectFrom('role')
    .select('kind')
    .where('stek_id', '=', role.stekId)
    .where('person_id', '=', role.personId)
    .where('kind', '=', role.kind)
    .executeTakeFirst()
  if (there) return false
  await people(tx)
    .insertInto('role')
    .values({
      stek_id: role.stekId,
      person_id: role.personId,
      kind: role.kind,
      partner_id: role.partnerId,
      given_by: role.givenBy,
      given_at: now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return true
}

const hasARole = sql<boolean>`exists (select from role where role.person_id = person.person_id)`

/** Says that a person works here (again), when there is a role to show for it; at the door. */
export async function arrived(tx: Tx, personId: string): Promise<void> {
  await people(tx).updateTable('person').set({ left_at: null }).where('person_id', '=', personId).where(hasARole).execute()
}

/** The roles in a stek, while nobody else takes one away: who comes second waits and then sees what is left. */
export async function rolesWhileNobodyElse(tx: Tx, stekId: string): Promise<{ personId: string; kind: RoleKind }[]> {
  await people(tx).selectFrom('stek').select('stek_id').where('stek_id', '=', stekId).forUpdate().execute()
  return people(tx).selectFrom('role').select(['person_id as personId', 'kind']).where('stek_id', '=', stekId).execute()
}

/** Takes a role away; as a leader of the stek. */
export async function takeRole(tx: Tx, stekId: string, taken: { personId: string; kind: RoleKind }): Promise<void> {
  await people(tx)
    .deleteFrom('role')
    .where('stek_id', '=', stekId)
    .where('person_id', '=', taken.personId)
    .where('kind', '=', taken.kind)
    .execute()
}

/** Says that a person without any role has left, and closes what opened the door: sessions, links, passkeys. At the door. */
export async function leftIfWithoutRole(tx: Tx, personId: string, now: Temporal.Instant): Promise<void> {
  const left = await people(tx)
    .updateTable('person')
    .set({ left_at: sql`coalesce(left_at, ${now.toString()})` })
    .where('person_id', '=', personId)
    .where(sql<boolean>`not ${hasARole}`)
    .returning('person_id')
    .executeTakeFirst()
  if (!left) return
  await closeDoorsOf(tx, personId)
}

/** Ends every way in that somebody has now: sessions, links and passkeys. Signing in by one's own mail stays open. */
async function closeDoorsOf(tx: Tx, personId: string): Promise<void> {
  await endSessionsOf(tx, personId)
  await people(tx).deleteFrom('sign_in_link').where('person_id', '=', personId).execute()
  await people(tx).deleteFrom('passkey').where('person_id', '=', personId).execute()
}

/**
 * Closes the doors of somebody who works elsewhere and got a first role in this stek: a leader elsewhere may have handed out
 * a link for this person, and what was opened with it must not open this stek.
 */
export async function newHere(tx: Tx, personId: string, stekId: string): Promise<void> {
  const roles = await people(tx).selectFrom('role').select('stek_id').where('person_id', '=', personId).execute()
  const here = roles.filter(({ stek_id }) => stek_id === stekId).length
  if (here === 1 && roles.length > 1) await closeDoorsOf(tx, personId)
}
