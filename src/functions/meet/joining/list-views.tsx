import { saidIn } from '../../../platform/i18n/said.ts'
import type { SignUp } from '../../../programme/sign-up/queries.ts'
import { ErrorSummary, Form, Select, TextField } from '../../../ui/fields.tsx'
import { Icon } from '../../../ui/icons.tsx'
import { type ListProps, Person } from './person-row.tsx'
import { Slip } from './slip.tsx'
import { Off, Telling } from './telling-views.tsx'
import { Contact, peopleOptions } from './views.tsx'

/** The list of one moment: adding somebody in two taps, who comes, who waits, whom to call. Prints without phone numbers. */
export function List(props: ListProps) {
  const { t, token, subject, people, code, typed, refusals, gentle } = props
  const { moment, offer, terms } = subject
  const said = saidIn('nl')
  const placed = people.filter(({ placedAt }) => placedAt !== null)
  const waiting = people.filter(({ placedAt }) => placedAt === null)
  const many = (list: readonly SignUp[]) => list.reduce((sum, one) => sum + one.people, 0)
  const over = Temporal.Instant.compare(moment.endsAt, props.now) <= 0
  const added = code && people.find(({ signUpId }) => signUpId === code.signUpId)
  return (
    <>
      <h1>
        <bdi>{offer.title}</bdi>
      </h1>
      <p>
        {said.long(moment.date)}, {said.range(moment.startTime, moment.endTime)} ·{' '}
        {t('joining-desk.counts', { placed: many(placed), capacity: terms?.capacity ?? 0, waiting: many(waiting) })}
      </p>
      {added && code && <Slip t={t} language="nl" subject={subject} name={added.name} title={offer.title} code={code.words} />}
      {added && code && (
        <section class="code">
          <h2>{t('joining-desk.list.added', { name: added.name })}</h2>
          <b>{code.words}</b>
          <p>{t(added.placedAt ? 'joining-desk.list.addedPlaced' : 'joining-desk.list.addedWaiting')}</p>
          <p class="soft">{t('joining-desk.list.writeDown')}</p>
        </section>
      )}
      {!moment.cancellation && (
        <details class="plus noprint" open={gentle || Object.keys(refusals).length > 0}>
          <summary>
            <Icon name="plus" />
            {t('joining-desk.list.add')}
          </summary>
          <ErrorSummary refusals={refusals} t={t} />
          {gentle && (
            <p class="mild" role="status">
              {t('joining-desk.list.firstName')}
            </p>
          )}
          <Form token={token}>
            <input type="hidden" name="sleutel" value={String(typed.sleutel ?? '')} />
            {gentle && <input type="hidden" name="gezien" value={String(typed.name ?? '')} />}
            <TextField t={t} name="name" label={t('joining.field.name')} typed={typed} refusals={refusals} autoComplete="off" />
            <button type="submit" class="big">
              {t('joining-desk.list.put')}
            </button>
            <details>
              <summary>{t('joining-desk.list.more')}</summary>
              <Select t={t} name="people" label={t('joining.field.people')} typed={typed} refusals={refusals} options={peopleOptions} />
              <Contact t={t} typed={typed} refusals={refusals} />
            </details>
          </Form>
        </details>
      )}
      {!over && <Telling {...props} />}
      {!over && !moment.cancellation && <Off {...props} />}
      <Section {...props} title={t('joining-desk.list.placed')} empty={t('joining-desk.list.nobody')} list={placed} />
      {waiting.length > 0 && <Section {...props} title={t('joining-desk.list.waiting')} empty="" list={waiting} />}
    </>
  )
}

function Section(props: ListProps & { title: string; empty: string; list: readonly SignUp[] }) {
  return (
    <section>
      <h2>{props.title}</h2>
      {props.list.length === 0 && <p class="plain">{props.empty}</p>}
      <ol class="people">
        {props.list.map((one) => (
          <Person {...props} one={one} />
        ))}
      </ol>
    </section>
  )
}
