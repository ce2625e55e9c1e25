import { saidIn } from '../../../platform/i18n/said.ts'
import { Icon } from '../../../ui/icons.tsx'
import type { T } from '../../../ui/words.ts'
import { rhythmWords } from '../../board/rhythm.ts'
import type { Offer } from '../../offer/offer.ts'
import type { OwnSlot } from '../../slot/queries.ts'
import { deskPaths } from '../paths.ts'
import { rhythmWithPeriod, stillComing } from './rhythms.ts'

type Props = { t: T; stek: string; offer: Offer; slots: readonly OwnSlot[]; today: string }

/** The fixed moments of an offer, with the ways to change, add and stop them; those that are over are left out. */
export function OfferSlots({ t, stek, offer, slots, today }: Props) {
  const words = saidIn('nl')
  return (
    <section class="part">
      <h2>{t('desk.offer.slots')}</h2>
      {offer.endedOn && <p class="warn">{t('desk.offer.endedOn', { date: words.longWithYear(offer.endedOn) })}</p>}
      <ul class="todo">
        {stillComing(slots, today).map((slot) => (
          <li>
            <span>{rhythmWithPeriod(t, slot, today)}</span>
            <span class="acts">
              <a class="act" href={deskPaths.slot(stek, slot.slotId)}>
                <Icon name="pencil" />
                {t('desk.slot.change')}
                <span class="unseen">: {rhythmWords(t, 'nl', slot)}</span>
              </a>
              <a class="act" href={deskPaths.endSlot(stek, slot.slotId)}>
                {t('desk.slot.stop')}
                <span class="unseen">: {rhythmWords(t, 'nl', slot)}</span>
              </a>
            </span>
          </li>
        ))}
      </ul>
      <div class="acts">
        {offer.endedOn === null && (
          <a class="act" href={deskPaths.newSlot(stek, offer.offerId)}>
            <Icon name="plus" />
            {t('desk.slot.add')}
          </a>
        )}
        <a class="act" href={deskPaths.endOffer(stek, offer.offerId)}>
          {t(offer.endedOn ? 'desk.offer.resume' : 'desk.offer.stop')}
        </a>
      </div>
    </section>
  )
}
