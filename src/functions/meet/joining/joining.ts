import { bringCode } from '../../../platform/codes/bring.ts'
import { codeFor, codeHash } from '../../../platform/codes/code.ts'
import type { Actor } from '../../../platform/database/door.ts'
import { brokenConstraint } from '../../../platform/database/door.ts'
import type { House } from '../../../platform/http/house.ts'
import { changeSignUp, signUp, withdraw } from '../../../programme/sign-up/changes.ts'
import { standOf } from '../../../programme/sign-up/news.ts'
import { type SignUp, signUpOfCode, waitingNumber } from '../../../programme/sign-up/queries.ts'
import { type Subject, subjectOf } from '../../../programme/sign-up/subject.ts'
import { tellPlaces } from './tell.ts'

/** What is put down: who, for how many, and where a message may go. */
export type Joining = { signUpId: string; name: string; people: number; phone: string; email: string; language: string; byDesk: boolean }

/** Puts down a sign-up for a moment, by a visitor or by a worker for one; the same form twice is one sign-up. */
export async function join(house: House, actor: Actor, { stek, moment }: Subject, joining: Joining): Promise<void> {
  const hash = codeHash(house.secret, codeFor(house.secret, joining.signUpId))
  const arriving = {
    ...joining,
    slotId: moment.slotId,
    onDate: moment.plannedDate,
    happensOn: moment.date,
    codeHash: hash,
    knows: standOf(moment),
  }
  try {
    await house.database.inStek(actor, stek.stekId, async (tx) => {
      await bringCode(tx, hash)
      if (!(await signUpOfCode(tx, stek.stekId, hash))) await signUp(tx, stek.stekId, arriving, house.clock.now())
    })
  } catch (thrown) {
    // The same form arrived twice at the same moment; the other one did it.
    if (brokenConstraint(thrown) !== 'sign_up_pkey') throw thrown
  }
}

/** A sign-up as its owner sees it. */
export type Seen = { signUp: SignUp; subject: Subject; number: number; code: string }

/** What became of a sign-up, by its id; as the visitor who has the code. Undefined when it is gone or the code died. */
export async function seenBy(house: House, stekId: string, signUpId: string): Promise<Seen | undefined> {
  const code = codeFor(house.secret, signUpId)
  const hash = codeHash(house.secret, code)
  return house.database.reading(stekId, async (tx) => {
    await bringCode(tx, hash)
    const found = await signUpOfCode(tx, stekId, hash)
    const subject = found && (await subjectOf(tx, stekId, found.slotId, found.onDate, house.settings.timeZone))
    return found && subject ? { signUp: found, subject, number: await waitingNumber(tx, signUpId), code } : undefined
  })
}

/** Changes or withdraws a sign-up with its code; who waits hears of a place that came free. False when there are no more places. */
export async function changeByCode(
  house: House,
  stekId: string,
  signUpId: string,
  change: 'withdraw' | { people: number; phone: string; email: string },
): Promise<boolean> {
  const now = house.clock.now()
  const hash = codeHash(house.secret, codeFor(house.secret, signUpId))
  try {
    await house.database.inStek({ personId: null }, stekId, async (tx) => {
      await bringCode(tx, hash)
      if (change === 'withdraw') await withdraw(tx, stekId, signUpId, now)
      else await changeSignUp(tx, stekId, signUpId, change, now)
    })
  } catch (thrown) {
    if (brokenConstraint(thrown) === 'no_more_people_than_places') return false
    throw thrown
  }
  await tellPlaces(house)
  return true
}
