import { typedMoney } from '../../../platform/calendar/typed.ts'
import {
  Check,
  Choices,
  ErrorSummary,
  Form,
  type Option,
  type Refusals,
  Select,
  TextArea,
  TextField,
  type Typed,
  typedList,
  typedText,
} from '../../../ui/fields.tsx'
import type { T, TextKey } from '../../../ui/words.ts'
import { otherLanguages, translatedColumns, translationField } from '../../offer/form.ts'
import { asksForCarrier } from '../../offer/rules.ts'
import { LookButtons } from '../parts.tsx'
import { SlotFields } from '../slot-form/fields.tsx'
import type { OfferOptions } from './choices.ts'

/** What the form of an offer needs; `slot` only for a new one, which brings its first fixed moment along. */
export type OfferFormProps = {
  t: T
  token: string
  action: string
  back: string
  typed: Typed
  refusals: Refusals
  options: OfferOptions
  priceLimitInCents: number
  slot?: { rooms: readonly Option[] }
}

/** The form of an offer: what visitors ask first on top, the rest folded away. */
export function OfferForm(props: OfferFormProps) {
  const { t, typed, refusals, slot } = props
  return (
    <>
      <ErrorSummary refusals={refusals} t={t} />
      <Form token={props.token} action={props.action}>
        <input type="hidden" name="sleutel" value={typedText(typed, 'sleutel')} />
        <input type="hidden" name="revisie" value={typedText(typed, 'revisie')} />
        <What {...props} />
        {slot && (
          <fieldset class="group">
            <legend>{t('desk.offer.group.when')}</legend>
            <Check name="withoutSlot" label={t('desk.offer.label.withoutSlot')} typed={typed} />
            <SlotFields t={t} typed={typed} refusals={refusals} rooms={slot.rooms} />
          </fieldset>
        )}
        <Cost {...props} />
        <More {...props} />
        {otherLanguages.map((language) => (
          <OtherLanguage {...props} language={language} />
        ))}
        <LookButtons t={t} back={props.back} />
      </Form>
    </>
  )
}

function What({ t, typed, refusals, options }: OfferFormProps) {
  const common = { typed, refusals, t }
  return (
    <fieldset class="group">
      <legend>{t('desk.offer.group.what')}</legend>
      <TextField {...common} name="title" label={t('desk.offer.label.title')} hint={t('desk.offer.hint.title')} />
      <Choices {...common} name="functions" label={t('desk.offer.label.functions')} options={options.functions} several />
      <Select
        {...common}
        name="partner"
        label={t('desk.offer.label.partner')}
        options={options.partner}
        empty={options.partner.length > 1 ? t('desk.choose') : undefined}
      />
      <Select {...common} name="site" label={t('desk.offer.label.site')} options={options.site} />
      <TextField {...common} name="whoYouMeet" label={t('desk.offer.label.whoYouMeet')} hint={t('desk.offer.hint.whoYouMeet')} optional />
      <TextField {...common} name="summary" label={t('desk.offer.label.summary')} hint={t('desk.offer.hint.summary')} optional />
    </fieldset>
  )
}

function Cost({ t, typed, refusals, options, priceLimitInCents }: OfferFormProps) {
  const common = { typed, refusals, t }
  const dear = asksForCarrier(typedMoney(typedText(typed, 'price')), priceLimitInCents)
  const asked = dear || typedList(typed, 'functions').includes('learn') || typedText(typed, 'carrier') !== '' || 'carrier' in refusals
  return (
    <fieldset class="group">
      <legend>{t('desk.offer.group.cost')}</legend>
      <TextField
        {...common}
        name="price"
        label={t('desk.offer.label.price')}
        hint={t('desk.offer.hint.price')}
        inputMode="decimal"
        short
        optional
      />
      <Check name="whatYouBuy" label={t('desk.offer.label.whatYouBuy')} hint={t('desk.offer.hint.whatYouBuy')} typed={typed} />
      {asked && (
        <Select
          {...common}
          name="carrier"
          label={t('desk.offer.label.carrier')}
          hint={t('desk.offer.hint.carrier')}
          options={options.carrier}
          empty={t('desk.offer.nobody')}
        />
      )}
      <Choices {...common} name="takingPart" label={t('desk.offer.label.takingPart')} options={options.takingPart} />
    </fieldset>
  )
}

const isOpen = (refusals: Refusals, fields: readonly string[]) => fields.some((field) => field in refusals)

function More({ t, typed, refusals, options }: OfferFormProps) {
  const common = { typed, refusals, t }
  return (
    <details class="group" open={isOpen(refusals, ['description', 'themes', 'audience', 'languages', 'pictogram', 'confirmEvery'])}>
      <summary>{t('desk.offer.group.more')}</summary>
      <div>
        <TextArea {...common} name="description" label={t('desk.offer.label.description')} hint={t('desk.hint.noNames')} optional />
        <Choices {...common} name="pictogram" label={t('desk.offer.label.pictogram')} options={options.pictogram} />
        <Choices {...common} name="themes" label={t('desk.offer.label.themes')} options={options.themes} several optional />
        <Select {...common} name="audience" label={t('desk.offer.label.audience')} options={options.audience} />
        <Choices {...common} name="languages" label={t('desk.offer.label.languages')} options={options.languages} several />
        <div>
          <Check
            name="professionalsOnly"
            label={t('desk.offer.label.professionalsOnly')}
            hint={t('desk.offer.hint.professionalsOnly')}
            typed={typed}
          />
          <Check name="confidential" label={t('desk.offer.label.confidential')} hint={t('desk.offer.hint.confidential')} typed={typed} />
        </div>
        <Select
          {...common}
          name="confirmEvery"
          label={t('desk.offer.label.confirmEvery')}
          hint={t('desk.offer.hint.confirmEvery')}
          options={options.confirmEvery}
        />
      </div>
    </details>
  )
}

function OtherLanguage({ t, typed, refusals, language }: OfferFormProps & { language: (typeof otherLanguages)[number] }) {
  const fields = translatedColumns.map((column) => ({ column, name: translationField(language, column) }))
  const open = isOpen(
    refusals,
    fields.map(({ name }) => name),
  )
  const filled = fields.some(({ name }) => typedText(typed, name) !== '')
  return (
    <details class="group" open={open}>
      <summary>
        {t('desk.offer.group.inLanguage', { language: t(`programme.spoken.${language}`) })}
        {filled && <span class="hint"> {t('desk.offer.group.filled')}</span>}
      </summary>
      <div>
        {fields.map(({ column, name }) => (
          <TextField
            name={name}
            label={t(`desk.offer.label.${column === 'who_you_meet' ? 'whoYouMeet' : column}` as TextKey)}
            typed={typed}
            refusals={refusals}
            t={t}
            optional
          />
        ))}
      </div>
    </details>
  )
}
