import { sql } from 'kysely'
import type { Tx } from '../../platform/database/door.ts'
import type { RoomClaim } from '../moments/moment.ts'

const asRows = (claims: readonly RoomClaim[]) =>
  JSON.stringify(
    claims.map(({ slotId, onDate, roomId, startsAt, endsAt }) => ({
      slot_id: slotId,
      on_date: onDate,
      room_id: roomId,
      starts_at: startsAt.toString(),
      ends_at: endsAt.toString(),
    })),
  )

// A slot that shares a room takes its own lane of it; one that needs the room alone takes every lane.
const wanted = (stekId: string, claims: readonly RoomClaim[]) => sql`
  select ${stekId}::uuid as stek_id, w.slot_id, w.on_date, w.room_id, tstzrange(w.starts_at, w.ends_at) as during,
    case when s.needs_room_alone then int8range(null, null) else int8range(s.lane, s.lane + 1) end as lanes
  from jsonb_to_recordset(${asRows(claims)}::jsonb) as w (slot_id uuid, on_date date, room_id uuid, starts_at timestamptz, ends_at timestamptz)
  join slot s on s.stek_id = ${stekId} and s.slot_id = w.slot_id`

/**
 * Makes the claims of the given slots exactly these, writing only what differs. A room that is promised already breaks the
 * constraint `room_is_not_promised_twice`; with `yielding` such a claim is left out instead.
 */
export async function keepClaims(
  tx: Tx,
  stekId: string,
  slotIds: readonly string[],
  claims: readonly RoomClaim[],
  { yielding = false }: { yielding?: boolean } = {},
): Promise<void> {
  if (slotIds.length === 0) return
  await sql`
    with wanted as (${wanted(stekId, claims)})
    delete from room_claim c
    where c.stek_id = ${stekId} and c.slot_id = any (${[...slotIds]}::uuid[])
      and not exists (select from wanted w
        where (w.slot_id, w.on_date, w.room_id, w.during, w.lanes) = (c.slot_id, c.on_date, c.room_id, c.during, c.lanes))`.execute(tx)
  const otherwise = yielding ? sql`on conflict do nothing` : sql``
  await sql`
    insert into room_claim (stek_id, slot_id, on_date, room_id, during, lanes)
    select w.stek_id, w.slot_id, w.on_date, w.room_id, w.during, w.lanes from (${wanted(stekId, claims)}) w
    where not exists (select from room_claim c where c.stek_id = w.stek_id and c.slot_id = w.slot_id and c.on_date = w.on_date)
    order by w.during, w.slot_id
    ${otherwise}`.execute(tx)
}

/** Waits for whoever is changing the offers of a stek, and lets others wait until this transaction is over; gives their ids. */
export async function lockOffers(tx: Tx, stekId: string, offerIds?: readonly string[]): Promise<string[]> {
  const only = offerIds ? sql`and offer_id = any (${[...offerIds]}::uuid[])` : sql``
  const { rows } = await sql<{ offer_id: string }>`
    select offer_id from offer where stek_id = ${stekId} ${only} order by offer_id for no key update`.execute(tx)
  return rows.map(({ offer_id }) => offer_id)
}

/** Takes away the promises of moments that are over. */
export async function dropOldClaims(tx: Tx, stekId: string, now: Temporal.Instant): Promise<void> {
  await sql`delete from room_claim where stek_id = ${stekId} and upper(during) < ${now.toString()}::timestamptz`.execute(tx)
}
