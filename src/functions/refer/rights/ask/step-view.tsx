import { QUESTIONS_BEFORE_RESULT } from '../engine/order.ts'
import { Carried, type Look, SaidSoFar } from './parts.tsx'

function Refused({ t, screen, Icon }: Pick<Look, 't' | 'Icon'> & { screen: string }) {
  return (
    <div class="errors" role="alert" tabindex={-1} id="errors">
      <p class="error">
        <Icon name="alert-triangle" />
        <a href={`#f-${screen}`}>{t('rights.choose')}</a>
      </p>
    </div>
  )
}

/** One question, with its answers, "rather not say", back, and a way to the result at any moment. */
export function Step(look: Look) {
  const { t, compiled, sayings, shown, action, stek, Icon } = look
  if (shown.kind !== 'step') return null
  const { screen, chosen, refused, answers } = shown
  const says = sayings.screens[screen]
  const asked = compiled.book.screens.find(({ id }) => id === screen)
  if (!says || !asked) return null
  const several = asked.kind === 'many'
  return (
    <form method="post" action={action} class="check" data-step={screen} noValidate>
      <Carried answers={answers} stek={stek} />
      <input type="hidden" name="vraag" value={screen} />
      {refused && <Refused t={t} screen={screen} Icon={Icon} />}
      <p class="soft">
        {answers.length < QUESTIONS_BEFORE_RESULT
          ? t('rights.questionOf', { number: answers.length + 1, most: QUESTIONS_BEFORE_RESULT })
          : t('rights.question', { number: answers.length + 1 })}
      </p>
      <fieldset
        class={refused ? 'field wrong' : 'field'}
        id={`f-${screen}`}
        tabindex={-1}
        aria-describedby={says.hint ? 'hint' : undefined}
      >
        <legend>
          <h2>{says.ask}</h2>
        </legend>
        {says.hint && (
          <p class="hint" id="hint">
            {says.hint}
          </p>
        )}
        <div class="answers">
          {asked.options.map((option) => (
            <label class="pick">
              <input type={several ? 'checkbox' : 'radio'} name="keuze" value={option} checked={chosen.includes(option)} />
              <span>{says.options[option]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div class="go">
        <button class="big" type="submit" name="doe" value="verder">
          {t('rights.next')}
        </button>
        <button class="second" type="submit" name="doe" value="niet">
          {t('rights.skip')}
        </button>
      </div>
      {answers.length > 0 && (
        <div class="go">
          <button class="link" type="submit" name="doe" value="terug">
            {t('rights.back')}
          </button>
          <button class="link" type="submit" name="doe" value="toon">
            {t('rights.toResult')}
          </button>
        </div>
      )}
      <SaidSoFar {...look} />
    </form>
  )
}
