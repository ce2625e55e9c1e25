import { Icon } from '../../../ui/icons.tsx'
import type { T } from '../../../ui/words.ts'
import type { Board } from '../../board/board.ts'
import { plusDays } from '../../board/clock.ts'
import { momentsBetween } from '../../moments/moments.ts'
import { priceSentence } from '../../offer/price-words.ts'
import { notesOnOffer } from '../../offer/rules.ts'
import { PROMISED_DAYS } from '../../rooms/rules.ts'
import { SeenMoments } from '../seen.tsx'
import { rhythmWithPeriod, stillComing } from './rhythms.ts'

const SHOWN = 3

/** What visitors will see of an offer: its next moments on the board, and what its own page adds. */
export function OfferSeen({
  t,
  board,
  offerId,
  today,
  now,
  zone,
}: {
  t: T
  board: Board
  offerId: string
  today: string
  now: Temporal.Instant
  zone: string
}) {
  const offer = board.offers.find((one) => one.offerId === offerId)
  if (!offer) return <p>{t('programme.activity.ended')}</p>
  const slots = board.slots.filter((slot) => slot.offerId === offerId)
  const moments = momentsBetween(slots, board.exceptions, board.closures, today, plusDays(today, PROMISED_DAYS), zone).slice(0, SHOWN)
  const carrier = board.partners.find(({ partnerId }) => partnerId === offer.costCarrierId)
  return (
    <>
      {slots.length > 0 ? (
        stillComing(slots, today).map((slot) => <p>{rhythmWithPeriod(t, slot, today)}.</p>)
      ) : (
        <p>{t('desk.offer.noSlotYet', { title: offer.title })}</p>
      )}
      <SeenMoments t={t} board={board} moments={moments} now={now} />
      {offer.summary && (
        <p>
          <bdi>{offer.summary}</bdi>
        </p>
      )}
      {offer.description && <p dir="auto">{offer.description}</p>}
      {(offer.priceInCents > 0 || offer.pays === 'what-you-buy') && (
        <p>
          {priceSentence(t, 'nl', offer)} {carrier && t('programme.activity.carriedBy', { partner: carrier.name })}
        </p>
      )}
    </>
  )
}

/** What is gently said beside an offer that may be saved as it is. @source LEARN-1 */
export function OfferNotes({ t, draft }: { t: T; draft: Parameters<typeof notesOnOffer>[0] }) {
  return (
    <>
      {notesOnOffer(draft).map((note) => (
        <p class="mild beside">
          <Icon name="bulb" />
          {t(`desk.offer.note.${note}`)}
        </p>
      ))}
    </>
  )
}
