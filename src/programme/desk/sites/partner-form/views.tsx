import { Choices, TextArea, TextField } from '../../../../ui/fields.tsx'
import { offerPictograms } from '../../../../ui/icons.tsx'
import type { T, TextKey } from '../../../../ui/words.ts'
import { OtherLanguages, Sheet, type SheetProps, wordsOf } from '../form/views.tsx'
import { partnerTold } from './form.ts'

const labels: Record<string, TextKey> = {
  name: 'places.partner.label.name',
  what: 'places.partner.label.what',
  how_to_reach: 'places.partner.label.howToReach',
  phone: 'places.partner.label.phone',
  email: 'places.partner.label.email',
  website: 'places.partner.label.website',
  pictogram: 'places.partner.label.pictogram',
}

const offered: readonly string[] = offerPictograms
const pictogramWords = (t: T, name: string): string =>
  t(offered.includes(name) ? (`desk.pictogram.${name}` as TextKey) : 'desk.pictogram.other')

/** How the form of a partner calls its fields and what was chosen. */
export const partnerWords = (t: T) => wordsOf(t, labels, (field, value) => (field === 'pictogram' ? pictogramWords(t, value) : value))

/** The form of a partner: who it is, what it does here, how to reach it, and the same in other languages. @source ACCESSIBLE-3 */
export function PartnerForm(props: SheetProps & { pictograms: readonly string[] }) {
  const { t, typed, trouble, pictograms } = props
  const refusals = trouble.refusals ?? {}
  const common = { typed, refusals, t }
  return (
    <Sheet {...props}>
      <fieldset class="group">
        <legend>{t('places.partner.group.who')}</legend>
        <TextField {...common} name="name" label={t('places.partner.label.name')} />
        <TextArea
          {...common}
          name="what"
          label={t('places.partner.label.what')}
          hint={`${t('places.partner.hint.what')} ${t('places.noNames')}`}
          optional
        />
      </fieldset>
      <fieldset class="group">
        <legend>{t('places.partner.group.reach')}</legend>
        <TextArea
          {...common}
          name="how_to_reach"
          label={t('places.partner.label.howToReach')}
          hint={t('places.partner.hint.howToReach')}
          optional
        />
        <TextField {...common} name="phone" label={t('places.partner.label.phone')} hint={t('places.partner.hint.phone')} optional />
        <TextField
          {...common}
          name="email"
          label={t('places.partner.label.email')}
          hint={t('places.partner.hint.email')}
          inputMode="email"
          optional
        />
        <TextField {...common} name="website" label={t('places.partner.label.website')} hint={t('places.partner.hint.website')} optional />
      </fieldset>
      <details class="group" open={'pictogram' in refusals}>
        <summary>{t('places.partner.label.pictogram')}</summary>
        <div>
          <Choices
            {...common}
            name="pictogram"
            label={t('places.partner.label.pictogram')}
            options={pictograms.map((value) => ({ value, words: pictogramWords(t, value), icon: value }))}
          />
        </div>
      </details>
      <OtherLanguages t={t} typed={typed} refusals={refusals} told={partnerTold} labels={labels} />
    </Sheet>
  )
}
