import { plusDays } from '../../board/clock.ts'
import type { Offer } from '../../offer/offer.ts'

/** How many offers are asked about at once: more than a cup of coffee's worth is not answered. */
export const ASKED_AT_ONCE = 12

/** How far ahead the question comes, in days: this week. */
const AHEAD = 7

type Confirmable = Pick<Offer, 'offerId' | 'confirmedAt' | 'confirmEveryDays' | 'endedOn'>

/** The day by which an offer has to be confirmed again; today when nobody ever did. */
export const confirmBy = ({ confirmedAt, confirmEveryDays }: Confirmable, today: string, zone: string): string =>
  confirmedAt ? plusDays(confirmedAt.toZonedDateTimeISO(zone).toPlainDate().toString(), confirmEveryDays) : today

/** The offers that have to be confirmed this week, the longest overdue first, at most twelve. An offer that stops is not asked about. */
export function dueForConfirmation<Some extends Confirmable>(offers: readonly Some[], today: string, zone: string): Some[] {
  const dated = offers.filter(({ endedOn }) => endedOn === null).map((offer) => ({ offer, by: confirmBy(offer, today, zone) }))
  return dated
    .filter(({ by }) => by <= plusDays(today, AHEAD))
    .sort((one, other) => (one.by < other.by ? -1 : one.by > other.by ? 1 : 0))
    .slice(0, ASKED_AT_ONCE)
    .map(({ offer }) => offer)
}
