import type { Work } from '../../../place/person/at-work.ts'
import { brokenConstraint } from '../../../platform/database/door.ts'
import type { House } from '../../../platform/http/house.ts'
import type { Refusal } from '../../forms/refusal.ts'
import { type Bench, carryBack } from '../changing/carry-out.ts'
import { ChangedSince } from '../changing/images.ts'
import { cameLater, holdChange, keepAsUndone, laterChanges } from './queries.ts'
import type { ChangeTold } from './rules.ts'

/** How undoing ended: what changed since is named where it is known. */
export type Undone =
  | { state: 'done' }
  | { state: 'refused'; refusals: readonly Refusal[] }
  | { state: 'changedSince'; since: readonly ChangeTold[] }

/** A row that can no longer be as it was, because of what was changed beside it since (learning that costs something now). */
function tellChangedSince(thrown: unknown): never {
  if (brokenConstraint(thrown)) throw new ChangedSince()
  throw thrown
}

/** Puts back what a change did, last row first; undoing twice does it once. Nothing is put back when one row is no longer as the change left it. */
export async function undoChange(house: House, work: Work, change: ChangeTold): Promise<Undone> {
  const { stekId } = work.stek
  const { changeId } = change
  let offerId: string | null = null
  const putBack = async ({ tx, write, now }: Bench) => {
    const held = await holdChange(tx, stekId, changeId)
    if (!held) return
    offerId = held.offerId
    if (await cameLater(tx, stekId, held.images)) throw new ChangedSince()
    for (const image of held.images.toReversed()) await write.putBack(image).catch(tellChangedSince)
    await keepAsUndone(tx, stekId, changeId, now)
  }
  const outcome = await carryBack(house, { stekId, actor: work.actor }, putBack)
  if (outcome.state === 'done' || outcome.state === 'refused') return outcome
  const since = await house.database.inStek(work.actor, stekId, (tx) => laterChanges(tx, stekId, change, offerId))
  return { state: 'changedSince', since }
}
