import type { Outcome } from '../engine/compile.ts'
import { signs } from './card-view.tsx'
import type { Judged } from './judged.ts'
import type { Look } from './parts.tsx'

/** Where a group of the sheet begins. */
export const groupId = (outcome: Exclude<Outcome, 'worth'>): string => `groep-${outcome}`

/** In one word what to do about a right that is worth asking for. */
const DOING = { letter: 'return', 'must-ask': 'ask', mostly: 'check', automatic: 'check' } as const

/** The sheet in short: each right that is worth asking for with one word and a way to its card, most worth first; the others as numbers. */
export function Brief({ look, judged }: { look: Look; judged: Record<Outcome, readonly Judged[]> }) {
  const { t, sayings, Icon } = look
  return (
    <nav class="brief" aria-labelledby="kort">
      <h3 id="kort" tabindex={-1}>
        {t('rights.brief.title')}
      </h3>
      <ol>
        {judged.worth.map(({ id }) => {
          const says = sayings.rights[id]
          return (
            says && (
              <li>
                <a href={`#${id}`}>{says.name}</a>
                <b>{t(`rights.brief.${DOING[says.automatic]}`)}</b>
              </li>
            )
          )
        })}
      </ol>
      <ul class="noprint">
        {(['unknown', 'have', 'not-now'] as const).map(
          (outcome) =>
            judged[outcome].length > 0 && (
              <li>
                <a href={`#${groupId(outcome)}`}>
                  <Icon name={signs[outcome]} />
                  {t(`rights.outcome.${outcome}`)}
                </a>
                <b>{judged[outcome].length}</b>
              </li>
            ),
        )}
      </ul>
    </nav>
  )
}
