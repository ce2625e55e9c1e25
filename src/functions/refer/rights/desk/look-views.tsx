import type { Work } from '../../../../place/person/at-work.ts'
import { saidIn } from '../../../../platform/i18n/said.ts'
import { Check, ErrorSummary, Form, type Refusals, TextArea, type Typed, typedList } from '../../../../ui/fields.tsx'
import { Icon } from '../../../../ui/icons.tsx'
import type { T } from '../../../../ui/words.ts'
import type { Shelf } from '../book/meaning.ts'
import { dayWords } from '../book/say.ts'
import { type Effect, SAMPLE } from './effect.ts'
import type { changedLines } from './rules.ts'

const said = saidIn('nl')
const money = (value: number): string => said.money(Math.round(value * 100))
const inWords = (date: string): string => dayWords('nl', date)

const nameOf = (shelf: Shelf, right: string): string => shelf.rights.find(({ id }) => id === right)?.texts.nl.name ?? right

function Examples({
  t,
  shelf,
  effect,
  answersOf,
}: {
  t: T
  shelf: Shelf
  effect: Effect
  answersOf(right: string, example: string): string
}) {
  const { broken, examples } = effect
  if (broken.length === 0)
    return (
      <p class="good">
        <Icon name="check" /> {t('rightswork.look.good', { count: examples.length })}
      </p>
    )
  return (
    <div class="warn">
      <p>{t('rightswork.look.broken', { count: broken.length, all: examples.length })}</p>
      <ul class="bad">
        {broken.map(({ right, name, wanted, got }) => (
          <li>
            <b>{t('rightswork.look.example', { right: nameOf(shelf, right), answers: answersOf(right, name) })}</b>
            <br />
            {t('rightswork.look.was', { was: t(`rightswork.outcome.${wanted}`) })},{' '}
            {got && t('rightswork.look.becomes', { becomes: t(`rightswork.outcome.${got}`) })}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Sample({ t, shelf, effect: { moved } }: { t: T; shelf: Shelf; effect: Effect }) {
  if (moved.length === 0) return <p>{t('rightswork.look.still', { count: SAMPLE })}</p>
  return (
    <>
      <p>{t('rightswork.look.sample', { count: SAMPLE })}</p>
      <ul>
        {moved.map(({ right, from, to, count }) => (
          <li data-moved={right}>
            {t('rightswork.look.moved', {
              right: nameOf(shelf, right),
              count,
              all: SAMPLE,
              from: t(`rightswork.outcome.${from}`),
              to: t(`rightswork.outcome.${to}`),
            })}
          </li>
        ))}
      </ul>
      <p class="soft">{t('rightswork.look.sampleNote')}</p>
    </>
  )
}

/** What a change of amounts does, before anybody sees it: examples, a sample, and the button that publishes. */
export function ChangeLook(props: {
  work: Work
  shelf: Shelf
  title: string
  effect: Effect
  typed: Typed
  refusals?: Refusals
  publishedOn: string
  changes: ReturnType<typeof changedLines>
  /** The answers of an example in words. */
  answersOf(right: string, example: string): string
}) {
  const { work, shelf, effect, typed, refusals, title } = props
  const { t, frame } = work
  const carried = Object.keys(typed).filter((name) => !['_token', 'stap', 'akkoord', 'reden'].includes(name))
  return (
    <>
      <h1>{title}</h1>
      <ErrorSummary refusals={refusals} t={t} />
      <section class="part">
        <h2>{t('rightswork.look.changes')}</h2>
        <ul>
          {props.changes.map(({ kind, was, becomes, from, source }) => (
            <li>
              <b>{t(`rights.amounts.${kind}`)}:</b>{' '}
              {was === becomes
                ? t('rightswork.look.stays', { amount: money(becomes), from: inWords(from) })
                : t('rightswork.look.change', { was: money(was), becomes: money(becomes), from: inWords(from) })}{' '}
              <span class="soft">{t('rightswork.look.source', { source: `${source.where}, ${source.second}`, on: source.on })}</span>
            </li>
          ))}
        </ul>
      </section>
      <section class="part">
        <h2>{t('rightswork.look.title')}</h2>
        <p>{t('rightswork.look.day', { date: inWords(effect.day) })}</p>
        <Examples t={t} shelf={shelf} effect={effect} answersOf={props.answersOf} />
        <Sample t={t} shelf={shelf} effect={effect} />
      </section>
      <Form token={frame.token}>
        {carried.flatMap((name) => typedList(typed, name).map((value) => <input type="hidden" name={name} value={value} />))}
        {effect.broken.length > 0 && (
          <>
            <Check name="akkoord" label={t('rightswork.look.agree')} typed={typed} />
            <TextArea
              name="reden"
              label={t('rightswork.look.reason')}
              hint={t('rightswork.look.reasonHint')}
              typed={typed}
              refusals={refusals}
              t={t}
            />
          </>
        )}
        <p class="acts">
          <button class="big" type="submit" name="stap" value="bewaar">
            {t('rightswork.look.publish', { date: inWords(props.publishedOn) })}
          </button>
          <button class="second" type="submit" name="stap" value="typ">
            {t('rightswork.look.back')}
          </button>
        </p>
      </Form>
    </>
  )
}
