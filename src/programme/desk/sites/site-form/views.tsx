import { Select, TextArea, TextField } from '../../../../ui/fields.tsx'
import type { T, TextKey } from '../../../../ui/words.ts'
import { OtherLanguages, Sheet, type SheetProps, wordsOf } from '../form/views.tsx'
import { siteTold } from './form.ts'
import { stepFreeChoices, toiletChoices } from './rules.ts'

const labels: Record<string, TextKey> = {
  name: 'places.site.label.name',
  street: 'places.site.label.street',
  postcode: 'places.site.label.postcode',
  town: 'places.site.label.town',
  directions: 'places.site.label.directions',
  stepFree: 'places.site.label.stepFree',
  toilet: 'places.site.label.toilet',
  bus: 'places.site.label.bus',
  bike: 'places.site.label.bike',
  parking: 'places.site.label.parking',
}

/** How the form of a site calls its fields and what was chosen. */
export const siteWords = (t: T) =>
  wordsOf(t, labels, (field, value) =>
    field === 'stepFree' || field === 'toilet' ? t(`places.site.${field}.${value as 'yes' | 'no' | 'unknown'}`) : value,
  )

/** The form of a site: where it is, how to get in, how to get there, and the same in other languages. @source MEET-1 */
export function SiteForm(props: SheetProps) {
  const { t, typed, trouble } = props
  const refusals = trouble.refusals ?? {}
  const common = { typed, refusals, t }
  return (
    <Sheet {...props}>
      <fieldset class="group">
        <legend>{t('places.site.group.where')}</legend>
        <TextField {...common} name="name" label={t('places.site.label.name')} hint={t('places.site.hint.name')} />
        <TextField {...common} name="street" label={t('places.site.label.street')} optional />
        <div class="row">
          <TextField {...common} name="postcode" label={t('places.site.label.postcode')} inputMode="numeric" short optional />
          <TextField {...common} name="town" label={t('places.site.label.town')} optional />
        </div>
        <TextArea
          {...common}
          name="directions"
          label={t('places.site.label.directions')}
          hint={`${t('places.site.hint.directions')} ${t('places.noNames')}`}
          optional
        />
      </fieldset>
      <fieldset class="group">
        <legend>{t('places.site.group.in')}</legend>
        <div class="row">
          <Select
            {...common}
            name="stepFree"
            label={t('places.site.label.stepFree')}
            options={stepFreeChoices.map((value) => ({ value, words: t(`places.site.stepFree.${value}`) }))}
          />
          <Select
            {...common}
            name="toilet"
            label={t('places.site.label.toilet')}
            options={toiletChoices.map((value) => ({ value, words: t(`places.site.toilet.${value}`) }))}
          />
        </div>
      </fieldset>
      <fieldset class="group">
        <legend>{t('places.site.group.there')}</legend>
        <TextArea {...common} name="bus" label={t('places.site.label.bus')} hint={t('places.site.hint.bus')} optional />
        <TextArea {...common} name="bike" label={t('places.site.label.bike')} hint={t('places.site.hint.bike')} optional />
        <TextArea {...common} name="parking" label={t('places.site.label.parking')} hint={t('places.site.hint.parking')} optional />
      </fieldset>
      <OtherLanguages t={t} typed={typed} refusals={refusals} told={siteTold} labels={labels} />
    </Sheet>
  )
}
