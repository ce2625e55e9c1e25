import type { Work } from '../../../place/person/at-work.ts'
import type { Refusals } from '../../../ui/fields.tsx'
import { NotPossible } from '../parts.tsx'
import { deskPaths } from '../paths.ts'
import type { ChangeTold } from './rules.ts'
import { sentenceOfChange } from './told.tsx'

/** Why a change was not undone: what changed since, or which room is taken now. Nothing was lost. */
export function NotUndone({ work, what, since, refusals }: { work: Work; what: string; since: readonly ChangeTold[]; refusals: Refusals }) {
  const { t, stek } = work
  return (
    <>
      <h1>{t('desk.undo.notTitle')}</h1>
      <p>
        <bdi>{what}</bdi>
      </p>
      <NotPossible refusals={refusals} t={t} />
      {Object.keys(refusals).length === 0 && (
        <section class="warn" role="alert">
          <p>{t('desk.undo.notText')}</p>
          {since.length > 0 && (
            <ul>
              {since.map((change) => (
                <li>
                  <bdi>{sentenceOfChange(t, change)}</bdi>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      <p>
        <a class="big" href={deskPaths.week(stek.slug)}>
          {t('desk.step.backToWeek')}
        </a>
      </p>
    </>
  )
}
