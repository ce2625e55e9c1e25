import type { Outcome } from '../engine/compile.ts'
import { signs } from './card-view.tsx'
import type { Judged } from './judged.ts'
import { doing, type Look } from './parts.tsx'

/** Where a card of the sheet begins: its number, not its name, because without script the jump stays in the history of the browser. */
export const cardId = (n: number): string => `blad-${n + 1}`

/** Where a group of the sheet begins. */
export const groupId = (outcome: Exclude<Outcome, 'worth'>): string => `deel-${{ unknown: 1, have: 2, 'not-now': 3 }[outcome]}`

/** The sheet in short: each right that is worth asking for with one word and a way to its card, most worth first; the others as numbers. */
export function Brief({ look, judged }: { look: Look; judged: Record<Outcome, readonly Judged[]> }) {
  const { t, sayings, Icon } = look
  return (
    <nav class="brief" aria-labelledby="kort">
      <h3 id="kort" tabindex={-1}>
        {t('rights.brief.title')}
      </h3>
      <ol>
        {judged.worth.map(({ id }, n) => {
          const says = sayings.rights[id]
          return (
            says && (
              <li>
                <a href={`#${cardId(n)}`}>{says.name}</a>
                <b>{t(`rights.brief.${doing[says.automatic]}`)}</b>
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
