import type { Context } from 'hono'
import type { Work } from '../../../../place/person/at-work.ts'
import { notFoundAtWork } from '../../../../place/person/pages.tsx'
import type { Tx } from '../../../../platform/database/door.ts'
import { seeOther } from '../../../../platform/http/answers.ts'
import type { Env, House } from '../../../../platform/http/house.ts'
import type { Typed } from '../../../../ui/fields.tsx'
import type { Refusal } from '../../../forms/refusal.ts'
import { sentencesOf } from '../../../forms/sentences.ts'
import { carryOut, type Outcome, Refused } from '../../changing/carry-out.ts'
import { type ChangedTable, NotThere, type Writer } from '../../changing/images.ts'
import { changeIdOf } from '../../changing/key.ts'
import { ChangedMeanwhile } from '../../changing/meanwhile.ts'
import { type FieldWords, mergeTyped } from '../../changing/merge.ts'
import { deskPaths } from '../../paths.ts'
import type { Trouble } from '../../three-steps.tsx'
import type { ChangeKind } from '../../undo/rules.ts'
import { carrySeen, sameIn, seenIn } from './seen.ts'

/** A form of the place that was sent. */
type Sent = {
  kind: ChangeKind
  /** Where the form posts to. */
  address: string
  typed: Typed
  refusals: readonly Refusal[]
  /** The form again, with what was typed. */
  page(typed: Typed, trouble: Trouble): Response | Promise<Response>
}

type Doing = (tx: Tx, write: Writer) => Promise<void>

/** Throws what a rule refuses that only the database could tell. */
export function stopFor(refusals: readonly Refusal[]): void {
  if (refusals.length > 0) throw new Refused(refusals)
}

/**
 * Saves a form of the place at once, unless its rules refuse it. The same form sent twice is saved once; one that differs
 * in one letter counts as another one. Ends at the list of places with the way to undo it. What does not exist for this person is not found.
 */
export async function saveSheet(
  c: Context<Env>,
  house: House,
  work: Work,
  sent: Sent,
  doing: Doing,
  meanwhile?: (outcome: Extract<Outcome, { state: 'meanwhile' }>) => Response | Promise<Response>,
): Promise<Response> {
  const { t, stek, actor, signedIn } = work
  const { kind, address, typed, refusals } = sent
  if (refusals.length > 0) return sent.page(typed, { refusals: sentencesOf(t, refusals) })
  const changeId = changeIdOf(signedIn.personId, address, typed)
  const outcome = await carryOut(house, { stekId: stek.stekId, actor, changeId, kind, offerIds: [] }, ({ tx, write }) => doing(tx, write))
  if (outcome.state === 'done') return seeOther(c, deskPaths.places(stek.slug, { gedaan: changeId }))
  if (outcome.state === 'refused') return sent.page(typed, { refusals: sentencesOf(t, outcome.refusals) })
  return outcome.state === 'meanwhile' && meanwhile ? meanwhile(outcome) : notFoundAtWork(c, house)
}

/** A form over one row, beside what {@link Sent} says. */
type SentOver<Row extends { stek_id: string }> = Sent & {
  table: ChangedTable
  key: Record<string, string>
  fields: readonly string[]
  words: FieldWords
  /** Reads the row and holds it for this change. */
  hold(tx: Tx): Promise<Row | undefined>
  /** The row as its form would be typed. */
  typedOf(row: Row): Typed
  /** What the form writes over the row. */
  next(row: Row): Partial<Row>
  /** What only the database can tell is wrong. */
  knownWrong?(tx: Tx): Promise<readonly Refusal[]>
}

/** Saves a form over a row; refused, with what differs field by field, when somebody changed the row since the form was made. */
export function saveOver<Row extends { stek_id: string }>(
  c: Context<Env>,
  house: House,
  work: Work,
  sent: SentOver<Row>,
): Promise<Response> {
  const { typed, fields, typedOf } = sent
  const seen = seenIn(typed)
  const doing: Doing = async (tx, write) => {
    const row = await sent.hold(tx)
    if (!row) throw new NotThere()
    if (!seen || !sameIn(fields, seen, typedOf(row))) throw new ChangedMeanwhile({ by: [], now: row, changed: {} })
    stopFor((await sent.knownWrong?.(tx)) ?? [])
    const next = sent.next(row)
    // Nothing to write is nothing to undo either.
    if (sameIn(fields, typedOf({ ...row, ...next }), typedOf(row))) return
    const asJson = 'translations' in next ? { translations: JSON.stringify(next.translations) } : {}
    await write.set(sent.table, sent.key, { ...next, ...asJson })
  }
  return saveSheet(c, house, work, sent, doing, ({ meanwhile }) => {
    const now = typedOf(meanwhile.now as Row)
    const merged = mergeTyped(typed, seen, now, fields, sent.words)
    const again = { ...merged.typed, sleutel: house.newId(), gezien: carrySeen(now) }
    return sent.page(again, { meanwhile: { by: meanwhile.by, differences: merged.differences } })
  })
}
