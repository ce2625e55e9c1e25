import type { Option } from '../../../ui/fields.tsx'
import { Choices, ErrorSummary, Form, type Refusals, Select, TextField, type Typed, typedText } from '../../../ui/fields.tsx'
import { Icon } from '../../../ui/icons.tsx'
import type { T } from '../../../ui/words.ts'
import { LookButtons } from '../parts.tsx'

type Props = { t: T; token: string; action: string; back: string; typed: Typed; refusals: Refusals }

const Carried = ({ typed }: { typed: Typed }) => (
  <>
    <input type="hidden" name="sleutel" value={typedText(typed, 'sleutel')} />
    <input type="hidden" name="revisie" value={typedText(typed, 'revisie')} />
  </>
)

/** The form for another day, other hours or another place: this time, or from now on. */
export function MomentForm({
  t,
  token,
  action,
  back,
  typed,
  refusals,
  places,
  once,
  cancel,
}: Props & { places: readonly Option[]; once: boolean; cancel: string }) {
  const common = { typed, refusals, t }
  return (
    <>
      <ErrorSummary refusals={refusals} t={t} />
      <p class="acts">
        <a class="act" href={cancel}>
          <Icon name="calendar-off" />
          {t('desk.moment.cancel')}
        </a>
      </p>
      <Form token={token} action={action}>
        <Carried typed={typed} />
        <div class="row">
          <TextField {...common} name="date" label={t('desk.moment.label.date')} hint={t('desk.moment.hint.date')} short />
          <TextField {...common} name="start" label={t('desk.slot.label.start')} hint={t('desk.slot.hint.time')} short />
          <TextField {...common} name="end" label={t('desk.slot.label.end')} hint={t('desk.slot.hint.end')} short />
        </div>
        <Select {...common} name="place" label={t('desk.moment.label.place')} options={places} />
        <TextField {...common} name="reason" label={t('desk.moment.label.reason')} hint={t('desk.hint.reason')} optional />
        {!once && (
          <Choices
            {...common}
            name="howLong"
            label={t('desk.moment.label.howLong')}
            options={[
              { value: 'once', words: t('desk.moment.once') },
              { value: 'always', words: t('desk.moment.always') },
            ]}
          />
        )}
        <LookButtons t={t} back={back} />
      </Form>
    </>
  )
}

/** The form that asks why a moment does not go on. */
export function CancelForm({ t, token, action, back, typed, refusals, weather }: Props & { weather: string }) {
  return (
    <>
      <ErrorSummary refusals={refusals} t={t} />
      <p class="acts">
        <a class="act" href={weather}>
          <Icon name="cloud-rain" />
          {t('desk.moment.cancelWeather')}
        </a>
      </p>
      <Form token={token} action={action}>
        <Carried typed={typed} />
        <TextField
          name="reason"
          label={t('desk.moment.label.whyNot')}
          hint={t('desk.hint.reason')}
          typed={typed}
          refusals={refusals}
          t={t}
          optional
        />
        <LookButtons t={t} back={back} />
      </Form>
    </>
  )
}
