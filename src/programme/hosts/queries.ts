import { sql } from 'kysely'
import type { Tx } from '../../platform/database/door.ts'
import type { Colleague, HostRequest, Hosts } from './rules.ts'
import type { HostTables } from './tables.ts'

const db = (tx: Tx) => tx.withTables<HostTables>()

/** A moment by its key. */
export type MomentKey = { stekId: string; slotId: string; date: string }

async function colleaguesIn(tx: Tx, stekId: string): Promise<Colleague[]> {
  const rows = await db(tx)
    .selectFrom('role')
    .innerJoin('person', 'person.person_id', 'role.person_id')
    .select(['person.person_id as personId', 'person.name', 'person.email', 'role.kind'])
    .where('role.stek_id', '=', stekId)
    .where('person.left_at', 'is', null)
    .orderBy('person.name')
    .orderBy('person.person_id')
    .execute()
  const byPerson = Map.groupBy(rows, ({ personId }) => personId)
  return [...byPerson.values()].flatMap(([first, ...others]) =>
    first
      ? [{ personId: first.personId, name: first.name, email: first.email, kinds: [first.kind, ...others.map(({ kind }) => kind)] }]
      : [],
  )
}

/** Who hosts what in a stek, and what is asked at `now`; empty for who may not see it. What is over is left out. */
export async function hostsIn(tx: Tx, stekId: string, now: Temporal.Instant): Promise<Hosts> {
  return {
    colleagues: await colleaguesIn(tx, stekId),
    standing: await db(tx)
      .selectFrom('slot_host')
      .select(['slot_id as slotId', 'person_id as personId', 'part'])
      .where('stek_id', '=', stekId)
      .orderBy('since')
      .execute(),
    onDates: await db(tx)
      .selectFrom('moment_host')
      .select(['slot_id as slotId', 'on_date as onDate', 'person_id as personId'])
      .where('stek_id', '=', stekId)
      .execute(),
    requests: await openRequests(tx, stekId, now).execute(),
  }
}

const openRequests = (tx: Tx, stekId: string, now: Temporal.Instant) =>
  db(tx)
    .selectFrom('host_request')
    .select(['request_id as requestId', 'slot_id as slotId', 'on_date as onDate', 'asked_by as askedBy', 'asked_of as askedOf'])
    .where('stek_id', '=', stekId)
    .where('expires_at', '>', sql<Temporal.Instant>`${now.toString()}`)
    .orderBy('on_date')

/** One open question, held until the transaction ends: of two who answer at once the second finds it gone. */
export const heldRequest = (tx: Tx, stekId: string, requestId: string, now: Temporal.Instant): Promise<HostRequest | undefined> =>
  openRequests(tx, stekId, now).where('request_id', '=', requestId).forUpdate().executeTakeFirst()

/** One open question, to look at. */
export const requestById = (tx: Tx, stekId: string, requestId: string, now: Temporal.Instant): Promise<HostRequest | undefined> =>
  openRequests(tx, stekId, now).where('request_id', '=', requestId).executeTakeFirst()

/** Makes somebody responsible for one date, if nothing changed since `seen` (undefined: nobody was put on that date); false when something did. */
export async function takeMoment(
  tx: Tx,
  { stekId, slotId, date }: MomentKey,
  personId: string,
  seen: { personId: string | null } | undefined,
  now: Temporal.Instant,
): Promise<boolean> {
  const values = { person_id: personId, since: now.toString() }
  if (!seen) {
    const added = await db(tx)
      .insertInto('moment_host')
      .values({ stek_id: stekId, slot_id: slotId, on_date: date, ...values })
      .onConflict((conflict) => conflict.doNothing())
      .returning('slot_id')
      .executeTakeFirst()
    return added !== undefined
  }
  const changed = await db(tx)
    .updateTable('moment_host')
    .set(values)
    .where('stek_id', '=', stekId)
    .where('slot_id', '=', slotId)
    .where('on_date', '=', date)
    .where(sql<boolean>`person_id is not distinct from ${seen.personId}`)
    .returning('slot_id')
    .executeTakeFirst()
  return changed !== undefined
}

/** Puts somebody on one date, whoever was there; null leaves the date without a host. As a leader. */
export async function putOnDate(
  tx: Tx,
  { stekId, slotId, date }: MomentKey,
  personId: string | null,
  now: Temporal.Instant,
): Promise<void> {
  const values = { person_id: personId, since: now.toString() }
  await db(tx)
    .insertInto('moment_host')
    .values({ stek_id: stekId, slot_id: slotId, on_date: date, ...values })
    .onConflict((conflict) => conflict.columns(['stek_id', 'slot_id', 'on_date']).doUpdateSet(values))
    .execute()
}

/** Makes somebody the standing host of a slot, or nobody; the date it was decided on follows. As a leader. */
export async function putAlways(
  tx: Tx,
  { stekId, slotId, date }: MomentKey,
  personId: string | null,
  now: Temporal.Instant,
): Promise<void> {
  await db(tx)
    .deleteFrom('slot_host')
    .where('stek_id', '=', stekId)
    .where('slot_id', '=', slotId)
    .where((of) => of.or([of('part', '=', 'responsible'), ...(personId ? [of('person_id', '=', personId)] : [])]))
    .execute()
  await db(tx).deleteFrom('moment_host').where('stek_id', '=', stekId).where('slot_id', '=', slotId).where('on_date', '=', date).execute()
  if (!personId) return
  await db(tx)
    .insertInto('slot_host')
    .values({ stek_id: stekId, slot_id: slotId, person_id: personId, part: 'responsible', since: now.toString() })
    .execute()
}

/** Lets somebody help at every moment of a slot from now on, or no longer. Who is responsible for the slot stays that. */
export async function setHelping(
  tx: Tx,
  { stekId, slotId }: Omit<MomentKey, 'date'>,
  personId: string,
  helps: boolean,
  now: Temporal.Instant,
): Promise<void> {
  if (helps) {
    await db(tx)
      .insertInto('slot_host')
      .values({ stek_id: stekId, slot_id: slotId, person_id: personId, part: 'helper', since: now.toString() })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return
  }
  await db(tx)
    .deleteFrom('slot_host')
    .where('stek_id', '=', stekId)
    .where('slot_id', '=', slotId)
    .where('person_id', '=', personId)
    .where('part', '=', 'helper')
    .execute()
}

/** Asks to take a moment over, instead of what the same person asked about it before; false when somebody else asks already. */
export async function ask(
  tx: Tx,
  { stekId, slotId, date }: MomentKey,
  request: { requestId: string; askedBy: string; askedOf: string | null },
  when: { now: Temporal.Instant; until: Temporal.Instant },
): Promise<boolean> {
  const about = db(tx).deleteFrom('host_request').where('stek_id', '=', stekId).where('slot_id', '=', slotId).where('on_date', '=', date)
  const own = sql<boolean>`(asked_by = ${request.askedBy} or expires_at <= ${when.now.toString()})`
  await about.where(own).execute()
  const added = await db(tx)
    .insertInto('host_request')
    .values({
      stek_id: stekId,
      slot_id: slotId,
      on_date: date,
      request_id: request.requestId,
      asked_by: request.askedBy,
      asked_of: request.askedOf,
      asked_at: when.now.toString(),
      expires_at: when.until.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('request_id')
    .executeTakeFirst()
  return added !== undefined
}

/** Takes a question away: it was refused or withdrawn. */
export async function endRequest(tx: Tx, stekId: string, requestId: string): Promise<void> {
  await db(tx).deleteFrom('host_request').where('stek_id', '=', stekId).where('request_id', '=', requestId).execute()
}

/** Takes the standing hosts of a slot along to the slot that replaces it. */
export async function carryHosts(tx: Tx, fromSlot: string, toSlot: string): Promise<void> {
  await sql`select carry_hosts(${fromSlot}::uuid, ${toSlot}::uuid)`.execute(tx)
}
