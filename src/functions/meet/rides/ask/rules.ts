import { type Refusal, refuseIf } from '../../../../programme/forms/refusal.ts'
import { type Need, needs, type Ways, ways } from '../match/ride.ts'
import { refusalsOfName, refusalsOfPhone, typedPhone } from '../typed.ts'
import type { AskDraft } from './form.ts'

/** As many people as can ask a ride together. */
export const MOST_SEATS_ASKED = 6

const isWays = (text: string): text is Ways => ways.some((one) => one === text)
const isNeed = (text: string): text is Need => needs.some((one) => one === text)

/** A question for a ride that can be kept. */
export type Ask = { name: string; phone: string; placeId: string; seats: number; needs: Need[]; ways: Ways }

/** The question as it can be kept, or what stands in the way, by field. */
export function judgeAsk(draft: AskDraft, placeIds: readonly string[]): { ask: Ask } | { refusals: readonly Refusal[] } {
  const { name, phone, place, seats = 0, ways: asked } = draft
  const refusals = [
    ...refusalsOfName(name),
    ...refusalsOfPhone(phone),
    ...refuseIf(!placeIds.includes(place), { field: 'place', key: 'rides.wrong.place' }),
    ...refuseIf(seats < 1 || seats > MOST_SEATS_ASKED, { field: 'seats', key: 'rides.wrong.seats' }),
    ...refuseIf(!isWays(asked), { field: 'ways', key: 'rides.wrong.ways' }),
  ]
  const number = typedPhone(phone)
  if (refusals.length > 0 || number === undefined || !isWays(asked)) return { refusals }
  return { ask: { name, phone: number, placeId: place, seats, needs: draft.needs.filter(isNeed).sort(), ways: asked } }
}
