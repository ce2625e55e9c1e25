import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/door.ts'
import { entriesOf } from '../guide/desk/queries.ts'
import type { GuideTables } from '../guide/tables.ts'
import type { Candidate } from './rules.ts'
import type { FreshnessTables, Proposal } from './tables.ts'

const tables = (tx: Tx) => tx.withTables<FreshnessTables & GuideTables>()

/** Every entry of a stek that is not ended, with what was asked about it. As the keeper. */
export async function candidatesOf(tx: Tx, stekId: string): Promise<Candidate[]> {
  const entries = await entriesOf(tx, stekId)
  const { rows } = await sql<{
    serviceId: string
    organisationId: string
    lastAskedOn: string | null
    unanswered: number
    waiting: boolean
  }>`select s.service_id as "serviceId", s.organisation_id as "organisationId", max(f.asked_on) as "lastAskedOn",
      (count(*) filter (where f.way = 'mail' and f.answer is null and f.asked_on > coalesce(s.checked_on, '2000-01-01')))::int as "unanswered",
      coalesce(bool_or(f.answered_at is not null and f.settled_at is null), false) as "waiting"
    from service s left join freshness_request f on f.stek_id = s.stek_id and f.service_id = s.service_id
    where s.stek_id = ${stekId} and s.ended_on is null
    group by s.service_id, s.organisation_id, s.checked_on`.execute(tx)
  const asked = new Map(rows.map((row) => [row.serviceId, row]))
  return entries.flatMap((entry) => {
    const about = asked.get(entry.serviceId)
    return about ? [{ ...entry, ...about }] : []
  })
}

/** What was asked in a stek since a day. */
export const askedSince = (tx: Tx, stekId: string, since: string): Promise<{ organisationId: string; askedOn: string }[]> =>
  tables(tx)
    .selectFrom('freshness_request as f')
    .innerJoin('service as s', (join) => join.onRef('s.stek_id', '=', 'f.stek_id').onRef('s.service_id', '=', 'f.service_id'))
    .select(['s.organisation_id as organisationId', 'f.asked_on as askedOn'])
    .where('f.stek_id', '=', stekId)
    .where('f.asked_on', '>=', since)
    .execute()

/** Keeps that a question was put. As the keeper. */
export async function keepQuestion(
  tx: Tx,
  question: {
    stekId: string
    requestId: string
    serviceId: string
    way: 'mail' | 'phone'
    askedOn: string
    hash: Buffer | null
    expiresOn: string
  },
): Promise<void> {
  const { stekId, requestId, serviceId, way, askedOn, hash, expiresOn } = question
  const row = {
    stek_id: stekId,
    request_id: requestId,
    service_id: serviceId,
    way,
    asked_on: askedOn,
    token_hash: hash,
    expires_on: expiresOn,
  }
  await tables(tx)
    .insertInto('freshness_request')
    .values({ ...row, answer: null })
    .execute()
}

/** The steks there are, with name and address. As the keeper. */
export const steksToAsk = async (tx: Tx): Promise<{ stekId: string; slug: string; name: string; phone: string | null }[]> =>
  (
    await sql<{
      stekId: string
      slug: string
      name: string
      phone: string | null
    }>`select stek_id as "stekId", slug, name, phone from stek order by slug`.execute(tx)
  ).rows

/** A question that is open or an answer that waits, for the desk. */
export type Waiting = {
  requestId: string
  serviceId: string
  name: string
  organisation: string
  phone: string | null
  website: string | null
  way: 'mail' | 'phone'
  askedOn: string
  answer: 'changed' | 'ended' | 'same' | 'called' | null
}

/** The questions of the desk: answers that wait for a worker, and questions that are still open today, the oldest first. */
export const waitingAt = (tx: Tx, stekId: string, today: string): Promise<Waiting[]> =>
  tables(tx)
    .selectFrom('freshness_request as f')
    .innerJoin('service as s', (join) => join.onRef('s.stek_id', '=', 'f.stek_id').onRef('s.service_id', '=', 'f.service_id'))
    .innerJoin('organisation as o', (join) =>
      join.onRef('o.stek_id', '=', 's.stek_id').onRef('o.organisation_id', '=', 's.organisation_id'),
    )
    .select([
      'f.request_id as requestId',
      'f.service_id as serviceId',
      's.name',
      'o.name as organisation',
      'f.way',
      'f.asked_on as askedOn',
      'f.answer',
    ])
    .select([sql<string | null>`coalesce(s.phone, o.phone)`.as('phone'), sql<string | null>`coalesce(s.website, o.website)`.as('website')])
    .where('f.stek_id', '=', stekId)
    .where('f.settled_at', 'is', null)
    .where((where) =>
      where.or([where('f.answer', 'is not', null), where.and([where('f.expires_on', '>=', today), where('s.ended_on', 'is', null)])]),
    )
    .orderBy('f.asked_on')
    .orderBy('s.name')
    .execute()

/** What a link is about: the question and its service; undefined when no such link was ever made in this stek. As who holds the link. */
export async function questionByLink(
  tx: Tx,
  hash: Buffer,
): Promise<{ requestId: string; serviceId: string; expiresOn: string; answer: string | null } | undefined> {
  const { rows } = await sql<{ requestId: string; serviceId: string; expiresOn: string; answer: string | null }>`
    select request_id as "requestId", service_id as "serviceId", expires_on as "expiresOn", answer from freshness_by_link(${hash})`.execute(
    tx,
  )
  return rows[0]
}

/** Keeps the answer of who holds the link; false when it was answered before, or is over. */
export async function keepAnswer(
  tx: Tx,
  hash: Buffer,
  said: { answer: 'same' | 'changed' | 'ended'; proposal: Proposal; now: Temporal.Instant; today: string },
): Promise<boolean> {
  const { answer, proposal, now, today } = said
  const { rows } = await sql<{ kept: boolean }>`
    select answer_freshness(${hash}, ${answer}, ${JSON.stringify(proposal)}::jsonb, ${now.toString()}::timestamptz, ${today}::date) as kept`.execute(
    tx,
  )
  return rows[0]?.kept ?? false
}

/** One answer that waits, for who may change its service. */
export const proposalRow = (tx: Tx, stekId: string, requestId: string) =>
  tables(tx)
    .selectFrom('freshness_request')
    .select(['request_id as requestId', 'service_id as serviceId', 'answer', 'proposal', 'answered_at as answeredAt'])
    .where('stek_id', '=', stekId)
    .where('request_id', '=', requestId)
    .where('answered_at', 'is not', null)
    .where('settled_at', 'is', null)
    .executeTakeFirst()

/** A worker dealt with an answer; what was said is not kept any longer. */
export async function settle(tx: Tx, stekId: string, requestId: string, now: Temporal.Instant): Promise<void> {
  await tables(tx)
    .updateTable('freshness_request')
    .set({ settled_at: now.toString(), proposal: '{}' })
    .where('stek_id', '=', stekId)
    .where('request_id', '=', requestId)
    .execute()
}

/** The entry is right today according to the organisation, with what a worker took over from it. */
export async function keepTakenOver(
  tx: Tx,
  stekId: string,
  serviceId: string,
  columns: Partial<Pick<GuideTables['service'], 'phone' | 'email' | 'website'>> & Record<string, string | null>,
  today: string,
): Promise<void> {
  await tables(tx)
    .updateTable('service')
    .set((row) => ({ ...columns, checked_on: today, checked_by: 'organisation' as const, revision: row('revision', '+', 1) }))
    .where('stek_id', '=', stekId)
    .where('service_id', '=', serviceId)
    .execute()
}
