import type { Work } from '../../../place/person/at-work.ts'
import type { NewId } from '../../../platform/clock/identifiers.ts'
import type { Tx } from '../../../platform/database/door.ts'
import { exceptionsFrom } from '../../exception/queries.ts'
import { offerColumns } from '../../offer/columns.ts'
import type { OfferDraft } from '../../offer/form.ts'
import type { Offer } from '../../offer/offer.ts'
import { slugOf } from '../../offer/rules.ts'
import { slotColumns } from '../../slot/columns.ts'
import { slotsOfOffer } from '../../slot/queries.ts'
import type { NewSlot } from '../../slot/rules.ts'
import type { Bench } from '../changing/carry-out.ts'
import type { Writer } from '../changing/images.ts'
import { holdRow } from '../changing/meanwhile.ts'
import { takenSlugs } from '../taken-slugs.ts'

/** Adds an offer, with its first slot when there is one; whoever adds it says that it is right today. */
export const addOffer =
  (work: Work, newId: NewId, ids: { offerId: string }, draft: OfferDraft, slot: NewSlot | undefined) =>
  async ({ tx, write, now }: Bench): Promise<void> => {
    const slug = slugOf(draft.title, await takenSlugs(tx, work.stek.stekId, 'offer'))
    const confirmed = { confirmed_at: now.toString(), confirmed_by: work.actor.personId }
    await write.add('offer', { offer_id: ids.offerId, slug, ...offerColumns(draft, {}), ...confirmed })
    if (slot) await write.add('slot', { slot_id: newId(), offer_id: ids.offerId, ...slotColumns(slot) })
  }

/** Changes an offer; when it goes to another site its slots leave their rooms behind. The address stays as it was. */
export const changeOffer =
  (work: Work, offer: Offer, draft: OfferDraft, revision: number) =>
  async ({ tx, write, today }: Bench): Promise<void> => {
    const { stekId } = work.stek
    const key = { offer_id: offer.offerId }
    const held = await holdRow(tx, stekId, 'offer', key, revision)
    if (held.site_id !== draft.site) await leaveRooms(tx, write, stekId, offer.offerId, String(held.site_id), today)
    await write.set('offer', key, offerColumns(draft, held.translations as Offer['translations']))
  }

async function leaveRooms(tx: Tx, write: Writer, stekId: string, offerId: string, oldSiteId: string, today: string): Promise<void> {
  for (const { slotId, roomId } of await slotsOfOffer(tx, stekId, offerId)) {
    if (roomId) await write.set('slot', { slot_id: slotId }, { room_id: null, needs_room_alone: false })
    // A moment that was given a room of its own stays where that room is.
    for (const { onDate, roomId: own, siteId } of await exceptionsFrom(tx, stekId, slotId, today))
      if (own && !siteId) await write.set('exception', { slot_id: slotId, on_date: onDate }, { site_id: oldSiteId })
  }
}
