import { codeDocument } from '../../../../place/code/page.tsx'
import { asDutch } from '../../../../ui/dutch.ts'
import { ErrorSummary, Form, type Refusals, Select } from '../../../../ui/fields.tsx'
import { Icon } from '../../../../ui/icons.tsx'
import { type Document, inLanguage } from '../../../../ui/page.tsx'
import type { FoundService } from '../guide.ts'
import { barriers, isGone } from '../handover.ts'
import { handoverCss } from '../look.ts'
import { handoverPaths } from '../paths.ts'
import { lastDayWords, placeWords, whenWords } from '../words.ts'
import { type Asking, Gone, OneButton, type Props, Said } from './views.tsx'

type Answering = Asking & {
  services: readonly FoundService[]
  may: boolean
  wrong: 'outcome' | 'barrier' | undefined
}

/** When and where, about what, who comes along; nothing about who comes, because nobody wrote that down. */
function Gist({ t, language, handover }: Props) {
  const { place, companion, theme } = handover
  return (
    <p class="gist">
      <b>{whenWords(t, language, handover)}</b>
      {place && (
        <span>
          <bdi>{placeWords(place)}</bdi>
        </span>
      )}
      <span>
        {t(`handover.theme.${theme}`)}. {t(`handover.comes.${companion}`)}
      </span>
    </p>
  )
}

/** Four answers, each one tap; the two that ask something open beneath. Without script everywhere. */
function Answers(props: Answering) {
  const { t, language, seal, token, services, wrong } = props
  const action = inLanguage(language, handoverPaths.seen(seal))
  const refusals: Refusals = wrong ? { [wrong]: t(`handover.wrong.${wrong}`) } : {}
  const sent = (outcome?: string) => (
    <>
      <input type="hidden" name="k" value={seal} />
      <input type="hidden" name="wat" value="antwoord" />
      {outcome && <input type="hidden" name="outcome" value={outcome} />}
    </>
  )
  return (
    <div class="answers">
      <ErrorSummary refusals={refusals} t={t} />
      <Form token={token} action={action}>
        {sent()}
        <button type="submit" class="tap yes" id="f-outcome" name="outcome" value="arrived">
          <Icon name="check" />
          {t('handover.outcome.arrived')}
        </button>
        <button type="submit" class="tap" name="outcome" value="not-yet">
          <Icon name="clock" />
          {t('handover.outcome.not-yet')}
        </button>
      </Form>
      <details>
        <summary class="tap">
          <Icon name="route" />
          {t('handover.outcome.passed-on')}
        </summary>
        <Form token={token} action={action}>
          {sent('passed-on')}
          {services.length > 0 && (
            <Select
              t={t}
              name="naar"
              label={t('handover.service.passedTo')}
              optional
              typed={{}}
              empty={t('handover.service.choose')}
              options={services.map(({ serviceId, name, organisation }) => ({
                value: serviceId,
                words: asDutch(language, `${name} (${organisation})`),
              }))}
            />
          )}
          <button type="submit" class="tap">
            <Icon name="check" />
            {t('handover.service.send')}
          </button>
        </Form>
      </details>
      <details id="f-barrier" open={wrong === 'barrier'}>
        <summary class="tap">
          <Icon name="alert-triangle" />
          {t('handover.outcome.no-help')}
        </summary>
        <Form token={token} action={action}>
          {sent('no-help')}
          <p>
            <b>{t('handover.service.barrier')}</b>
          </p>
          {barriers.map((one) => (
            <button type="submit" class="tap" name="barrier" value={one}>
              {t(`handover.barrier.${one}`)}
            </button>
          ))}
        </Form>
      </details>
    </div>
  )
}

/** What the service sees with the code that was torn off: the moment, a message if there is one, and four answers of one tap each. */
export function servicePage(props: Answering): Document {
  const { t, language, handover, may, wrong, done, zone } = props
  const { message, outcome } = handover
  const readable = message && !(message.readable === 'once' && message.readAt) && !isGone(handover)
  const isLast = outcome !== null && outcome !== 'not-yet'
  return codeDocument(props, {
    title: t('handover.service.title'),
    css: handoverCss,
    children: (
      <>
        {done === 'antwoord' && (
          <p role="status" class="good">
            {t('handover.service.thanks')}
          </p>
        )}
        {done === 'te-laat' && (
          <p role="status" class="gentle">
            {t('handover.service.late')}
          </p>
        )}
        <Gone t={t} handover={handover} />
        {outcome && <Said t={t} handover={handover} />}
        {may && !isLast && <p>{t('handover.service.text')}</p>}
        {may && <Gist {...props} />}
        {readable && (
          <section class="care">
            <h2>{t('handover.service.messageTitle')}</h2>
            <p>
              {message.readable === 'once'
                ? t('handover.service.messageOnce')
                : t('handover.service.messageUntil', { day: lastDayWords(language, message.untilAt, zone) })}
            </p>
            <OneButton {...props} wat="lees" words={t('handover.service.read')} look="big" />
          </section>
        )}
        {may &&
          (isLast && !wrong ? (
            <details>
              <summary>{t('handover.service.change')}</summary>
              <Answers {...props} />
            </details>
          ) : (
            <section>
              <h2>{t('handover.service.answerTitle')}</h2>
              <Answers {...props} />
            </section>
          ))}
        {may && (
          <p class="soft">
            {t('handover.service.noNames')} {t('handover.seen.until')}: {lastDayWords(language, handover.endsAt, zone)}.
          </p>
        )}
        {!may && done === undefined && <p>{t('handover.service.closed')}</p>}
      </>
    ),
  })
}
