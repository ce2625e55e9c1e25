import { TextArea, TextField } from '../../../../ui/fields.tsx'
import type { T, TextKey } from '../../../../ui/words.ts'
import { OtherLanguages, Sheet, type SheetProps, wordsOf } from '../form/views.tsx'
import { stekTold } from './form.ts'

const labels: Record<string, TextKey> = {
  name: 'places.stek.label.name',
  welcome: 'places.stek.label.welcome',
  phone: 'places.stek.label.phone',
  priceLimit: 'places.stek.label.priceLimit',
}

/** How the form of a stek calls its fields. */
export const stekWords = (t: T) => wordsOf(t, labels, (field, value) => (field === 'priceLimit' ? `€ ${value}` : value))

/** The form of the stek itself: what it is called, how it welcomes, its number, from which price somebody must carry the rest. */
export function StekForm(props: SheetProps) {
  const { t, typed, trouble } = props
  const refusals = trouble.refusals ?? {}
  const common = { typed, refusals, t }
  return (
    <Sheet {...props}>
      <TextField {...common} name="name" label={t('places.stek.label.name')} />
      <TextArea {...common} name="welcome" label={t('places.stek.label.welcome')} hint={t('places.stek.hint.welcome')} optional />
      <TextField {...common} name="phone" label={t('places.stek.label.phone')} hint={t('places.stek.hint.phone')} optional />
      <TextField
        {...common}
        name="priceLimit"
        label={t('places.stek.label.priceLimit')}
        hint={t('places.stek.hint.priceLimit')}
        inputMode="decimal"
        short
      />
      <OtherLanguages t={t} typed={typed} refusals={refusals} told={stekTold} labels={labels} />
    </Sheet>
  )
}
