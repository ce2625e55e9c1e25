import type { Context } from 'hono'
import type { Work } from '../../../place/person/at-work.ts'
import { leads } from '../../../place/person/rules.ts'
import { isId } from '../../../platform/clock/identifiers.ts'
import type { House } from '../../../platform/http/house.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import { Icon } from '../../../ui/icons.tsx'
import type { T } from '../../../ui/words.ts'
import { deskPaths } from '../paths.ts'
import { changeById } from './queries.ts'
import { type ChangeTold, mayUndo } from './rules.ts'

/** A change in one sentence. */
export const sentenceOfChange = (t: T, { kind, title, date, count }: ChangeTold): string =>
  t(`desk.done.${kind}`, { title, date: date ? saidIn('nl').long(date) : '', count })

/** The button that undoes a change. */
export function UndoButton({ work, change }: { work: Work; change: ChangeTold }) {
  return (
    <form method="post" action={deskPaths.undo(work.stek.slug, change.changeId)}>
      <input type="hidden" name="_token" value={work.frame.token} />
      <button type="submit" class="act">
        <Icon name="arrow-back-up" />
        {work.t('desk.undo.button')}
        <span class="unseen">: {sentenceOfChange(work.t, change)}</span>
      </button>
    </form>
  )
}

/** Whether the person at work can undo a change now. */
export const canUndo = (work: Work, change: ChangeTold, now: Temporal.Instant): boolean =>
  mayUndo(change, { personId: work.signedIn.personId, leads: leads(work.signedIn, work.stek.stekId) }, now)

/** What was just done, with the way back; undefined when the address names no change (`?gedaan=`). */
export async function toldOf(c: Context, house: House, work: Work) {
  const changeId = c.req.query('gedaan') ?? ''
  if (!isId(changeId)) return undefined
  const change = await house.database.inStek(work.actor, work.stek.stekId, (tx) => changeById(tx, work.stek.stekId, changeId))
  if (!change) return undefined
  const sentence = sentenceOfChange(work.t, change)
  if (change.undone) return <span>{work.t('desk.undo.undone', { what: sentence })}</span>
  return (
    <>
      <span>
        {work.t('desk.undo.done')} <bdi>{sentence}</bdi>
      </span>
      {canUndo(work, change, house.clock.now()) && <UndoButton work={work} change={change} />}
    </>
  )
}
