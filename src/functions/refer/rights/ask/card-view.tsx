import { Around } from '../../../../ui/around.tsx'
import { rightsPaths } from '../paths.ts'
import type { Judged } from './judged.ts'
import { answerWords, Breaking, doing, type Look, Row } from './parts.tsx'

/** The drawing beside the words of an outcome; the words carry it alone too. */
export const signs = { worth: 'check', unknown: 'help', 'not-now': 'minus', have: 'circle-check' } as const

/** What somebody said that led to an outcome: question and answer, for each screen that counted. */
export function Answers({ look, screens }: { look: Look; screens: readonly number[] }) {
  const { compiled, sayings, shown } = look
  const ids = screens.map((screen) => compiled.book.screens[screen]?.id ?? '')
  const said = shown.answers.filter(({ screen }) => ids.includes(screen))
  return (
    <>
      {said.map((answer, n) => (
        <>
          {n > 0 && '. '}
          {sayings.screens[answer.screen]?.short}: {answerWords(look, answer)}
        </>
      ))}
    </>
  )
}

/** Where a right was looked up and of when that is; long ago is said. */
function Source({ look: { t }, says }: { look: Look; says: NonNullable<Look['sayings']['rights'][string]> }) {
  return (
    <>
      {says.date === undefined
        ? t('rights.card.sourceUndated', { source: says.source })
        : t('rights.card.source', { source: says.source, date: says.date })}{' '}
      {says.old && <span class="old">{t('rights.card.old')}</span>}
    </>
  )
}

function Why({ look, judged }: { look: Look; judged: Judged }) {
  const { t, sayings } = look
  const says = sayings.rights[judged.id]
  const { way, screens, near } = judged.because
  const through = way === undefined ? undefined : says?.ways[way]
  return (
    <details class="why noprint">
      <summary>
        {t('rights.why.title')}
        <span class="unseen"> {says?.name}</span>
      </summary>
      <dl>
        <dt>{t('rights.why.rule')}</dt>
        <dd>
          {says?.who} {through && t('rights.why.way', { way: through })}
        </dd>
        {screens.length > 0 && (
          <>
            <dt>{t('rights.why.you')}</dt>
            <dd>
              <Answers look={look} screens={screens} />
            </dd>
          </>
        )}
        {near && (
          <>
            <dt>{t('rights.card.trap')}</dt>
            <dd>{t('rights.why.near')}</dd>
          </>
        )}
        {says && (
          <>
            <dt>{t('rights.card.household')}</dt>
            <dd>{t(`rights.household.${says.household}`)}</dd>
            <dt>{t('rights.card.related')}</dt>
            <dd>
              <Row items={says.related.map((id) => sayings.rights[id]?.name ?? '')} />
            </dd>
          </>
        )}
      </dl>
      {says && (
        <p class="soft">
          <Source look={look} says={says} />
        </p>
      )}
    </details>
  )
}

/** One right that is worth asking for: what, where, what to bring, by when, how it goes, and why we think so. */
export function Card({ id, look, judged, first }: { id: string; look: Look; judged: Judged; first: string | undefined }) {
  const { t, sayings, stek } = look
  const says = sayings.rights[judged.id]
  if (!says) return null
  return (
    <article class="right" id={id} tabindex={-1} data-right={judged.id} data-outcome={judged.outcome}>
      <span class="todo">{t(`rights.brief.${doing[says.automatic]}`)}</span>
      <h3>{says.name}</h3>
      <p>{says.what}</p>
      {first && (
        <p>
          <b>{t('rights.card.after', { name: first })}</b>
        </p>
      )}
      <dl>
        <dt>{t('rights.card.where')}</dt>
        <dd>
          <Row items={says.at.map((place) => t(`rights.places.${place}`))} />
        </dd>
        <dt>{t('rights.card.bring')}</dt>
        <dd>
          <Row items={says.bring.map((paper) => t(`rights.papers.${paper}`))} />
        </dd>
        {says.when && (
          <>
            <dt>{t('rights.card.when')}</dt>
            <dd>
              <Breaking text={says.when} />
            </dd>
          </>
        )}
        <dt class="noprint">{t('rights.card.how')}</dt>
        <dd class="noprint">
          {t(`rights.automatic.${says.automatic}`)} {says.why}
        </dd>
        {says.trap && (
          <>
            <dt>{t('rights.card.trap')}</dt>
            <dd>{says.trap}</dd>
          </>
        )}
        {says.amounts.length > 0 && (
          <>
            <dt>{t('rights.card.amounts')}</dt>
            {says.amounts.map(({ kind, amount, date }) => (
              <dd>{t('rights.card.amount', { kind: t(`rights.amounts.${kind}`), amount, date })}</dd>
            ))}
          </>
        )}
      </dl>
      {/* The place for the step cards of this right, once there are any (LEARN-2). */}
      <Why look={look} judged={judged} />
      <p class="from">
        <Source look={look} says={says} />
      </p>
      <p class="go noprint">
        {stek && (
          <a href={look.prefix + rightsPaths.guide(stek.slug, says.search)}>
            <span>
              <Around say={(there) => t('rights.card.search', { stek: there })}>
                <bdi lang={look.prefix ? 'nl' : undefined}>{stek.name}</bdi>
              </Around>
            </span>
          </a>
        )}
        <a href="#kort">{t('rights.brief.back')}</a>
      </p>
    </article>
  )
}
