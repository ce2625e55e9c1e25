import type { ComponentChildren } from 'preact'
import { type Refusals, type Typed, typedList } from '../../ui/fields.tsx'
import { Icon } from '../../ui/icons.tsx'
import type { T } from '../../ui/words.ts'

/** Fields that a form carries along unseen. */
export function Hidden({ typed, names }: { typed: Typed; names: readonly string[] }) {
  return <>{names.flatMap((name) => typedList(typed, name).map((value) => <input type="hidden" name={name} value={value} />))}</>
}

/** Why something cannot be done, where there is no field to change. */
export function NotPossible({ t, refusals }: { t: T; refusals: Refusals }) {
  const sentences = Object.values(refusals)
  if (sentences.length === 0) return null
  return (
    <div class="errors" role="alert" tabindex={-1} id="errors">
      <h2>{t('desk.step.notPossible')}</h2>
      {sentences.map((sentence) => (
        <p>{sentence}</p>
      ))}
    </div>
  )
}

/** The two buttons under a form that is looked at before it is saved. */
export function LookButtons({ t, back }: { t: T; back: string }) {
  return (
    <div class="acts">
      <button type="submit" class="big" name="step" value="look">
        <Icon name="eye" />
        {t('desk.step.look')}
      </button>
      <a class="act" href={back}>
        {t('shell.form.cancel')}
      </a>
    </div>
  )
}

/** The button under a form that is saved at once. */
export function SaveButtons({ t, back, words }: { t: T; back: string; words?: string }) {
  return (
    <div class="acts">
      <button type="submit" class="big" name="step" value="save">
        <Icon name="check" />
        {words ?? t('shell.form.save')}
      </button>
      <a class="act" href={back}>
        {t('shell.form.cancel')}
      </a>
    </div>
  )
}

/** The last step: what visitors will see, and the choice to save it or to go on changing it. What was typed goes along. */
export function Preview(props: {
  t: T
  token: string
  action: string
  typed: Typed
  names: readonly string[]
  notes?: ComponentChildren
  /** Where not saving leads, for what has no form to go back to. */
  backTo?: string
  /** What is asked beside saving; stands in the form, above its buttons. */
  along?: ComponentChildren
  children: ComponentChildren
}) {
  const { t, typed, names } = props
  return (
    <>
      <section class="seen" aria-labelledby="seen">
        <h2 id="seen">{t('desk.step.seen')}</h2>
        {props.children}
      </section>
      {props.notes}
      <form method="post" action={props.action} class="acts">
        <input type="hidden" name="_token" value={props.token} />
        <Hidden typed={typed} names={[...names, 'sleutel', 'revisie']} />
        {props.along}
        <button type="submit" class="big" name="step" value="save">
          <Icon name="check" />
          {t('shell.form.save')}
        </button>
        {props.backTo ? (
          <a class="act" href={props.backTo}>
            {t('shell.form.cancel')}
          </a>
        ) : (
          <button type="submit" class="second" name="step" value="back">
            <Icon name="pencil" />
            {t('desk.step.back')}
          </button>
        )}
      </form>
    </>
  )
}

/** One thing that differs: what it was when the form was made, what it is now, what was typed. */
export type Difference = { label: string; was: string | undefined; now: string; typed: string | undefined }

/** What somebody else changed while the form lay open; saving again puts what was typed on top of it. */
export function MeanwhileNote({ t, by, differences }: { t: T; by: readonly string[]; differences: readonly Difference[] }) {
  return (
    <div class="errors" role="alert" id="errors" tabindex={-1}>
      <h2>{by.length > 0 ? t('desk.meanwhile.titleBy', { name: by.join(', ') }) : t('desk.meanwhile.title')}</h2>
      <table class="diff">
        <thead>
          <tr>
            <th scope="col">{t('desk.meanwhile.what')}</th>
            <th scope="col">{t('desk.meanwhile.was')}</th>
            <th scope="col">{t('desk.meanwhile.now')}</th>
            <th scope="col">{t('desk.meanwhile.typed')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ label, was, now, typed }) => (
            <tr>
              <th scope="row">{label}</th>
              <td data-of={t('desk.meanwhile.was')}>
                <bdi>{was === undefined ? t('desk.meanwhile.unknown') : was || t('desk.meanwhile.empty')}</bdi>
              </td>
              <td data-of={t('desk.meanwhile.now')}>
                <bdi>{now || t('desk.meanwhile.empty')}</bdi>
              </td>
              <td data-of={t('desk.meanwhile.typed')}>
                <bdi>{typed === undefined ? t('desk.meanwhile.notTyped') : typed || t('desk.meanwhile.empty')}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('desk.meanwhile.text')}</p>
    </div>
  )
}
