import { sql } from 'kysely'
import { partnersOf } from '../../place/partner/queries.ts'
import { roomsOf, sitesOf } from '../../place/site/queries.ts'
import { stekBySlug, versionOf } from '../../place/stek/queries.ts'
import type { Database, Tx } from '../../platform/database/door.ts'
import { exceptionColumns } from '../exception/columns.ts'
import type { Closure, Exception, Slot } from '../moments/moment.ts'
import { offersOf } from '../offer/queries.ts'
import { outingsOf } from '../outing/queries.ts'
import type { ProgrammeTables } from '../tables.ts'
import type { Board } from './board.ts'

/** The days of which exceptions, closures and slots are needed, both included, as '2026-11-24'. */
export type Window = { from: string; until: string }

/** The slots of offers that have something to do with the window. An offer that ended takes its slots along. */
export const slotsOf = (tx: Tx, stekId: string, window: Window): Promise<Slot[]> =>
  tx
    .withTables<ProgrammeTables>()
    .selectFrom('slot')
    .innerJoin('offer', (join) => join.onRef('offer.stek_id', '=', 'slot.stek_id').onRef('offer.offer_id', '=', 'slot.offer_id'))
    .select([
      'slot.slot_id as slotId',
      'slot.offer_id as offerId',
      'offer.site_id as siteId',
      'slot.room_id as roomId',
      'slot.pattern',
      'slot.weekday',
      'slot.every_weeks as everyWeeks',
      'slot.nth',
      'slot.starts_on as startsOn',
      sql<string | null>`least(slot.ends_on, offer.ended_on)`.as('endsOn'),
      'slot.start_time as startTime',
      'slot.end_time as endTime',
      'slot.needs_room_alone as needsRoomAlone',
      'slot.pauses_in_school_holidays as pausesInSchoolHolidays',
      'slot.pauses_on_public_holidays as pausesOnPublicHolidays',
    ])
    .where('slot.stek_id', '=', stekId)
    .where((of) =>
      of.or([
        of.and([of('slot.starts_on', '<=', window.until), of.or([of('slot.ends_on', 'is', null), of('slot.ends_on', '>=', window.from)])]),
        // A moment that was moved into the window counts, also when the pattern itself had ended or not begun.
        of.exists(
          of
            .selectFrom('exception')
            .select('exception.slot_id')
            .whereRef('exception.stek_id', '=', 'slot.stek_id')
            .whereRef('exception.slot_id', '=', 'slot.slot_id')
            .where('exception.moved_to', '>=', window.from)
            .where('exception.moved_to', '<=', window.until),
        ),
      ]),
    )
    .where((of) => of.or([of('offer.ended_on', 'is', null), of('offer.ended_on', '>=', window.from)]))
    .execute()

/** The exceptions that take a moment out of the window, change it, or bring one into it. */
export async function exceptionsOf(tx: Tx, stekId: string, window: Window): Promise<Exception[]> {
  const rows = await tx
    .withTables<ProgrammeTables>()
    .selectFrom('exception')
    .select(exceptionColumns)
    .where('stek_id', '=', stekId)
    .where((of) =>
      of.or([
        of.and([of('on_date', '>=', window.from), of('on_date', '<=', window.until)]),
        of.and([of('moved_to', '>=', window.from), of('moved_to', '<=', window.until)]),
      ]),
    )
    .execute()
  return rows.map(({ cancelledAt, ...row }) => ({ ...row, cancelled: cancelledAt !== null }))
}

/** The closures that touch the window. */
export const closuresOf = (tx: Tx, stekId: string, window: Window): Promise<Closure[]> =>
  tx
    .withTables<ProgrammeTables>()
    .selectFrom('closure')
    .select(['site_id as siteId', 'from_date as fromDate', 'until_date as untilDate', 'reason'])
    .where('stek_id', '=', stekId)
    .where('from_date', '<=', window.until)
    .where('until_date', '>=', window.from)
    .orderBy('from_date')
    .execute()

/** The board of a stek for a window of days, everything as of one moment; undefined when there is no such stek. */
export async function readBoard(database: Database, slug: string, window: Window): Promise<Board | undefined> {
  const stek = await database.reading(null, (tx) => stekBySlug(tx, slug))
  if (!stek) return undefined
  return database.reading(stek.stekId, (tx) => boardOf(tx, stek, window))
}

/** The same inside a transaction that is already open in this stek. */
export async function boardOf(tx: Tx, stek: Board['stek'], window: Window): Promise<Board> {
  return {
    ...(await versionOf(tx, stek.stekId)),
    stek,
    sites: await sitesOf(tx, stek.stekId),
    rooms: await roomsOf(tx, stek.stekId),
    partners: await partnersOf(tx, stek.stekId),
    offers: await offersOf(tx, stek.stekId, window.from),
    slots: await slotsOf(tx, stek.stekId, window),
    exceptions: await exceptionsOf(tx, stek.stekId, window),
    closures: await closuresOf(tx, stek.stekId, window),
    outings: await outingsOf(tx, stek.stekId),
  }
}
