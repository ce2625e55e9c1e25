import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/door.ts'
import { ChangedMeanwhile, lastChangerOf } from '../changing/meanwhile.ts'
import { NotThere, type Row } from '../changing/images.ts'
import type { Place } from './form.ts'

const ids = { stek: 'stek_id', site: 'site_id', room: 'room_id', partner: 'partner_id' } as const

/** The key of a row of a place, as changes are kept under it; a stek has none of its own. */
export const placeKey = (place: Place, id: string): Row => (place === 'stek' ? {} : { [ids[place]]: id })

/** The row of a place, or undefined. */
export async function placeRow(tx: Tx, stekId: string, place: Place, id: string): Promise<Row | undefined> {
  const { rows } = await sql<{ row: Row }>`
    select to_jsonb(t) as row from ${sql.table(place)} t where t.stek_id = ${stekId} and t.${sql.ref(ids[place])} = ${id}`.execute(tx)
  return rows[0]?.row
}

/** A short print of a row: two forms made from the same row carry the same. */
export const printOf = (row: Row): string => createHash('sha256').update(JSON.stringify(row)).digest('base64url').slice(0, 16)

/** Makes sure a row is the one the form was made from; throws ChangedMeanwhile when it is not, NotThere when it is gone. */
export async function holdPlace(tx: Tx, stekId: string, place: Place, id: string, print: string): Promise<void> {
  const row = await placeRow(tx, stekId, place, id)
  if (!row) throw new NotThere()
  if (printOf(row) === print) return
  throw new ChangedMeanwhile({ by: await lastChangerOf(tx, stekId, place, placeKey(place, id)), now: row, changed: {} })
}
