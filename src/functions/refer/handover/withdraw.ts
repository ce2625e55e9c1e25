import { bringCode } from '../../../platform/codes/bring.ts'
import type { Actor } from '../../../platform/database/door.ts'
import type { House } from '../../../platform/http/house.ts'
import { traceOf } from '../../../platform/log/log.ts'
import { madeAt } from '../../../platform/secrets/keys.ts'
import { hashOf } from './codes.ts'
import { LONGEST_IN_HOURS } from './handover.ts'
import { handoverOf, takeAway } from './queries.ts'
import { type Opened, whenIn } from './read.ts'

/**
 * Takes away, and destroys what locked the message, in every backup too. A whole slip is noted as ended first, so that no old backup brings it
 * back: a process that is killed in between leaves a slip that the job ends.
 */
async function away(house: House, handoverId: string, what: 'message' | 'all', take: () => Promise<string | null>): Promise<void> {
  if (what === 'all')
    await house.keys.endings
      .note(handoverId, madeAt(handoverId).add({ hours: LONGEST_IN_HOURS }))
      // Stopping goes on, also when the folder cannot be written: then only an old backup could bring the bare slip back.
      .catch((thrown: unknown) => house.log.error(traceOf(thrown), 'the end of a slip could not be noted'))
  const key = await take()
  if (key) await house.keys.destroy(key)
}

/** The person takes back the message, or the whole handover, with the own code. @source REFER-4 */
export const withdraw = (house: House, { stekId, code, handover }: Opened, what: 'message' | 'all'): Promise<void> =>
  away(house, handover.handoverId, what, () =>
    house.database.inStek({ personId: null }, stekId, async (tx) => {
      await bringCode(tx, hashOf(house, code))
      return takeAway(tx, handover.handoverId, what, house.clock.now())
    }),
  )

/**
 * Somebody at the desk does the same for who lost the code, whatever the role, volunteers too: it shares less with everybody, never more.
 * Nothing happens to a slip that is not there.
 */
export async function withdrawAtDesk(
  house: House,
  actor: Actor,
  stekId: string,
  handoverId: string,
  what: 'message' | 'all',
): Promise<void> {
  if (!(await house.database.inStek(actor, stekId, (tx) => handoverOf(tx, stekId, handoverId, 'nl', whenIn(house))))) return
  await away(house, handoverId, what, () => house.database.inStek(actor, stekId, (tx) => takeAway(tx, handoverId, what, house.clock.now())))
}
