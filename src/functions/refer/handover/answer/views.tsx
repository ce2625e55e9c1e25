import { codeDocument, type PageProps } from '../../../../place/code/page.tsx'
import { Form } from '../../../../ui/fields.tsx'
import { type Document, inLanguage } from '../../../../ui/page.tsx'
import { type Handover, isGone } from '../handover.ts'
import { handoverCss } from '../look.ts'
import { handoverPaths } from '../paths.ts'
import { lastDayWords, placeWords, whenWords } from '../words.ts'

/** What the pages behind a code of a slip are given. */
export type Props = PageProps & { handover: Handover; zone: string; seal: string }
/** The same, for a page with forms; `done` is what was just done. */
export type Asking = Props & { token: string; done: string | undefined }

/** Where and when, who walks along; nothing about who goes, because nobody wrote that down. */
function Facts({ t, language, handover, zone }: Props) {
  const { place, companion, endsAt } = handover
  const facts: [string, string][] = [
    [t('handover.seen.when'), whenWords(t, language, handover)],
    [t('handover.seen.where'), place ? placeWords(place) : ''],
    [t('handover.slip.with'), t(`handover.companion.${companion}`)],
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
export function Said({ t, handover }: Pick<Props, 't' | 'handover'>) {
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

/** That the service is not there any more, where it is so. */
export const Gone = ({ t, handover }: Pick<Props, 't' | 'handover'>) =>
  isGone(handover) ? <p class="gentle">{t('handover.seen.noService')}</p> : null

/** A form of one button. */
export function OneButton({ language, seal, token, wat, words, look }: Asking & { wat: string; words: string; look: string }) {
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
        <Facts {...props} />
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
