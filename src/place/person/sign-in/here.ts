import type { Context } from 'hono'
import type { House } from '../../../platform/http/house.ts'
import { giveCookie, tokenIn } from '../../../platform/sessions/cookie.ts'
import { beginSession, endSession, OWN_DEVICE_IN_HOURS } from '../../../platform/sessions/sessions.ts'

/** Signs the browser in as a person: a fresh session, and the one it had before is over. */
export async function signInHere(c: Context, house: House, personId: string, device: 'own' | 'shared'): Promise<void> {
  const before = tokenIn(c)
  const token = await house.database.atTheDoor(async (tx) => {
    if (before) await endSession(tx, before)
    return beginSession(tx, personId, house.clock.now(), device)
  })
  giveCookie(c, house.settings.baseUrl, token, { keptInDays: device === 'own' ? OWN_DEVICE_IN_HOURS / 24 : null })
}
