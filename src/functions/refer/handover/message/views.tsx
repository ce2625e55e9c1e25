import type { Work } from '../../../../place/person/at-work.ts'
import { directionOf } from '../../../../platform/i18n/languages.ts'
import { Choices, ErrorSummary, Form, type Refusals, TextArea, type Typed, typedText } from '../../../../ui/fields.tsx'
import { Icon } from '../../../../ui/icons.tsx'
import type { T } from '../../../../ui/words.ts'
import type { Handover } from '../handover.ts'
import { handoverPaths } from '../paths.ts'
import { lastDayWords } from '../words.ts'
import { worthAThought } from './rules.ts'

type Props = { work: Work; handover: Handover; seal: string; typed: Typed; refusals: Refusals }

/** The first page: type what the person wants to say, together. */
export function TypePage({ work, handover, seal, typed, refusals }: Props) {
  const { t, stek, frame } = work
  return (
    <>
      <h1>{t('handover-desk.message.title')}</h1>
      <p>{t('handover-desk.message.text', { service: handover.service?.name ?? '' })}</p>
      <ErrorSummary refusals={refusals} t={t} />
      <Form token={frame.token} action={handoverPaths.message(stek.slug, seal)}>
        <TextArea
          t={t}
          name="text"
          label={t('handover-desk.message.field')}
          hint={t('handover-desk.message.hint')}
          rows={7}
          typed={typed}
          refusals={refusals}
        />
        <div class="acts">
          <button type="submit" class="big" name="step" value="look">
            <Icon name="eye" />
            {t('handover-desk.message.look')}
          </button>
          <a class="act" href={handoverPaths.made(stek.slug, seal)}>
            {t('shell.form.cancel')}
          </a>
        </div>
      </Form>
    </>
  )
}

/** The second page, to look at together: each sentence in large letters with yes or no, no by default; then the consent, in the language of the person. */
export function ConsentPage(props: Props & { sentences: readonly string[]; said: T; zone: string }) {
  const { work, handover, seal, typed, refusals, sentences, said, zone } = props
  const { t, stek, frame } = work
  const { language } = handover
  const theirs = { lang: language, dir: directionOf(language) } as const
  const values = { service: handover.service?.name ?? '', day: lastDayWords(language, handover.endsAt, zone) }
  const common = { t, typed, refusals }
  return (
    <>
      <h1>{t('handover-desk.message.askTitle')}</h1>
      <p class="care" {...theirs}>
        {said('handover.consent.intro', values)}
      </p>
      <ErrorSummary refusals={refusals} t={t} />
      <Form token={frame.token} action={handoverPaths.message(stek.slug, seal)}>
        <input type="hidden" name="text" value={typedText(typed, 'text')} />
        {sentences.map((sentence, at) => {
          const name = `zin${at + 1}`
          const yes = typedText(typed, name) === 'ja'
          return (
            <fieldset class="one-sentence" id={`f-${name}`} tabindex={-1}>
              <legend dir="auto">{sentence}</legend>
              {worthAThought(sentence) && <p class="hint">{t('handover-desk.message.thought')}</p>}
              <div class="picks" {...theirs}>
                <label class="pick">
                  <input type="radio" name={name} value="ja" checked={yes} />
                  <span>{said('handover.consent.yes')}</span>
                </label>
                <label class="pick">
                  <input type="radio" name={name} value="nee" checked={!yes} />
                  <span>{said('handover.consent.no')}</span>
                </label>
              </div>
            </fieldset>
          )
        })}
        <Choices
          {...common}
          name="readable"
          label={t('handover-desk.message.readable')}
          options={[
            { value: 'once', words: t('handover-desk.message.once') },
            { value: 'until', words: t('handover-desk.message.until', { day: lastDayWords('nl', handover.endsAt, zone) }) },
          ]}
        />
        <Choices
          {...common}
          name="given"
          label={t('handover-desk.message.given')}
          options={[
            { value: 'spoken', words: t('handover-desk.message.spoken') },
            { value: 'written', words: t('handover-desk.message.written') },
          ]}
        />
        <div class={refusals.agreed ? 'field wrong' : 'field'}>
          {refusals.agreed && (
            <span class="error" id="e-agreed">
              <Icon name="alert-triangle" />
              {refusals.agreed}
            </span>
          )}
          <div class="care">
            <label class="pick" {...theirs}>
              <input type="checkbox" id="f-agreed" name="agreed" value="yes" checked={typedText(typed, 'agreed') !== ''} />
              <span>{said('handover.consent.agree', values)}</span>
            </label>
          </div>
        </div>
        <p {...theirs}>{said('handover.consent.back')}</p>
        <div class="acts">
          <button type="submit" class="big" name="step" value="save">
            <Icon name="check" />
            {t('handover-desk.message.save')}
          </button>
          <button type="submit" class="second" name="step" value="back">
            <Icon name="pencil" />
            {t('desk.step.back')}
          </button>
          <a class="act" href={handoverPaths.made(stek.slug, seal)}>
            {t('handover-desk.message.nothing')}
          </a>
        </div>
      </Form>
    </>
  )
}
