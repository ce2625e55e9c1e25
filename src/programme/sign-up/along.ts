import { sql } from 'kysely'
import type { Tx } from '../../platform/database/door.ts'

/** The planned days of a slot, from a day on, for which people signed up or a ride was asked or offered; nothing for who may not change it. */
export async function daysWithPeople(tx: Tx, slotId: string, since: string): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`select days_with_people(${slotId}::uuid, ${since}::date) as day order by 1`.execute(tx)
  return rows.map(({ day }) => day)
}

/** Takes the people of some days along to the slot that comes in the place of another one of the same offer. */
export async function peopleGoAlong(tx: Tx, fromSlot: string, toSlot: string, days: readonly string[]): Promise<void> {
  if (days.length > 0) await sql`select people_go_along(${fromSlot}::uuid, ${toSlot}::uuid, ${[...days]}::date[])`.execute(tx)
}
