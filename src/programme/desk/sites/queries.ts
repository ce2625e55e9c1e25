import type { PlaceTables } from '../../../place/tables.ts'
import type { Tx } from '../../../platform/database/door.ts'
import type { ProgrammeTables } from '../../tables.ts'

/** A row as its table has it. */
type RowOf<Table extends keyof PlaceTables> = PlaceTables[Table]

const places = (tx: Tx) => tx.withTables<PlaceTables>()

const stekRows = (tx: Tx, stekId: string) => places(tx).selectFrom('stek').selectAll().where('stek_id', '=', stekId)
const siteRows = (tx: Tx, stekId: string, siteId: string) =>
  places(tx).selectFrom('site').selectAll().where('stek_id', '=', stekId).where('site_id', '=', siteId)
const roomRows = (tx: Tx, stekId: string, roomId: string) =>
  places(tx).selectFrom('room').selectAll().where('stek_id', '=', stekId).where('room_id', '=', roomId)
const partnerRows = (tx: Tx, stekId: string, partnerId: string) =>
  places(tx).selectFrom('partner').selectAll().where('stek_id', '=', stekId).where('partner_id', '=', partnerId)

/** The stek itself. */
export const stekRow = (tx: Tx, stekId: string): Promise<RowOf<'stek'> | undefined> => stekRows(tx, stekId).executeTakeFirst()

/** The stek itself, held for a change. */
export const holdStek = (tx: Tx, stekId: string): Promise<RowOf<'stek'> | undefined> =>
  stekRows(tx, stekId).forNoKeyUpdate().executeTakeFirst()

/** A site of the stek; undefined when it has no such site. */
export const siteRow = (tx: Tx, stekId: string, siteId: string): Promise<RowOf<'site'> | undefined> =>
  siteRows(tx, stekId, siteId).executeTakeFirst()

/** The same, held for a change. */
export const holdSite = (tx: Tx, stekId: string, siteId: string): Promise<RowOf<'site'> | undefined> =>
  siteRows(tx, stekId, siteId).forNoKeyUpdate().executeTakeFirst()

/** A room of the stek; undefined when it has no such room. */
export const roomRow = (tx: Tx, stekId: string, roomId: string): Promise<RowOf<'room'> | undefined> =>
  roomRows(tx, stekId, roomId).executeTakeFirst()

/** The same, held for a change. */
export const holdRoom = (tx: Tx, stekId: string, roomId: string): Promise<RowOf<'room'> | undefined> =>
  roomRows(tx, stekId, roomId).forNoKeyUpdate().executeTakeFirst()

/** A partner of the stek; undefined when it has no such partner. */
export const partnerRow = (tx: Tx, stekId: string, partnerId: string): Promise<RowOf<'partner'> | undefined> =>
  partnerRows(tx, stekId, partnerId).executeTakeFirst()

/** The same, held for a change. */
export const holdPartner = (tx: Tx, stekId: string, partnerId: string): Promise<RowOf<'partner'> | undefined> =>
  partnerRows(tx, stekId, partnerId).forNoKeyUpdate().executeTakeFirst()

/** The names of the other sites or partners of the stek, held: who adds the same name at the same time comes after. */
export async function otherNames(tx: Tx, stekId: string, table: 'site' | 'partner', than?: string): Promise<string[]> {
  await holdStek(tx, stekId)
  const rows =
    table === 'site'
      ? await places(tx).selectFrom('site').select(['site_id as id', 'name']).where('stek_id', '=', stekId).execute()
      : await places(tx).selectFrom('partner').select(['partner_id as id', 'name']).where('stek_id', '=', stekId).execute()
  return rows.filter(({ id }) => id !== than).map(({ name }) => name)
}

/** The names of the other rooms of a site. */
export async function otherRoomNames(tx: Tx, stekId: string, siteId: string, than?: string): Promise<string[]> {
  const rows = await places(tx)
    .selectFrom('room')
    .select(['room_id as id', 'name'])
    .where('stek_id', '=', stekId)
    .where('site_id', '=', siteId)
    .execute()
  return rows.filter(({ id }) => id !== than).map(({ name }) => name)
}

/** Whether any fixed moment, also one that ended, or any exception is in this room. */
export async function isRoomUsed(tx: Tx, stekId: string, roomId: string): Promise<boolean> {
  const programme = tx.withTables<ProgrammeTables>()
  const [slot, exception] = [
    await programme.selectFrom('slot').select('slot_id').where('stek_id', '=', stekId).where('room_id', '=', roomId).limit(1).execute(),
    await programme
      .selectFrom('exception')
      .select('slot_id')
      .where('stek_id', '=', stekId)
      .where('room_id', '=', roomId)
      .limit(1)
      .execute(),
  ]
  return slot.length > 0 || exception.length > 0
}
