import { codeDocument, type PageProps } from '../../../../place/code/page.tsx'
import { Choices, ErrorSummary, Form, type Refusals, Select } from '../../../../ui/fields.tsx'
import { Icon } from '../../../../ui/icons.tsx'
import { type Document, inLanguage } from '../../../../ui/page.tsx'
import type { FoundService } from '../guide.ts'
import { barriers, type Handover, isGone, outcomes } from '../handover.ts'
import { handoverCss } from '../look.ts'
import { handoverPaths } from '../paths.ts'
import { lastDayWords, placeWords, whenWords } from '../words.ts'

type Props = PageProps & { handover: Handover; zone: string; seal: string }
type Asking = Props & { token: string; done: string | undefined }

/** Where and when, who walks along; nothing about who comes, because nobody wrote that down. */
function Facts({ t, language, handover, zone, forService }: Props & { forService: boolean }) {
  const { place, companion, endsAt } = handover
  const facts: [string, string][] = [
    [t('handover.seen.when'), whenWords(t, language, handover)],
    [t('handover.seen.where'), place ? placeWords(place) : ''],
    forService
      ? [t('handover.comes.label'), t(`handover.comes.${companion}`)]
      : [t('handover.slip.with'), t(`handover.companion.${companion}`)],
    [t('handover.seen.theme'), forService ? t(`handover.theme.${handover.theme}`) : ''],
    [t('handover.seen.until'), lastDayWords(language, endsAt, zone)],
  ]
  return (
    <dl class="facts2">
      {facts
        .filter(([, text]) => text !== '')
        .flatMap(([name, text]) => [
          <dt>{name}</dt>,
          <dd>
            <bdi>{text}</bdi>
          </dd>,
        ])}
    </dl>
  )
}

/** What the service answered, for both. */
function Said({ t, handover }: Pick<Props, 't' | 'handover'>) {
  const { outcome, barrier, passedTo } = handover
  return (
    <p class="good">
      <b>{t(outcome ? `handover.outcome.${outcome}` : 'handover.outcome.none')}</b>
      {barrier && (
        <>
          {' '}
          <span>{t(`handover.barrier.${barrier}`)}.</span>
        </>
      )}
      {passedTo && (
        <>
          {' '}
          <bdi>{passedTo}</bdi>
        </>
      )}
    </p>
  )
}

const Gone = ({ t, handover }: Pick<Props, 't' | 'handover'>) =>
  isGone(handover) ? <p class="gentle">{t('handover.seen.noService')}</p> : null

function OneButton({ language, seal, token, wat, words, look }: Asking & { wat: string; words: string; look: string }) {
  return (
    <Form token={token} action={inLanguage(language, handoverPaths.seen(seal))}>
      <input type="hidden" name="k" value={seal} />
      <button type="submit" class={look} name="wat" value={wat}>
        {words}
      </button>
    </Form>
  )
}

/** What the person sees with the own code: how it stands, and two buttons to take back. */
export function ownPage(props: Asking): Document {
  const { t, handover, done } = props
  const { message } = handover
  const isOver = handover.tookMessageAt !== null && (message === null || (isGone(handover) && !message.readAt))
  return codeDocument(props, {
    title: t('handover.own.title'),
    css: handoverCss,
    children: (
      <>
        {isOver && (
          <p role={done === 'bericht' ? 'status' : undefined} class="good">
            {t('handover.own.messageGone')}
          </p>
        )}
        <Gone t={t} handover={handover} />
        <Said t={t} handover={handover} />
        <Facts {...props} forService={false} />
        {message && !isOver && (
          <section class="care">
            <h2>{t('handover.own.messageTitle')}</h2>
            <p>{t(message.readAt ? 'handover.own.messageRead' : 'handover.own.messageWaits')}</p>
            {(!message.readAt || message.readable === 'until') && (
              <OneButton {...props} wat="bericht-weg" words={t('handover.own.takeMessage')} look="second" />
            )}
          </section>
        )}
        <section>
          <h2>{t('handover.own.stopTitle')}</h2>
          <p>{t('handover.own.stopText')}</p>
          <OneButton {...props} wat="alles-weg" words={t('handover.own.stop')} look="second away" />
        </section>
        <p>{t('handover.own.nothing')}</p>
      </>
    ),
  })
}

/** What the service sees with the code that was torn off: the moment, a message if there is one, and four answers. */
export function servicePage(
  props: Asking & {
    services: readonly FoundService[]
    may: boolean
    wrong: 'outcome' | 'barrier' | undefined
    typed: Record<string, string>
    now: Temporal.Instant
  },
): Document {
  const { t, language, handover, seal, token, services, may, wrong, done, typed } = props
  const { message } = handover
  const readable = message && !(message.readable === 'once' && message.readAt) && !isGone(handover)
  const refusals: Refusals = wrong ? { [wrong]: t(`handover.wrong.${wrong}`) } : {}
  const common = { t, refusals }
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
        {handover.outcome && <Said t={t} handover={handover} />}
        {may && (
          <>
            <p>{t('handover.service.text')}</p>
            <Facts {...props} forService={true} />
          </>
        )}
        {readable && (
          <section class="care">
            <h2>{t('handover.service.messageTitle')}</h2>
            <p>
              {message.readable === 'once'
                ? t('handover.service.messageOnce')
                : t('handover.service.messageUntil', { day: lastDayWords(language, message.untilAt, props.zone) })}
            </p>
            <OneButton {...props} wat="lees" words={t('handover.service.read')} look="big" />
          </section>
        )}
        {may && (
          <section>
            <h2>{t('handover.service.answerTitle')}</h2>
            <ErrorSummary {...common} />
            <Form token={token} action={inLanguage(language, handoverPaths.seen(seal))}>
              <input type="hidden" name="k" value={seal} />
              <Choices
                {...common}
                name="outcome"
                label={t('handover.service.outcome')}
                typed={{ outcome: typed.outcome ?? handover.outcome ?? '' }}
                options={outcomes.map((one) => ({ value: one, words: t(`handover.outcome.${one}`) }))}
              />
              <Select
                {...common}
                name="barrier"
                label={t('handover.service.barrier')}
                hint={t('handover.service.barrierHint')}
                typed={{ barrier: typed.barrier ?? handover.barrier ?? '' }}
                empty={t('handover.service.choose')}
                options={barriers.map((one) => ({ value: one, words: t(`handover.barrier.${one}`) }))}
              />
              {services.length > 0 && (
                <Select
                  {...common}
                  name="naar"
                  label={t('handover.service.passedTo')}
                  optional
                  typed={{}}
                  empty={t('handover.service.choose')}
                  options={services.map(({ serviceId, name, organisation }) => ({ value: serviceId, words: `${name} (${organisation})` }))}
                />
              )}
              <button type="submit" class="big main" name="wat" value="antwoord">
                <Icon name="check" />
                {t('handover.service.send')}
              </button>
            </Form>
            <p class="soft">{t('handover.service.noNames')}</p>
          </section>
        )}
        {!may && done === undefined && <p>{t('handover.service.closed')}</p>}
      </>
    ),
  })
}

/** The message, once on the screen; or that it is not there any more, and that the slip still works. */
export function readPage(props: Props & { said: string | undefined }): Document {
  const { t, language, said, seal, handover } = props
  return codeDocument(props, {
    title: t('handover.read.title'),
    css: handoverCss,
    children: (
      <>
        {said === undefined ? (
          <p class="gentle">{t('handover.read.gone')}</p>
        ) : (
          <>
            <p class="says" dir="auto">
              {said}
            </p>
            <p>{t(handover.message?.readable === 'until' ? 'handover.read.again' : 'handover.read.once')}</p>
            <p class="soft">{t('handover.read.onlyHere')}</p>
          </>
        )}
        <p>
          <a class="big" href={inLanguage(language, handoverPaths.seen(seal))}>
            {t('handover.read.answer')}
          </a>
        </p>
      </>
    ),
  })
}
