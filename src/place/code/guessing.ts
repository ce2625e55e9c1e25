import { firstWord } from '../../platform/codes/code.ts'
import type { House } from '../../platform/http/house.ts'
import { neighbourhoodOf } from '../../platform/limits/address.ts'
import { hasRoom, type Limit, type Permission, tryWithin } from '../../platform/limits/limits.ts'

const hour = { windowInMinutes: 60 } as const

/**
 * Whether a code may be tried from an address. Only wrong codes count: who tried well takes its attempts back (`takeBack`).
 * As long as few codes are wrong, an address has room for a whole stek behind it. While somebody guesses, in the whole house or at codes that
 * begin alike, every address still has ten an hour of its own, so that nobody who guesses elsewhere keeps out who holds a slip.
 * The odds: docs/decisions/0033.
 */
export async function mayTryCode(house: House, address: string, code: string | undefined): Promise<Permission> {
  const seen: Limit[] = code
    ? [
        { kind: 'wrong code anywhere', about: '', allowed: 1000, ...hour },
        { kind: 'wrong code with this word', about: firstWord(code), allowed: 30, ...hour },
      ]
    : []
  const calm = await hasRoom(house, seen)
  const here: Limit[] = calm
    ? [{ kind: 'wrong code', about: address, allowed: 100, windowInMinutes: 10 }]
    : [{ kind: 'wrong code', about: address, allowed: 10, ...hour }]
  const around: Limit = {
    kind: 'wrong code around',
    about: neighbourhoodOf(address),
    allowed: calm ? Number.POSITIVE_INFINITY : 100,
    ...hour,
  }
  return tryWithin(house, [...here, around, ...seen.map((limit) => ({ ...limit, allowed: Number.POSITIVE_INFINITY }))])
}
