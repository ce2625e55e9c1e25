import type { Work } from '../../../../place/person/at-work.ts'
import { saidIn } from '../../../../platform/i18n/said.ts'
import { Choices, ErrorSummary, Form, type Refusals, TextField, type Typed } from '../../../../ui/fields.tsx'
import type { T } from '../../../../ui/words.ts'
import { dayWords } from '../book/say.ts'
import type { RightFile } from '../book/shape.ts'
import type { MadeEdition } from '../editions/queries.ts'
import { amountField } from './form.ts'
import { amountsNow } from './rules.ts'

const said = saidIn('nl')
const inWords = (date: string): string => dayWords('nl', date)
const money = (value: number): string => said.money(Math.round(value * 100))

/** What a form about a right is shown with. */
export type RightPage = {
  work: Work
  right: RightFile
  today: string
  typed: Typed
  refusals?: Refusals
  editions: readonly MadeEdition[]
  /** The answers of an example in words. */
  answersOf(right: string, example: string): string
  /** Somebody published since the form was made: who. */
  meanwhile?: string
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

/** What an amount of a right is, in words; its name when the right has no such amount any more. */
const kindOf = (t: T, right: RightFile, name: string): string => {
  const kind = right.amounts?.[name]?.kind
  return kind ? capital(t(`rights.amounts.${kind}`)) : name
}

function Rules({ t, right }: { t: T; right: RightFile }) {
  return (
    <section class="part">
      <h2>{t('rightswork.rules.title')}</h2>
      <p>{right.texts.nl.who}</p>
      <dl class="facts">
        {right.rules.map(({ from, until, source, checked }) => (
          <>
            <dt>
              {until
                ? t('rightswork.rules.periodUntil', { from: inWords(from), until: inWords(until) })
                : t('rightswork.rules.period', { from: inWords(from) })}
            </dt>
            <dd>
              {t('rightswork.rules.source', {
                source: `${source.where}, ${source.second}`,
                on: source.on === 'undated' ? t('rightswork.rules.undated') : source.on,
                checked: inWords(checked),
              })}
            </dd>
          </>
        ))}
      </dl>
      <p class="soft">{t('rightswork.rules.file')}</p>
    </section>
  )
}

/** Everything that was published about a right, newest first. */
export function History({ t, right, editions, answersOf }: Pick<RightPage, 'right' | 'editions' | 'answersOf'> & { t: T }) {
  return (
    <section class="part">
      <h2>{t('rightswork.history.title')}</h2>
      {editions.length === 0 && <p class="soft">{t('rightswork.history.none')}</p>}
      <ul class="todo">
        {editions.map(({ number, by, madeAt, publishedOn, changes }) => (
          <li>
            <b>
              {t('rightswork.history.line', {
                number,
                by: by ?? t('rightswork.meanwhile.somebody'),
                made: inWords(madeAt.toZonedDateTimeISO('Europe/Brussels').toPlainDate().toString()),
                visible: inWords(publishedOn),
              })}
            </b>
            {changes.amounts.map(({ name, value, from, source }) => (
              <span>
                {t('rightswork.history.amount', {
                  kind: kindOf(t, right, name),
                  amount: money(value),
                  from: inWords(from),
                  source: `${source.where}, ${source.second}`,
                })}
              </span>
            ))}
            {changes.examples.map(({ right: of, name, outcome, reason }) => (
              <span class="soft">
                {t('rightswork.history.example', { answers: answersOf(of, name), outcome: t(`rightswork.outcome.${outcome}`), reason })}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The form of the amounts of one right, with its rule above and what was published below. */
export function RightForm({ work, right, today, typed, refusals, editions, meanwhile, answersOf }: RightPage) {
  const { t, frame } = work
  const amounts = amountsNow(right, today)
  const common = { typed, refusals, t }
  return (
    <>
      <h1>{right.texts.nl.name}</h1>
      {meanwhile !== undefined && (
        <div class="warn" role="alert">
          <h2>{t('rightswork.meanwhile.title')}</h2>
          <p>{t('rightswork.meanwhile.text', { by: meanwhile })}</p>
        </div>
      )}
      {meanwhile !== undefined && <History t={t} right={right} editions={editions} answersOf={answersOf} />}
      <ErrorSummary refusals={refusals} t={t} />
      <Rules t={t} right={right} />
      {amounts.length > 0 && (
        <section class="part">
          <h2>{t('rightswork.form.title')}</h2>
          <Form token={frame.token}>
            <input type="hidden" name="nummer" value={String(editions[0]?.number ?? 0)} />
            {amounts.map(({ name, kind, step }) => (
              <TextField
                name={amountField(name)}
                label={capital(t(`rights.amounts.${kind}`))}
                hint={
                  step &&
                  t('rightswork.form.now', {
                    amount: money(step.value),
                    date: inWords(step.from),
                    source: `${step.source.where}, ${step.source.second}`,
                    checked: inWords(step.checked),
                  })
                }
                short
                inputMode="decimal"
                {...common}
              />
            ))}
            <Choices
              name="gezien"
              label={t('rightswork.form.seenWhich')}
              options={amounts.map(({ name, kind }) => ({ value: name, words: capital(t(`rights.amounts.${kind}`)) }))}
              several
              optional
              {...common}
            />
            <TextField name="bron" label={t('rightswork.form.source')} hint={t('rightswork.form.sourceHint')} {...common} />
            <TextField name="tweede" label={t('rightswork.form.second')} {...common} />
            <TextField name="stand" label={t('rightswork.form.on')} hint={t('rightswork.form.onHint')} short {...common} />
            <TextField name="nagekeken" label={t('rightswork.form.checked')} short {...common} />
            <TextField name="vanaf" label={t('rightswork.form.from')} hint={t('rightswork.form.fromHint')} short {...common} />
            <TextField name="zichtbaar" label={t('rightswork.form.visible')} short {...common} />
            <button class="big" type="submit" name="stap" value="kijk">
              {t('rightswork.form.look')}
            </button>
          </Form>
        </section>
      )}
      {meanwhile === undefined && <History t={t} right={right} editions={editions} answersOf={answersOf} />}
    </>
  )
}
