import { type Judged, judgedBy } from './judged.ts'
import { Carried, type Look } from './parts.tsx'

/** The result in whole sentences and large letters: for a voice, a screen reader, or somebody who reads it to somebody. */
export function Aloud(look: Look) {
  const { t, compiled, sayings, shown, action, stek } = look
  const judged = judgedBy(compiled, shown.answers)
  const names = (some: readonly Judged[]) => some.map(({ id }) => sayings.rights[id]?.name ?? '').join('; ')
  return (
    <form method="post" action={action} class="check aloud" data-step="aloud">
      <Carried answers={shown.answers} stek={stek} />
      <h2 id="result" tabindex={-1}>
        {t('rights.result.title')}
      </h2>
      <p>{t('rights.never')}</p>
      {judged.worth.length > 0 && <p>{t('rights.aloud.brief', { names: names(judged.worth) })}</p>}
      {judged.worth.map(({ id }) => {
        const says = sayings.rights[id]
        if (!says) return null
        const where = says.at.map((place) => t(`rights.places.${place}`)).join('; ')
        const bring = says.bring.map((paper) => t(`rights.papers.${paper}`)).join('; ')
        return (
          <section data-right={id} data-outcome="worth">
            <h3>{says.name}.</h3>
            <p>
              {says.what} {t(`rights.automatic.${says.automatic}`)} {t('rights.aloud.where', { places: where })}{' '}
              {t('rights.aloud.bring', { papers: bring })} {says.when} {says.trap && `${t('rights.card.trap')}: ${says.trap}`}
            </p>
          </section>
        )
      })}
      {(['unknown', 'have', 'not-now'] as const).map(
        (outcome) => judged[outcome].length > 0 && <p>{t(`rights.aloud.${outcome}`, { names: names(judged[outcome]) })}</p>,
      )}
      <p>{t('rights.aloud.end')}</p>
      <div class="go noprint">
        <button class="second" type="submit" name="doe" value="toon">
          {t('rights.result.sheet')}
        </button>
      </div>
    </form>
  )
}
