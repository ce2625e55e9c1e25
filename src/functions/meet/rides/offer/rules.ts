import { type Refusal, refuseIf } from '../../../../programme/forms/refusal.ts'
import { type Need, needs, type Ways, ways } from '../match/ride.ts'
import { refusalsOfName, refusalsOfPhone, typedPhone } from '../typed.ts'
import type { DriveDraft } from './form.ts'

/** As many free seats as a car can have; a small bus. */
export const MOST_SEATS_OFFERED = 8

/** An offer to drive that can be kept; `personId` is null for a driver without an account. */
export type Drive = { personId: string | null; name: string; phone: string; placeId: string; seats: number; carries: Need[]; ways: Ways }

const isWays = (text: string): text is Ways => ways.some((one) => one === text)
const isNeed = (text: string): text is Need => needs.some((one) => one === text)

/** The first word of a name: what passengers call a driver. */
export const firstNameOf = (name: string): string => [...(name.trim().split(/\s+/)[0] ?? '')].slice(0, 40).join('')

/**
 * The offer as it can be kept, or what stands in the way, by field. `people` are those who can be chosen: all volunteers for
 * who leads the stek, only the own person for a volunteer, who needs no name.
 */
export function judgeDrive(
  draft: DriveDraft,
  known: { placeIds: readonly string[]; people: readonly { personId: string; name: string }[] },
): { drive: Drive } | { refusals: readonly Refusal[] } {
  const { phone, place, seats = 0, ways: offered } = draft
  const person = known.people.find(({ personId }) => personId === draft.driver)
  const name = person ? firstNameOf(person.name) : draft.name
  const refusals = [
    ...refuseIf(draft.driver !== '' && !person, { field: 'driver', key: 'ridework.wrong.driver' }),
    ...(person ? [] : refusalsOfName(name)),
    ...refusalsOfPhone(phone),
    ...refuseIf(!known.placeIds.includes(place), { field: 'place', key: 'rides.wrong.place' }),
    ...refuseIf(seats < 1 || seats > MOST_SEATS_OFFERED, { field: 'seats', key: 'ridework.wrong.seats' }),
    ...refuseIf(!isWays(offered), { field: 'ways', key: 'ridework.wrong.ways' }),
  ]
  const number = typedPhone(phone)
  if (refusals.length > 0 || number === undefined || !isWays(offered)) return { refusals }
  const carries = draft.carries.filter(isNeed).sort()
  return { drive: { personId: person?.personId ?? null, name, phone: number, placeId: place, seats, carries, ways: offered } }
}
