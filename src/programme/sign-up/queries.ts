import { sql } from 'kysely'
import { bringCode } from '../../platform/codes/bring.ts'
import type { Tx } from '../../platform/database/door.ts'
import type { Contact } from './news.ts'
import type { Terms } from './rules.ts'
import type { SignUpTables } from './tables.ts'

/** One sign-up, as its owner (by the code) or a worker sees it. */
export type SignUp = {
  signUpId: string
  slotId: string
  onDate: string
  arrival: number
  people: number
  name: string
  phone: string
  email: string
  byDesk: boolean
  /** How the moment stood when this person last heard of it; empty: as planned. */
  knows: string
  placedAt: Temporal.Instant | null
  promotedAt: Temporal.Instant | null
  toldAt: Temporal.Instant | null
  withdrawnAt: Temporal.Instant | null
}

const tables = (tx: Tx) => tx.withTables<SignUpTables>()

const signUps = (tx: Tx, stekId: string) =>
  tables(tx)
    .selectFrom('sign_up')
    .select([
      'sign_up_id as signUpId',
      'slot_id as slotId',
      'on_date as onDate',
      'arrival',
      'people',
      'name',
      'phone',
      'email',
      'by_desk as byDesk',
      'knows',
      'placed_at as placedAt',
      'promoted_at as promotedAt',
      'told_at as toldAt',
      'withdrawn_at as withdrawnAt',
    ])
    .where('stek_id', '=', stekId)

/** What was decided about taking part in an offer, or undefined when nobody did. */
export const termsOf = (tx: Tx, stekId: string, offerId: string): Promise<Terms | undefined> =>
  tables(tx)
    .selectFrom('sign_up_terms')
    .select([
      'capacity',
      'kept_for_desk as keptForDesk',
      'closes_hours_before as closesHoursBefore',
      'meeting_point as meetingPoint',
      'what_to_bring as whatToBring',
      'seats',
    ])
    .where('stek_id', '=', stekId)
    .where('offer_id', '=', offerId)
    .executeTakeFirst()

/** Keeps what a worker decided; who waits gets the places that come with it. */
export async function keepTerms(tx: Tx, stekId: string, offerId: string, terms: Terms): Promise<void> {
  const values = {
    capacity: terms.capacity,
    kept_for_desk: terms.keptForDesk,
    closes_hours_before: terms.closesHoursBefore,
    meeting_point: terms.meetingPoint,
    what_to_bring: terms.whatToBring,
    seats: terms.seats,
  }
  await tables(tx)
    .insertInto('sign_up_terms')
    .values({ stek_id: stekId, offer_id: offerId, ...values })
    .onConflict((on) => on.columns(['stek_id', 'offer_id']).doUpdateSet(values))
    .execute()
}

/** How many places somebody who signs up alone could still get. */
export async function freePlaces(tx: Tx, slotId: string, onDate: string): Promise<number> {
  const { rows } = await sql<{ free: number }>`select coalesce(sign_up_free(${slotId}, ${onDate}), 0) as free`.execute(tx)
  return rows[0]?.free ?? 0
}

/** In which stek a code is known, or undefined. */
export async function stekOfCode(tx: Tx, hash: Buffer): Promise<string | undefined> {
  await bringCode(tx, hash)
  const { rows } = await sql<{ stekId: string | null }>`select stek_of_code() as "stekId"`.execute(tx)
  return rows[0]?.stekId ?? undefined
}

/** The sign-up that the code of this transaction opens, or undefined. */
export const signUpOfCode = (tx: Tx, stekId: string, hash: Buffer): Promise<SignUp | undefined> =>
  signUps(tx, stekId).where('code_hash', '=', hash).executeTakeFirst()

/** The number on the waiting list, from 1; 0 for who does not wait. */
export async function waitingNumber(tx: Tx, signUpId: string): Promise<number> {
  const { rows } = await sql<{ number: number }>`select sign_up_number(${signUpId}) as number`.execute(tx)
  return rows[0]?.number ?? 0
}

/** Everybody who signed up for a moment and did not withdraw, in order of arrival; only for who may change its offer. */
export const signUpsFor = (tx: Tx, stekId: string, slotId: string, onDate: string): Promise<SignUp[]> =>
  signUps(tx, stekId)
    .where('slot_id', '=', slotId)
    .where('on_date', '=', onDate)
    .where('withdrawn_at', 'is', null)
    .orderBy('arrival')
    .execute()

/** How many people have a place and how many wait, by slot and planned date as `slot date`; only for who may change the offer. */
export async function countsFrom(tx: Tx, stekId: string, from: string): Promise<Map<string, { placed: number; waiting: number }>> {
  const { rows } = await sql<{ key: string; placed: number; waiting: number }>`
    select slot_id || ' ' || on_date as key, coalesce(sum(people) filter (where placed_at is not null), 0)::integer as placed,
      coalesce(sum(people) filter (where placed_at is null), 0)::integer as waiting
    from sign_up where stek_id = ${stekId} and happens_on >= ${from} and withdrawn_at is null group by slot_id, on_date`.execute(tx)
  return new Map(rows.map(({ key, placed, waiting }) => [key, { placed, waiting }]))
}

/** The sign-ups of coming moments as far as telling goes: which moment, what somebody knows, how to reach; only for who may change the offer. */
export const contactsFrom = (tx: Tx, stekId: string, from: string): Promise<(Contact & { slotId: string; onDate: string })[]> =>
  tables(tx)
    .selectFrom('sign_up')
    .select(['slot_id as slotId', 'on_date as onDate', 'knows', 'phone', 'email'])
    .where('stek_id', '=', stekId)
    .where('withdrawn_at', 'is', null)
    .where((of) => of.or([of('happens_on', '>=', from), of('on_date', '>=', from)]))
    .execute()
