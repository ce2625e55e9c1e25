import type { Tx } from '../../platform/database/door.ts'
import type { Slot } from '../moments/moment.ts'
import type { ProgrammeTables } from '../tables.ts'

/** A slot as it was typed, with the end of its own (not that of its offer) and how often it was saved. */
export type OwnSlot = Slot & { revision: number; partnerId: string; offerTitle: string; offerEndedOn: string | null }

const ownSlots = (tx: Tx, stekId: string) =>
  tx
    .withTables<ProgrammeTables>()
    .selectFrom('slot')
    .innerJoin('offer', (join) => join.onRef('offer.stek_id', '=', 'slot.stek_id').onRef('offer.offer_id', '=', 'slot.offer_id'))
    .select([
      'slot.slot_id as slotId',
      'slot.offer_id as offerId',
      'offer.site_id as siteId',
      'offer.partner_id as partnerId',
      'offer.title as offerTitle',
      'offer.ended_on as offerEndedOn',
      'slot.room_id as roomId',
      'slot.pattern',
      'slot.weekday',
      'slot.every_weeks as everyWeeks',
      'slot.nth',
      'slot.starts_on as startsOn',
      'slot.ends_on as endsOn',
      'slot.start_time as startTime',
      'slot.end_time as endTime',
      'slot.needs_room_alone as needsRoomAlone',
      'slot.pauses_in_school_holidays as pausesInSchoolHolidays',
      'slot.pauses_on_public_holidays as pausesOnPublicHolidays',
      'slot.revision',
    ])
    .where('slot.stek_id', '=', stekId)

/** One slot, or undefined when it is not there. */
export const slotById = (tx: Tx, stekId: string, slotId: string): Promise<OwnSlot | undefined> =>
  ownSlots(tx, stekId).where('slot.slot_id', '=', slotId).executeTakeFirst()

/** The slots of an offer, those that ended long ago too; by first day. */
export const slotsOfOffer = (tx: Tx, stekId: string, offerId: string): Promise<OwnSlot[]> =>
  ownSlots(tx, stekId).where('slot.offer_id', '=', offerId).orderBy('slot.starts_on').orderBy('slot.start_time').execute()
