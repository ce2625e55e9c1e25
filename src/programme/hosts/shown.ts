import { sql } from 'kysely'
import type { Tx } from '../../platform/database/door.ts'
import { plusDays } from '../board/clock.ts'
import type { Moment } from '../moments/moment.ts'

/** A host as visitors may know it: the first name, or null for somebody who did not agree. `onDate` null means every time. */
export type ShownHost = { slotId: string; onDate: string | null; part: 'responsible' | 'helper'; firstName: string | null }

/** A moment keeps the key of its planned day, also when it moved; so far it is looked for. */
const MOVED_AT_MOST = 400

/** The hosts of a stek that visitors may know on a day; nothing in it points at a person. */
export async function shownHosts(tx: Tx, today: string): Promise<ShownHost[]> {
  const { rows } = await sql<ShownHost>`
    select slot_id as "slotId", on_date as "onDate", part, first_name as "firstName"
    from shown_hosts(${plusDays(today, -MOVED_AT_MOST)}::date, ${plusDays(today, MOVED_AT_MOST)}::date)`.execute(tx)
  return rows
}

/** The first names to show for some moments, each once, in order of the alphabet; only of who agreed. */
export function namesAt(moments: readonly Pick<Moment, 'slotId' | 'plannedDate'>[], shown: readonly ShownHost[]): string[] {
  const names = moments.flatMap(({ slotId, plannedDate }) => {
    const own = shown.filter((host) => host.slotId === slotId)
    const instead = own.find(({ onDate }) => onDate === plannedDate)
    const always = own.filter(({ onDate, part }) => onDate === null && !(instead && part === 'responsible'))
    return [...(instead ? [instead] : []), ...always].flatMap(({ firstName }) => firstName ?? [])
  })
  return [...new Set(names)].sort((one, other) => one.localeCompare(other, 'nl'))
}
