import { nextScreen } from '../engine/order.ts'
import { rightsPaths } from '../paths.ts'
import { Brief, cardId, groupId } from './brief-view.tsx'
import { Answers, Card, signs } from './card-view.tsx'
import { type Judged, judgedBy } from './judged.ts'
import { Carried, type Look, SaidSoFar } from './parts.tsx'

function Line({ look, judged }: { look: Look; judged: Judged }) {
  const { t, sayings, compiled } = look
  const says = sayings.rights[judged.id]
  const { open, screens } = judged.because
  const unclear = open.map((screen) => sayings.screens[compiled.book.screens[screen]?.id ?? '']?.short ?? '')
  return (
    <li data-right={judged.id} data-outcome={judged.outcome}>
      <b>{says?.name}</b>
      <span>{says?.what}</span>
      {judged.outcome === 'unknown' && unclear.length > 0 && (
        <span class="soft">
          {t('rights.why.open')}: {unclear.join(', ')}.
        </span>
      )}
      {judged.outcome !== 'unknown' && screens.length > 0 && (
        <span class="soft">
          {t('rights.why.you')}: <Answers look={look} screens={screens} />.
        </span>
      )}
      {judged.outcome === 'not-now' && (
        <span class="soft">
          {t('rights.why.rule')}: {says?.who} {says?.trap}
        </span>
      )}
    </li>
  )
}

function Group({ look, outcome, judged }: { look: Look; outcome: 'unknown' | 'have' | 'not-now'; judged: readonly Judged[] }) {
  const { t, Icon } = look
  if (judged.length === 0) return null
  return (
    <section class="others" id={groupId(outcome)} tabindex={-1}>
      <h2 class={`mark ${outcome}`}>
        <Icon name={signs[outcome]} />
        {t(`rights.outcome.${outcome}`)}
      </h2>
      <ul>
        {judged.map((one) => (
          <Line look={look} judged={one} />
        ))}
      </ul>
    </section>
  )
}

/** The right to ask for first, when this one follows from it and somebody did not say to have it. */
function firstOf({ sayings }: Look, { id }: Judged, have: readonly Judged[]): string | undefined {
  const after = sayings.rights[id]?.after
  return after === undefined || have.some((one) => one.id === after) ? undefined : sayings.rights[after]?.name
}

/** The sheet: what is worth asking for, what is not known yet, what not now, each with why; to read, to print, to hear. */
export function Result(look: Look) {
  const { t, compiled, sayings, shown, action, stek, Icon } = look
  const judged = judgedBy(compiled, shown.answers)
  const more = nextScreen(compiled, shown.answers) !== undefined
  const stale = judged.worth.some(({ id }) => sayings.rights[id]?.staleAmounts)
  return (
    <form method="post" action={action} class={stale ? 'check sheet stale' : 'check sheet'} data-step="result">
      <Carried answers={shown.answers} stek={stek} />
      <h2 id="result" tabindex={-1}>
        {t('rights.result.title')}
      </h2>
      <p>
        {t('rights.result.intro')} {t('rights.never')}
      </p>
      <Brief look={look} judged={judged} />
      <div class="go noprint">
        {more && (
          <button class="big" type="submit" name="doe" value="meer">
            {t('rights.result.more')}
          </button>
        )}
        <button class="second" type="submit" name="doe" value="lees">
          <Icon name="volume" />
          {t('rights.result.aloud')}
        </button>
        {look.print && (
          <button class="second" type="button" onClick={look.print}>
            <Icon name="printer" />
            {t('rights.result.printNow')}
          </button>
        )}
        {shown.answers.length > 0 && (
          <button class="link" type="submit" name="doe" value="terug">
            {t('rights.back')}
          </button>
        )}
      </div>
      <p class="soft noprint">
        {more ? t('rights.result.moreText') : t('rights.result.complete')} {!look.print && t('rights.result.print')}
      </p>
      {stale && <p class="plain">{t('rights.result.stale')}</p>}
      {judged.worth.length > 0 && (
        <section class="rights">
          <h2 class="mark worth">
            <Icon name={signs.worth} />
            {t('rights.outcome.worth')}
          </h2>
          {judged.worth.map((one, n) => (
            <Card id={cardId(n)} look={look} judged={one} first={firstOf(look, one, judged.have)} />
          ))}
        </section>
      )}
      <Group look={look} outcome="unknown" judged={judged.unknown} />
      <Group look={look} outcome="have" judged={judged.have} />
      <Group look={look} outcome="not-now" judged={judged['not-now']} />
      <SaidSoFar {...look} />
      <p class="go noprint">
        <a class="second" href={look.prefix + rightsPaths.told()}>
          {t('rights.result.later')}
        </a>
      </p>
    </form>
  )
}
