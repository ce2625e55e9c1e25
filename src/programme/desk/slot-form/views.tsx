import { ErrorSummary, Form, type Option, type Refusals, TextField, type Typed, typedText } from '../../../ui/fields.tsx'
import type { T } from '../../../ui/words.ts'
import { LookButtons } from '../parts.tsx'
import { SlotFields } from './fields.tsx'

type Props = { t: T; token: string; action: string; back: string; typed: Typed; refusals: Refusals }

const Carried = ({ typed }: { typed: Typed }) => (
  <>
    <input type="hidden" name="sleutel" value={typedText(typed, 'sleutel')} />
    <input type="hidden" name="revisie" value={typedText(typed, 'revisie')} />
  </>
)

/** The form of a fixed moment. */
export function SlotForm({
  t,
  token,
  action,
  back,
  typed,
  refusals,
  rooms,
  rhythm,
  begins,
}: Props & { rooms: readonly Option[]; rhythm?: string; begins: 'first' | 'from' }) {
  return (
    <>
      <ErrorSummary refusals={refusals} t={t} />
      <Form token={token} action={action}>
        <Carried typed={typed} />
        <SlotFields t={t} typed={typed} refusals={refusals} rooms={rooms} rhythm={rhythm} begins={begins} />
        <LookButtons t={t} back={back} />
      </Form>
    </>
  )
}

/** The form that asks until when: for a fixed moment or an offer that stops. */
export function EndForm({ t, token, action, back, typed, refusals, hint }: Props & { hint: string }) {
  return (
    <>
      <ErrorSummary refusals={refusals} t={t} />
      <Form token={token} action={action}>
        <Carried typed={typed} />
        <TextField name="last" label={t('desk.slot.label.last')} hint={hint} typed={typed} refusals={refusals} t={t} short />
        <LookButtons t={t} back={back} />
      </Form>
    </>
  )
}
